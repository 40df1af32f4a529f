package org.gongkai.validation.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.NormativeNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Validity;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.key.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a document says in two places alike, as digests: number, title, days, validity, type, text and attached files. Left out is what
 * each place says in its own way, such as address, index number, day of publication and the long or short name of who issued it.
 *
 * @param digests one for each of {@link #FIELDS}, 0 where nothing is said
 */
record DocumentContent(List<Long> digests) {

    /** The fields that are compared, by the names that they have in JSON. */
    static final List<String> FIELDS = List.of(
            "title",
            "documentNumber",
            "normativeNumber",
            "fileType",
            "writtenOn",
            "effectiveFrom",
            "repealedOn",
            "expiresOn",
            "validity",
            "body",
            "attachments");

    static DocumentContent of(OfficialDocument document, DocumentKeys keys) {
        FileType type = document.fileType();
        Validity validity = document.validity();
        NormativeNumber normative = document.normativeNumber();
        return new DocumentContent(List.of(
                keys.core(),
                DocumentKeys.regular(keys.number()) ? keys.number() : 0L,
                digest(normative == null ? null : LegacyText.folded(normative.text())),
                digest(type == null ? null : type.type()),
                digest(document.writtenOn()),
                digest(document.effectiveFrom()),
                digest(document.repealedOn()),
                digest(document.expiresOn()),
                digest(validity == null ? null : validity.state()),
                body(document),
                files(document.attachments())));
    }

    /** Whether a document says of itself that it is normative (行政规范性文件). */
    static boolean normative(OfficialDocument document) {
        FileType type = document.fileType();
        return document.normativeNumber() != null || type != null && type.type() == FileType.Type.NORMATIVE;
    }

    private static long digest(@Nullable Object value) {
        return value == null ? 0 : DocumentKeys.digest(LegacyText.withoutBlanks(value.toString()));
    }

    /** The text without blanks and punctuation, and without the title and the number that some places print at its head. */
    private static long body(OfficialDocument document) {
        String text = document.body() == null ? null : document.body().text();
        if (text == null || text.isBlank()) {
            return 0;
        }
        String head = DocumentKeys.titleKey(document.title())
                + '\n'
                + DocumentKeys.titleKey(
                        document.documentNumber() == null
                                ? null
                                : document.documentNumber().text());
        TextDigest digest = new TextDigest();
        StringBuilder said = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            String key = DocumentKeys.titleKey(line);
            if (!said.isEmpty() || !head.contains(key)) {
                said.append(key);
            }
        }
        return said.isEmpty() ? 0 : digest.add(said.toString()).value();
    }

    /** Files are compared by what is in them, in any order, where it is known of all. */
    private static long files(List<Attachment> attachments) {
        List<String> all = attachments.stream()
                .map(Attachment::sha256)
                .filter(Objects::nonNull)
                .map(each -> each.toString())
                .sorted()
                .collect(Collectors.toList());
        return all.isEmpty() || all.size() < attachments.size() ? 0 : DocumentKeys.digest(String.join(" ", all));
    }

    /** The fields that both give, and not alike. */
    List<String> differences(DocumentContent other) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            long one = digests.get(i);
            long two = other.digests.get(i);
            if (one != 0 && two != 0 && one != two) {
                differing.add(FIELDS.get(i));
            }
        }
        return differing;
    }
}
