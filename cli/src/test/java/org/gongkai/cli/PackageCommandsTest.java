package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with packages once they are there: verify, since, apply, diff. */
class PackageCommandsTest {

    private static final String LINE =
            "{\"kind\":\"document\",\"title\":\"关于%s事的通知\",\"indexNumber\":\"002489444/2023-0000%d\","
                    + "\"openness\":\"主动公开\",\"body\":{\"text\":\"正文%s\"}}\n";

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void writeMonday() throws IOException {
        source = folder.resolve("records.ndjson");
        Files.writeString(source, line("甲", 1, "") + line("乙", 2, "") + line("丙", 3, ""));
        convert("monday");
    }

    @Test
    void aPackageIsVerifiedInBothLanguages() throws IOException {
        assertRun(ExitCode.COMPLETE, "The package is as it says: ", "verify", at("monday"));
        assertRun(ExitCode.COMPLETE, "导入包与自述一致：", "verify", at("monday"), "--lang", "zh");
        Files.writeString(folder.resolve("monday/findings.ndjson"), "");
        assertRun(ExitCode.FINDINGS, "findings.ndjson: the SHA-256 differs; expected ", "verify", at("monday"));
        assertRun(ExitCode.FINDINGS, "findings.ndjson：SHA-256 不符；应为 ", "verify", at("monday"), "--lang", "zh");
    }

    @Test
    void verifySaysThatDigestsProveNoOrigin() {
        assertRun(ExitCode.COMPLETE, "Digests prove no origin", "verify", at("monday"));
        assertRun(ExitCode.COMPLETE, "摘要不能证明来源", "verify", at("monday"), "--lang", "zh");
    }

    @Test
    void aSignedPackageHoldsWithItsKeyAloneAsAFolderAZipADeltaAndAWholeOne() throws Exception {
        String[] mine = keys("mine");
        String[] other = keys("other");
        convert("signed", "--sign", mine[0]);
        convert("signed.zip", "--sign", mine[0]);
        Files.writeString(source, line("甲", 1, "") + line("丁", 4, ""));
        convert("delta", "--since", at("signed"), "--sign=" + mine[0]);
        Typed.command("apply", at("signed"), at("delta"), "--out", at("whole"), "--sign", mine[0]);
        for (String each : new String[] {"signed", "signed.zip", "delta", "whole"}) {
            assertRun(ExitCode.COMPLETE, "was made with the private half", "verify", at(each), "--signature", mine[1]);
            assertRun(ExitCode.FINDINGS, "was not made with", "verify", at(each), "--signature", other[1]);
        }
        assertRun(ExitCode.FINDINGS, "There is no signature", "verify", at("monday"), "--signature", mine[1]);
        Files.copy(folder.resolve("signed.sig"), folder.resolve("monday.sig"));
        assertRun(ExitCode.COMPLETE, "was made with", "verify", at("monday"), "--signature", mine[1]);
        convert("monday", "--replace");
        assertRun(ExitCode.FINDINGS, "covers another package", "verify", at("monday"), "--signature", mine[1]);
    }

    @Test
    void aKeyThatCannotSignEndsTheRunBeforeItBegins() throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), "no key");
        Typed typed = Typed.command("convert", source.toString(), "--out", at("signed"), "--sign", key.toString());
        assertEquals(ExitCode.FAILED, typed.code(), typed.out());
        assertTrue(Files.notExists(folder.resolve("signed")), typed.err());
    }

    @Test
    void oneRecordIsProvenWithoutThePackage() throws Exception {
        String[] mine = keys("mine");
        convert("signed", "--sign", mine[0]);
        String key = new ObjectMapper()
                .readTree(Files.readAllLines(folder.resolve("signed/sources.ndjson"))
                        .get(1))
                .path("record")
                .asText();
        Path proof = folder.resolve("proof.json");
        assertRun(ExitCode.COMPLETE, "", "prove", at("signed"), key, "--out", proof.toString());
        String file = proof.toString();
        assertRun(ExitCode.COMPLETE, "is line 2 of 3", "verify", "--proof", file, "--signature", mine[1]);
        assertRun(ExitCode.COMPLETE, "Whose package that is has not been checked", "verify", "--proof", file);
        assertRun(ExitCode.FINDINGS, "was not made with", "verify", "--proof", file, "--signature", keys("other")[1]);
        Files.writeString(proof, Files.readString(proof).replace("乙", "假"));
        assertRun(ExitCode.FINDINGS, "The proof does not hold", "verify", "--proof", file, "--signature", mine[1]);
        Typed unsigned = Typed.command("prove", at("monday"), key, "--lang", "en");
        assertEquals(ExitCode.COMPLETE, unsigned.code(), unsigned.err());
        assertTrue(unsigned.err().contains("the package has no signature"), unsigned.err());
        assertEquals(
                ExitCode.FAILED, Typed.command("prove", at("monday"), "none").code());
        assertEquals(ExitCode.FAILED, Typed.command("verify").code());
        assertEquals(
                ExitCode.FAILED,
                Typed.command("verify", at("monday"), "--proof", file).code());
    }

    /** The files of a private key and of its public half. */
    private String[] keys(String name) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new String[] {
            pem(name + ".pem", "PRIVATE KEY", pair.getPrivate().getEncoded()),
            pem(name + ".pub", "PUBLIC KEY", pair.getPublic().getEncoded())
        };
    }

    private String pem(String name, String label, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(bytes);
        return Files.writeString(
                        folder.resolve(name),
                        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n")
                .toString();
    }

    @Test
    void theExamplesMakeAGoodPackageAsAFolderAndAsAZip() {
        String examples = Typed.CHECKOUT.resolve("examples/legacy-documents").toString();
        for (String name : new String[] {"examples", "examples.zip"}) {
            Typed.command("convert", examples, "--out", at(name));
            assertRun(ExitCode.COMPLETE, "The package is as it says: ", "verify", at(name));
        }
    }

    @Test
    void attachedFilesAreLeftOutOfADeltaWithTheirRecordAndComeBackWhenItIsApplied() {
        String examples = Typed.CHECKOUT.resolve("examples/legacy-documents").toString();
        Typed.command("convert", examples, "--out", at("whole"));
        Typed.command("convert", examples, "--out", at("nothing-new"), "--since", at("whole"));
        assertRun(
                ExitCode.COMPLETE,
                "25 records are in the package ",
                "apply",
                at("whole"),
                at("nothing-new"),
                "--out",
                at("again"));
        assertEquals(3, attachments("whole"));
        assertEquals(0, attachments("nothing-new"));
        assertEquals(3, attachments("again"));
        assertRun(ExitCode.COMPLETE, "The package is as it says: ", "verify", at("again"));
    }

    private int attachments(String name) {
        String[] folders =
                folder.resolve(name).resolve("data/attachments").toFile().list();
        return folders == null ? 0 : folders.length;
    }

    @Test
    void whatIsNoPackageCannotBeVerified() {
        assertEquals(ExitCode.FAILED, Typed.command("verify", source.toString()).code());
        assertEquals(ExitCode.FAILED, Typed.command("verify", at("gone")).code());
    }

    @Test
    void aDeltaHoldsWhatIsNewAndApplyingItMakesTheFullPackage() throws IOException {
        Files.writeString(source, line("甲", 1, "") + line("丙", 3, "改") + line("丁", 4, ""));
        convert("delta", "--since", at("monday"));
        convert("tuesday.zip", "--since", at("monday"));
        convert("full");
        assertRun(ExitCode.COMPLETE, "The package is as it says: ", "verify", at("tuesday.zip"));
        assertRun(
                ExitCode.COMPLETE,
                "3 records are in the package",
                "apply",
                at("monday"),
                at("tuesday.zip"),
                "--out",
                at("whole.zip"));
        assertRun(ExitCode.COMPLETE, "The package is as it says: ", "verify", at("whole.zip"));
        assertRun(ExitCode.COMPLETE, "0 added, 0 changed, 0 withdrawn.", "diff", at("full"), at("whole.zip"));
    }

    @Test
    void aDifferenceIsShownFieldByField() throws IOException {
        Files.writeString(source, line("甲", 1, "") + line("丙", 3, "改") + line("丁", 4, ""));
        convert("tuesday");
        Typed english = Typed.command("diff", at("monday"), at("tuesday"), "--lang", "en");
        assertEquals(ExitCode.FINDINGS, english.code(), english.err());
        String said = english.out().replace("\r", "");
        assertTrue(said.contains("~ changed document 关于丙事的通知 ["), said);
        assertTrue(said.contains("    /body/text\n      - 正文\n      + 正文改\n"), said);
        assertTrue(said.contains("+ added document 关于丁事的通知 ["), said);
        assertTrue(said.contains("- withdrawn document 关于乙事的通知 ["), said);
        assertTrue(said.endsWith("1 added, 1 changed, 1 withdrawn.\n"), said);
        assertRun(ExitCode.FINDINGS, "- 撤下 document 关于乙事的通知", "diff", at("monday"), at("tuesday"), "--lang", "zh");
    }

    @Test
    void aDeltaIsShownFieldByFieldToo() throws IOException {
        Files.writeString(source, line("甲", 1, "") + line("丙", 3, "改"));
        convert("tuesday", "--since", at("monday"));
        assertRun(ExitCode.FINDINGS, "+ 正文改", "diff", at("monday"), at("tuesday"));
        assertRun(ExitCode.FINDINGS, "0 added, 1 changed, 1 withdrawn.", "diff", at("monday"), at("tuesday"));
        assertEquals(
                ExitCode.FAILED,
                Typed.command("diff", at("tuesday"), at("monday")).code());
    }

    @Test
    void whatShouldNotHaveChangedIsJudgedBetweenTwoPackagesAndInTheReportOfADelta() throws IOException {
        Files.writeString(source, line("甲", 1, "改了") + line("丙", 3, ""));
        convert("tuesday");
        convert("delta", "--since", at("monday"));
        for (String each : new String[] {"tuesday", "delta"}) {
            Typed english = Typed.command("report", "changes", at("monday"), at(each), "--lang", "en");
            assertEquals(ExitCode.FINDINGS, english.code(), english.err());
            assertTrue(english.out().contains("[record.change.gone]"), english.out());
            assertTrue(english.out().contains("关于乙事的通知"), english.out());
            assertTrue(english.out().contains("/body/text: The text of \"关于甲事的通知\""), english.out());
            assertTrue(
                    english.out().endsWith("2 records held against the earlier package; 2 findings.\n"), english.out());
        }
        assertRun(ExitCode.FINDINGS, "发现 2 处。", "report", "changes", at("monday"), at("tuesday"), "--lang", "zh");
        Typed json = Typed.command("report", "changes", at("monday"), at("tuesday"), "--json");
        assertEquals(2, json.out().lines().count(), json.out());
        assertTrue(json.out().contains("\"rule\":\"record.change.body\""), json.out());
        assertRun(ExitCode.COMPLETE, "0 findings.", "report", "changes", at("tuesday"), at("tuesday"));
        String report = Files.readString(folder.resolve("delta/findings.ndjson"));
        assertTrue(report.contains("record.change.gone") && report.contains("record.change.body"), report);
        assertFalse(Files.readString(folder.resolve("tuesday/findings.ndjson")).contains("record.change."));
        assertEquals(
                ExitCode.FAILED,
                Typed.command("report", "changes", at("delta"), at("tuesday")).code());
    }

    @Test
    void whatWasPutTogetherHasTheFormatsOfTheLastPackageOrThoseAskedFor() throws IOException {
        convert("tuesday", "--since", at("monday"), "--format", "jpolicy-row");
        assertEquals(ExitCode.COMPLETE, apply("monday", "tuesday").code());
        assertTrue(Files.exists(folder.resolve("whole/data/jpolicy/rows-0001.ndjson")));
        assertFalse(Files.exists(folder.resolve("whole/data/library.csv")));
        Path own = folder.resolve("own.json");
        Files.writeString(own, """
                {"name": "own", "version": "1", "engine": "csv", "evidence": "derived", "file": "own.csv",
                 "fields": [{"name": "a", "source": "title"}]}""");
        convert("wednesday", "--since", at("monday"), "--format", own.toString());
        Typed unknown = Typed.command("apply", at("monday"), at("wednesday"), "--out", at("again"), "--lang", "en");
        assertEquals(ExitCode.FAILED, unknown.code());
        assertTrue(unknown.err().contains("has the format own 1, whose profile does not come"), unknown.err());
        assertRun(
                ExitCode.COMPLETE,
                "3 records are in the package ",
                "apply",
                at("monday"),
                at("wednesday"),
                "--out",
                at("again"),
                "--format",
                own.toString());
        assertTrue(Files.readString(folder.resolve("again/data/own.csv")).startsWith("a\r\n"));
        assertRun(ExitCode.COMPLETE, "The records of the format own were not counted", "verify", at("again"));
        Typed known = Typed.command("verify", at("again"), "--format", own.toString());
        assertEquals(ExitCode.COMPLETE, known.code());
        assertEquals(2, known.out().lines().count(), known.out());
    }

    @Test
    void twoFormatsOfOneNameAreRefused() throws IOException {
        Path own = folder.resolve("own.json");
        Files.writeString(own, """
                {"name": "Own", "version": "1", "engine": "csv", "evidence": "derived", "file": "own.csv",
                 "fields": [{"name": "a", "source": "title"}]}""");
        Path other = folder.resolve("other.json");
        Files.writeString(other, Files.readString(own).replace("Own", "own").replace("own.csv", "other.csv"));
        Typed typed = Typed.command(
                "convert",
                source.toString(),
                "--out",
                at("x"),
                "--format",
                own.toString(),
                "--format",
                other.toString());
        assertEquals(ExitCode.FAILED, typed.code());
        assertTrue(typed.err().contains("own"), typed.err());
    }

    @Test
    void aDifferenceIsAnObjectALineForPrograms() throws IOException {
        Files.writeString(source, line("甲", 1, "") + line("丙", 3, "改"));
        convert("tuesday");
        Typed typed = Typed.command("diff", at("monday"), at("tuesday"), "--json");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        JsonMapper mapper = new JsonMapper();
        JsonNode changed = mapper.readTree(typed.out().lines().findFirst().orElseThrow());
        assertEquals("changed", changed.path("change").asText());
        assertEquals("关于丙事的通知", changed.path("title").asText());
        assertEquals(
                mapper.readTree("[{\"pointer\":\"/body/text\",\"was\":\"正文\",\"is\":\"正文改\"}]"),
                changed.path("fields"));
        assertEquals(2, typed.out().lines().count());
    }

    @Test
    void packagesInAnotherOrderOrTwiceAreRefusedWithTheReason() throws IOException {
        Files.writeString(source, line("甲", 1, "") + line("丙", 3, "改"));
        convert("tuesday", "--since", at("monday"));
        Files.writeString(source, line("甲", 1, ""));
        convert("wednesday.zip", "--since", at("monday"), "--since", at("tuesday"));
        for (String[] chain : new String[][] {
            {"monday", "wednesday.zip", "tuesday"}, {"monday", "tuesday", "tuesday"}, {"monday", "wednesday.zip"}
        }) {
            Typed typed = apply(chain);
            assertEquals(ExitCode.FAILED, typed.code(), typed.out());
            assertTrue(
                    typed.err().contains("is not the package that is needed")
                            && typed.err().contains("in the order in which they were made, each once"),
                    typed.err());
        }
        assertEquals(ExitCode.FAILED, apply("tuesday").code());
        assertEquals(ExitCode.FAILED, apply("monday", "gone").code());
        assertEquals(
                ExitCode.COMPLETE, apply("monday", "tuesday", "wednesday.zip").code());
    }

    @Test
    void applyWritesOverNoPackageThatItReadsWhateverWayLeadsToIt() throws IOException {
        Files.writeString(source, line("甲", 1, "") + line("丙", 3, "改"));
        convert("tuesday", "--since", at("monday"));
        Path way = Files.createSymbolicLink(folder.resolve("way"), folder);
        for (String out : List.of(
                at("tuesday"),
                way.resolve("tuesday").toString(),
                way.resolve("monday").toString())) {
            Typed typed =
                    Typed.command("apply", at("monday"), at("tuesday"), "--out", out, "--replace", "--lang", "en");
            assertEquals(ExitCode.FAILED, typed.code(), typed.out());
            assertTrue(typed.err().contains("is one of the packages to be read"), typed.err());
        }
        assertRun(ExitCode.COMPLETE, "The package is as it says: ", "verify", at("monday"));
    }

    @Test
    void aReportGrowsBesideItsPlaceAndFollowsNoLinkThere() throws IOException {
        Path precious = Files.writeString(folder.resolve("v"), "precious");
        for (String tmp : List.of(".report.html.tmp", ".known.json.tmp")) {
            Files.createSymbolicLink(folder.resolve(tmp), precious);
        }
        Typed.command("report", at("monday"), "--to", "html=" + at("report.html"));
        Typed.command(
                "validate",
                source.toString(),
                "--baseline",
                at("known.json"),
                "--baseline-add",
                "旧",
                "--baseline-until",
                "2099-12-31");
        assertEquals("precious", Files.readString(precious));
        assertTrue(Files.isRegularFile(folder.resolve("report.html"), LinkOption.NOFOLLOW_LINKS));
        assertTrue(Files.isRegularFile(folder.resolve("known.json"), LinkOption.NOFOLLOW_LINKS));
    }

    private Typed apply(String... chain) {
        List<String> typed = new ArrayList<>(List.of("apply"));
        for (String each : chain) {
            typed.add(at(each));
        }
        typed.addAll(List.of("--out", at("whole"), "--lang", "en"));
        return Typed.command(typed.toArray(String[]::new));
    }

    /** A record that comes back is an addition, and its file comes back with it. */
    @Test
    void aFileThatARowAttachesGoesAndComesBackWithItsRecord() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site/files"));
        Files.writeString(site.resolve("a.doc"), "清单");
        Path list = folder.resolve("site/list.csv");
        String head = "标题,发文字号,附件\n";
        String row = "关于印发清单的通知,某政办字〔2023〕1号,files/a.doc\n";
        String other = "关于另一件事的通知,某政办字〔2023〕2号,http://a.example/b.doc\n";
        Files.writeString(list, head + row + other);
        source = folder.resolve("site");
        convert("first");
        assertEquals(1, attachments("first"));
        assertTrue(Files.readString(folder.resolve("first/findings.ndjson")).contains("source.attachment.remote"));
        Files.writeString(list, head + other);
        convert("second.zip", "--since", at("first"));
        Files.writeString(list, head + row + other);
        convert("third", "--since", at("first"), "--since", at("second.zip"));
        assertEquals(1, attachments("third"));
        assertEquals(ExitCode.COMPLETE, apply("first", "second.zip", "third").code());
        assertEquals(1, attachments("whole"));
        assertRun(ExitCode.COMPLETE, "0 added, 0 changed, 0 withdrawn.", "diff", at("first"), at("whole"));
    }

    @Test
    void aDeltaIsNotWrittenOverItsBase() {
        Typed typed = Typed.command(
                "convert", source.toString(), "--out", at("monday"), "--since", at("monday"), "--replace");
        assertEquals(ExitCode.FAILED, typed.code(), typed.out());
    }

    private void convert(String name, String... more) {
        String[] typed = new String[4 + more.length];
        typed[0] = "convert";
        typed[1] = source.toString();
        typed[2] = "--out";
        typed[3] = at(name);
        System.arraycopy(more, 0, typed, 4, more.length);
        Typed ran = Typed.command(typed);
        assertEquals(ExitCode.FINDINGS, ran.code(), ran.err());
    }

    private static void assertRun(int code, String expected, String... typed) {
        boolean chinese = typed[typed.length - 1].equals("zh");
        String[] all = typed;
        if (!chinese) {
            all = java.util.Arrays.copyOf(typed, typed.length + 2);
            all[typed.length] = "--lang";
            all[typed.length + 1] = "en";
        }
        Typed ran = Typed.command(all);
        assertTrue(ran.out().contains(expected), ran.out() + ran.err());
        assertEquals(code, ran.code(), ran.out() + ran.err());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static String line(String matter, int number, String more) {
        return String.format(LINE, matter, number, more);
    }
}
