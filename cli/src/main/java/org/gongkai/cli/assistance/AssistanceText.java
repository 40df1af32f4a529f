package org.gongkai.cli.assistance;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.StandardChange;
import org.gongkai.core.assistance.StandardInForce;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/** What a place pays on a day, for people. */
record AssistanceText(PrintStream out, Messages messages) {

    void print(AssistanceAnswer answer) {
        say("assistance.inForce", answer.place(), answer.on().toString());
        for (StandardInForce each : answer.inForce()) {
            inForce(answer, each);
        }
        if (answer.inForce().isEmpty()) {
            out.println("  " + messages.text("assistance.nothing"));
        }
        List<String> missing = answer.missing();
        List<String> uncertain = answer.uncertain();
        int all = answer.headings().size();
        say("assistance.headings", answer.scheme().name(), all, all - missing.size() - uncertain.size());
        list("assistance.missing", missing);
        list("assistance.uncertain", uncertain);
        for (AssistanceStandard each : answer.toLapse()) {
            say("assistance.lapse", name(each), String.valueOf(each.effectiveTo()));
        }
        if (answer.since() != null) {
            say("assistance.changes", answer.since().toString(), answer.on().toString());
            answer.changes().forEach(this::change);
            if (answer.changes().isEmpty()) {
                out.println("  " + messages.text("assistance.nothing"));
            }
        }
    }

    private void inForce(AssistanceAnswer answer, StandardInForce each) {
        AssistanceStandard known = each.known();
        String from = known == null || known.effectiveFrom() == null
                ? ""
                : ' ' + messages.text("assistance.from", known.effectiveFrom().toString());
        String floor =
                known != null && Boolean.TRUE.equals(known.atLeast()) ? messages.text("assistance.atLeast") + ' ' : "";
        String follows = known != null && known.follows() != null
                ? ' ' + messages.text("assistance.follows", known.follows().text())
                : "";
        Location location = known == null ? null : answer.whereIs().apply(known);
        out.println("  " + name(each.slot()) + "  " + floor + amount(each.amount()) + from + follows
                + (location == null ? "" : "  [" + location + ']'));
        List<AssistanceStandard> others = AssistanceAnswer.others(each);
        if (!others.isEmpty()) {
            out.println("    "
                    + messages.text(
                            "assistance.perhaps",
                            others.stream()
                                    .map(line -> line.price()
                                            + (line.effectiveFrom() == null ? "" : "（" + line.effectiveFrom() + "）"))
                                    .distinct()
                                    .collect(Collectors.joining("、"))));
        }
    }

    private void change(StandardChange change) {
        out.println("  " + name(change.slot()) + "  " + state(change.before()) + " → " + state(change.after())
                + difference(change));
    }

    /** By how much, and by how many per cent; empty where that is not known. */
    private static String difference(StandardChange change) {
        Amount difference = change.difference();
        return difference == null
                ? ""
                : "  " + signed(difference.value().signum(), difference.toString()) + growth(change.growth());
    }

    private static String growth(@Nullable BigDecimal growth) {
        return growth == null ? "" : "  " + signed(growth.signum(), growth.toPlainString()) + '%';
    }

    private static String signed(int sign, String number) {
        return sign > 0 ? '+' + number : number;
    }

    private String state(StandardInForce answer) {
        return answer.isEmpty() ? messages.text("assistance.nothing") : amount(answer.amount());
    }

    private String amount(@Nullable Amount amount) {
        return amount == null ? messages.text("assistance.unknown") : amount.toString();
    }

    private static String name(AssistanceSchedule.Slot slot) {
        return slot.label(AssistanceText::grade);
    }

    private static String name(AssistanceStandard line) {
        return (line.residence() == null ? "" : line.residence().label())
                + line.item()
                + (line.support() == null ? "" : "（" + line.support().label() + "）")
                + (line.grades().isEmpty()
                        ? ""
                        : "（"
                                + line.grades().stream()
                                        .map(AssistanceText::grade)
                                        .collect(Collectors.joining("、"))
                                + "）");
    }

    /** Grades of disability are numbers in a record and 一级 for people. */
    private static String grade(String grade) {
        int number = "1234".indexOf(grade);
        return grade.length() == 1 && number >= 0 ? "一二三四".charAt(number) + "级" : grade;
    }

    private void list(String key, List<String> names) {
        if (!names.isEmpty()) {
            say(key, String.join("、", names));
        }
    }

    private void say(String key, Object... values) {
        out.println(messages.text(key, values));
    }
}
