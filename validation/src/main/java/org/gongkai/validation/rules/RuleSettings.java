package org.gongkai.validation.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/** The catalogue as a profile has it: for each rule its severity, null when it is off. */
public final class RuleSettings {

    private final Map<String, Setting> settings = new HashMap<>();
    private final Profile profile;

    public RuleSettings(RuleCatalogue catalogue, Profile profile) {
        this.profile = profile;
        for (Rule each : catalogue.rules()) {
            // The codes that rules report are literals: of the same object, a map need not compare the letters.
            settings.put(
                    each.code().intern(),
                    new Setting(each, profile.severity(each).orElse(null), profile.dated(each)));
        }
    }

    /** The rule; a code that is not in the catalogue is a fault of this library. */
    public Rule rule(String code) {
        return setting(code).rule();
    }

    /** The severity of a rule for a record of some date, or null when the rule does not run. */
    @Nullable
    public Severity severity(String code, @Nullable LocalDate date) {
        Setting setting = setting(code);
        return !setting.dated() || profile.holds(setting.rule(), date) ? setting.severity() : null;
    }

    /** Whether a rule has a severity for records of some date at least. */
    boolean canBe(Severity severity, String code) {
        return setting(code).severity() == severity;
    }

    private Setting setting(String code) {
        Setting setting = settings.get(code);
        if (setting == null) {
            throw new IllegalStateException("the rule catalogue has no entry for " + code);
        }
        return setting;
    }

    private record Setting(Rule rule, @Nullable Severity severity, boolean dated) {}
}
