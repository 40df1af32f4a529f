package org.gongkai.cli.request;

/** What belongs to applications for information. */
@picocli.CommandLine.Command
public final class RequestsCommand {}
