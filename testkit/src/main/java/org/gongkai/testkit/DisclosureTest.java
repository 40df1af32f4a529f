package org.gongkai.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each record of the {@link DisclosureSource} of its class, under the name that people call the
 * record by. It has a parameter of type {@link DisclosureDocument}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(DisclosureExtension.class)
@ExtendWith(RecordInvocations.class)
@SuppressWarnings("exports") // What runs the tests is no API.
public @interface DisclosureTest {}
