package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.WebLink;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.NormativeNumber;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.organization.RegionCode;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.LineBreaks;
import org.gongkai.core.text.SpreadsheetCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reader meets long runs of the signs that it looks for. The time is a guard against hanging, no measure of speed. */
@Execution(ExecutionMode.CONCURRENT) // The longest class of the module by far: its readers share nothing.
class HostileTextTest {

    private static final int LENGTH = 20_000;

    private static final List<String> RUNS = List.of(
            " ",
            "\u00a0",
            "　",
            "\n",
            "\t",
            "\u200b",
            "(",
            "（",
            "〔",
            "【",
            "《",
            ")",
            "〕",
            "1",
            "+1",
            "1,111",
            "2023",
            "年",
            "2023-1-1 ",
            "号",
            "第",
            "令",
            "公告",
            "、",
            "，",
            "；",
            "：",
            "-",
            "—",
            ".",
            "./",
            "../",
            "%2e%2e/",
            "a",
            "ab ",
            "局",
            "会同",
            "某局会同",
            "等",
            "附件",
            "关于",
            "单位",
            "公顷",
            "约",
            "户主：",
            "户主：张三",
            "身份证",
            "13800000000 ",
            "发 文 字 号",
            "http://",
            "<a ",
            "〔2023〕5号",
            "中 ");

    private static final List<String> BEFORE = List.of("", "某政发", "2023年", "（", "+1", "1");
    private static final List<String> BEHIND = List.of("", "x", "号", "\u2028", "〔2023〕5号");

    static Map<String, Consumer<String>> readers() {
        Map<String, Consumer<String>> readers = new LinkedHashMap<>();
        readers.put("document number", text -> DocumentNumber.readAll(text).value());
        readers.put(
                "document number as it stands",
                text -> DocumentNumber.parse(text).wellFormed());
        readers.put("index number", text -> IndexNumber.parse(text).wellFormed());
        readers.put("normative number", text -> NormativeNumber.parse(text).wellFormed());
        readers.put("kind of a title", DocumentKind::ofTitle);
        readers.put("agencies", Agency::readAll);
        readers.put("credit code", text -> CreditCode.parse(text).wellFormed());
        readers.put("region code", text -> RegionCode.parse(text).wellFormed());
        readers.put("date", DateText::read);
        readers.put("day count", text -> DateText.readSerial(text, DateText.Epoch.YEAR_1900));
        readers.put("partial date", PartialDate::read);
        readers.put("planned time", text -> PlannedTime.read(text, 2023));
        readers.put("area", text -> Area.read(text, Area.Unit.MU));
        readers.put("unit of a label", Area.Unit::in);
        readers.put("ground of public interest", PublicInterestGround::read);
        readers.put("matter", text -> new MatterReference(2023, null, text));
        readers.putAll(valueTypes());
        readers.put("link", text -> WebLink.resolve(text, "https://a.b/c"));
        readers.put("link below", WebLink::below);
        readers.put("personal data", PersonalData::find);
        readers.put("personal data of a label", text -> PersonalData.find("户主", text));
        readers.put("cell of a spreadsheet", SpreadsheetCell::guarded);
        readers.put("text without blanks", LegacyText::withoutBlanks);
        readers.put("text for none", LegacyText::nullToken);
        readers.put("line breaks", text -> LineBreaks.joined(text, "\n", " "));
        return readers;
    }

    /** Each way to make a value of a component of a record from one text: none is forgotten. */
    private static Map<String, Consumer<String>> valueTypes() {
        Map<String, Consumer<String>> readers = new TreeMap<>();
        RecordKind.all().stream()
                .flatMap(kind -> kind.allFields().stream())
                .map(RecordField::type)
                .filter(type -> type.getName().startsWith("org.gongkai.core."))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(each -> Modifier.isStatic(each.getModifiers())
                        && List.of(each.getParameterTypes()).equals(List.of(String.class))
                        && !each.getName().equals("valueOf"))
                .forEach(each -> readers.put(
                        each.getDeclaringClass().getSimpleName() + '.' + each.getName(), text -> call(each, text)));
        return readers;
    }

    private static void call(Method method, String text) {
        try {
            method.invoke(null, text);
        } catch (InvocationTargetException refused) {
            assertInstanceOf(IllegalArgumentException.class, refused.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theValueTypesAreFoundByTheDescriptionOfTheKinds() {
        Set<String> found = valueTypes().keySet();
        assertTrue(
                found.containsAll(Set.of("DocumentNumber.read", "Agency.readAll", "Area.parse", "Figure.read")),
                found.toString());
        assertTrue(found.size() > 30, found.toString());
    }

    static List<String> names() {
        return List.copyOf(readers().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void longRunsDoNotHang(String name) {
        Consumer<String> reader = readers().get(name);
        assertTimeoutPreemptively(Duration.ofMinutes(10), () -> {
            for (String run : RUNS) {
                String repeated = run.repeat(LENGTH / run.length());
                for (String before : BEFORE) {
                    reader.accept(before + repeated + BEHIND.get(Math.floorMod(before.hashCode(), BEHIND.size())));
                }
                for (String behind : BEHIND) {
                    reader.accept(repeated + behind);
                }
            }
        });
    }
}
