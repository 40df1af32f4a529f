package org.gongkai.ingest.decision;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMaterialBuilder;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.WebLink;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** Reads the cells of tables of decisions: units, procedures, marks, materials, counts. */
final class DecisionValues {

    private static final DecisionTerms TERMS = DecisionTerms.standard();
    private static final Pattern LEAD = Pattern.compile("[(（](?:牵头(?:单位|部门)?|主办)[)）]");
    private static final Pattern LEADS = Pattern.compile("^(?:牵头|主办)(?:单位|部门)?[:：](.+?)(?:[;；\\n]|$)");
    private static final Pattern ROLE = Pattern.compile("(?:^|[;；\\n])\\s{0,60}(?:牵头|主办|配合|协办|责任|承办)(?:单位|部门)[:：]");
    /** A longer text, in characters, is no count, whatever stands around the digits. */
    private static final int LONGEST_COUNT = 100;

    /** A longer text, in characters, is no state with its reason. */
    private static final int LONGEST_REASON = 1_000;

    private static final Pattern REASONED = Pattern.compile("(.+?)[(（:：](.+?)[)）]?");

    private DecisionValues() {}

    private static final Pattern SIGN = Pattern.compile("[，,。；;：:（(\n]");
    /** A reason behind a sign, without the word for it and the bracket around it. */
    private static final Pattern REASON =
            Pattern.compile("[，,。；;：:（(\\s]+(?:(?:理由|原因)(?:是|为)?[：:]?\\s*)?([^）)]+|.+)[）)]?");

    /** The units of a matter, and which of them leads. */
    record Units(List<Agency> all, @Nullable Agency lead) {}

    /** The one unit of a cell; nothing says which of several it is. */
    static Reading<Agency> oneUnit(String text) {
        Reading<Units> units = units(text);
        Units read = units.value();
        return new Reading<>(
                text, read == null || read.all().size() != 1 ? null : read.all().get(0), units.repairs());
    }

    static Reading<String> plain(String text) {
        String value = DecisionTerms.line(text);
        return new Reading<>(text, value, value.equals(text) ? List.of() : List.of(Repair.OUTER_BLANKS));
    }

    static Reading<String> term(String list, String text) {
        String term = TERMS.term(list, text);
        String value = term == null ? DecisionTerms.line(text) : term;
        return new Reading<>(text, value, value.equals(text) ? List.of() : List.of(Repair.SYNONYM));
    }

    /** What became of an opinion; / and its like say nothing of it. Why may stand behind it: 未采纳，与规定不符. */
    static Reading<String> adoption(String text) {
        if (LegacyText.nullToken(LegacyText.withoutInvisible(text))) {
            return new Reading<>(text, null, List.of(Repair.NULL_TOKEN));
        }
        int end = behindAdoption(text);
        return end == 0
                ? term("adoption", text)
                : new Reading<>(text, term("adoption", text.substring(0, end)).value(), List.of(Repair.SEVERAL_IN_ONE));
    }

    /** What a cell says behind what became of an opinion, or null for nothing. */
    static @Nullable String reasonBehind(String text) {
        int end = behindAdoption(text);
        String rest = end == 0 ? "" : DecisionTerms.line(text.substring(end));
        Matcher reason = REASON.matcher(rest);
        return reason.matches() ? reason.group(1) : null;
    }

    /** Where the word for what became of an opinion ends, if more stands behind it that says nothing of that; 0 if not. */
    private static int behindAdoption(String text) {
        Matcher sign = SIGN.matcher(text);
        boolean behind = TERMS.term("adoption", text) == null
                && sign.find()
                && TERMS.term("adoption", text.substring(0, sign.start())) != null
                && !text.substring(sign.start()).contains("采纳");
        return behind ? sign.start() : 0;
    }

    /** Why; / and its like give no reason. */
    static Reading<String> reason(String text) {
        return LegacyText.nullToken(LegacyText.withoutInvisible(text))
                ? new Reading<>(text, null, List.of(Repair.NULL_TOKEN))
                : plain(text);
    }

    static Reading<Integer> count(String text) {
        if (text.length() > LONGEST_COUNT) {
            return Reading.clean(text, null);
        }
        String digits = Normalizer.normalize(LegacyText.withoutBlanks(text), Normalizer.Form.NFKC)
                .replaceFirst("[条件个]$", "");
        return digits.matches("\\d{1,6}")
                ? new Reading<>(
                        text,
                        Integer.valueOf(digits),
                        digits.equals(text) ? List.of() : List.of(Repair.STRAY_CHARACTERS))
                : Reading.clean(text, null);
    }

    /** How many opinions came to one outcome: a number, or 是 for a mark that the one of the row did; / and its like are none. */
    static Reading<?> tally(String text, Marks marks) {
        Reading<Integer> number = count(text);
        if (number.value() != null) {
            return number;
        }
        Reading<String> mark = marks.read(text);
        return "否".equals(mark.value()) ? new Reading<>(text, 0, mark.repairs()) : mark;
    }

    static Reading<List<String>> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String each : text.strip().split(separator)) {
            if (!each.isBlank()) {
                parts.add(DecisionTerms.line(each));
            }
        }
        boolean same = parts.size() == 1 && parts.get(0).equals(text);
        return new Reading<>(
                text,
                parts,
                same ? List.of() : List.of(parts.size() > 1 ? Repair.SEVERAL_IN_ONE : Repair.OUTER_BLANKS));
    }

    static Reading<List<DecisionProcedure>> procedures(String text) {
        List<DecisionProcedure> procedures = new ArrayList<>();
        boolean synonym = false;
        for (String each : text.strip().split("\\s*(?:[、，,；;\\n。]|→|(?<!—)—++>|(?<!-)-++>|\\s)\\s*")) {
            String bare =
                    each.replaceFirst("^[(（]?[\\d一二三四五六七]{1,2}[)）.．、]", "").replaceFirst("等$", "");
            if (!bare.isBlank()) {
                DecisionProcedure known = TERMS.procedure(bare);
                synonym |= known != null && !known.text().equals(bare);
                procedures.add(known == null ? DecisionProcedure.parse(bare) : known);
            }
        }
        List<Repair> repairs = new ArrayList<>();
        if (procedures.size() > 1) {
            repairs.add(Repair.SEVERAL_IN_ONE);
        }
        if (synonym) {
            repairs.add(Repair.SYNONYM);
        }
        return new Reading<>(text, procedures.isEmpty() ? null : procedures, repairs);
    }

    static Reading<Agency> first(String text) {
        Reading<List<Agency>> all = Agency.readAll(text);
        List<Agency> agencies = Objects.requireNonNullElse(all.value(), List.of());
        return new Reading<>(text, agencies.size() == 1 ? agencies.get(0) : null, all.repairs());
    }

    /** Units in one cell: 甲局（牵头）、乙局, or 牵头单位：甲局；配合单位：乙局, or names alone. */
    static Reading<Units> units(String text) {
        Matcher named = LEADS.matcher(text.strip());
        Agency lead = null;
        if (named.find()) {
            lead = first(named.group(1)).value();
        }
        String plain = ROLE.matcher(text.strip()).replaceAll("、").replaceFirst("^、", "");
        Reading<List<Agency>> all = Agency.readAll(plain.replace('；', '、').replace(';', '、'));
        List<Agency> units = new ArrayList<>();
        for (Agency each : Objects.requireNonNullElse(all.value(), List.<Agency>of())) {
            Agency bare = Agency.parse(LEAD.matcher(each.text()).replaceAll(""));
            lead = lead == null && !bare.equals(each) ? bare : lead;
            units.add(bare);
        }
        if (units.isEmpty()) {
            return new Reading<>(text, null, all.repairs());
        }
        Agency first = lead;
        // The lead stands first whatever the order of the cell.
        units.sort(Comparator.comparing((Agency each) -> !each.equals(first)));
        List<Repair> repairs = new ArrayList<>(all.repairs());
        if (!plain.equals(text.strip()) || lead != null) {
            repairs.add(Repair.PART_ORDER);
        }
        return new Reading<>(text, new Units(units, lead), repairs);
    }

    /** A link is a published material; without one the cell may say why there is none. */
    static @Nullable DecisionMaterial material(Grid.Cell cell, @Nullable MaterialType type) {
        DecisionMaterialBuilder material = DecisionMaterialBuilder.builder().type(type);
        String text = DecisionTerms.line(cell.text);
        String link = !cell.links.isEmpty()
                ? cell.links.get(0)
                : WebLink.absolute(text) || text.matches("(?i)[\\w./%-]+\\.(?:html?|shtml|pdf|docx?|xlsx?|ofd|wps)")
                        ? text
                        : null;
        if (link != null) {
            boolean titled = !text.isEmpty() && !text.equals(link) && !text.matches("(?:点击)?(?:查看|链接|详情|下载|打开)|已公开");
            return material.url(link)
                    .title(titled ? text : null)
                    .state(MaterialState.of(MaterialState.State.PUBLISHED))
                    .build();
        }
        Matcher reasoned = REASONED.matcher(text);
        boolean isReasoned = text.length() <= LONGEST_REASON && reasoned.matches();
        String state = TERMS.term("material", isReasoned ? reasoned.group(1) : text);
        if (state == null && LegacyText.nullToken(LegacyText.withoutInvisible(text))) {
            state = MaterialState.State.NOT_YET.label();
        }
        if (state == null) {
            // 已审查, 第31次常务会议: the step was taken, and the cell says so in its own words.
            return step(type)
                    ? material.title(text)
                            .state(MaterialState.of(MaterialState.State.NOT_YET))
                            .build()
                    : null;
        }
        return material.state(MaterialState.parse(state))
                .reason(isReasoned ? reasoned.group(2) : null)
                .build();
    }

    /** A step of the procedure of which catalogues tell in words rather than by a paper of its own. */
    private static boolean step(@Nullable MaterialType type) {
        return type != null
                && (type.type() == MaterialType.Type.LEGALITY_REVIEW
                        || type.type() == MaterialType.Type.COLLECTIVE_DISCUSSION);
    }

    /** A name with all but its first character hidden, unless it is masked already or no name of a person. */
    static String masked(String name) {
        List<PersonalData.Match> found = PersonalData.find("反馈人", name);
        return found.isEmpty()
                ? name
                : name.substring(0, found.get(0).start())
                        + found.get(0).masked()
                        + name.substring(found.get(0).end());
    }
}
