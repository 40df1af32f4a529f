package org.gongkai.validation.rules.register;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.register.RunState;
import org.gongkai.core.register.SiteColumn;
import org.gongkai.core.register.SiteRegistration;
import org.gongkai.core.register.YearlyForm;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/** The rules of sites that look at several fields, or at the form of one. */
public final class SiteRegistrationRules implements KindRules<SiteRegistration> {

    private static final String ICP_EXAMPLE = "鲁ICP备09023866号-1";
    private static final String POLICE_EXAMPLE = "鲁公网安备 37021202000199号";
    private static final Pattern ICP = Pattern.compile("[\\u4E00-\\u9FFF]ICP备\\d{8}号(?:-\\d{1,3})?");
    private static final Pattern POLICE = Pattern.compile("[\\u4E00-\\u9FFF]公(?:网安备|安备案) ?\\d{14}号?");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z]{3,6}://");
    /** What columns of news may wait, and those of notices and policies; 国办秘函〔2019〕19号. */
    private static final int NEWS_DAYS = 14;

    private static final int POLICY_MONTHS = 6;
    /** As many stale columns together are too many. */
    private static final int TOO_MANY = 5;

    private final List<Element<SiteRegistration>> elements;

    public SiteRegistrationRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(SiteRegistration.class), profile).elements();
    }

    @Override
    public List<Element<SiteRegistration>> elements() {
        return elements;
    }

    @Override
    public void check(SiteRegistration record, LocalDate today, Hearing hearing) {
        domain(record.domain(), hearing);
        if (record.idCode() != null && !record.idCode().regionKnown()) {
            hearing.report("site.idCode.region", "/idCode", record.idCode().text(), null);
        }
        if (record.icp() != null && !ICP.matcher(record.icp().strip()).matches()) {
            hearing.report("site.icp.malformed", "/icp", record.icp(), ICP_EXAMPLE);
        }
        if (record.police() != null && !POLICE.matcher(record.police().strip()).matches()) {
            hearing.report("site.police.malformed", "/police", record.police(), POLICE_EXAMPLE);
        }
        for (int i = 0; i < record.yearlyForms().size(); i++) {
            form(record.yearlyForms().get(i), "/yearlyForms/" + i, hearing);
        }
        RunState.State state = record.status() == null ? null : record.status().state();
        if (state == null || state == RunState.State.NORMAL) {
            fresh(record, record.checkedOn() == null ? today : record.checkedOn(), hearing);
        }
    }

    private static void domain(@Nullable String domain, Hearing hearing) {
        if (domain == null) {
            return;
        }
        String host = SCHEME.matcher(domain.strip()).replaceFirst("");
        int end = host.indexOf('/');
        host = end < 0 ? host : host.substring(0, end);
        if (!host.equals(domain.strip())) {
            hearing.report("site.domain.notHost", "/domain", domain, host);
        }
        if (!host.endsWith(".gov.cn") && !host.endsWith(".政务")) {
            hearing.report("site.domain.suffix", "/domain", domain, null);
        }
    }

    private static void form(YearlyForm form, String at, Hearing hearing) {
        if (form.year() != null && form.year() > 0 && form.year() < 9999 && form.publishedOn() != null) {
            LocalDate due = LocalDate.of(form.year() + 1, Month.JANUARY, 31);
            if (form.publishedOn().isAfter(due)) {
                hearing.report(
                        "site.yearlyForm.late",
                        at + "/publishedOn",
                        form.publishedOn().toString(),
                        due.toString());
            }
        }
    }

    private static void fresh(SiteRegistration record, LocalDate day, Hearing hearing) {
        LocalDate home = record.homeUpdatedOn();
        if (home != null && home.plusDays(NEWS_DAYS).isBefore(day)) {
            hearing.report("site.home.stale", "/homeUpdatedOn", home.toString(), null);
        }
        long stale = record.columns().stream().filter(each -> stale(each, day)).count();
        if (stale >= TOO_MANY) {
            hearing.report("site.columns.stale", "/columns", String.valueOf(stale), String.valueOf(TOO_MANY));
        }
    }

    /** Only columns whose kind says how often they are to be updated are judged. */
    private static boolean stale(SiteColumn column, LocalDate day) {
        String kind = column.kind();
        LocalDate updated = column.updatedOn();
        if (kind == null || updated == null) {
            return false;
        }
        if (kind.contains("动态") || kind.contains("要闻") || kind.contains("新闻")) {
            return updated.plusDays(NEWS_DAYS).isBefore(day);
        }
        boolean policy = kind.contains("通知") || kind.contains("公告") || kind.contains("政策");
        return policy && updated.plusMonths(POLICY_MONTHS).isBefore(day);
    }
}
