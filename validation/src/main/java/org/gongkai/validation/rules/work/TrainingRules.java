package org.gongkai.validation.rules.work;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.work.Training;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of trainings that look at several fields. */
public final class TrainingRules implements KindRules<Training> {

    private final List<Element<Training>> elements;

    public TrainingRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(Training.class), profile).elements();
    }

    @Override
    public List<Element<Training>> elements() {
        return elements;
    }

    @Override
    public void check(Training record, LocalDate today, Hearing hearing) {
        if (record.heldOn() != null && record.heldOn().isAfter(today) && !Boolean.TRUE.equals(record.planned())) {
            hearing.report("training.future", "/heldOn", record.heldOn().toString(), null);
        }
    }
}
