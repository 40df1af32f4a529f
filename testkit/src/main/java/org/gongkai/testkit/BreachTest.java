package org.gongkai.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each rule that a single record can break, with a record that breaks it: for a form, a service or
 * a program of one's own that should notice. It has a parameter of type {@link BrokenRecord}.
 *
 * <pre>{@code
 * @BreachTest(rules = "document.")
 * void ourFormNotices(BrokenRecord each) {
 *     assertTrue(ourForm.complaints(each.broken()).contains(each.pointer()));
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(BreachInvocations.class)
@SuppressWarnings("exports") // What runs the tests is no API.
public @interface BreachTest {

    /**
     * The rules that are tried.
     *
     * @return beginnings of their codes; a test that names none tries all
     */
    String[] rules() default {""};
}
