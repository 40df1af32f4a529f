package org.gongkai.ingest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;

/**
 * Measures the reading of a large sheet. Run by hand: {@code write FILE ROWS} makes one, {@code read FILE} reads it and
 * prints the rows a second and the peak of the heap.
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

    private static void write(Path file, int rows) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "measurement", "1.0")) {
            var sheet = book.newWorksheet("目录");
            List<String> labels = List.of("序号", "标题", "发文字号", "索引号", "发文机关", "成文日期", "发布日期", "有效性");
            for (int i = 0; i < labels.size(); i++) {
                sheet.value(0, i, labels.get(i));
            }
            for (int i = 1; i <= rows; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 1, "某某区人民政府办公室关于印发第" + i + "号工作方案的通知");
                sheet.value(i, 2, "某政办字〔" + (2000 + i % 25) + "〕" + i + "号");
                sheet.value(i, 3, "370212-0212-" + i);
                sheet.value(i, 4, "某某区人民政府办公室");
                sheet.value(i, 5, LocalDate.of(2000 + i % 25, 1 + i % 12, 1 + i % 28));
                sheet.style(i, 5).format("yyyy-mm-dd").set();
                sheet.value(
                        i,
                        6,
                        LocalDate.of(2000 + i % 25, 1 + i % 12, 1 + i % 28).toString());
                sheet.value(i, 7, "有效");
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
