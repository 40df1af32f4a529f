import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gives the command bad inputs of every kind, one after the other, in a virtual machine of 256 MB, and prints what came of each:
 * exit code, findings or message, processor time, and the most memory in use. A bad source must cost neither the run nor the good page
 * beside it, and must be accounted for in a package that agrees with itself; a bad mapping, profile or the like must be answered in words.
 */
public final class Hostile {

    private static final long MOST_SECONDS = 10;
    private static final long HANGS_SECONDS = 300;
    private static final String GOOD = "<html><head><meta charset=\"utf-8\"></head><body><h1>关于好页面的通知</h1><p>发文字号：某政办字〔2023〕1号</p>"
            + "<p>各有关单位要认真落实。</p></body></html>";
    private static final String CSV = "标题,发文字号,成文日期\n";
    private static final String ROW = "关于防汛工作的通知,某发〔2023〕1号,2023-01-02\n";
    private static final String LINE = "{\"kind\":\"document\",\"title\":\"关于防汛工作的通知\"}\n";
    private static final Pattern CODE = Pattern.compile("\"rule\":\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\"source\":\"([^\"]+)\"");

    private interface Maker {
        void make(Path folder) throws IOException;
    }

    /** What is typed; IN, OUT and WORK stand for folders. */
    private record Case(String kind, String name, Maker maker, List<String> typed) {
        boolean converts() {
            return typed.isEmpty();
        }
    }

    private record Answer(String said, double seconds, long megabytes, boolean good, List<String> faults) {}

    private final Path folder;
    private final List<Case> cases = new ArrayList<>();
    private final Method run;
    private final Class<?> terminal;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(each -> {
        Thread made = new Thread(each);
        made.setDaemon(true);
        return made;
    });

    private Hostile(Path folder) throws ReflectiveOperationException {
        this.folder = folder;
        terminal = Class.forName("org.gongkai.cli.terminal.Terminal");
        run = Class.forName("org.gongkai.cli.Main").getDeclaredMethod("run", terminal, Clock.class, String[].class);
        run.setAccessible(true);
        pages();
        tables();
        workbooks();
        oldWorkbooks();
        objects();
        archives();
        settings();
        packages();
    }

    /** A folder to work in, and perhaps a part of the names of those to try. */
    public static void main(String[] arguments) throws Exception {
        Hostile hostile = new Hostile(Path.of(arguments[0]));
        System.exit(hostile.run(arguments.length > 1 ? arguments[1] : "") ? 0 : 1);
    }

    private boolean run(String only) throws Exception {
        int count = 0;
        int faults = 0;
        System.out.println("| kind | input | answer | s | MB | good page |\n|---|---|---|---:|---:|---|");
        for (Case each : cases) {
            String name = each.kind + ": " + each.name;
            if (!name.contains(only)) {
                continue;
            }
            Answer answer = answer(each);
            count++;
            List<String> wrong = answer.faults;
            faults += wrong.isEmpty() ? 0 : 1;
            System.out.printf(
                    "| %s | %s | %s | %.1f | %d | %s |%s%n",
                    each.kind,
                    each.name,
                    answer.said,
                    answer.seconds,
                    answer.megabytes,
                    each.converts() ? answer.good ? "out" : "LOST" : "",
                    wrong.isEmpty() ? "" : " FAULT: " + wrong);
        }
        System.out.printf("%d bad inputs, %d faults%n", count, faults);
        return faults == 0;
    }

    private Answer answer(Case each) throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        Path in = Files.createDirectories(work.resolve("in"));
        Path out = work.resolve("out");
        each.maker.make(in);
        List<String> typed = new ArrayList<>(each.typed);
        if (each.converts()) {
            Files.writeString(in.resolve("good.html"), GOOD);
            typed.addAll(List.of("convert", "IN", "--out", "OUT", "--now", "2026-03-02T09:00:00+08:00"));
        }
        typed.replaceAll(word -> word.replace("IN", in.toString()).replace("OUT", out.toString()));
        typed.addAll(List.of("--lang", "en"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> faults = new ArrayList<>();
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = processor();
        int code = type(typed, said, faults);
        double seconds = (processor() - before) / 1e9;
        long megabytes = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        String words = said.toString(StandardCharsets.UTF_8);
        if (seconds > MOST_SECONDS) {
            faults.add(seconds + " s");
        }
        if (words.contains("Exception") || words.contains("\tat ") || words.contains("Error:")) {
            faults.add("words of a program: " + words.lines().limit(3).toList());
        }
        boolean good = true;
        String answer;
        if (each.converts()) {
            good = Files.isDirectory(out) && Files.readString(out.resolve("data/records.ndjson")).contains("关于好页面的通知");
            answer = code + " " + (Files.isDirectory(out) ? judged(out, faults) : words.strip());
            if (!good) {
                faults.add("the good page is lost");
            }
            if (code > 1) {
                faults.add("exit code " + code);
            }
        } else {
            answer = code + " " + words.replace(work.toString(), "").lines().limit(1).collect(Collectors.joining()).strip();
            if (code == 2 && words.isBlank()) {
                faults.add("no word");
            }
        }
        delete(work);
        String line = answer.replaceAll("[\\p{Cntrl}|]", "?");
        return new Answer(line.length() > 220 ? line.substring(0, 220) + "…" : line, seconds, megabytes, good, faults);
    }

    private int type(List<String> typed, ByteArrayOutputStream said, List<String> faults) throws Exception {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        Object screen = terminal
                .getConstructor(PrintStream.class, PrintStream.class, java.io.InputStream.class, boolean.class)
                .newInstance(
                        new PrintStream(typed.get(0).equals("convert") ? OutputStream.nullOutputStream() : said, true, StandardCharsets.UTF_8),
                        stream,
                        new ByteArrayInputStream(new byte[0]),
                        false);
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
        Future<Object> running = thread.submit(() -> run.invoke(null, screen, clock, typed.toArray(String[]::new)));
        try {
            return (int) running.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            System.out.println("| | | hangs: " + typed + " | | | |");
            System.exit(1);
            return 2;
        } catch (ExecutionException e) {
            faults.add(String.valueOf(e.getCause().getCause()));
            return 2;
        }
    }

    /** The rules that spoke of the bad source, whether it is accounted for, and whether the package agrees with itself. */
    private String judged(Path out, List<String> faults) throws Exception {
        TreeSet<String> codes = new TreeSet<>();
        for (String line : Files.readAllLines(out.resolve("findings.ndjson"))) {
            Matcher place = PLACE.matcher(line);
            Matcher code = CODE.matcher(line);
            if (code.find() && !(place.find() && place.group(1).endsWith("good.html")) && code.group(1).startsWith("source.")) {
                codes.add(code.group(1));
            }
        }
        Path sources = out.resolve("sources.ndjson");
        long lines = Files.readAllLines(sources).stream().filter(line -> !line.contains("good.html")).count();
        if (lines == 0 && codes.isEmpty()) {
            faults.add("not accounted for");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (type(List.of("verify", out.toString(), "--lang", "en"), said, faults) != 0) {
            faults.add("verify: " + said.toString(StandardCharsets.UTF_8).lines().limit(2).toList());
        }
        long records = Files.readAllLines(out.resolve("data/records.ndjson")).size() - 1L;
        return records + " records" + codes.stream().map(each -> " " + each).collect(Collectors.joining());
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    // What the inputs are made of.

    private void source(String kind, String name, String file, byte[] bytes) {
        cases.add(new Case(kind, name, in -> write(in.resolve(file), bytes), List.of()));
    }

    private void source(String kind, String name, String file, String text) {
        cases.add(new Case(kind, name, in -> write(in.resolve(file), utf8(text)), List.of()));
    }

    private void source(String kind, String name, Maker maker) {
        cases.add(new Case(kind, name, maker, List.of()));
    }

    /** Many pieces of a text, written piece by piece: the file is larger than what this program may hold. */
    private void running(String kind, String name, String file, String before, String piece, int times, String behind) {
        source(kind, name, in -> {
            try (OutputStream stream = Files.newOutputStream(in.resolve(file))) {
                stream.write(utf8(before));
                byte[] many = utf8(piece.repeat(Math.max(1, 8192 / piece.length())));
                int each = Math.max(1, 8192 / piece.length());
                for (int i = 0; i < times / each; i++) {
                    stream.write(many);
                }
                stream.write(utf8(piece.repeat(times % each)));
                stream.write(utf8(behind));
            }
        });
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lot(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            all.writeBytes(each);
        }
        return all.toByteArray();
    }

    private static String page(String body) {
        return "<html><head><meta charset=\"utf-8\"><title>关于防汛工作的通知</title></head><body><h1>关于防汛工作的通知</h1>" + body
                + "<p>各有关单位要认真落实，切实做好防汛工作。</p></body></html>";
    }

    private void pages() {
        int many = 60_000;
        for (String each : List.of(
                " ", "　", "\n", "(", "（", "〔", "【", "1", "13800000000 ", "2023-1-1 ", "号", "、", "<div>", "</div>", "<b>", "<table>", "<table><tr><td>",
                "<tr>", "<ul><li>", "<!--", "<![CDATA[", "<script>", "<style>", "<a href=", "<a href=x.pdf>附件</a>", "<img src='", "&nbsp;", "&#x", "&amp",
                "<p title=\"", "<br>", "<iframe src=a.pdf></iframe>", "发布日期：", "索引号：<br>", "附件：1.", "某局会同", "\u200b", "\u202e", "\u0001", "�")) {
            running("page", "many " + each.strip().replace('|', '/') + (each.isBlank() ? "U+" + Integer.toHexString(each.charAt(0)) : ""), "a.html",
                    "<html><head><meta charset=\"utf-8\"></head><body><h1>关于防汛工作的通知</h1><p>", each, many / each.length(),
                    "</p><p>各有关单位要认真落实。</p></body></html>");
        }
        source("page", "empty", "a.html", "");
        source("page", "blanks alone", "a.html", " \n\t ");
        source("page", "a mark of bytes alone", "a.html", "\ufeff");
        source("page", "zeros", "a.html", new byte[4096]);
        source("page", "bytes by lot", "a.html", lot(1, 20_000));
        source("page", "UTF-16 without a mark", "a.html", page("").getBytes(StandardCharsets.UTF_16LE));
        source("page", "charset that it is not", "a.html", page("").replace("utf-8", "big5"));
        source("page", "charset that nobody knows", "a.html", page("").replace("utf-8", "x-none-such"));
        source("page", "GB18030 and UTF-8 mixed", "a.html", join(utf8(page("")), page("").getBytes(Charset.forName("GB18030"))));
        source("page", "cut within a character", "a.html", Arrays.copyOf(utf8(page("")), utf8(page("")).length / 2 + 1));
        source("page", "entities of a file", "a.html", "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + page("<p>&x;</p>"));
        source("page", "entities of a file, xhtml", "a.xhtml", "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + page("<p>&x;</p>"));
        source("page", "attachment outside the folder", "a.html", page("<a href='../../../../etc/passwd'>附件</a>"));
        source("page", "attachment by an encoded way outside", "a.html", page("<a href='%2e%2e/%2e%2e/etc/passwd.doc'>附件</a>"));
        source("page", "attachment by file:", "a.html", page("<a href='file:///etc/passwd'>附件1.doc</a>"));
        source("page", "attachment with a zero in its name", "a.html", page("<a href='a%00.doc'>附件1.doc</a>"));
        source("page", "attachment by a link outside", in -> {
            write(in.resolve("a.html"), utf8(page("<a href='x.doc'>附件1</a>")));
            Files.createSymbolicLink(in.resolve("x.doc"), Path.of("/etc/passwd"));
        });
        source("page", "a link to itself", in -> Files.createSymbolicLink(in.resolve("a.html"), in.resolve("a.html")));
        source("page", "a folder by the name of a page", in -> write(in.resolve("a.html/b.html"), utf8(page(""))));
        source("page", "base elsewhere", "a.html", page("<base href='file:///etc/'><a href='passwd'>附件.doc</a>"));
        source("page", "script in the title", "a.html", page("").replace("防汛", "<script>alert(1)</script>防汛"));
        source("page", "markup of a terminal in the title", "a.html", page("").replace("防汛", "\u001b]0;x\u0007\u001b[2J防汛"));
        source("page", "a title of 100,000 characters", "a.html", page("").replace("防汛", "防汛".repeat(50_000)));
        source("page", "answer of a fault", "a.html", "<html><title>404 Not Found</title><body><h1>404 Not Found</h1><hr>nginx</body></html>");
        source("page", "body by script", "a.html", "<html><head><title>关于防汛工作的通知</title></head><body><div id=app></div><script src=app.js></script></body></html>");
        source("page", "a number of a person", "a.html", page("<p>张某 身份证号 11010519491231002X</p>"));
        source("page", "one element with 20,000 attributes", "a.html", page("<p" + " a%=1".repeat(20_000) + ">"));
        running("page", "60 MB", "a.html", "<html><body><h1>关于防汛工作的通知</h1>", "<p>各单位要认真落实。</p>", 2_000_000, "</body></html>");
        source("page", "sparse of 8 GB", in -> sparse(in.resolve("a.html")));
        source("page", "name of controls", "a\u001b[31m\u202ex.html", page(""));
    }

    private static void sparse(Path file) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE, java.nio.file.StandardOpenOption.SPARSE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[1]), 8L << 30);
        }
    }

    private void tables() {
        running("csv", "a line of 60 MB", "a.csv", CSV, "x", 60 << 20, "\n" + ROW);
        running("csv", "a cell of blanks", "a.csv", CSV + "关于防汛的通知,", " ", 1_000_000, "某发〔2023〕1号,2023-01-02\n" + ROW);
        running("csv", "a row of 100,000 columns", "a.csv", CSV, "a,", 100_000, "\n" + ROW);
        running("csv", "a header of 100,000 columns", "a.csv", "标题,", "a,", 100_000, "\n" + ROW);
        running("csv", "an open quote before 1,000 rows", "a.csv", CSV + '"', ROW, 1_000, "");
        running("csv", "a quote in each row", "a.csv", CSV, '"' + ROW, 1_000, "");
        running("csv", "empty lines", "a.csv", CSV, "\n", 2_000_000, ROW);
        running("csv", "the same row again and again", "a.csv", CSV, ROW, 1_000, "");
        source("csv", "empty", "a.csv", "");
        source("csv", "a header alone", "a.csv", CSV);
        source("csv", "no header", "a.csv", ROW + ROW);
        source("csv", "a header twice", "a.csv", CSV + CSV + ROW);
        source("csv", "labels twice", "a.csv", "标题,标题,标题\n甲,乙,丙\n");
        source("csv", "empty labels", "a.csv", ",,\n" + ROW);
        source("csv", "ragged rows", "a.csv", CSV + "a\na,b,c,d,e\n" + ROW);
        source("csv", "zeros within", "a.csv", CSV + "关于\0防汛,某发〔2023〕1号,2023-01-02\n");
        source("csv", "bytes by lot", "a.csv", lot(2, 50_000));
        source("csv", "a picture by that name", "a.csv", join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, lot(3, 5000)));
        source("csv", "a zip by that name", "a.csv", zip(Map.of("a.html", utf8(page("")))));
        source("csv", "a page by that name", "a.csv", page(""));
        source("csv", "UTF-16 without a mark", "a.csv", (CSV + ROW).getBytes(StandardCharsets.UTF_16BE));
        source("csv", "two charsets", "a.csv", join(utf8(CSV + ROW), ROW.getBytes(Charset.forName("GB18030"))));
        source("csv", "carriage returns alone", "a.csv", (CSV + ROW).replace('\n', '\r'));
        source("csv", "formulas", "a.csv", CSV + "=cmd|' /C calc'!A0,@x,+1\n");
        source("csv", "dates that are none", "a.csv", CSV + "关于防汛的通知,某发〔2023〕1号,9999999-99-99\n关于防汛的通知,某发〔2023〕2号,2023-02-30\n");
        source("csv", "numbers that are long", "a.csv", "批次名称,面积（公顷）\n甲," + "9".repeat(100_000) + "\n乙,1e999999999\n");
        source("csv", "text cut off at a quote", "a.csv", CSV + "\"关于防汛");
        source("tsv", "quotes and tabs", "a.tsv", CSV.replace(',', '\t') + "\"\t\"\t\"\n" + ROW.replace(',', '\t'));
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> parts(String sheet, String strings) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packed = "http://schemas.openxmlformats.org/package/2006/";
        parts.put("[Content_Types].xml", utf8("<Types xmlns=\"" + packed + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"));
        parts.put("_rels/.rels", utf8("<Relationships xmlns=\"" + packed + "relationships\"><Relationship Id=\"r1\" Type=\"" + office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        parts.put("xl/workbook.xml", utf8("<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", utf8("<Relationships xmlns=\"" + packed + "relationships\"><Relationship Id=\"r1\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\"" + office + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
        parts.put("xl/worksheets/sheet1.xml", utf8(sheet));
        parts.put("xl/sharedStrings.xml", utf8(strings));
        return parts;
    }

    private static final String SST = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>标题</t></si></sst>";

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + row(1, "标题", "发文字号", "成文日期") + rows + "</sheetData></worksheet>";
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r=\"" + (char) ('A' + i) + number + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static final String GOOD_ROW = row(2, "关于防汛工作的通知", "某发〔2023〕1号", "2023-01-02");

    private void workbook(String name, String sheet) {
        source("xlsx", name, in -> write(in.resolve("a.xlsx"), zip(parts(sheet, SST))));
    }

    private void workbook(String name, String part, String content) {
        source("xlsx", name, in -> {
            Map<String, byte[]> parts = parts(sheet(GOOD_ROW), SST);
            if (content.isEmpty()) {
                parts.remove(part);
            } else {
                parts.put(part, utf8(content));
            }
            write(in.resolve("a.xlsx"), zip(parts));
        });
    }

    private void workbooks() {
        byte[] good = zip(parts(sheet(GOOD_ROW), SST));
        source("xlsx", "empty", "a.xlsx", "");
        source("xlsx", "bytes by lot", "a.xlsx", lot(4, 20_000));
        source("xlsx", "cut in half", "a.xlsx", Arrays.copyOf(good, good.length / 2));
        source("xlsx", "an empty zip", "a.xlsx", zip(Map.of()));
        source("xlsx", "a zip of a page", "a.xlsx", zip(Map.of("a.html", utf8(page("")))));
        source("xlsx", "a page by that name", "a.xlsx", page(""));
        source("xlsx", "text by that name", "a.xlsx", CSV + ROW);
        for (int i = 1; i <= 8; i++) {
            byte[] bytes = good.clone();
            bytes[good.length * i / 9] ^= 0x55;
            source("xlsx", "a byte changed at " + i + "/9", "a.xlsx", bytes);
        }
        workbook("rows 1 and 1,000,000", sheet(row(1_000_000, "关于防汛的通知")));
        workbook("a row beyond all", sheet(row(2_000_000_000, "关于防汛的通知")));
        workbook("a row without a number that counts", sheet("<row r=\"-5\"><c r=\"A-5\"><v>1</v></c></row>"));
        workbook("a column beyond all", sheet("<row r=\"2\"><c r=\"ZZZZZZZ2\"><v>1</v></c></row>" + GOOD_ROW));
        workbook("a cell that names no place", sheet("<row r=\"2\"><c r=\"?\"><v>1</v></c></row>"));
        workbook("a string that is not there", sheet("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99999999</v></c></row>"));
        workbook("a string before the first", sheet("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>"));
        workbook("a number that is none", sheet("<row r=\"2\"><c r=\"A2\"><v>NaN</v></c><c r=\"C2\"><v>1e999</v></c></row>"));
        workbook("a style that is not there", sheet("<row r=\"2\"><c r=\"A2\" s=\"999999\"><v>44000</v></c></row>"));
        workbook("an entity of a file", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + sheet(row(2, "&e;")));
        workbook("a billion laughs", "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                + sheet(row(2, "&d;")));
        workbook("elements 50,000 deep", sheet("<row r=\"2\">" + "<c>".repeat(50_000) + "</row>"));
        workbook("cut within a row", sheet(GOOD_ROW).substring(0, 400));
        workbook("20,000 columns in a row", sheet("<row r=\"2\">" + "<c><v>1</v></c>".repeat(20_000) + "</row>"));
        workbook("merged to the last cell", sheet(GOOD_ROW).replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"));
        workbook("merged 30,000 times", sheet(GOOD_ROW).replace("</sheetData>", "</sheetData><mergeCells>" + "<mergeCell ref=\"A1:C1000\"/>".repeat(30_000) + "</mergeCells>"));
        workbook("merged by no places", sheet(GOOD_ROW).replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"?:??\"/></mergeCells>"));
        workbook("a text of 3,000,000 characters", sheet(row(2, "防".repeat(3_000_000))));
        workbook("a cell of blanks", sheet(row(2, " ".repeat(1_000_000) + "x", " ".repeat(1_000_000) + "号")));
        workbook("no workbook", "xl/workbook.xml", "");
        workbook("no relations", "xl/_rels/workbook.xml.rels", "");
        workbook("no sheet", "xl/worksheets/sheet1.xml", "");
        workbook("a workbook of other markup", "xl/workbook.xml", "<a/>");
        workbook("strings cut off", "xl/sharedStrings.xml", "<sst><si><t>标");
        workbook("a part outside", "../../x.xml", "<x/>");
        source("xlsx", "300 MB of zeros packed", in -> {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(in.resolve("a.xlsx")))) {
                for (Map.Entry<String, byte[]> each : parts(sheet(GOOD_ROW), "").entrySet()) {
                    out.putNextEntry(new ZipEntry(each.getKey()));
                    out.write(each.getValue());
                    for (int i = 0; each.getKey().endsWith("sharedStrings.xml") && i < 300; i++) {
                        out.write(new byte[1 << 20]);
                    }
                }
            }
        });
    }

    private void oldWorkbooks() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        source("xls", "empty", "a.xls", "");
        source("xls", "bytes by lot", "a.xls", lot(5, 20_000));
        source("xls", "a head alone", "a.xls", ole);
        source("xls", "a head and bytes by lot", "a.xls", join(ole, lot(6, 20_000)));
        source("xls", "a page by that name", "a.xls", "<html><body><table><tr><td>标题</td><td>发文字号</td></tr><tr><td>关于防汛的通知</td><td>某发〔2023〕1号</td></tr></table></body></html>");
        source("xls", "a new workbook by that name", "a.xls", zip(parts(sheet(GOOD_ROW), SST)));
        source("xls", "an .xlsx that is an old one", in -> Files.copy(Path.of("consumers/records/documents.xls"), in.resolve("a.xlsx")));
        for (int i = 1; i <= 9; i++) {
            int at = i;
            source("xls", "cut at " + i + "/10", in -> {
                byte[] bytes = Files.readAllBytes(Path.of("consumers/records/documents.xls"));
                write(in.resolve("a.xls"), Arrays.copyOf(bytes, bytes.length * at / 10));
            });
            source("xls", "bytes changed by lot " + i, in -> {
                byte[] bytes = Files.readAllBytes(Path.of("consumers/records/documents.xls"));
                Random random = new Random(at);
                for (int j = 0; j < 40; j++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                write(in.resolve("a.xls"), bytes);
            });
        }
    }

    private void objects() {
        for (String file : List.of("a.json", "a.ndjson")) {
            String kind = file.substring(2);
            source(kind, "empty", file, "");
            source(kind, "100,000 deep", file, "[".repeat(100_000));
            source(kind, "objects 100,000 deep", file, "{\"a\":".repeat(100_000));
            source(kind, "never closed", file, "{\"kind\":\"document\",\"title\":\"关于防汛");
            source(kind, "a name twice", file, "{\"kind\":\"document\",\"title\":\"甲\",\"title\":\"乙\"}");
            source(kind, "no numbers", file, "{\"kind\":\"document\",\"title\":NaN}");
            source(kind, "a number of 100,000 digits", file, "{\"kind\":\"document\",\"title\":" + "9".repeat(100_000) + "}");
            source(kind, "a number by its power", file, "{\"kind\":\"document\",\"title\":1e999999999}");
            source(kind, "half a character", file, "{\"kind\":\"document\",\"title\":\"\\ud800\"}");
            source(kind, "a mark and a comma too much", file, "\ufeff{\"kind\":\"document\",\"title\":\"关于防汛的通知\",}");
            source(kind, "a name of 100,000 characters", file, "{\"kind\":\"document\",\"" + "a".repeat(100_000) + "\":1}");
            source(kind, "a kind that is none", file, "{\"kind\":\"x\",\"title\":\"关于防汛的通知\"}");
            source(kind, "a type of the program", file, "{\"@class\":\"java.lang.ProcessBuilder\",\"kind\":\"document\",\"title\":\"关于防汛的通知\"}");
            source(kind, "a scalar", file, "42");
            source(kind, "a list in a field", file, "{\"kind\":\"document\",\"title\":[[[\"x\"]]]}");
            source(kind, "zeros", file, new byte[1000]);
            source(kind, "UTF-16", file, LINE.getBytes(StandardCharsets.UTF_16));
        }
        source("json", "20,000 fields", "a.json", "{\"kind\":\"document\"" + fields(20_000) + "}");
        running("json", "a string of 30 MB", "a.json", "{\"kind\":\"document\",\"title\":\"", "x", 30 << 20, "\"}");
        running("json", "a list of 2,000 nothings", "a.json", "[null", ",null", 2_000, "]");
        running("ndjson", "a line of 30 MB", "a.ndjson", LINE + "{\"title\":\"", "x", 30 << 20, "\"}\n" + LINE);
        running("ndjson", "1,000,000 empty lines", "a.ndjson", LINE, "\n", 1_000_000, LINE);
        source("ndjson", "half a line among good ones", "a.ndjson", LINE + LINE.substring(0, 20) + "\n" + LINE.replace("防汛", "防火"));
        source("ndjson", "bytes that are no text", "a.ndjson", join(utf8(LINE), new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'}, utf8(LINE)));
    }

    private static String fields(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append(",\"f").append(i).append("\":1");
        }
        return fields.toString();
    }

    private void archives() {
        source("zip", "of pages", "a.zip", zip(Map.of("a.html", utf8(page("")))));
        source("zip", "way outside", "a.zip", zip(Map.of("../../a.html", utf8(page("")))));
        source("zip", "bytes by lot", "a.zip", join(new byte[] {'P', 'K', 3, 4}, lot(7, 2000)));
    }

    /** A file that is named on the command line; NAME is its place. */
    private void setting(String kind, String name, String file, String text, String... typed) {
        List<String> words = Stream.of(typed).map(each -> each.replace("NAME", "IN/" + file)).toList();
        cases.add(new Case(kind, name, in -> {
            write(in.resolve(file), utf8(text));
            write(in.resolve("pages/good.html"), utf8(GOOD));
        }, words));
    }

    private void settings() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("empty", "");
        bad.put("zeros", "\0\0\0");
        bad.put("a scalar", "42");
        bad.put("markup", page(""));
        bad.put("20,000 deep", "[".repeat(20_000));
        bad.put("unknown name", "{\"none-such\": 1}");
        bad.put("aliases that grow", "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n");
        bad.put("a type of the program", "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]\n");
        bad.put("a name twice", "{\"labels\": {}, \"labels\": {}}");
        bad.put("a million blanks", " ".repeat(1_000_000) + "x");
        bad.put("3 MB of one word", "x".repeat(3 << 20));
        String[][] places = {
            {"mapping", "m.yaml", "convert", "IN/pages", "--out", "OUT", "--mapping", "NAME"},
            {"profile", "p.json", "convert", "IN/pages", "--out", "OUT", "--profile", "NAME"},
            {"format", "f.json", "convert", "IN/pages", "--out", "OUT", "--format", "NAME"},
            {"inventory", "i.csv", "convert", "IN/pages", "--out", "OUT", "--inventory", "NAME"},
            {"site map", "i.xml", "convert", "IN/pages", "--out", "OUT", "--inventory", "NAME", "--inventory-kind", "site-map"},
            {"gaps", "g.yaml", "convert", "IN/pages", "--out", "OUT", "--inventory", "IN/pages/good.html", "--inventory-kind", "ids", "--gaps", "NAME"},
            {"baseline", "b.json", "convert", "IN/pages", "--out", "OUT", "--baseline", "NAME"},
            {"delta", "d.zip", "convert", "IN/pages", "--out", "OUT", "--since", "NAME"},
            {"calendar", "c.csv", "workday", "2026-03-02", "+10", "--holidays", "NAME"},
            {"annual form", "r.csv", "annual-report", "--body", "某市政府", "--year", "2025", "--register", "NAME"},
            {"catalogue of land", "l.csv", "convert", "IN/pages", "--out", "OUT", "--land-items", "NAME"},
            {"signature", "k.pem", "convert", "IN/pages", "--out", "OUT", "--sign", "NAME"},
        };
        for (String[] place : places) {
            bad.forEach((name, text) -> setting(place[0], name, place[1], text, Arrays.copyOfRange(place, 2, place.length)));
        }
        String[] mapping = Arrays.copyOfRange(places[0], 2, places[0].length);
        for (String url : List.of("jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x.sql'", "jdbc:mysql://h/d?autoDeserialize=true", "jdbc:postgresql://h/d?socketFactory=x", "ldap://h/x")) {
            setting("mapping", "database " + url.replaceAll("[:;?].*$|(?<=:)[^:]*:.*", "") + " " + url.length(), "m.yaml", "jdbc:\n  url: \"" + url + "\"\n  query: select 1\n", mapping);
        }
        String[] map = Arrays.copyOfRange(places[4], 2, places[4].length);
        setting("site map", "an entity of a file", "i.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&e;</loc></url></urlset>", map);
        setting("site map", "a billion laughs", "i.xml", "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><urlset><url><loc>&c;</loc></url></urlset>", map);
        String[] list = Arrays.copyOfRange(places[3], 2, places[3].length);
        setting("inventory", "an open quote", "i.csv", "发文字号,标题\n\"" + "某发〔2023〕1号,关于防汛的通知\n".repeat(5_000), list);
        setting("inventory", "a cell of blanks", "i.csv", "发文字号,标题\n某发" + " ".repeat(500_000) + "〔2023〕1号,关于防汛的通知\n", list);
    }

    /** Packages that were changed after they were made. */
    private void packages() {
        Map<String, Maker> bad = new LinkedHashMap<>();
        bad.put("nothing in it", in -> Files.createDirectories(in.resolve("p")));
        bad.put("a declaration alone", in -> write(in.resolve("p/bagit.txt"), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")));
        bad.put("manifest with ways outside", in -> {
            write(in.resolve("p/bagit.txt"), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
            write(in.resolve("p/manifest-sha256.txt"), utf8("0".repeat(64) + "  ../../../../etc/passwd\n"));
        });
        bad.put("manifest of one line of 5 MB", in -> {
            write(in.resolve("p/bagit.txt"), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
            write(in.resolve("p/manifest-sha256.txt"), utf8("0".repeat(5 << 20)));
        });
        bad.put("record of 100,000 lists", in -> {
            write(in.resolve("p/bagit.txt"), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
            write(in.resolve("p/data/records.ndjson"), utf8("[".repeat(100_000) + "\n"));
        });
        bad.put("links in place of files", in -> {
            write(in.resolve("p/bagit.txt"), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
            Files.createDirectories(in.resolve("p/data"));
            Files.createSymbolicLink(in.resolve("p/data/records.ndjson"), Path.of("/etc/passwd"));
            Files.createSymbolicLink(in.resolve("p/manifest-sha256.txt"), Path.of("/dev/zero"));
        });
        bad.put("endless package.json", in -> {
            write(in.resolve("p/bagit.txt"), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
            write(in.resolve("p/package.json"), utf8("{\"a\":".repeat(100_000)));
        });
        bad.forEach((name, maker) -> {
            for (List<String> typed : List.of(List.of("verify", "IN/p"), List.of("apply", "IN/p", "IN/p", "--out", "OUT"), List.of("diff", "IN/p", "IN/p"))) {
                cases.add(new Case(typed.get(0), name, maker, typed));
            }
        });
        Map<String, byte[]> zips = new LinkedHashMap<>();
        zips.put("ways outside", zip(Map.of("../../x", utf8("x"))));
        zips.put("a way from the root", zip(Map.of("/etc/x", utf8("x"))));
        zips.put("backslashes", zip(Map.of("p\\..\\..\\x", utf8("x"))));
        zips.put("60 MB of zeros packed", zip(Map.of("p/bagit.txt", new byte[60 << 20])));
        zips.put("two names", zip(Map.of("p/a", utf8("x"), "P/A", utf8("x"))));
        zips.put("bytes by lot", join(new byte[] {'P', 'K', 3, 4}, lot(8, 5_000)));
        zips.put("empty", new byte[0]);
        zips.forEach((name, bytes) -> cases.add(new Case("verify zip", name, in -> write(in.resolve("p.zip"), bytes), List.of("verify", "IN/p.zip"))));
    }
}
