package org.gongkai.export;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** No test writes a package that nobody holds against the schemas. */
@AnalyzeClasses(packages = "org.gongkai.export", importOptions = ImportOption.OnlyIncludeTests.class)
class PackagesAreCheckedTest {

    @ArchTest
    static final ArchRule everyPackageOfATestIsHeldAgainstTheSchemas = noClasses()
            .that()
            .areNotAssignableTo(PackageSchemas.class)
            .should()
            .callMethodWhere(target(name("finish")).and(target(owner(type(LibraryPackage.class)))));
}
