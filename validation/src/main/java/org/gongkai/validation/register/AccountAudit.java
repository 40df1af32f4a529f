package org.gongkai.validation.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.register.NewMediaAccount;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;

/**
 * Tells the second account of a body on one platform: one is the rule, on each platform. Accounts that are closed do not count, and a
 * channel of videos is a platform of its own.
 *
 * <pre>{@code
 * AccountAudit audit = new AccountAudit(profile);
 * List<Finding> findings = audit.see(account, Location.of("accounts.csv").atRow(3));
 * }</pre>
 *
 * <p>It keeps a name for each body and platform. Not safe to use from several threads.
 */
public final class AccountAudit implements RecordAudit {

    private static final RecordKind<NewMediaAccount> ACCOUNTS = RecordKind.of(NewMediaAccount.class);

    private final RuleSettings settings;
    private final Map<String, String> first = new HashMap<>();

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides whether the rule runs and how severely, not null
     */
    public AccountAudit(Profile profile) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
    }

    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        NewMediaAccount account = ACCOUNTS.as(record);
        if (account == null || !account.inUse() || account.owner() == null || account.platform() == null) {
            return List.of();
        }
        String name = account.name() == null ? "" : account.name();
        String place = LegacyText.folded(account.owner().text())
                + '\n'
                + LegacyText.folded(account.platform().text());
        String before = first.putIfAbsent(place, name);
        if (before == null || before.equals(name)) {
            return List.of();
        }
        Hearing hearing = new Hearing(settings, account.key(), account.datedOn(), pointer -> location);
        hearing.report(
                "newMedia.duplicatePlatform", "/platform", account.platform().text(), before);
        return hearing.findings();
    }
}
