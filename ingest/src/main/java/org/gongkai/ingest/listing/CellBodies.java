package org.gongkai.ingest.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.work.ResponsibleBody;
import org.gongkai.core.work.TaskRole;
import org.jspecify.annotations.Nullable;

/** Reads who is responsible out of one cell: 区司法局牵头，各制定主体具体落实; 牵头单位：甲；配合单位：乙、丙. */
final class CellBodies {

    private static final Pattern LABEL = Pattern.compile("^(牵头|责任|落实|配合)(?:单位|部门|主体)?[:：]");
    private static final Pattern VERB = Pattern.compile("(?:负责)?(?:具体)?(牵头|落实|配合|负责)(?:抓好)?$");

    private CellBodies() {}

    /**
     * Reads a cell.
     *
     * @param roles the role that the column has for all it names, or nothing
     */
    static List<ResponsibleBody> read(String text, List<String> roles) {
        List<ResponsibleBody> bodies = new ArrayList<>();
        TaskRole labelled = roles.isEmpty() ? null : role(roles.get(0));
        for (String part : text.split("[\\n;；，,。]")) {
            String rest = LegacyText.stripUnseen(part);
            Matcher label = LABEL.matcher(rest);
            if (label.find()) {
                labelled = role(label.group(1));
                rest = rest.substring(label.end());
            }
            Matcher verb = VERB.matcher(rest);
            TaskRole role = labelled;
            if (verb.find()) {
                role = role(verb.group(1));
                rest = rest.substring(0, verb.start());
            }
            for (String name : rest.split("、")) {
                String bare = LegacyText.stripUnseen(name);
                if (!bare.isEmpty()) {
                    bodies.add(new ResponsibleBody(Agency.parse(bare), role));
                }
            }
        }
        return bodies;
    }

    private static @Nullable TaskRole role(String word) {
        return switch (word) {
            case "牵头" -> TaskRole.of(TaskRole.Role.LEAD);
            case "配合" -> TaskRole.of(TaskRole.Role.JOIN);
            default -> TaskRole.of(TaskRole.Role.DO);
        };
    }
}
