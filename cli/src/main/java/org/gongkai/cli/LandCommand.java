package org.gongkai.cli;

/** What belongs to the requisition of land. */
@picocli.CommandLine.Command
final class LandCommand {}
