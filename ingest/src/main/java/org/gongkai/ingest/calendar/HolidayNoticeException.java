package org.gongkai.ingest.calendar;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.text.Reasons;
import org.gongkai.ingest.source.UnreadableFileException;

/** A notice of days off that was not read, since a part of it is missing, contradicts itself or has another form. */
public final class HolidayNoticeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong; {@code {0}} is the words or the day in question. */
    enum Problem {
        NO_TEXT("不是可读的网页、文本或办公文件{0}", "is no page, text or office file that can be read{0}"),
        TOO_LARGE("文件过大：放假通知不超过{0}字节", "is too large: a notice of days off has at most {0} bytes"),
        NO_YEAR(
                "未写明是哪一年的放假安排，应如“2026年部分节假日安排”{0}",
                "does not say of which year it is; expected words such as 2026年部分节假日安排{0}"),
        YEARS_DIFFER("写了不止一年：{0}", "names more than one year: {0}"),
        NO_LINES("没有“元旦：1月1日放假”这样的条目{0}", "has no line such as 元旦：1月1日放假{0}"),
        HOLIDAY_MISSING("缺少{0}的安排，应写明全部节日", "lacks {0}; expected every holiday of the year"),
        TWICE("{0}写了两次且不一致", "gives {0} twice, and not the same days"),
        UNREAD("有一处不能读懂，为免误读未加入：“{0}”", "has words that cannot be read, so nothing is taken from it: \"{0}\""),
        NO_DAY("没有这一天：“{0}”", "names a day that does not exist: \"{0}\""),
        WEEKDAY("日期与星期不符：“{0}”", "names a day that is another day of the week: \"{0}\""),
        COUNT("天数与起止日期不符：“{0}”", "gives a number of days that is not that of its dates: \"{0}\""),
        OFF_AND_WORKED("{0}既放假又上班", "has {0} both off and worked"),
        NEITHER("{0}提到的日期既未放假也未上班", "explains a day that is neither off nor worked: {0}"),
        FAR("{0}不在当年或上年12月", "names {0}, which is neither in its year nor in the December before"),
        LAW("法定节假日{0}未列为放假", "does not have {0} off, a day off by law");

        private final String chinese;
        private final String english;

        Problem(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        Bilingual text(String words) {
            return new Bilingual(chinese.replace("{0}", words), english.replace("{0}", words));
        }
    }

    /** What is wrong in Chinese. */
    private final String chinese;

    HolidayNoticeException(Problem problem, String words) {
        super(problem.text(words).in(Locale.ENGLISH));
        this.chinese = problem.text(words).in(Locale.CHINESE);
    }

    /** A file that is none, and why. */
    HolidayNoticeException(UnreadableFileException file) {
        super(said(file, Locale.ENGLISH), file);
        this.chinese = said(file, Locale.CHINESE);
    }

    private static String said(UnreadableFileException file, Locale locale) {
        Bilingual why = file.rule().equals("source.reader.missing")
                ? new Bilingual("：读 {0} 要有 {1}", ": {0} wants {1}")
                : new Bilingual("：{0}；应为{1}", ": {0}; expected {1}");
        return Problem.NO_TEXT
                .text(why.in(locale)
                        .replace("{0}", Reasons.in(String.valueOf(file.getMessage()), locale))
                        .replace("{1}", Reasons.in(file.expected(), locale)))
                .in(locale);
    }

    /**
     * What is wrong: words that follow the name of the file.
     *
     * @param locale Chinese for Chinese, any other for English
     * @return the text
     */
    public String text(Locale locale) {
        return Bilingual.isChinese(locale) ? chinese : Objects.requireNonNull(getMessage());
    }
}
