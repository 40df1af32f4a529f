package org.gongkai.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which documents a test class is about. They are read and judged once, before the first test that asks for them; a test
 * takes all of them as a parameter of type {@link Disclosure}, and a {@link DisclosureTest} runs once for each.
 *
 * <pre>
 * &#64;DisclosureSource(folder = "docs", inventory = "register.csv", today = "2026-11-23")
 * class OurDocumentsTest {
 *     &#64;Test
 *     void nothingIsMissing(Disclosure all) {
 *         assertThat(all).everySourceIsRead().coversInventory();
 *     }
 *
 *     &#64;DisclosureTest
 *     void each(DisclosureDocument document) {
 *         assertThat(document).accepting("document.theme.missing", "our old pages have no theme").isComplete();
 *     }
 * }
 * </pre>
 *
 * <p>Paths are relative to the folder in which the tests run, which is that of the module for Maven and Gradle.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(DisclosureExtension.class)
@SuppressWarnings("exports") // What runs the tests is no API.
public @interface DisclosureSource {

    /**
     * What is read: folders, or single files.
     *
     * @return the paths
     */
    String[] folder();

    /**
     * A list of what should be there, for {@link DisclosureAssert#coversInventory()}.
     *
     * @return the path of a register, a site map or a folder; empty for none
     */
    String inventory() default "";

    /**
     * What the receiver asks for.
     *
     * @return the name of a profile that ships with the library, or the path of a file
     */
    String profile() default "shandong-library";

    /**
     * What the labels of the sources mean.
     *
     * @return the path of a mapping file; empty for none
     */
    String mapping() default "";

    /**
     * Findings that are known and held back.
     *
     * @return the path of a baseline, as {@code gongkai validate --update-baseline} writes it; empty for none
     */
    String baseline() default "";

    /**
     * The day on which everything is judged. A test should name one, so that it says tomorrow what it says today.
     *
     * @return the day, ISO 8601; empty for the day of the run
     */
    String today() default "";
}
