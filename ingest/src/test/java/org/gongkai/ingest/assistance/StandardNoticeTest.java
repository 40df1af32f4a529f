package org.gongkai.ingest.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standards in the running text of notices. */
class StandardNoticeTest {

    private static final AssistanceTableReader READER = AssistanceTableReader.standard();
    private static final Path FOLDER = Path.of(
            System.getProperty("gongkai.checkout"), "ingest/src/test/resources/org/gongkai/ingest/assistance/notices");

    @TempDir
    Path folder;

    private static NoticeReading<AssistanceStandard> read(String text) {
        return READER.readText(
                NoticeText.of(Location.of("notice.txt"), text),
                AssistanceStandardBuilder.builder().place("东岚市").build());
    }

    private static List<String> lines(String text) {
        return read(text).records().stream().map(each -> line(each.record())).toList();
    }

    /** What a line says, parts that are not said left out. */
    private static String line(AssistanceStandard line) {
        StringBuilder text = new StringBuilder();
        Object[] parts = {
            line.item(),
            line.residence(),
            line.support() == null ? null : line.support().label(),
            line.grades().isEmpty() ? null : String.join("|", line.grades()),
            line.scope(),
            Boolean.TRUE.equals(line.atLeast()) ? "≥" : null,
            line.amount(),
            line.unit() == null ? null : line.unit().label(),
            line.previousAmount() == null ? null : "before " + line.previousAmount(),
            line.growth() == null ? null : "growth " + line.growth(),
            line.effectiveFrom() == null ? null : "from " + line.effectiveFrom(),
            line.change(),
            line.follows() == null ? null : "follows " + line.follows()
        };
        for (Object each : parts) {
            text.append(each == null ? "" : (text.isEmpty() ? "" : " ") + each);
        }
        return text.toString();
    }

    private static List<String> rules(String text) {
        return read(text).problems().stream().map(SourceProblem::rule).toList();
    }

    private static Map<String, String> passages() throws IOException {
        Map<String, String> passages = new LinkedHashMap<>();
        for (String each : Files.readString(FOLDER.resolve("passages.txt")).split("(?m)^=== ")) {
            if (!each.isBlank()) {
                passages.put(each.substring(0, each.indexOf('\n')), each.substring(each.indexOf('\n') + 1));
            }
        }
        return passages;
    }

    @Test
    void composedPassagesOfManyShapesAreReadAsAPersonReadsThem() throws IOException {
        StringBuilder read = new StringBuilder();
        for (Map.Entry<String, String> each : passages().entrySet()) {
            read.append("=== ").append(each.getKey()).append('\n');
            lines(each.getValue()).forEach(line -> read.append(line).append('\n'));
            rules(each.getValue())
                    .forEach(rule -> read.append("! ").append(rule).append('\n'));
        }
        Path expected = FOLDER.resolve("expected.txt");
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(expected, read);
        }
        assertEquals(Files.readString(expected), read.toString());
    }

    @Test
    void aClassOfAProgrammeIsTheGradeOfItsStandard() {
        assertEquals(
                List.of("[支出型]", "[急难型]"),
                read("关于公布临时救助标准的通知\n支出型临时救助每人每次1500元，急难型临时救助每人每次3000元。").records().stream()
                        .map(each -> String.valueOf(each.record().grades()))
                        .toList());
    }

    @Test
    void aBandOfAgesMayBeWrittenWithoutAWordForFrom() {
        assertEquals(
                List.of("[80周岁不满90周岁]", "[100周岁]"),
                read("关于高龄津贴标准的通知\n年满80周岁不满90周岁的老年人每人每月60元。\n年满100周岁的老年人每人每月500元。").records().stream()
                        .map(each -> String.valueOf(each.record().grades()))
                        .toList());
    }

    @Test
    void theDayOfAStandardOfBeforeIsNoBeginning() {
        String text = "关于低保标准的通知\n城市低保标准为每人每月720元。\n上述标准从2026年7月1日起执行，2025年执行的标准同时停止。";
        assertEquals(
                "2026-07-01",
                String.valueOf(read(text).records().get(0).record().effectiveFrom()));
        AssistanceStandard until = read("关于低保标准的通知\n城市低保标准为每人每月720元。\n以上标准有效期自2026年3月1日至2027年2月28日。")
                .records()
                .get(0)
                .record();
        assertEquals("2026-03-01 2027-02-28", until.effectiveFrom() + " " + until.effectiveTo());
    }

    @Test
    void theResidenceOfAnotherItemInTheClauseBeforeIsNotThatOfTheAmount() {
        assertEquals(
                List.of("URBAN", "null"),
                read("关于低保标准的通知\n城市居民低保标准定为945元/月，农村居民低保标准与城市同标，特困供养标准1229元/月。").records().stream()
                        .map(each -> String.valueOf(each.record().residence()))
                        .toList());
    }

    @Test
    void anArrowRaisesAndAUnitMayStandTogether() {
        assertEquals(
                List.of("700 before 670"),
                read("关于低保标准的公告\n城市低保670元/人月→700元/人月。").records().stream()
                        .map(each -> each.record().amount() + " before "
                                + each.record().previousAmount())
                        .toList());
    }

    @Test
    void everyValueStandsAtThePlaceThatTheLedgerSays() throws IOException {
        int checked = 0;
        for (String passage : passages().values()) {
            List<String> source = passage.lines().toList();
            for (NoticeReading.Read<AssistanceStandard> record : read(passage).records()) {
                assertTrue(record.ledger().stream().anyMatch(each -> each.target() != null), record.words());
                for (LedgerEntry entry : record.ledger()) {
                    if (entry.value() != null) {
                        String line = source.get(
                                Objects.requireNonNull(entry.location().row()) - 1);
                        int from = Objects.requireNonNull(entry.location().column()) - 1;
                        assertEquals(
                                entry.value(),
                                line.substring(from, from + entry.value().length()));
                        assertTrue(line.contains(
                                Objects.requireNonNull(entry.location().label())));
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked > 500, "values checked: " + checked);
    }

    @Test
    void eachAmountOfATextIsReadOrStandsInTheLedger() throws IOException {
        for (Map.Entry<String, String> each : passages().entrySet()) {
            NoticeReading<AssistanceStandard> reading = read(each.getValue());
            if (reading.records().isEmpty()) {
                continue;
            }
            String told = reading.ledger().stream()
                            .map(entry -> String.valueOf(entry.value()))
                            .collect(Collectors.joining("|"))
                    + reading.records().stream()
                            .flatMap(record -> record.ledger().stream())
                            .map(entry -> String.valueOf(entry.value()))
                            .collect(Collectors.joining("|", "|", ""));
            Matcher amount = Pattern.compile("\\d+(?=元)").matcher(each.getValue());
            while (amount.find()) {
                assertTrue(told.contains(amount.group()), each.getKey() + ": " + amount.group());
            }
        }
    }

    @Test
    void aRiseASumACeilingAndTheDifferencePaidAreNoStandards() {
        assertEquals(
                List.of("低保 URBAN 770 元/人·月"),
                lines("城市低保标准每人每月770元，比上年增加20元，月人均补差水平405元，全年发放资金812万元。临时救助最高不超过5000元。"));
    }

    @Test
    void aListOfAmountsIsReadOnlyWhereTheCountsAgree() {
        assertEquals(
                List.of("特困照料护理 自理 240 元/人·月", "特困照料护理 半 685 元/人·月", "特困照料护理 全 1090 元/人·月"),
                lines("特困人员全自理、半护理、全护理照料护理标准分别为每人每月240元、685元、1090元。"));
        assertEquals(List.of(), lines("特困人员全自理、半护理照料护理标准分别为每人每月240元、685元、1090元。"));
    }

    @Test
    void twoAmountsForOneThingAreToldAndNeitherIsTaken() {
        String text = "城市低保标准为每人每月770元。\n农村低保标准为每人每月600元。\n城市低保标准为每人每月780元。";
        assertEquals(List.of("低保 RURAL 600 元/人·月"), lines(text));
        SourceProblem told = read(text).problems().get(0);
        assertEquals("source.text.ambiguous", told.rule());
        assertEquals("770元 | 780元", told.expected());
    }

    @Test
    void whatIsSaidTwiceIsOneStandardAndNothingIsLeftUnread() {
        String text = "城市低保标准由每人每月700元提高到770元。\n城市低保标准由每人每月700元提高到770元。";
        assertEquals(List.of("低保 URBAN 770 元/人·月 before 700 RAISED"), lines(text));
        assertEquals(List.of(), rules(text));
    }

    @Test
    void twoDaysOfEffectAreToldAndNeitherIsTaken() {
        String text = "自2024年1月1日起，城市低保标准为每人每月770元。\n从2024年3月1日起，提高标准。\n农村低保标准为每人每月600元。";
        assertEquals(List.of("低保 URBAN 770 元/人·月 from 2024-01-01", "低保 RURAL 600 元/人·月"), lines(text));
        assertTrue(rules(text).contains("source.text.ambiguous"));
    }

    @Test
    void theDayOfTheNoticeItselfCountsWhereNoOtherIsSaid() {
        assertEquals(List.of("低保 URBAN 770 元/人·月 from 2024-02-01"), lines("城市低保标准为每人每月770元。本通知自2024年2月1日起施行。"));
        assertEquals(
                List.of("低保 URBAN 770 元/人·月 from 2024-01-01"),
                lines("从2024年1月1日起，城市低保标准为每人每月770元。\n本通知自2024年2月1日起施行。"));
    }

    @Test
    void whatAnotherItemIsCountedFromIsNoItem() {
        assertEquals(List.of("特困基本生活 1001 元/人·月 SET"), lines("特困人员基本生活标准按照城市低保标准的1.3倍确定为每人每月1001元。"));
    }

    @Test
    void anItemThatNothingKnowsDoesNotInheritTheOneBefore() {
        assertEquals(List.of("社会散居孤儿 2211 元/人·月"), lines("社会散居孤儿基本生活费标准为每人每月2211元，六十年代精简退职职工补助为每人每月771元。"));
        assertEquals(List.of(), lines("低保家庭大学新生每人每年补助5000元。"));
    }

    @Test
    void numeralsAndSpellingsOfUnitsAreReadAlike() {
        for (String each : List.of(
                "每人每月989元",
                "989元/人·月",
                "989元/月·人",
                "989元/人/月",
                "989元/月/人",
                "989元/人月",
                "989元/(人·月)",
                "989元每人每月",
                "989元/月",
                "每月989元",
                "九百八十九元每人每月",
                "每人每月９８９元",
                "每人每月 989 元")) {
            assertEquals(List.of("低保 URBAN 989 元/人·月"), lines("城市低保标准" + each + "。"), each);
        }
        assertEquals(List.of("低保 URBAN 11868 元/人·年"), lines("城市低保标准11,868元/人·年。"));
        assertEquals(List.of("低保 URBAN 989"), lines("城市低保标准989元。"));
    }

    @Test
    void basisSetterAndPlaceAreTakenFromTheNotice() {
        AssistanceStandard line = READER.readText(
                        NoticeText.of(
                                Location.of("notice.txt"),
                                "东岚市民政局关于调整低保标准的通知",
                                null,
                                "根据《关于提高救助标准的通知》（岚民〔2024〕3号），城市低保标准为每人每月770元。"),
                        AssistanceStandardBuilder.builder().build())
                .records()
                .get(0)
                .record();
        assertEquals("东岚市", line.place());
        assertEquals("[东岚市民政局]", line.setBy().toString());
        assertEquals(
                "岚民〔2024〕3号",
                String.valueOf(Objects.requireNonNull(line.basis()).documentNumber()));
    }

    @Test
    void aReportAndTheNoticeOfAnotherPlaceAreToldAndNotRead() {
        String report = "记者从市民政局获悉，城市低保标准由每人每月924元提高到989元。";
        assertEquals(List.of(), lines(report));
        assertEquals(List.of("source.text.report"), rules(report));
        NoticeReading<AssistanceStandard> other = READER.readText(
                NoticeText.of(Location.of("notice.txt"), "西岭县民政局关于调整低保标准的通知", null, "城市低保标准为每人每月770元。"),
                AssistanceStandardBuilder.builder().place("东岚市").build());
        assertEquals("西岭县", other.problems().get(0).value());
        assertTrue(other.records().isEmpty());
    }

    @Test
    void aPageWithATableTakesTheDayFromItsTextAndNoAmountTwice() throws IOException {
        Path mapping = Taken.write(
                folder,
                "m.yaml",
                "tables:\n  - {files: '**', kind: assistance-standard, defaults: {place: 东岚市}}\n".getBytes());
        Taken taken = Taken.from(
                LegacyReader.standard().withMapping(Mapping.read(mapping)),
                Taken.write(
                        folder,
                        "in/a.html",
                        ("<html><head><title>关于调整救助标准的通知</title></head><body><div id=zoom><h1>关于调整救助标准的通知</h1>"
                                        + "<p>自2024年1月1日起，调整我市低保标准，城市低保标准为每人每月995元，现予公布。</p><table><tr><td>类别</td>"
                                        + "<td>标准（元/月）</td></tr><tr><td>城市低保</td><td>995</td></tr></table></div></body></html>")
                                .getBytes()));
        assertEquals(1, taken.records.size());
        AssistanceStandard line = (AssistanceStandard) taken.records.get(0).record();
        assertEquals("2024-01-01", String.valueOf(line.effectiveFrom()));
        assertTrue(taken.records.get(0).ledger().stream()
                .anyMatch(each -> "/effectiveFrom".equals(each.target()) && each.fate() == FieldFate.REPAIRED));
    }

    @Test
    void aTextFileIsReadForItsTextWhereItHoldsNoTable() throws IOException {
        Path mapping = Taken.write(
                folder,
                "m.yaml",
                "tables:\n  - {files: '**', kind: assistance-standard, defaults: {place: 东岚市}}\n".getBytes());
        LegacyReader reader = LegacyReader.standard().withMapping(Mapping.read(mapping));
        Taken text = Taken.from(reader, Taken.write(folder, "in/a.txt", "一、城市低保标准为每人每月770元。\n".getBytes()));
        assertEquals(1, text.records.size());
        Taken table =
                Taken.from(reader, Taken.write(folder, "in/b.txt", "类别\t标准（元/月）\n城市低保\t995\n农村低保\t800\n".getBytes()));
        assertEquals(2, table.records.size());
    }

    @Test
    void aTextOfManyMegabytesIsReadToItsEnd() {
        String long1 = "城市低保标准".repeat(200_000) + "\n" + "每人每月770元、".repeat(100_000) + "\n城市低保标准为每人每月770元。";
        assertEquals(List.of("低保 URBAN 770 元/人·月"), lines(long1));
    }

    @Property(tries = 300)
    void noTextMakesTheReaderFail(
            @ForAll
                    @StringLength(max = 200)
                    @Chars({
                        '低', '保', '特', '困', '元', '每', '人', '月', '由', '到', '提', '高', '、', '，', '。', '（', '）', '：', '年',
                        '日', '起', '/', '·', '\n', '一', '百'
                    })
                    @CharRange(from = '0', to = '9')
                    String text) {
        NoticeReading<AssistanceStandard> reading = read(text);
        assertFalse(reading.records().stream().anyMatch(each -> each.record().item() == null));
    }

    @Test
    void ofThisYearMeansTheYearInWhichTheNoticeWasWritten() {
        NoticeReading<AssistanceStandard> reading = AssistanceTableReader.standard()
                .readText(
                        NoticeText.of(Location.of("a.txt"), """
                                关于提高甲川区城乡低保标准的通知
                                自今年7月1日起，城市低保标准提高到每人每月810元。
                                甲川区民政局
                                2026年6月20日"""),
                        AssistanceStandardBuilder.builder().build());
        AssistanceStandard line = reading.records().get(0).record();
        assertEquals("2026-07-01", String.valueOf(line.effectiveFrom()));
        assertEquals("甲川区", line.place());
        assertEquals("[甲川区民政局]", line.setBy().toString());
        assertEquals("2026-06-20", String.valueOf(line.issuedOn()));
        assertTrue(reading.records().get(0).ledger().stream()
                .anyMatch(each -> each.reasons().contains("year-of-notice")));
    }

    @Test
    void theResidenceOfOneAmountIsNotThatOfTheGradesBehindIt() {
        NoticeReading<AssistanceStandard> reading = AssistanceTableReader.standard()
                .readText(
                        NoticeText.of(Location.of("a.txt"), "农村特困人员基本生活标准每人每月767元。护理标准为全护理每人每月900元，半护理每人每月450元。"),
                        AssistanceStandardBuilder.builder().place("甲川区").build());
        assertEquals(
                "[RURAL, null, null]",
                reading.records().stream()
                        .map(each -> each.record().residence())
                        .toList()
                        .toString());
    }
}
