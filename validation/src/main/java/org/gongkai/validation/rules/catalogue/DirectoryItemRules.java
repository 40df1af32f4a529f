package org.gongkai.validation.rules.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.catalogue.DirectoryItem;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of directory items that the constraints do not say. */
public final class DirectoryItemRules implements KindRules<DirectoryItem> {

    private final List<Element<DirectoryItem>> elements;

    public DirectoryItemRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(DirectoryItem.class), profile).elements();
    }

    @Override
    public List<Element<DirectoryItem>> elements() {
        return elements;
    }

    @Override
    public void check(DirectoryItem record, LocalDate today, Hearing hearing) {
        SupersededBasis.report("directory.basis.superseded", record.bases(), hearing);
    }
}
