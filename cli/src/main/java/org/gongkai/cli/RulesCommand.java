package org.gongkai.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The rule catalogue on the terminal. */
@Command
final class RulesCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(arity = "0..1", paramLabel = "CODE", descriptionKey = "CODE")
    private @Nullable String code;

    RulesCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        RuleCatalogue catalogue = RuleCatalogue.standard();
        if (code == null) {
            catalogue.rules().forEach(this::list);
            return ExitCode.COMPLETE;
        }
        if (!catalogue.contains(code)) {
            throw new UsageException(messages.text("error.rule.unknown", code));
        }
        explain(catalogue.rule(code));
        return ExitCode.COMPLETE;
    }

    private void list(Rule rule) {
        terminal.out()
                .println(rule.code() + "  "
                        + rule.severity().shown().in(messages.locale()) + "  "
                        + rule.says().in(messages.locale()));
    }

    private void explain(Rule rule) {
        Locale language = messages.locale();
        PrintStream out = terminal.out();
        out.println(rule.code());
        out.println(rule.says().in(language));
        out.println();
        if (rule.element() != null) {
            line("rules.element", rule.element());
        }
        line("rules.severity", rule.severity().shown().in(messages.locale()));
        line("rules.clause", rule.clause().in(language));
        line("rules.evidence", rule.evidence().mark());
        line("rules.mend", rule.mend().in(language));
    }

    private void line(String key, String value) {
        terminal.out().println(messages.text(key) + messages.text("colon") + value);
    }
}
