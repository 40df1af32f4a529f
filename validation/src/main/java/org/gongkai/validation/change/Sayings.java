package org.gongkai.validation.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.key.LongList;
import org.jspecify.annotations.Nullable;

/** What documents say of others that gives the reason for a change: which they repeal, correct or put in force again. */
final class Sayings {

    /** As many names are kept, eight bytes each; beyond them nothing is concluded. */
    static final int MOST_NAMES = 2_000_000;

    private static final String TABLE = "sayings.csv";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 20;

    private static final Pattern QUOTED = Pattern.compile("《([^《》]{2,200})》");
    private static final Pattern NUMBER =
            Pattern.compile("[〔\\[［【（(]\\s?([12]\\d{3})\\s?[〕\\]］】）)]\\s?第?\\s?(\\d{1,5})\\s?号");
    private static final Pattern ISSUED = Pattern.compile("(?:印发|公布|发布|转发)(.{2,200}?)的(?:通知|公告|决定|通告|函)$");
    private static final Pattern SENTENCE = Pattern.compile("[。；;\\r\\n]+");
    private static final Pattern ORDINAL = Pattern.compile("^[\\s　（(]*[0-9一二三四五六七八九十]{1,4}[)）.．、\\s　]");
    private static final Pattern BRACKET_BEHIND = Pattern.compile("[（(][^（()）]{0,60}[)）][\\s　]*$");

    /** What is said. */
    enum Saying {
        REPEALS(RelationType.Type.REPEALS),
        CORRECTS(RelationType.Type.AMENDS),
        RESTORES(null);

        private final RelationType.@Nullable Type relation;

        Saying(RelationType.@Nullable Type relation) {
            this.relation = relation;
        }

        static Saying named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** Each place takes in those behind it. */
    private enum Where {
        OWN,
        TEXT,
        TITLE;

        boolean within(Where place) {
            return compareTo(place) <= 0;
        }
    }

    private record Word(Saying saying, String text, Where where) {}

    private final List<Word> words = shipped();
    private final Map<Saying, LongList> names = new EnumMap<>(Saying.class);
    private Map<Saying, long[]> sorted = Map.of();
    private int kept;
    private boolean full;

    Sayings() {
        for (Saying each : Saying.values()) {
            names.put(each, new LongList());
        }
    }

    private static List<Word> shipped() {
        return Csv.shipped(Sayings.class.getResourceAsStream(TABLE), TABLE, reader -> {
            List<Word> words = new ArrayList<>();
            for (Csv.Row row : Csv.read(reader, TABLE, List.of("says", "word", "where"))) {
                words.add(new Word(
                        row.requiredOneOf(Saying.class, "says"),
                        row.required("word"),
                        row.requiredOneOf(Where.class, "where")));
            }
            return List.copyOf(words);
        });
    }

    /** Takes note of what a document says. */
    void see(OfficialDocument document) {
        for (Relation each : document.relations()) {
            for (Saying saying : Saying.values()) {
                if (saying.relation != null
                        && each.type() != null
                        && each.type().type() == saying.relation
                        && each.target() != null) {
                    target(saying, each.target());
                }
            }
        }
        String title = Objects.toString(document.title(), "");
        String text = body(document);
        for (Saying each : Saying.values()) {
            if (says(each, title, Where.TITLE)) {
                namedIn(each, title);
                namedIn(each, text);
                listedIn(each, text);
            } else if (says(each, text, Where.TEXT)) {
                for (String sentence : SENTENCE.split(text)) {
                    if (says(each, sentence, Where.TEXT)) {
                        namedIn(each, sentence);
                    }
                }
            }
        }
    }

    /** Whether a document says so of itself: in its remark or state, or in a word of its text that means nothing else. */
    boolean saysOfItself(Saying saying, OfficialDocument document) {
        String remarks = Objects.toString(document.note(), "")
                + ' '
                + (document.validity() == null ? "" : document.validity().text());
        return says(saying, remarks, Where.TITLE)
                || says(saying, Objects.toString(document.title(), ""), Where.OWN)
                || says(saying, body(document), Where.OWN);
    }

    private boolean says(Saying saying, String text, Where place) {
        return words.stream()
                .anyMatch(each -> each.saying() == saying && each.where().within(place) && text.contains(each.text()));
    }

    private static String body(OfficialDocument document) {
        return document.body() == null ? "" : Objects.toString(document.body().text(), "");
    }

    private void target(Saying saying, String target) {
        String address = DocumentKeys.address(target);
        keep(saying, FieldState.name(address == null ? target : address));
    }

    /** The titles in 《》 and the numbers of a text. */
    private void namedIn(Saying saying, String text) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            title(saying, quoted.group(1));
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            number(saying, text, number);
        }
    }

    /** Where the code of the agency begins nobody can say, so that each beginning counts. */
    private void number(Saying saying, String text, Matcher found) {
        String rest = '〔' + found.group(1) + '〕' + found.group(2) + '号';
        int start = found.start();
        while (start > 0 && found.start() - start < LONGEST_CODE && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
            keep(saying, FieldState.name(text.substring(start, found.start()) + rest));
        }
    }

    /** Titles that stand as lines of a list, with an ordinal before them and a number in brackets behind. */
    private void listedIn(Saying saying, String text) {
        for (String line : text.split("[\\r\\n]+")) {
            if (line.length() <= LONGEST_NAME) {
                String bare = ORDINAL.matcher(line).replaceFirst("");
                title(saying, BRACKET_BEHIND.matcher(bare).replaceFirst(""));
            }
        }
    }

    private void title(Saying saying, String title) {
        for (String each : titles(title)) {
            keep(saying, FieldState.name(each));
        }
    }

    private void keep(Saying saying, long name) {
        if (kept == MOST_NAMES) {
            full = true;
        } else if (name != FieldState.NONE) {
            kept++;
            Objects.requireNonNull(names.get(saying)).append(name);
        }
    }

    /** A title as others may quote it: whole, from 关于 on, and what it issues. */
    private static List<String> titles(String title) {
        List<String> titles = new ArrayList<>(List.of(title));
        int about = title.indexOf("关于");
        if (about > 0) {
            titles.add(title.substring(about));
        }
        Matcher quoted = QUOTED.matcher(title);
        while (quoted.find()) {
            titles.add(quoted.group(1));
        }
        Matcher issued = ISSUED.matcher(title);
        if (title.length() <= 2 * LONGEST_NAME && issued.find()) {
            titles.add(issued.group(1));
        }
        return titles;
    }

    /** What others may call a document. */
    static List<Long> namesOf(OfficialDocument document) {
        List<@Nullable String> all = new ArrayList<>();
        DocumentNumber number = DocumentKeys.regular(document.documentNumber());
        all.add(number == null ? null : number.text());
        all.add(document.indexNumber() == null ? null : document.indexNumber().text());
        all.add(DocumentKeys.address(document.sourceUrl()));
        if (document.title() != null) {
            all.addAll(titles(document.title()));
        }
        return all.stream()
                .map(FieldState::name)
                .filter(each -> each != FieldState.NONE)
                .toList();
    }

    /** Ends the listening; {@link #said} may be asked from now on. */
    void end() {
        sorted = new EnumMap<>(Saying.class);
        names.forEach((saying, all) -> sorted.put(saying, all.sorted()));
    }

    /** Whether one of some things was said of one of some names. */
    boolean said(Set<Saying> sayings, Collection<Long> of) {
        for (Saying each : sayings) {
            long[] all = Objects.requireNonNull(sorted.get(each));
            if (of.stream().anyMatch(name -> Arrays.binarySearch(all, name) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether more was said than could be kept. */
    boolean full() {
        return full;
    }
}
