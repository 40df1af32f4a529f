package org.gongkai.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.gongkai.core.DisclosureRecord;

/**
 * The arrows between the modules: core <- validation <- export <- conversion <- cli and core <- ingest <- conversion,
 * conformance <- cli, and no others. The command sees through conversion what stands below it.
 */
@AnalyzeClasses(packages = "org.gongkai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule coreStandsOnAnnotationsAndCommonsLangAlone = classes()
            .that(resideInAPackage("org.gongkai.core.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.gongkai.core..",
                    "java..",
                    "javax.annotation.processing..",
                    "com.fasterxml.jackson.annotation..",
                    "jakarta.validation..",
                    "org.apache.commons.lang3..",
                    "org.jspecify.annotations..",
                    "io.soabase.recordbuilder.core.."));

    @ArchTest
    static final ArchRule validationKnowsCoreAlone = only("validation", "core");

    @ArchTest
    static final ArchRule exportKnowsCoreAndValidationAlone = only("export", "core", "validation");

    @ArchTest
    static final ArchRule ingestKnowsCoreAlone = only("ingest", "core");

    /** Who asks which kind a record is asks its description; a chain of such tests forgets the next kind. */
    @ArchTest
    static final ArchRule noOneButTheDescriptionTellsKindsApart = noCodeUnits()
            .that()
            .areDeclaredInClassesThat(resideOutsideOfPackage("org.gongkai.core.."))
            .should(testForTypesOf(DisclosureRecord.class));

    private static ArchCondition<JavaCodeUnit> testForTypesOf(Class<?> face) {
        return new ArchCondition<>("use instanceof on a type of record") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                for (InstanceofCheck each : unit.getInstanceofChecks()) {
                    events.add(new SimpleConditionEvent(
                            unit,
                            each.getRawType().isAssignableTo(face),
                            unit.getFullName() + " tests for "
                                    + each.getRawType().getName()));
                }
            }
        };
    }

    @ArchTest
    static final ArchRule ingestAndExportMeetInConversionBelowTheCommand =
            only("conversion", "core", "validation", "export", "ingest");

    @ArchTest
    static final ArchRule conformanceKnowsNobody = only("conformance");

    @ArchTest
    static final ArchRule officeKnowsCoreAndIngestAlone = only("office", "core", "ingest");

    @ArchTest
    static final ArchRule nobodyKnowsOffice = noClasses()
            .that(not(resideInAPackage("org.gongkai.office..")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.gongkai.office.."));

    @ArchTest
    static final ArchRule onlyOfficeKnowsTheLibraryOfOfficePrograms = noClasses()
            .that(not(resideInAPackage("org.gongkai.office..")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.poi.."));

    @ArchTest
    static final ArchRule librariesNeitherPrintNorExit = noClasses()
            .that(not(resideInAnyPackage("org.gongkai.cli..", "org.gongkai.examples..")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    private static ArchRule only(String module, String... known) {
        String[] packages = new String[known.length + 1];
        packages[0] = "org.gongkai." + module + "..";
        for (int i = 0; i < known.length; i++) {
            packages[i + 1] = "org.gongkai." + known[i] + "..";
        }
        return noClasses()
                .that(resideInAPackage(packages[0]))
                .should()
                .dependOnClassesThat(resideInAPackage("org.gongkai..").and(not(resideInAnyPackage(packages))));
    }
}
