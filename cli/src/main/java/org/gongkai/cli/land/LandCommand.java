package org.gongkai.cli.land;

/** What belongs to the requisition of land. */
@picocli.CommandLine.Command
public final class LandCommand {}
