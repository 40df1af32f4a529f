package org.gongkai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gongkai.cli.assistance.AssistanceCommand;
import org.gongkai.cli.calendar.CalendarAddCommand;
import org.gongkai.cli.calendar.CalendarCommand;
import org.gongkai.cli.calendar.DeadlineCommand;
import org.gongkai.cli.calendar.StaleCommand;
import org.gongkai.cli.calendar.WorkdayCommand;
import org.gongkai.cli.conformance.ConformanceCommand;
import org.gongkai.cli.conformance.JudgeCommand;
import org.gongkai.cli.form.FormCommand;
import org.gongkai.cli.interpretation.InterpretCommand;
import org.gongkai.cli.interpretation.InterpretStatusCommand;
import org.gongkai.cli.land.LandCommand;
import org.gongkai.cli.land.LandStatusCommand;
import org.gongkai.cli.library.ApplyCommand;
import org.gongkai.cli.library.ChangesCommand;
import org.gongkai.cli.library.DiffCommand;
import org.gongkai.cli.library.ProveCommand;
import org.gongkai.cli.library.ReportCommand;
import org.gongkai.cli.library.TrendCommand;
import org.gongkai.cli.library.VerifyCommand;
import org.gongkai.cli.notice.NoticeCommand;
import org.gongkai.cli.obligation.ObligationsCommand;
import org.gongkai.cli.request.AnnualReportCommand;
import org.gongkai.cli.request.RequestsCommand;
import org.gongkai.cli.request.RequestsStatusCommand;
import org.gongkai.cli.run.ConvertCommand;
import org.gongkai.cli.run.ValidateCommand;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.Conversion;
import org.gongkai.conversion.ConversionException;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.PackageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code gongkai} command: takes the arguments apart and turns every failure into one line and an exit code. */
@Command(name = "gongkai", versionProvider = Main.Version.class, synopsisSubcommandLabel = "COMMAND")
public final class Main {

    /** Kept, since the logging system forgets the level of a logger that nobody holds. */
    private static final Logger VALIDATOR = Logger.getLogger("org.hibernate.validator");

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT, descriptionKey = "lang")
    @Nullable
    String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help")
    boolean help;

    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    boolean version;

    private Main() {}

    /**
     * Runs the command and ends the virtual machine with its exit code.
     *
     * @param arguments the arguments as typed
     */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            // Asked for by many a script: it needs nothing of the rest.
            System.out.println(Version.text());
            return;
        }
        // It greets with its version on standard error.
        VALIDATOR.setLevel(Level.WARNING);
        // Text is read without the fonts of the computer, and no list of them is left in the folder of the user.
        System.setProperty("gongkai.office.withoutSystemFonts", "true");
        Terminal terminal = Terminal.system();
        int code = run(terminal, Clock.system(CHINA), arguments);
        terminal.out().flush();
        System.exit(code);
    }

    static int run(Terminal terminal, Clock clock, String... arguments) {
        String asked = language(Arrays.asList(arguments));
        Messages messages = Messages.in(asked.isEmpty() ? Locale.getDefault().getLanguage() : asked);
        if (!asked.isEmpty() && !asked.equals("zh") && !asked.equals("en")) {
            return failed(terminal, messages.text("error.language", asked));
        }
        CommandLine line = new CommandLine(new Main());
        Map<String, Supplier<Object>> commands = commands(terminal, messages, clock);
        // To take a command apart costs a good part of a start, so only the one that is typed is.
        Arrays.stream(arguments)
                .filter(commands::containsKey)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> List.copyOf(commands.keySet()))
                .forEach(each -> line.addSubcommand(
                        each, Objects.requireNonNull(commands.get(each)).get()));
        line.setResourceBundle(messages.bundle());
        line.setUsageHelpWidth(100).setUsageHelpAutoWidth(true);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setParameterExceptionHandler((problem, typed) -> failed(terminal, describe(problem, messages)));
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof UsageException) {
                return failed(terminal, problem.getMessage());
            }
            if (problem instanceof ConversionException refused) {
                return failed(terminal, refused.text(messages.locale()));
            }
            if (problem instanceof PackageException refused) {
                return failed(terminal, refused.text(messages.locale()));
            }
            if (problem instanceof IOException || problem instanceof UncheckedIOException) {
                return failed(terminal, messages.text("error.io", PlainWords.failure(problem)));
            }
            if (System.getenv("GONGKAI_DEBUG") != null) {
                problem.printStackTrace(terminal.err());
            }
            return failed(terminal, messages.text("error.internal", problem.toString()));
        });
        line.setExecutionStrategy(parsed -> {
            CommandLine last =
                    parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
            if (last.getCommandSpec().userObject() instanceof Callable
                    || last.getCommandSpec().userObject() instanceof Method) {
                return new CommandLine.RunLast().execute(parsed);
            }
            // A command that only groups others: say which there are.
            if (CommandLine.executeHelpRequest(parsed) == null) {
                last.usage(last.getErr());
                return ExitCode.FAILED;
            }
            return ExitCode.COMPLETE;
        });
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError full) {
            return failed(terminal, messages.text("error.memory", "GONGKAI_JAVA_OPTS=-Xmx1g"));
        }
    }

    /** The commands in the order of the help. */
    private static Map<String, Supplier<Object>> commands(Terminal terminal, Messages messages, Clock clock) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("convert", () -> new ConvertCommand(terminal, messages, clock));
        commands.put("validate", () -> new ValidateCommand(terminal, messages, clock));
        commands.put(
                "report",
                () -> new CommandLine(new ReportCommand(terminal, messages))
                        .addSubcommand("changes", new ChangesCommand(terminal, messages, clock))
                        .addSubcommand("trend", new TrendCommand(terminal, messages)));
        commands.put("verify", () -> new VerifyCommand(terminal, messages));
        commands.put("prove", () -> new ProveCommand(terminal, messages));
        commands.put("apply", () -> new ApplyCommand(terminal, messages, clock));
        commands.put("diff", () -> new DiffCommand(terminal, messages));
        commands.put("rules", () -> new RulesCommand(terminal, messages));
        commands.put("deadline", () -> new DeadlineCommand(terminal, messages, clock));
        commands.put("stale", () -> new StaleCommand(terminal, messages, clock));
        commands.put(
                "calendar",
                () -> new CommandLine(new CalendarCommand())
                        .addSubcommand("add", new CalendarAddCommand(terminal, messages)));
        // So that -7 is a number and not an unknown option.
        commands.put(
                "workday",
                () -> new CommandLine(new WorkdayCommand(terminal, messages))
                        .setUnmatchedOptionsArePositionalParams(true));
        commands.put(
                "land",
                () -> new CommandLine(new LandCommand())
                        .addSubcommand("status", new LandStatusCommand(terminal, messages, clock)));
        commands.put(
                "requests",
                () -> new CommandLine(new RequestsCommand())
                        .addSubcommand("status", new RequestsStatusCommand(terminal, messages, clock)));
        commands.put(
                "interpret",
                () -> new CommandLine(new InterpretCommand())
                        .addSubcommand("status", new InterpretStatusCommand(terminal, messages, clock)));
        commands.put("obligations", () -> new ObligationsCommand(terminal, messages, clock));
        commands.put("annual-report", () -> new AnnualReportCommand(terminal, messages, clock));
        commands.put("profile", () -> new ProfileCommand(terminal, messages));
        commands.put("assistance", () -> new AssistanceCommand(terminal, messages, clock));
        commands.put("notice", () -> new NoticeCommand(terminal, messages, clock));
        commands.put("form", () -> new FormCommand(terminal, messages));
        commands.put("mapping", () -> new MappingCommand(terminal, messages));
        commands.put("judge", () -> new JudgeCommand(terminal, messages, clock));
        commands.put("conformance", () -> new ConformanceCommand(terminal, messages));
        commands.put("normalize", () -> new NormalizeCommand(terminal));
        return commands;
    }

    private static int failed(Terminal terminal, String why) {
        terminal.err().println("gongkai: " + PersonalData.maskedNumbers(why));
        return ExitCode.FAILED;
    }

    /** Looked for before the rest is parsed, since the help and the complaints about the rest are in that language. */
    private static String language(List<String> arguments) {
        String language = "";
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--lang=")) {
                language = arguments.get(i).substring("--lang=".length());
            } else if (arguments.get(i).equals("--lang") && i + 1 < arguments.size()) {
                language = arguments.get(i + 1);
            }
        }
        return language;
    }

    private static String describe(ParameterException problem, Messages messages) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        if (problem instanceof MissingParameterException missing) {
            List<String> names = missing.getMissing().stream().map(Main::nameOf).toList();
            return messages.text("error.missing", String.join(", ", names), command);
        }
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return messages.text("error.unmatched", String.join(" ", unmatched.getUnmatched()), command);
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return messages.text("error.twice", nameOf(twice.getOverwritten()), command);
        }
        ArgSpec argument = problem.getArgSpec();
        return argument == null
                ? messages.text("error.arguments", String.valueOf(problem.getMessage()), command)
                : messages.text("error.value", String.valueOf(problem.getValue()), nameOf(argument), command);
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }

        static String text() {
            return "gongkai " + Conversion.version();
        }
    }
}
