package org.gongkai.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;

/**
 * Measures the reading of a large table, .xlsx or .csv by the name of the file. Run by hand, as
 * {@code benchmarks/README.md} shows: {@code write FILE ROWS} makes one, {@code read FILE} reads it and prints the rows
 * a second and the peak of the heap.
 */
final class SheetMeasurement {

    private SheetMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(file, Integer.parseInt(arguments[2]));
        } else {
            read(file);
        }
    }

    private static final List<String> LABELS = List.of("序号", "标题", "发文字号", "索引号", "发文机关", "成文日期", "发布日期", "有效性");

    private static void write(Path file, int rows) throws IOException {
        if (file.toString().endsWith(".csv")) {
            writeCsv(file, rows);
        } else {
            writeSheet(file, rows);
        }
    }

    private static List<String> row(int i) {
        return List.of(
                Integer.toString(i),
                "某某区人民政府办公室关于印发第" + i + "号工作方案的通知",
                "某政办字〔" + (2000 + i % 25) + "〕" + i + "号",
                "370212-0212-" + i,
                "某某区人民政府办公室",
                day(i).toString(),
                day(i).toString(),
                "有效");
    }

    private static LocalDate day(int i) {
        return LocalDate.of(2000 + i % 25, 1 + i % 12, 1 + i % 28);
    }

    private static void writeCsv(Path file, int rows) throws IOException {
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(LABELS);
            for (int i = 1; i <= rows; i++) {
                writer.writeRecord(row(i));
            }
        }
    }

    private static void writeSheet(Path file, int rows) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "measurement", "1.0")) {
            var sheet = book.newWorksheet("目录");
            for (int i = 0; i < LABELS.size(); i++) {
                sheet.value(0, i, LABELS.get(i));
            }
            for (int i = 1; i <= rows; i++) {
                List<String> cells = row(i);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(i, column, cells.get(column));
                }
                sheet.value(i, 0, i);
                sheet.value(i, 5, day(i));
                sheet.style(i, 5).format("yyyy-mm-dd").set();
            }
        }
    }

    private static void read(Path file) {
        LegacyReader reader = LegacyReader.standard();
        long[] counts = new long[2];
        long start = System.nanoTime();
        for (SourceFile each : reader.find(List.of(file), problem -> {})) {
            reader.read(each, new SourceHandler() {
                @Override
                public void ledger(List<LedgerEntry> entries) {}

                @Override
                public void record(Mapped mapped) {
                    counts[0]++;
                }

                @Override
                public void rejected(SourceProblem problem, RawForm raw) {
                    counts[1]++;
                }

                @Override
                public void problem(SourceProblem problem) {
                    counts[1]++;
                }
            });
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP)
                .mapToLong(each -> each.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%d records, %d problems, %.1f s, %.0f rows/s, heap at most %d MiB of %d MiB%n",
                counts[0],
                counts[1],
                seconds,
                counts[0] / seconds,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
