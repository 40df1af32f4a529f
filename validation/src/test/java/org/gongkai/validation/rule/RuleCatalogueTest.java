package org.gongkai.validation.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Constraint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.Evidence;
import org.gongkai.core.constraint.Advice;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCatalogueTest {

    private final RuleCatalogue catalogue = RuleCatalogue.standard();

    @Test
    void everyConstraintOfTheCanonicalTypesHasItsEntry() throws Exception {
        Map<String, Boolean> constraints = constraints();
        assertTrue(constraints.size() > 30, "constraints found: " + constraints.size());
        for (String code : constraints.keySet()) {
            assertTrue(catalogue.contains(code), "no entry for " + code);
        }
    }

    @Test
    void whatValidAloneForbidsIsAnErrorAndWhatAdvisesIsNot() throws Exception {
        constraints()
                .forEach((code, advice) ->
                        assertEquals(advice, catalogue.rule(code).severity() != Severity.ERROR, code));
    }

    @Test
    void aClauseThatIsNotVerifiedSaysSo() {
        for (Rule each : catalogue.rules()) {
            if (each.clause().zh().contains("未核对")) {
                assertEquals(Evidence.UNVERIFIED, each.evidence(), each.code());
            }
        }
    }

    @Test
    void aDoublePlaceholderOrAnUnknownOneStandsInNoText() {
        for (Rule each : catalogue.rules()) {
            for (Bilingual text : List.of(each.says(), each.mend())) {
                for (String one : List.of(text.zh(), text.en())) {
                    String rest = one.replace("{value}", "").replace("{expected}", "");
                    assertFalse(rest.contains("{") || rest.contains("}"), each.code() + ": " + one);
                }
            }
        }
    }

    @Test
    void bothLanguagesFillInTheSamePlaceholders() {
        for (Rule each : catalogue.rules()) {
            for (String name : List.of("{value}", "{expected}")) {
                assertEquals(each.says().zh().contains(name), each.says().en().contains(name), each.code());
            }
        }
    }

    @Test
    void anUnknownCodeIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> catalogue.rule("document.nothing"))
                .getMessage();
        assertTrue(message.contains("document.nothing"), message);
    }

    @Test
    void anUnverifiedRuleCannotBeAnError() {
        String message = refusal(file(entry("a.b", "error", "unverified", "c")));
        assertTrue(message.contains("a.b") && message.contains("unverified"), message);
    }

    @Test
    void aRuleThatStandsTwiceIsRefused() {
        String entry = entry("a.b", "warning", "derived", "c");
        assertTrue(refusal(file(entry + "," + entry)).contains("a.b stands twice"));
    }

    @Test
    void aClauseThatIsNotThereIsRefused() {
        assertTrue(refusal(file(entry("a.b", "warning", "derived", "d"))).contains("clause d"));
    }

    @Test
    void aTextWithoutOneOfTheLanguagesIsRefused() {
        String entry = entry("a.b", "warning", "derived", "c").replace("\"en\": \"e\"", "\"en\": \" \"");
        assertTrue(refusal(file(entry)).contains("needs both zh and en"));
    }

    @ParameterizedTest
    @CsvSource({"en, docs/rules.md", "zh, docs/rules.zh-CN.md"})
    void theGeneratedPageIsCurrent(String language, String page) throws Exception {
        Path file = Path.of(System.getProperty("gongkai.checkout"), page);
        String wanted = catalogue.toMarkdown(Locale.forLanguageTag(language));
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(file, wanted);
        }
        assertEquals(
                wanted,
                Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "",
                page + " is out of date; write it anew with: ./mvnw -pl validation -am test"
                        + " -Dtest=RuleCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dgongkai.writePages=true");
    }

    private static String entry(String code, String severity, String evidence, String clause) {
        return "{\"code\": \"" + code + "\", \"aspect\": \"source\", \"severity\": \"" + severity
                + "\", \"clause\": \"" + clause + "\", \"evidence\": \"" + evidence
                + "\", \"says\": {\"zh\": \"z\", \"en\": \"e\"}, \"mend\": {\"zh\": \"z\", \"en\": \"e\"}}";
    }

    private static String file(String entries) {
        return "{\"clauses\": {\"c\": {\"zh\": \"z\", \"en\": \"e\"}}, \"rules\": [" + entries + "]}";
    }

    private static String refusal(String file) {
        Exception refusal = assertThrows(
                Exception.class,
                () -> RuleCatalogue.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
        assertTrue(refusal instanceof IOException || refusal instanceof IllegalArgumentException);
        return String.valueOf(refusal.getMessage());
    }

    /** The codes on the components of all kinds of record, each with whether it only advises. */
    private static Map<String, Boolean> constraints() throws Exception {
        Map<String, Boolean> found = new TreeMap<>();
        Set<Class<?>> seen = new HashSet<>();
        for (Class<?> kind : DisclosureRecord.class.getPermittedSubclasses()) {
            collect(kind, found, seen);
        }
        return found;
    }

    private static void collect(Class<?> type, Map<String, Boolean> found, Set<Class<?>> seen) throws Exception {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            collect(field, found);
            collect(field.getAnnotatedType(), found, seen);
        }
    }

    private static void collect(AnnotatedType type, Map<String, Boolean> found, Set<Class<?>> seen) throws Exception {
        collect((AnnotatedElement) type, found);
        if (type instanceof AnnotatedParameterizedType generic) {
            for (AnnotatedType each : generic.getAnnotatedActualTypeArguments()) {
                collect(each, found, seen);
            }
        } else if (type.getType() instanceof Class<?> plain) {
            collect(plain, found, seen);
        }
    }

    private static void collect(AnnotatedElement element, Map<String, Boolean> found) throws Exception {
        for (Annotation each : element.getAnnotations()) {
            if (each.annotationType().isAnnotationPresent(Constraint.class)) {
                String key = (String) each.annotationType().getMethod("message").invoke(each);
                Class<?>[] groups =
                        (Class<?>[]) each.annotationType().getMethod("groups").invoke(each);
                assertTrue(key.matches("\\{[a-zA-Z0-9.]+}"), "no rule's code: " + key);
                found.put(
                        key.substring(1, key.length() - 1),
                        Arrays.asList(groups).contains(Advice.class));
            }
        }
    }

    private static String text(String zh, String en, String value, String expected, Locale language) {
        Rule rule = new Rule(
                "a.b",
                Aspect.SOURCE,
                Severity.WARNING,
                null,
                new Bilingual("x", "x"),
                Evidence.DERIVED,
                new Bilingual(zh, en),
                new Bilingual("x", "x"));
        return rule.text(
                new Finding("a.b", Severity.WARNING, null, "", value, expected, null, "0".repeat(16)), language);
    }

    @Test
    void whatAFindingDoesNotGiveIsLeftOutWithItsPartOfTheSentence() {
        String zh = "文件过大：{value}，上限 {expected}。";
        String en = "The file is too large: {value}; the limit is {expected}.";
        assertEquals("文件过大：9，上限 5。", text(zh, en, "9", "5", Locale.CHINESE));
        assertEquals("文件过大，上限 5。", text(zh, en, null, "5", Locale.CHINESE));
        assertEquals("文件过大。", text(zh, en, null, null, Locale.CHINESE));
        assertEquals("The file is too large: 9; the limit is 5.", text(zh, en, "9", "5", Locale.ENGLISH));
        assertEquals("The file is too large: 9.", text(zh, en, "9", null, Locale.ENGLISH));
        assertEquals("The file is too large.", text(zh, en, null, null, Locale.ENGLISH));
    }

    @Test
    void aSentenceThatBeginsWithWhatIsNotGivenShowsThreePoints() {
        assertEquals("“…”不是日期。", text("“{value}”不是日期。", "x", null, null, Locale.CHINESE));
        assertEquals("A (…, x) b.", text("x", "A ({value}, x) b.", null, null, Locale.ENGLISH));
    }

    @Test
    void noRuleShowsAPlaceholderOrAWordForWhatIsNotGiven() {
        for (Rule rule : RuleCatalogue.standard().rules()) {
            Finding bare = new Finding(rule.code(), rule.severity(), null, "", null, null, null, "0".repeat(16));
            for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                for (String text : List.of(rule.text(bare, language), rule.mending(bare, language))) {
                    assertFalse(
                            text.contains("{value}") || text.contains("{expected}") || text.contains("(not stated)"),
                            text);
                    assertFalse(text.isBlank(), rule.code());
                }
            }
        }
    }
}
