package org.gongkai.conversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;

/** Sources for tests: pages, a table with attached files, records; one is withheld, one stands twice, one is no page. */
final class Sources {

    /** A text of the document that is not for the public. */
    static final String SECRET = "关于不公开事项的通知";

    private Sources() {}

    static Path write(Path folder, int pages) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < pages; i++) {
                write(
                        folder.resolve("p" + i + ".html"),
                        "<html><head><meta charset=\"utf-8\"></head><body><h1>关于第" + i + "件事的通知</h1><p>发文字号：某政办字〔2023〕"
                                + i + "号</p><p>" + "各有关单位要认真落实。".repeat(10) + "</p></body></html>");
            }
            write(folder.resolve("empty.html"), "");
            write(folder.resolve("files/a.doc"), "附件内容");
            write(folder.resolve("list.csv"), "标题,发文字号,成文日期,附件\n关于表中事的通知,某政发〔2023〕1号,2023-07-21,files/a.doc\n");
            write(folder.resolve("z.ndjson"), """
                    {"kind":"document","title":"%s","openness":"不予公开"}
                    {"kind":"document","title":"关于行中事的通知","documentNumber":"某政发〔2023〕2号"}
                    {"kind":"document","title":"关于行中事的通知","documentNumber":"某政发〔2023〕2号"}
                    """.formatted(SECRET));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Records as a caller may have them: one withheld, one twice. */
    static List<OfficialDocument> records() {
        OfficialDocument document =
                OfficialDocumentBuilder.builder().title("关于一件事的通知").build();
        OfficialDocument secret = OfficialDocumentBuilder.builder()
                .title(SECRET)
                .openness(Openness.of(Openness.Mode.NOT_DISCLOSED))
                .build();
        return List.of(document, secret, document);
    }

    /** Every file below a folder with its bytes, one character each. */
    static Map<String, String> contents(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(each).toString(),
                        new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
