package org.gongkai.ingest.mapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.NormativeNumber;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.document.ThemeScheme;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.LineBreaks;
import org.gongkai.core.text.ProgramText;
import org.gongkai.core.text.SpreadsheetCell;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.page.PageText;
import org.gongkai.ingest.text.AgencyNames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the text of a field as the value that its component holds. */
public final class ValueReader {

    private static final Pattern TAG = Pattern.compile("<(?:[a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]*)?/?>");
    /** A reference of markup that was escaped once too often; not of the signs that markup itself is written with. */
    private static final Pattern ESCAPED_TWICE =
            Pattern.compile("&amp;(?!lt;|gt;|amp;|quot;)([a-zA-Z]{2,8}|#\\d{2,6});");

    /** Between the levels of a theme; blanks before it are looked at from the first of them alone. */
    private static final Pattern LEVEL_MARK = Pattern.compile("(?:(?<!\\s)\\s++)?+(?:>|＞|→|»|›|&gt;)\\s*+");

    /** One of these stands in every such mark. */
    private static final String LEVEL_SIGNS = ">＞→»›&";

    /** Days that databases and spreadsheets write where they have none: their first, their last, the zero of a count. */
    private static final Set<LocalDate> STANDING_FOR_NONE = Set.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(1753, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1970, 1, 1),
            LocalDate.of(9999, 12, 31));

    private static final Pattern DAY_COUNT = Pattern.compile("[2-6]\\d{4}(?:\\.\\d+)?");
    /** What a spreadsheet shows where a formula failed. */
    private static final Set<String> FAILED_FORMULAS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!");

    /** A call, a reference or a text at the head of a formula. */
    private static final Pattern FORMULA =
            Pattern.compile("=[-+(]{0,3}(?:\\d|[A-Za-z.]{1,30}\\(|\\$?[A-Z]{1,3}\\$?\\d|\"|')");

    private static final int LONGEST_FORMULA = 1_001;

    /** A long number as a spreadsheet shows it in a narrow cell: the digits that are not shown are lost. */
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+?\\d{1,3}"
            // Of a longer number a spreadsheet keeps fifteen digits, and writes noughts for the rest.
            + "|[1-9][0-9]{14}0{3,15}");

    /** What programs write for a record that has no number of its own: 0, -1, the UUID of noughts. */
    private static final Pattern NO_IDENTITY = Pattern.compile("0+(?:\\.0+)?|-\\d+|0+(?:-0+)+");

    private static final Set<Component> CODED = Set.of(
            Component.INDEX_NUMBER,
            Component.NORMATIVE_NUMBER,
            Component.OWNER_CODE,
            Component.CATALOGUE_NUMBER,
            Component.RECORD_ID,
            Component.CONSULTATION_TELEPHONE);

    private static final Map<Class<?>, Function<String, Object>> TERMS = Map.of(
            Validity.class, Validity::parse,
            Openness.class, Openness::parse,
            FileType.class, FileType::parse,
            DocumentKind.class, DocumentKind::parse);

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");

    private final Map<Component, Map<String, String>> tables;
    private final List<DatePattern> dates;
    private final ThemeScheme themes = ThemeScheme.national();
    private final Map<Component, Map<String, String>> synonyms = new HashMap<>();

    public ValueReader(Mapping mapping) {
        this.tables = mapping.values();
        this.dates = mapping.dates().stream().map(DatePattern::of).toList();
        for (Csv.Row row : Csv.shipped(
                ValueReader.class.getResourceAsStream("synonyms.csv"),
                "synonyms.csv",
                reader -> Csv.read(reader, "synonyms.csv", List.of("component", "text", "term")))) {
            synonyms.computeIfAbsent(Component.of(row.text("component")), each -> new HashMap<>())
                    .put(row.text("text"), row.text("term"));
        }
    }

    /**
     * The value for a component, or null when the text holds none that fits. What programs leave in texts is seen to
     * here, before anything is made of the text, whatever the component.
     */
    public Reading<?> read(Component component, String source) {
        String raw = ProgramText.withoutSections(source);
        Reading<?> reading = readUnmarked(component, raw);
        if (raw.equals(source)) {
            return reading;
        }
        Set<Repair> repairs = new LinkedHashSet<>(List.of(Repair.STRAY_CHARACTERS));
        repairs.addAll(reading.repairs());
        return new Reading<Object>(source, reading.value(), List.copyOf(repairs));
    }

    private Reading<?> readUnmarked(Component component, String raw) {
        // The references of markup are its own.
        boolean markup = component == Component.BODY && tagged(raw);
        ProgramText.Decoded decoded = markup ? new ProgramText.Decoded(raw, List.of()) : ProgramText.decode(raw);
        String text = decoded.text();
        if (ProgramText.absent(text)) {
            return new Reading<Object>(raw, null, List.of(Repair.NULL_TOKEN));
        }
        Reading<?> reading = meant(component, text);
        if (decoded.repairs().isEmpty()) {
            return reading;
        }
        Set<Repair> repairs = new LinkedHashSet<>(decoded.repairs());
        if (!markup && component == Component.BODY && tagged(text)) {
            repairs.add(Repair.ESCAPED_MARKUP);
        }
        repairs.addAll(reading.repairs());
        return new Reading<Object>(raw, reading.value(), List.copyOf(repairs));
    }

    private Reading<?> meant(Component component, String raw) {
        String meant = tables.getOrDefault(component, Map.of()).get(LegacyText.stripUnseen(raw));
        if (meant == null) {
            return readPlain(component, raw);
        }
        Reading<?> reading = readPlain(component, meant);
        List<Repair> repairs = new ArrayList<>(List.of(Repair.SYNONYM));
        repairs.addAll(reading.repairs());
        return new Reading<Object>(raw, reading.value(), repairs);
    }

    private Reading<?> readPlain(Component component, String raw) {
        if (lost(raw)) {
            return Reading.clean(raw, null);
        }
        Class<?> type = component.field().type();
        if (type == DocumentNumber.class) {
            return number(raw);
        }
        if (type == Body.class) {
            return body(raw);
        }
        String text = LegacyText.stripUnseen(raw);
        List<Repair> repairs = new ArrayList<>();
        if (!text.equals(raw)) {
            repairs.add(Repair.OUTER_BLANKS);
        }
        String bare = SpreadsheetCell.unguarded(text);
        if (!bare.equals(text)) {
            // As this tool's own tables keep a text that a spreadsheet would run.
            text = LegacyText.stripUnseen(bare);
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        if (tagged(text)) {
            text = LegacyText.stripUnseen(Jsoup.parse(text).text());
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        if (none(text)
                || component == Component.RECORD_ID && NO_IDENTITY.matcher(text).matches()) {
            repairs.add(Repair.NULL_TOKEN);
            return new Reading<Object>(raw, null, repairs);
        }
        if (CODED.contains(component)) {
            if (text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '’')) {
                // Spreadsheets mark a number kept as text so.
                text = LegacyText.stripUnseen(text.substring(1));
                repairs.add(Repair.STRAY_CHARACTERS);
            }
            if (SHORTENED.matcher(text).matches()) {
                return Reading.clean(raw, null);
            }
        }
        Object value = typed(component, type, text, repairs);
        return new Reading<Object>(raw, "".equals(value) || List.of().equals(value) ? null : value, repairs);
    }

    /** A search marks what it was asked for in numbers as it does in titles. */
    private static Reading<DocumentNumber> number(String raw) {
        if (!tagged(raw)) {
            return DocumentNumber.read(raw);
        }
        Reading<DocumentNumber> bare = DocumentNumber.read(Jsoup.parse(raw).text());
        Set<Repair> repairs = new LinkedHashSet<>(List.of(Repair.STRAY_CHARACTERS));
        repairs.addAll(bare.repairs());
        return new Reading<>(raw, bare.value(), List.copyOf(repairs));
    }

    /** Whether a text holds a tag. Most hold no bracket of one. */
    private static boolean tagged(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find();
    }

    /** Whether a text is what a spreadsheet shows in place of a value: a fault, a formula, signs in a narrow cell. */
    public static boolean lost(String raw) {
        String text = raw.length() > LONGEST_FORMULA ? "" : LegacyText.stripUnseen(raw);
        if (text.startsWith("=")) {
            return FORMULA.matcher(text).lookingAt();
        }
        return text.startsWith("#")
                && (FAILED_FORMULAS.contains(text) || text.length() > 2 && StringUtils.containsOnly(text, '#'));
    }

    /** How a text is read follows from the type of the component; a component of a type that has no reader is none. */
    private @Nullable Object typed(Component component, Class<?> type, String text, List<Repair> repairs) {
        if (type == String.class) {
            return plain(component, text, repairs);
        }
        if (type == LocalDate.class) {
            return date(text, repairs);
        }
        if (type == Agency.class) {
            return agency(component, text, repairs);
        }
        if (type == IndexNumber.class) {
            return IndexNumber.parse(halfWidth(text, repairs));
        }
        if (type == CreditCode.class) {
            return CreditCode.parse(halfWidth(text, repairs));
        }
        if (type == NormativeNumber.class) {
            return NormativeNumber.parse(text);
        }
        if (type == ThemeCategory.class) {
            return ThemeCategory.parse(levels(text, repairs));
        }
        if (type == Attachment.class) {
            return attachments(text);
        }
        if (type == Relation.class) {
            return new Relation(RelationType.of(RelationType.Type.INTERPRETATION), text);
        }
        Function<String, Object> listed = TERMS.get(type);
        if (listed == null) {
            throw new IllegalStateException("no reader for " + type.getName() + ", the type of " + component.path());
        }
        return listed.apply(term(component, text, repairs));
    }

    private static Object plain(Component component, String text, List<Repair> repairs) {
        if (component.field().many()) {
            return keywords(text);
        }
        if (component == Component.SITE_DOMAIN) {
            return domain(text, repairs);
        }
        return component == Component.TITLE ? oneLine(text, repairs) : text;
    }

    private static Object agency(Component component, String text, List<Repair> repairs) {
        if (!component.field().many()) {
            return Agency.parse(text);
        }
        return component == Component.ISSUERS ? agencies(text, repairs) : recipients(text, repairs);
    }

    /** Whether a text says that there is no value. */
    public boolean none(String text) {
        return LegacyText.nullToken(LegacyText.stripUnseen(text));
    }

    /** Whether a value is on the component's list: of the themes for the theme, and anything where there is no list. */
    boolean listed(Component component, String value) {
        if (component != Component.THEME
                || tables.getOrDefault(component, Map.of()).containsKey(LegacyText.stripUnseen(value))) {
            return true;
        }
        // 农业、林业、水利 is one theme, and some sites add the second level and the genre behind another 、.
        String[] words = StringUtils.split(
                ThemeCategory.parse(LegacyText.stripUnseen(value)).text(), "\\/-＼／－>、");
        StringBuilder first = new StringBuilder();
        for (String word : words) {
            first.append(first.isEmpty() ? "" : "、").append(LegacyText.stripUnseen(word));
            if (themes.contains(ThemeCategory.of(first.toString(), null))) {
                return true;
            }
        }
        return false;
    }

    /** What a reader of the problem is told to write. */
    public static String expected(Component component) {
        return component.path().endsWith("On") || component.path().endsWith("From") ? "yyyy-MM-dd" : component.path();
    }

    /** The value as the ledger and the problems show it. */
    public static String text(@Nullable Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(ValueReader::text).collect(Collectors.joining("、"));
        }
        if (value instanceof Body body) {
            return StringUtils.truncate(body.text() == null ? String.valueOf(body.html()) : body.text(), 100);
        }
        return String.valueOf(value);
    }

    /** Whether two values of a component say the same, though perhaps not in the same characters. */
    public static boolean same(Component component, Object one, Object other) {
        if (one.equals(other)) {
            return true;
        }
        if (one instanceof DocumentNumber first && other instanceof DocumentNumber second) {
            return sameNumber(first, second);
        }
        if (one instanceof LocalDate || other instanceof LocalDate) {
            return false;
        }
        String first = LegacyText.lettersAndDigits(text(one));
        String second = LegacyText.lettersAndDigits(text(other));
        // The heading may stand without the agency, and the window's title has the site's name behind it.
        return first.equals(second)
                || component == Component.TITLE
                        && Math.min(first.length(), second.length()) > 8
                        && (first.contains(second) || second.contains(first));
    }

    /** 国令第706号 in the table and 中华人民共和国国务院令第706号 in the text are one number. */
    private static boolean sameNumber(DocumentNumber one, DocumentNumber other) {
        return one.form() == DocumentNumber.Form.ORDER
                && other.form() == DocumentNumber.Form.ORDER
                && one.serial() != null
                && one.serial().equals(other.serial());
    }

    private @Nullable LocalDate date(String text, List<Repair> repairs) {
        for (DatePattern each : dates) {
            LocalDate date = each.read(text);
            if (date != null) {
                repairs.add(Repair.DATE_NOTATION);
                return date;
            }
        }
        // Five digits in a date's place were a spreadsheet's day count; only Windows' epoch is in common use.
        Reading<LocalDate> reading = text.length() > 4
                        && text.charAt(4) != '-'
                        && DAY_COUNT.matcher(text).matches()
                ? DateText.readSerial(text, DateText.Epoch.YEAR_1900)
                : DateText.read(text);
        LocalDate day = reading.value();
        if (day == null || STANDING_FOR_NONE.contains(day)) {
            return null;
        }
        repairs.addAll(reading.repairs());
        return day;
    }

    private static List<Agency> agencies(String text, List<Repair> repairs) {
        Reading<List<Agency>> reading = Agency.readAll(text);
        repairs.addAll(reading.repairs());
        return reading.value() == null ? List.of() : reading.value();
    }

    private static List<Agency> recipients(String text, List<Repair> repairs) {
        List<Agency> all = AgencyNames.recipients(text);
        if (all.size() > 1) {
            repairs.add(Repair.SEVERAL_IN_ONE);
        }
        return all;
    }

    private static List<String> keywords(String text) {
        List<String> words = new ArrayList<>();
        for (String word : StringUtils.split(text, " \u3000\u00a0;；,，、|\t\n")) {
            String bare = StringUtils.strip(word, "△▲。.");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    private String term(Component component, String text, List<Repair> repairs) {
        String term = synonyms.getOrDefault(component, Map.of()).get(LegacyText.withoutBlanks(text));
        if (term == null) {
            return text;
        }
        repairs.add(Repair.SYNONYM);
        return term;
    }

    /** Sites that show a theme as a path of links part its levels by an arrow. */
    private static String levels(String text, List<Repair> repairs) {
        if (!StringUtils.containsAny(text, LEVEL_SIGNS)) {
            return text;
        }
        String levels = LEVEL_MARK.matcher(text).replaceAll("\\\\");
        if (!levels.equals(text)) {
            repairs.add(Repair.SEPARATOR);
        }
        return levels;
    }

    private static String halfWidth(String text, List<Repair> repairs) {
        String half = LegacyText.halfWidth(text);
        if (!half.equals(text)) {
            repairs.add(Repair.FULL_WIDTH);
        }
        return half;
    }

    private static String domain(String text, List<Repair> repairs) {
        String domain = StringUtils.substringBefore(SCHEME.matcher(text).replaceFirst(""), "/");
        if (!domain.equals(text)) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        return domain;
    }

    private static String oneLine(String text, List<Repair> repairs) {
        String line = LineBreaks.joined(text, "\r\n", "");
        if (!line.equals(text)) {
            repairs.add(Repair.INNER_BLANKS);
        }
        return line;
    }

    private static List<Attachment> attachments(String text) {
        List<Attachment> attachments = new ArrayList<>();
        for (String item : text.split("[;；|\\r\\n]+")) {
            String name = LegacyText.stripUnseen(item);
            if (!name.isEmpty()) {
                boolean path = StringUtils.containsAny(name, '/', '\\') && MediaTypes.ofName(name) != null;
                String url = path || SCHEME.matcher(name).find() || name.startsWith("/") ? name : null;
                String shown = url == null ? name : name.substring(StringUtils.lastIndexOfAny(name, "/", "\\") + 1);
                attachments.add(
                        new Attachment(shown.isEmpty() ? name : shown, MediaTypes.ofName(name), null, null, url));
            }
        }
        return attachments;
    }

    private static Reading<Body> body(String raw) {
        if (!tagged(raw)) {
            return Reading.clean(raw, new Body(raw, null));
        }
        String once = ESCAPED_TWICE.matcher(raw).replaceAll("&$1;");
        Document page = Jsoup.parseBodyFragment(once);
        return new Reading<>(
                raw,
                new Body(PageText.of(page.body()).text(), PageText.clean(page.body())),
                once.equals(raw) ? List.of() : List.of(Repair.CHARACTER_REFERENCES));
    }
}
