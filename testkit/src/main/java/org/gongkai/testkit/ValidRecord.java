package org.gongkai.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a property of jqwik run over valid records of the parameter's type, a kind or
 * {@link org.gongkai.core.DisclosureRecord} for records of any kind.
 *
 * <pre>
 * &#64;Property
 * void whatWeExportIsReadBack(&#64;ForAll &#64;ValidRecord OfficialDocument document) {
 *     assertThatJson(ourExport(document)).readsBackAs(document);
 * }
 * </pre>
 *
 * @see ValidRecords
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
public @interface ValidRecord {

    /**
     * The most fields that differ from those of an example.
     *
     * @return the number; fewer make smaller records
     */
    int changes() default ValidRecords.CHANGES;
}
