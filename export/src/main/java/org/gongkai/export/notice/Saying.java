package org.gongkai.export.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/** Fills lines of a form in for one record, and keeps which of its values were said. One record, one use. */
final class Saying {

    private static final String NUMERALS = "一二三四五六七八九";

    private final DisclosureRecord record;
    private final Set<String> said = new LinkedHashSet<>();

    /** What a slot starts from: the record, or an item of one of its lists. */
    private record Owner(Record of, String pointer) {}

    /** Text in the making, with the pointers of the values that it says. */
    private static final class Draft {

        final StringBuilder text = new StringBuilder();
        final Set<String> said = new LinkedHashSet<>();

        void add(Draft other) {
            text.append(other.text);
            said.addAll(other.said);
        }
    }

    Saying(DisclosureRecord record) {
        this.record = record;
    }

    /**
     * The text of a line.
     *
     * @param number the number that a paragraph with a number gets
     * @return null where a value that the line must have is absent
     */
    @Nullable
    String line(List<FormPart> parts, int number) {
        Draft draft = sequence(parts, root(), number);
        if (draft == null) {
            return null;
        }
        said.addAll(draft.said);
        return draft.text.toString();
    }

    /** The texts of the cells of a row: for each item of a list, or for the record itself where there is no list. */
    List<List<String>> rows(FormPart.@Nullable Way list, List<List<FormPart>> cells) {
        List<List<String>> rows = new ArrayList<>();
        for (Owner each : list == null ? List.of(root()) : items(list, root())) {
            List<String> row = new ArrayList<>();
            boolean any = false;
            for (List<FormPart> cell : cells) {
                Draft draft = sequence(cell, each, 0);
                row.add(draft == null ? "" : draft.text.toString());
                if (draft != null) {
                    said.addAll(draft.said);
                    any |= !draft.text.isEmpty();
                }
            }
            if (any) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Owner root() {
        return new Owner((Record) (Object) record, "");
    }

    private @Nullable Draft sequence(List<FormPart> parts, Owner owner, int number) {
        Draft draft = new Draft();
        for (FormPart each : parts) {
            Draft part = part(each, owner, number);
            if (part == null) {
                return null;
            }
            draft.add(part);
        }
        return draft;
    }

    private @Nullable Draft part(FormPart part, Owner owner, int number) {
        Draft draft = new Draft();
        if (part instanceof FormPart.Words words) {
            draft.text.append(words.text());
        } else if (part instanceof FormPart.Number) {
            draft.text.append(numeral(number));
        } else if (part instanceof FormPart.Slot slot) {
            return slot(slot.way(), owner);
        } else if (part instanceof FormPart.Test test) {
            return test(test, owner) ? tested(test, owner) : null;
        } else if (part instanceof FormPart.Either either) {
            for (List<FormPart> each : either.writings()) {
                Draft writing = sequence(each, owner, number);
                if (writing != null) {
                    return writing;
                }
            }
            return either.must() ? null : draft;
        } else if (part instanceof FormPart.Each each) {
            return each(each, owner, number);
        }
        return draft;
    }

    private static @Nullable Draft slot(FormPart.Way way, Owner owner) {
        Owner at = owner;
        for (RecordField each : way.fields().subList(0, way.fields().size() - 1)) {
            Object value = each.read(at.of());
            if (value == null) {
                return null;
            }
            at = new Owner((Record) value, at.pointer() + '/' + each.name());
        }
        String text = ValueText.of(way.last().read(at.of()));
        if (text == null) {
            return null;
        }
        Draft draft = new Draft();
        draft.text.append(text);
        draft.said.add(at.pointer() + '/' + way.last().name());
        return draft;
    }

    private @Nullable Draft each(FormPart.Each each, Owner owner, int number) {
        Draft all = new Draft();
        boolean any = false;
        for (Owner item : items(each.way(), owner)) {
            boolean wanted = each.tests().stream().allMatch(test -> test(test, item));
            Draft one = wanted ? sequence(each.parts(), item, number) : null;
            if (one != null) {
                all.text.append(any ? each.by() : "");
                all.add(one);
                each.tests().forEach(test -> all.said.addAll(tested(test, item).said));
                any = true;
            }
        }
        return any ? all : null;
    }

    // ---- tests

    /** A test that holds says the value: the words beside it stand for it. */
    private static Draft tested(FormPart.Test test, Owner owner) {
        Draft draft = new Draft();
        if (!test.not()) {
            values(test.way(), owner).forEach(each -> draft.said.add(each.pointer()));
        }
        return draft;
    }

    private boolean test(FormPart.Test test, Owner owner) {
        List<Value> values = values(test.way(), owner);
        FormPart.Way other = test.other();
        boolean holds = other != null
                ? values(other, root()).stream()
                        .anyMatch(each ->
                                values.stream().anyMatch(own -> own.text().equals(each.text())))
                : values.isEmpty()
                        ? test.wanted().contains("")
                        : values.stream().anyMatch(each -> test.wanted().contains(each.text()));
        return holds != test.not();
    }

    /** A value on a way, with its place in the record. */
    private record Value(String text, String pointer) {}

    private static List<Value> values(FormPart.Way way, Owner owner) {
        List<Value> values = new ArrayList<>();
        FormPart.Way before =
                new FormPart.Way(way.fields().subList(0, way.fields().size() - 1));
        for (Owner each : items(before, owner)) {
            String text = ValueText.of(way.last().read(each.of()));
            if (text != null) {
                values.add(new Value(text, each.pointer() + '/' + way.last().name()));
            }
        }
        return values;
    }

    /** The parts at the end of a way, through all lists. */
    private static List<Owner> items(FormPart.Way way, Owner owner) {
        List<Owner> items = List.of(owner);
        for (RecordField field : way.fields()) {
            List<Owner> next = new ArrayList<>();
            for (Owner each : items) {
                Object value = field.read(each.of());
                String pointer = each.pointer() + '/' + field.name();
                if (value instanceof Collection<?> many) {
                    int i = 0;
                    for (Object item : many) {
                        next.add(new Owner((Record) item, pointer + '/' + i++));
                    }
                } else if (value != null) {
                    next.add(new Owner((Record) value, pointer));
                }
            }
            items = next;
        }
        return items;
    }

    private static String numeral(int number) {
        int tens = number / 10;
        int ones = number % 10;
        String last = ones == 0 ? "" : NUMERALS.substring(ones - 1, ones);
        return tens == 0 ? last : (tens == 1 ? "" : NUMERALS.substring(tens - 1, tens)) + '十' + last;
    }

    // ---- what was left out

    /** Whether all tests hold for the record. */
    boolean holds(List<FormPart.Test> tests) {
        return tests.stream().allMatch(each -> test(each, root()));
    }

    DisclosureRecord record() {
        return record;
    }

    /**
     * The values that no line has said, in the order of the record.
     *
     * @param when tests that held: what they name is said by the form itself
     */
    List<PublicNotice.LeftOut> leftOut(List<FormPart.Test> when) {
        when.forEach(each -> said.addAll(tested(each, root()).said));
        List<PublicNotice.LeftOut> left = new ArrayList<>();
        for (RecordField each : RecordKind.of(record).fields()) {
            leftOut(each, root(), left);
        }
        record.other().keySet().forEach(each -> left.add(new PublicNotice.LeftOut('/' + each, null)));
        return left;
    }

    private void leftOut(RecordField field, Owner owner, List<PublicNotice.LeftOut> left) {
        Object value = field.read(owner.of());
        String pointer = owner.pointer() + '/' + field.name();
        if (value == null || value instanceof Collection<?> none && none.isEmpty() || said.contains(pointer)) {
            return;
        }
        String below = pointer + '/';
        if (field.parts().isEmpty() || said.stream().noneMatch(each -> each.startsWith(below))) {
            left.add(new PublicNotice.LeftOut(pointer, field.label()));
            return;
        }
        for (Owner part : items(new FormPart.Way(List.of(field)), owner)) {
            if (said.stream().noneMatch(each -> each.startsWith(part.pointer() + '/'))) {
                left.add(new PublicNotice.LeftOut(part.pointer(), field.label()));
            } else {
                field.parts().forEach(each -> leftOut(each, part, left));
            }
        }
    }
}
