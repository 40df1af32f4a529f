package org.gongkai.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the modules: core <- validation <- export <- cli and core <- ingest <- cli, and no others. */
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
