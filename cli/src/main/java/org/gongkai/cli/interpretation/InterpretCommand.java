package org.gongkai.cli.interpretation;

/** What belongs to interpretations of policies. */
@picocli.CommandLine.Command
public final class InterpretCommand {}
