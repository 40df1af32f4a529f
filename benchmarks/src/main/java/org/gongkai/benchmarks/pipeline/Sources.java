package org.gongkai.benchmarks.pipeline;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jsoup.Jsoup;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Reading of pages, CSV and workbooks, each record mapped and each field accounted for, beside the parser of the form alone.
 *
 * <pre>{@code
 * java -Djava.io.tmpdir=/dev/shm -Xmx1g -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Sources 8000 3
 * }</pre>
 */
public final class Sources {

    private static final String[] LABELS = {
        "标题", "发文机关", "发文字号", "成文日期", "发布日期", "索引号", "主题分类", "有效性", "文件类型", "公开方式", "生效日期", "文种", "主办单位", "咨询单位",
        "咨询电话", "关键词", "摘要", "来源", "作者", "网址"
    };
    private static final int PAGES_FOR = 20;

    private final int count;
    private final Path pages;
    private final Path csv;
    private final Path xlsx;

    private Sources(int count, Path folder) throws IOException {
        this.count = Math.max(PAGES_FOR, count);
        this.pages = Files.createDirectories(folder.resolve("pages"));
        this.csv = folder.resolve("rows.csv");
        this.xlsx = folder.resolve("rows.xlsx");
        for (int i = 0; i < this.count / PAGES_FOR; i++) {
            Files.writeString(pages.resolve(i + ".html"), page(i));
        }
        StringBuilder rows = new StringBuilder(String.join(",", LABELS)).append('\n');
        try (OutputStream out = Files.newOutputStream(xlsx);
                Workbook book = new Workbook(out, "benchmark", "1.0")) {
            Worksheet sheet = book.newWorksheet("公文");
            for (int column = 0; column < LABELS.length; column++) {
                sheet.value(0, column, LABELS[column]);
            }
            for (int i = 0; i < this.count; i++) {
                String[] row = row(i);
                rows.append(String.join(",", row)).append('\n');
                for (int column = 0; column < row.length; column++) {
                    sheet.value(i + 1, column, row[column]);
                }
            }
        }
        Files.writeString(csv, rows);
    }

    /**
     * Measures and prints a table for each form.
     *
     * @param arguments how many rows, of which a twentieth as many pages are made, and how many rounds
     * @throws Exception when anything fails
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("gongkai-sources");
        try {
            Sources sources = new Sources(Integer.parseInt(arguments[0]), folder);
            int rounds = Integer.parseInt(arguments[1]);
            int count = sources.count;
            print("pages", Map.of("jsoup", sources::jsoup), sources.pages, count / PAGES_FOR, rounds);
            print("CSV rows", Map.of("fastcsv", sources::fastcsv), sources.csv, count, rounds);
            Map<String, Measurement.Work> workbooks = new LinkedHashMap<>();
            workbooks.put("fastexcel-reader", sources::fastexcel);
            workbooks.put("POI, events of SAX", sources::poi);
            print(".xlsx rows", workbooks, sources.xlsx, count, rounds);
        } finally {
            Pipeline.delete(folder);
        }
    }

    /** The first of the parsers is what the others are held against. */
    private static void print(String things, Map<String, Measurement.Work> parsers, Path source, int count, int rounds)
            throws Exception {
        Map<String, Measurement.Work> works = new LinkedHashMap<>();
        parsers.forEach((name, parser) -> works.put(things + ": " + name, parser));
        String base = works.keySet().iterator().next();
        works.put(things + ": gongkai, mapped and accounted", () -> read(source, count));
        Measurement measurement = new Measurement(base, count, () -> {});
        measurement.print(things, measurement.of(works, rounds));
    }

    private static String page(int number) {
        String[] row = row(number);
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>")
                .append(row[0])
                .append("</title><meta name=\"ArticleTitle\" content=\"")
                .append(row[0])
                .append("\"></head><body><div class=\"nav\">");
        for (int i = 0; i < 60; i++) {
            html.append("<a href=\"/col/col")
                    .append(i)
                    .append("/index.html\">栏目")
                    .append(i)
                    .append("</a>");
        }
        html.append("</div><table class=\"xxgk\">");
        for (int i = 1; i < 10; i++) {
            html.append("<tr><td>")
                    .append(LABELS[i])
                    .append("</td><td>")
                    .append(row[i])
                    .append("</td></tr>");
        }
        html.append("</table><h1>").append(row[0]).append("</h1><div class=\"article\">");
        return html.append(RealLike.html(number)).append("</div></body></html>").toString();
    }

    private static String[] row(int number) {
        String day = String.format(Locale.ROOT, "20%02d-%02d-%02d", number % 24, 1 + number % 12, 1 + number % 28);
        return new String[] {
            "关于做好第" + number + "项工作的通知",
            "青岛市崂山区人民政府办公室",
            "青崂政办发〔20" + day.substring(2, 4) + "〕" + (1 + number) + "号",
            day,
            day,
            "190591" + Corpus.made(number),
            "综合政务",
            "有效",
            "其他文件",
            "主动公开",
            day,
            "通知",
            "青岛市崂山区人民政府办公室",
            "区政府办公室",
            "0532-88996769",
            "工作、通知",
            "就第" + number + "项工作作出安排",
            "区政府办公室",
            "办公室",
            "http://www.example.gov.cn/" + number
        };
    }

    private void jsoup() throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                Jsoup.parse(Files.readString(each));
            }
        }
    }

    private void fastcsv() throws IOException {
        int cells = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv, StandardCharsets.UTF_8)) {
            for (CsvRecord each : reader) {
                cells += each.getFieldCount();
            }
        }
        expect(LABELS.length * (count + 1), cells);
    }

    private void fastexcel() throws IOException {
        int rows = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(xlsx));
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            rows = (int) stream.count();
        }
        expect(count + 1, rows);
    }

    private void poi() throws Exception {
        Rows rows = new Rows();
        try (OPCPackage book = OPCPackage.open(xlsx.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(book);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(book), rows, false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        }
        expect(LABELS.length * (count + 1), rows.cells);
    }

    private static void read(Path source, int expected) {
        LegacyReader reader = LegacyReader.standard();
        Counter counter = new Counter();
        reader.find(List.of(source), problem -> {}).forEach(each -> reader.read(each, counter));
        expect(expected, counter.records);
    }

    private static void expect(int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException(found + " came of " + expected);
        }
    }

    /** Counts the cells that POI tells of. */
    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

        private int cells;

        @Override
        public void startRow(int number) {}

        @Override
        public void endRow(int number) {}

        @Override
        public void cell(String place, String value, XSSFComment comment) {
            cells++;
        }
    }

    /** Takes all, and keeps the number of records alone. */
    static final class Counter implements SourceHandler {

        private int records;

        @Override
        public void record(Mapped mapped) {
            records++;
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {}

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {}

        @Override
        public void problem(SourceProblem problem) {}
    }
}
