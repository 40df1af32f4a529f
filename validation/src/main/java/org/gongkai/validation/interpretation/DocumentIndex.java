package org.gongkai.validation.interpretation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.key.DigestTable;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.key.LinkedFile;
import org.gongkai.validation.key.LongList;
import org.gongkai.validation.key.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents of a run by what other records call them: number, index number, address or file, title. Documents are known by
 * their ordinals; of each digests are kept, about 150 bytes. Not thread-safe.
 */
final class DocumentIndex {

    private static final int MOST_HOMES = 100_000;

    /** A notice that issues or forwards texts goes by their names as well; one that repeals or amends them does not. */
    private static final Pattern ISSUES = Pattern.compile(
            "(?:(?:印发|公布|发布|颁布)(?:修订后的|新修订的)?|转发[^《》]{0,30})"
                    + "((?:《[^《》]{2,200}》[、和及与以]{0,2}){1,20})(?:等[^《》]{0,12})?的?(?:通知|公告|通告|决定|命令|令|函|意见)?(?:[(（][^()（）]{1,20}[)）])?$");

    /** The same without marks of titles: 关于印发某办法的通知. */
    private static final Pattern ISSUES_UNMARKED =
            Pattern.compile("关于(?:印发|公布|发布|颁布)(?:修订后的|新修订的)?([^《》]{4,200}?)的?(?:通知|公告|通告|决定|命令|令)$");

    /** What says in a bracket behind a title how it stands, and that people leave out. */
    private static final Pattern STATE = Pattern.compile("[(（](?:试行|暂行|修订|修正|\\d{4}年(?:修订|修正)(?:版|本)?)[)）]$");

    /** A government's office interprets what the government issues. */
    private static final Pattern OFFICE = Pattern.compile("(政府|委员会)(?:办公室|办公厅)$");

    /** 青岛市崂山区 of 青岛市崂山区水务局 */
    private static final Pattern PLACE = Pattern.compile("^(?:\\p{IsHan}{2,7}?[省市区县旗]){1,3}");

    private static final Pattern QUOTED = Pattern.compile("《([^《》]{2,200})》");

    private final Names numbers = new Names();
    private final Names indexes = new Names();
    private final Names addresses = new Names();
    private final Names titles = new Names();
    private final Names cores = new Names();
    /** By number, title and agency, since two sources of one document are one. */
    private final LongList keys = new LongList();

    private final LongList issuers = new LongList();
    private final LongList places = new LongList();
    private final Set<String> homes = new HashSet<>();

    /** What a reference came to: a document, several, or none of the run's agencies and sites or of others. */
    record Found(int document, int candidates, boolean elsewhere, boolean otherTitle) {

        boolean one() {
            return document >= 0;
        }
    }

    /** The documents of one kind of name. */
    private static final class Names {
        private final DigestTable digests = new DigestTable();
        private final LongList first = new LongList();
        private final Map<Integer, List<Integer>> more = new HashMap<>();

        void add(@Nullable String name, int document) {
            if (name == null || name.isEmpty()) {
                return;
            }
            int before = digests.add(DocumentKeys.digest(name));
            if (before < 0) {
                first.append(document);
            } else if (first.get(before) != document) {
                more.computeIfAbsent(before, each -> new ArrayList<>()).add(document);
            }
        }

        List<Integer> find(@Nullable String name) {
            int at = name == null || name.isEmpty() ? -1 : digests.find(DocumentKeys.digest(name));
            if (at < 0) {
                return List.of();
            }
            List<Integer> all = new ArrayList<>();
            all.add((int) first.get(at));
            all.addAll(more.getOrDefault(at, List.of()));
            return all;
        }
    }

    /** How many documents were seen. */
    int size() {
        return keys.size();
    }

    /** Takes a document in; answers its ordinal. */
    int add(OfficialDocument document, Location location) {
        int ordinal = keys.size();
        DocumentNumber number = DocumentKeys.regular(document.documentNumber());
        String first =
                document.issuers().isEmpty() ? "" : document.issuers().get(0).text();
        long issuer = first.isEmpty() ? 0 : agency(first);
        issuers.append(issuer);
        places.append(place(first));
        keys.append(new TextDigest()
                .add(number == null ? "" : LegacyText.withoutBlanks(number.text()))
                .add(DocumentKeys.titleKey(document.title()))
                .add(String.valueOf(issuer))
                .value());
        if (number != null && !number.saysNone()) {
            numbers.add(LegacyText.withoutBlanks(number.text()), ordinal);
            home(number.agencyCode());
        }
        if (document.indexNumber() != null) {
            indexes.add(LegacyText.withoutBlanks(document.indexNumber().text()), ordinal);
        }
        String address = DocumentKeys.address(document.sourceUrl());
        if (address != null) {
            addresses.add(address, ordinal);
            home(host(address));
        }
        if (location.row() == null) {
            addresses.add(file(location.source()), ordinal);
        }
        if (document.title() != null) {
            titles.add(DocumentKeys.titleKey(document.title()), ordinal);
            names(document.title()).forEach(each -> cores.add(each, ordinal));
        }
        return ordinal;
    }

    private void home(@Nullable String name) {
        if (name != null && homes.size() < MOST_HOMES) {
            homes.add(name);
        }
    }

    private static String host(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    /** A file of the run as a name among addresses. */
    static String file(String source) {
        return "file:" + source;
    }

    /** An address, or the file that a path in another file leads to, as both are compared; null for neither. */
    static @Nullable String address(@Nullable String url, Location from) {
        if (url == null || url.isBlank()) {
            return null;
        }
        String address = DocumentKeys.address(url);
        if (address != null) {
            return address;
        }
        String file = url.indexOf(':') >= 0 || url.startsWith("//") ? null : LinkedFile.of(url.strip(), from.source());
        return file == null ? null : file(file);
    }

    /** What a title goes by beside itself: the text from 关于 on, and what it issues. */
    private static Set<String> names(String title) {
        Set<String> names = new HashSet<>();
        String whole = DocumentKeys.titleKey(title);
        int about = whole.indexOf("关于");
        if (about > 0) {
            names.add(whole.substring(about));
        }
        String stripped = STATE.matcher(title.strip()).replaceFirst("");
        if (stripped.length() < title.strip().length()) {
            names.add(DocumentKeys.titleKey(stripped));
        }
        if (stripped.startsWith("《") && stripped.endsWith("》")) {
            names.add(whole);
        }
        Matcher issued = ISSUES.matcher(stripped);
        if (issued.find()) {
            QUOTED.matcher(issued.group(1)).results().forEach(each -> text(each.group(1), names));
        }
        Matcher unmarked = ISSUES_UNMARKED.matcher(stripped);
        if (unmarked.find()) {
            text(unmarked.group(1), names);
        }
        return names;
    }

    private static void text(String name, Set<String> names) {
        names.add(DocumentKeys.titleKey(name));
        names.add(DocumentKeys.titleKey(STATE.matcher(name.strip()).replaceFirst("")));
    }

    /** What a reference calls a document by title: the whole, from 关于 on, and what stands in its only marks of titles. */
    private static Set<String> called(String title) {
        Set<String> names = names(title);
        names.add(DocumentKeys.titleKey(title));
        Matcher quoted = QUOTED.matcher(title);
        if (quoted.find()) {
            String name = quoted.group(1);
            if (!quoted.find() && title.strip().startsWith("《")) {
                text(name, names);
            }
        }
        return names;
    }

    /** Finds what a reference names. The agencies tell documents of one title apart. */
    Found find(PolicyReference reference, Location from, @Nullable Agency... agencies) {
        String title = reference.title();
        List<Integer> found = exact(reference, from);
        boolean byTitle = found.isEmpty() && title != null;
        List<Integer> titled = title == null ? List.of() : titled(title);
        if (byTitle) {
            found = titled;
        } else if (found.size() > 1 && title != null) {
            found = narrowed(found, titled::contains);
        }
        for (Agency each : agencies) {
            if (each != null) {
                long issuer = agency(each.text());
                long whole = agency(OFFICE.matcher(each.text()).replaceFirst("$1"));
                found = narrowed(found, one -> issuers.get(one) == issuer);
                found = narrowed(found, one -> issuers.get(one) == whole);
            }
        }
        for (Agency each : agencies) {
            long place = each == null ? 0 : place(each.text());
            found = place == 0 ? found : narrowed(found, one -> places.get(one) == place);
        }
        found = apart(found);
        if (found.isEmpty()) {
            return new Found(-1, 0, elsewhere(reference), false);
        }
        if (found.size() > 1) {
            return new Found(-1, found.size(), false, false);
        }
        boolean other = title != null && !byTitle && titled.stream().noneMatch(same(found.get(0))::test);
        return new Found(found.get(0), 1, false, other);
    }

    private static long agency(String name) {
        return DocumentKeys.digest(DocumentKeys.titleKey(name));
    }

    /** The place whose agency it is, as far as its name says; 0 where it says none. */
    private static long place(String agency) {
        Matcher place = PLACE.matcher(agency.strip());
        return place.find() ? DocumentKeys.digest(place.group()) : 0;
    }

    private IntPredicate same(int document) {
        return each -> keys.get(each) == keys.get(document);
    }

    private List<Integer> exact(PolicyReference reference, Location from) {
        DocumentNumber number = DocumentKeys.regular(reference.documentNumber());
        List<Integer> found = number == null ? List.of() : numbers.find(LegacyText.withoutBlanks(number.text()));
        if (found.isEmpty() && reference.indexNumber() != null) {
            found = indexes.find(
                    LegacyText.withoutBlanks(reference.indexNumber().text()));
        }
        return found.isEmpty() ? addresses.find(address(reference.url(), from)) : found;
    }

    private List<Integer> titled(String title) {
        List<Integer> whole = titles.find(DocumentKeys.titleKey(title));
        if (!whole.isEmpty()) {
            return whole;
        }
        List<Integer> found = new ArrayList<>();
        for (String each : called(title).stream().sorted().toList()) {
            found.addAll(titles.find(each));
            found.addAll(cores.find(each));
        }
        return found.stream().distinct().toList();
    }

    /** Those that fit, or all where none does. */
    private static List<Integer> narrowed(List<Integer> found, IntPredicate fits) {
        List<Integer> fit =
                found.size() < 2 ? List.of() : found.stream().filter(fits::test).toList();
        return fit.isEmpty() ? found : fit;
    }

    /** One document from two sources is one. */
    private List<Integer> apart(List<Integer> found) {
        Set<Long> seen = new HashSet<>();
        return found.stream().filter(each -> seen.add(keys.get(each))).toList();
    }

    /** Whether a reference that nothing answers is of an agency or site that the run has nothing of. */
    private boolean elsewhere(PolicyReference reference) {
        DocumentNumber number = DocumentKeys.regular(reference.documentNumber());
        if (number != null && number.agencyCode() != null) {
            return !homes.contains(number.agencyCode());
        }
        String address = DocumentKeys.address(reference.url());
        return address != null && !homes.contains(host(address));
    }
}
