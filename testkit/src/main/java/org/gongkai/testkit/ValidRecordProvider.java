package org.gongkai.testkit;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.gongkai.core.DisclosureRecord;

/** Makes the records of {@link ValidRecord}; jqwik finds it as a service. */
public final class ValidRecordProvider implements ArbitraryProvider {

    /** Made by jqwik. */
    public ValidRecordProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage target) {
        return target.isAnnotated(ValidRecord.class) && DisclosureRecord.class.isAssignableFrom(target.getRawType());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
        int changes = target.findAnnotation(ValidRecord.class)
                .map(ValidRecord::changes)
                .orElse(ValidRecords.CHANGES);
        return Set.of(ValidRecords.of(target.getRawType().asSubclass(DisclosureRecord.class), changes));
    }
}
