package org.gongkai.core.interpretation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * A person in office as one text has them: 区水务局局长 王某, 王某（区水务局局长）.
 *
 * @param name the name
 * @param post the post
 */
record PostAndName(String name, String post) {

    private static final String NAME = "(\\p{IsHan}[ 　]?\\p{IsHan}{1,3})";
    private static final String POST = "(\\S{0,40}(?:长|任|员|记|师|授|席|监|理|干部|代表|负责人|主管|发言人))";
    private static final Pattern POST_FIRST = Pattern.compile(POST + "[ 　:：]{1,4}" + NAME);
    private static final Pattern NAME_FIRST = Pattern.compile(NAME + "(?:[（(]" + POST + "[)）]|[ 　]{1,4}" + POST + ")");

    /** Post and name, or null where a text has not both in a way that can be told. */
    static @Nullable PostAndName of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher post = POST_FIRST.matcher(text.strip());
        if (post.matches()) {
            return new PostAndName(StringUtils.deleteWhitespace(post.group(2)), post.group(1));
        }
        Matcher name = NAME_FIRST.matcher(text.strip());
        return name.matches()
                ? new PostAndName(
                        StringUtils.deleteWhitespace(name.group(1)),
                        StringUtils.firstNonEmpty(name.group(2), name.group(3)))
                : null;
    }
}
