package org.example.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.conversion.Conversion;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.springframework.http.MediaType;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes a page, a sheet or JSON, and answers with what is missing or wrong in it. */
@RestController
class UploadController {

    private final Conversion conversion;

    UploadController(Conversion conversion) {
        this.conversion = conversion;
    }

    /** What came of an upload: how many records it holds, how many of them are complete, and every finding. */
    record Answer(long records, long complete, List<Line> findings) {}

    /** A finding in the language of the request. */
    record Line(String severity, String rule, String title, String place, String text, String mending) {

        static Line of(ReportedFinding reported, Locale locale) {
            Finding finding = reported.finding();
            return new Line(
                    finding.severity().code(),
                    finding.rule(),
                    reported.title(),
                    finding.location() == null ? null : finding.location().toString(),
                    finding.text(locale),
                    finding.mending(locale));
        }
    }

    @PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer upload(@RequestParam("file") MultipartFile upload, Locale locale) throws IOException {
        Path folder = Files.createTempDirectory("upload");
        try {
            Path file = folder.resolve(name(upload));
            upload.transferTo(file);
            List<Line> lines = new ArrayList<>();
            Report report = conversion
                    .onFinding(each -> lines.add(Line.of(each, locale)))
                    .run(List.of(file));
            return new Answer(
                    report.summary().records(), report.summary().verdicts().get(Verdict.COMPLETE), lines);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The name of the file alone: what a browser says of folders must not lead out of the folder of this upload. */
    private static String name(MultipartFile upload) {
        String name = StringUtils.getFilename(StringUtils.cleanPath(String.valueOf(upload.getOriginalFilename())));
        try {
            return name == null || name.isBlank() || name.equals("..") ? "upload" : Path.of(name).toString();
        } catch (InvalidPathException unfit) {
            return "upload";
        }
    }
}
