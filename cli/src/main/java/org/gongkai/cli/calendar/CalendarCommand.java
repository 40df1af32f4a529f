package org.gongkai.cli.calendar;

import picocli.CommandLine.Command;

/** The commands on the calendar of working days. */
@Command
public final class CalendarCommand {}
