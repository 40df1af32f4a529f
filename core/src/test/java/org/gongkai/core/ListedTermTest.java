package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.document.Validity;
import org.gongkai.core.land.RequisitionItemState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for every listed term that core has, found among its compiled classes. */
class ListedTermTest {

    private static final String UNSEEN = "\u00A0\u3000\uFEFF\u200B\t ";

    private final ObjectMapper jackson2 = new ObjectMapper();
    private final tools.jackson.databind.ObjectMapper jackson3 = new tools.jackson.databind.ObjectMapper();

    /** One list: the class of the term and the enum of its entries, reached as a caller reaches them. */
    record TermList(Class<?> type, Class<?> entryType) {

        List<ListedTerm.Entry> entries() {
            return Arrays.stream(entryType.getEnumConstants())
                    .map(ListedTerm.Entry.class::cast)
                    .toList();
        }

        ListedTerm<?> parse(String text) {
            return (ListedTerm<?>) call("parse", String.class, text);
        }

        ListedTerm<?> of(ListedTerm.Entry entry) {
            return (ListedTerm<?>) call("of", entryType, entry);
        }

        /** What the accessor of the entry answers: state(), mode(), type() or what the list calls it. */
        Object entry(ListedTerm<?> term) {
            try {
                return Arrays.stream(type.getDeclaredMethods())
                        .filter(each -> each.getReturnType() == entryType
                                && each.getParameterCount() == 0
                                && Modifier.isPublic(each.getModifiers()))
                        .findFirst()
                        .orElseThrow()
                        .invoke(term);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private Object call(String method, Class<?> argument, Object value) {
            try {
                return type.getMethod(method, argument).invoke(null, value);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw new IllegalStateException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static List<TermList> lists() throws Exception {
        Path classes = Path.of(ListedTerm.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<TermList> lists = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("org"))) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(each).toString().replaceAll("[/\\\\]", ".");
                Class<?> type = Class.forName(
                        name.substring(0, name.length() - ".class".length()), false, ListedTerm.class.getClassLoader());
                if (type.getSuperclass() == ListedTerm.class) {
                    Class<?> entries = Arrays.stream(type.getDeclaredClasses())
                            .filter(ListedTerm.Entry.class::isAssignableFrom)
                            .findFirst()
                            .orElseThrow();
                    lists.add(new TermList(type, entries));
                }
            }
        }
        return lists;
    }

    @Test
    void theListsOfAllRoomsAreFound() throws Exception {
        List<String> names = lists().stream().map(TermList::toString).toList();
        assertTrue(names.containsAll(List.of("Validity", "Openness", "MaterialState", "LandClass")), names::toString);
        assertTrue(names.size() >= 21, names::toString);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyEntryIsReadFromItsLabelAndItsSynonyms(TermList list) {
        for (ListedTerm.Entry each : list.entries()) {
            assertSame(each, list.entry(list.of(each)));
            assertEquals(each.label(), list.of(each).text());
            for (String synonym : each.synonyms()) {
                assertSame(each, list.entry(list.parse(synonym)));
            }
            assertSame(each, list.entry(list.parse(((Enum<?>) each).name())));
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whatIsNotSeenAroundOrWithinATermIsPassedOverAndKept(TermList list) {
        for (ListedTerm.Entry each : list.entries()) {
            String label = each.label();
            for (String text : List.of(
                    UNSEEN + label,
                    label + UNSEEN,
                    UNSEEN + label + UNSEEN,
                    label.charAt(0) + UNSEEN + label.substring(1))) {
                ListedTerm<?> term = list.parse(text);
                assertSame(each, list.entry(term));
                assertTrue(term.wellFormed());
                assertEquals(text, term.text());
                assertEquals(text, term.toString());
                assertNotEquals(list.of(each), term);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aTextOffTheListIsKeptAndMalformed(TermList list) {
        for (String text : List.of("", UNSEEN, "不在表上", list.entries().get(0).label() + "？")) {
            ListedTerm<?> term = list.parse(text);
            assertNull(list.entry(term));
            assertFalse(term.wellFormed());
            assertEquals(text, term.text());
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aTermWithoutTextIsRefused(TermList list) {
        assertEquals(
                "text",
                assertThrows(NullPointerException.class, () -> list.parse(null)).getMessage());
    }

    @Test
    void theStateOfAMaterialIsReadAsAValidityIs() {
        assertEquals(
                MaterialState.State.PUBLISHED, MaterialState.parse("已公开\u00A0").state());
        assertEquals(Validity.State.IN_FORCE, Validity.parse("有效\u00A0").state());
    }

    @Test
    void equalTextsOfTwoListsAreTwoTerms() {
        assertNotEquals(MaterialState.parse("已公开"), RequisitionItemState.parse("已公开"));
        assertNotEquals(RequisitionItemState.parse("已公开"), MaterialState.parse("已公开"));
    }

    @Property(tries = 500)
    void whatIsWrittenAsJsonIsReadBackByBothVersions(@ForAll("terms") ListedTerm<?> term) throws Exception {
        String json = jackson2.writeValueAsString(term);
        assertEquals(jackson2.writeValueAsString(term.text()), json);
        assertEquals(jackson3.writeValueAsString(term), jackson3.writeValueAsString(term.text()));
        Object back = jackson2.readValue(json, term.getClass());
        assertEquals(term, back);
        assertEquals(term.hashCode(), back.hashCode());
        assertEquals(term, jackson3.readValue(json, term.getClass()));
    }

    @Provide
    Arbitrary<ListedTerm<?>> terms() throws Exception {
        return Arbitraries.of(lists()).flatMap(list -> {
            Arbitrary<String> listed = Arbitraries.of(list.entries()).map(ListedTerm.Entry::label);
            Arbitrary<String> padded = listed.map(label -> '\u00A0' + label + "\u3000\uFEFF");
            return Arbitraries.oneOf(listed, padded, Arbitraries.strings().all().ofMaxLength(12))
                    .map(list::parse);
        });
    }
}
