package org.gongkai.validation.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.kind.RecordKind;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** What a host's own validator says, without any class of this module. */
class ConstraintMessagesTest {

    private final Validator validator = validator(Locale.ENGLISH);

    @Test
    void eachConstraintHasATextInBothLanguages() {
        Set<String> keys = keys();
        assertTrue(keys.size() > 100, "constraints found: " + keys.size());
        for (String language : List.of("en", "zh")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle("ContributorValidationMessages", Locale.forLanguageTag(language));
            assertEquals(language, texts.getLocale().getLanguage());
            for (String key : keys) {
                assertTrue(key.startsWith("{") && key.endsWith("}"), key);
                String text = texts.getString(key.substring(1, key.length() - 1));
                assertTrue(text.endsWith(language.equals("zh") ? "。" : "."), key + ": " + text);
                assertEquals(language.equals("zh"), text.codePoints().anyMatch(Character::isIdeographic), text);
            }
        }
    }

    @Test
    void noTextAsksForAnExpressionLanguage() {
        for (String language : List.of("en", "zh")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle("ContributorValidationMessages", Locale.forLanguageTag(language));
            for (String key : texts.keySet()) {
                String text = texts.getString(key);
                assertFalse(text.matches(".*[{}$\\\\].*"), key + ": " + text);
            }
        }
    }

    @Test
    void anEmptyRecordOfEveryKindIsToldInTheLanguageAskedFor() {
        for (RecordKind<?> kind : RecordKind.all()) {
            DisclosureRecord empty = kind.assemble(Map.of(), Map.of());
            for (Locale each : List.of(Locale.ENGLISH, Locale.CHINA)) {
                Set<ConstraintViolation<DisclosureRecord>> found =
                        validator(each).validate(empty, Default.class, Advice.class);
                assertFalse(found.isEmpty(), kind.code());
                for (ConstraintViolation<?> one : found) {
                    assertEquals(
                            each == Locale.CHINA,
                            one.getMessage().codePoints().anyMatch(Character::isIdeographic),
                            one.getMessage());
                    assertFalse(one.getMessage().contains("{"), one.getMessage());
                }
            }
        }
    }

    @Test
    void theValueIsLeftOutAndTheSentenceStaysWhole() {
        DisclosureRecord document =
                OfficialDocumentBuilder.builder().fileType(FileType.parse("杂件")).build();
        assertTrue(messages(Locale.ENGLISH, document).contains("The file type is not on the list."));
        assertTrue(messages(Locale.CHINESE, document).contains("文件类型的取值不在列表中。"));
        ResourceBundle texts = ResourceBundle.getBundle("ContributorValidationMessages", Locale.CHINESE);
        assertEquals("该值不是所列的状态。", texts.getString("decision.catalogue.material.stateUnlisted"));
        assertEquals("区片综合地价不大于零。", texts.getString("land.project.price.notPositive"));
    }

    @Test
    void aLanguageWithoutTextsIsAnsweredInEnglish() {
        Locale before = Locale.getDefault();
        assertEquals("en", before.getLanguage(), "the build sets it");
        DisclosureRecord empty = OfficialDocumentBuilder.builder().build();
        assertTrue(messages(Locale.FRENCH, empty).contains("There is no title."));
    }

    @Test
    void adviceIsGivenOnDemandOnly() {
        DisclosureRecord empty = OfficialDocumentBuilder.builder().build();
        assertFalse(messages(Locale.ENGLISH, empty).contains("There is no effective date."));
        assertTrue(validator.validate(empty, Advice.class).stream()
                .anyMatch(each -> each.getMessage().equals("There is no effective date.")));
    }

    @Test
    void everyPartThatHasConstraintsIsReachedFromItsRecord() {
        Set<Class<?>> reached = new HashSet<>();
        for (RecordKind<?> kind : RecordKind.all()) {
            descend(kind.type(), reached);
        }
        Set<Class<?>> there = new HashSet<>();
        for (RecordKind<?> kind : RecordKind.all()) {
            parts(kind.type(), there);
        }
        there.removeIf(each -> !validator.getConstraintsForClass(each).isBeanConstrained());
        assertEquals(there, reached);
    }

    private Set<String> messages(Locale language, DisclosureRecord record) {
        Set<String> messages = new TreeSet<>();
        validator(language).validate(record).forEach(each -> messages.add(each.getMessage()));
        return messages;
    }

    private static Validator validator(Locale language) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH, Locale.CHINESE, Locale.CHINA, Locale.FRENCH), language, false))
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }

    private Set<String> keys() {
        Set<Class<?>> reached = new HashSet<>();
        for (RecordKind<?> kind : RecordKind.all()) {
            descend(kind.type(), reached);
        }
        Set<String> keys = new TreeSet<>();
        for (Class<?> each : reached) {
            for (PropertyDescriptor property :
                    validator.getConstraintsForClass(each).getConstrainedProperties()) {
                keys(property, keys);
            }
        }
        return keys;
    }

    private static void keys(ElementDescriptor element, Set<String> keys) {
        for (ConstraintDescriptor<?> each : element.getConstraintDescriptors()) {
            keys.add(each.getMessageTemplate());
        }
        if (element instanceof ContainerDescriptor container) {
            container.getConstrainedContainerElementTypes().forEach(each -> keys(each, keys));
        }
    }

    /** The types that validation comes to from a type. */
    private void descend(Class<?> type, Set<Class<?>> reached) {
        BeanDescriptor bean = validator.getConstraintsForClass(type);
        if (!bean.isBeanConstrained() || !reached.add(type)) {
            return;
        }
        for (PropertyDescriptor each : bean.getConstrainedProperties()) {
            descend(each, reached);
        }
    }

    private void descend(CascadableDescriptor element, Set<Class<?>> reached) {
        if (element.isCascaded() && element instanceof ElementDescriptor described) {
            descend(described.getElementClass(), reached);
        }
        if (element instanceof ContainerDescriptor container) {
            for (ContainerElementTypeDescriptor each : container.getConstrainedContainerElementTypes()) {
                descend(each, reached);
            }
        }
    }

    /** The records among a type's components, at any depth. */
    private static void parts(Type type, Set<Class<?>> there) {
        if (type instanceof ParameterizedType generic) {
            for (Type each : generic.getActualTypeArguments()) {
                parts(each, there);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord() && there.add(plain)) {
            for (RecordComponent each : plain.getRecordComponents()) {
                parts(each.getGenericType(), there);
            }
        }
    }
}
