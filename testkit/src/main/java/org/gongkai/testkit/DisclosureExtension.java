package org.gongkai.testkit;

import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Reads the source of a test class once, and hands it to the tests that ask for it. */
final class DisclosureExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(DisclosureExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Disclosure.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return disclosure(context);
    }

    static Disclosure disclosure(ExtensionContext context) {
        DisclosureSource source = source(context.getRequiredTestClass());
        if (source == null) {
            String name = context.getRequiredTestClass().getName();
            throw Telling.misuse(new Bilingual(
                    name + " 没有说明检查什么：请加 @DisclosureSource",
                    name + " does not say what it is about: it needs @DisclosureSource"));
        }
        return context.getRoot().getStore(ROOM).getOrComputeIfAbsent(source, Disclosure::read, Disclosure.class);
    }

    /** That of the class, or of the class around it. */
    private static @Nullable DisclosureSource source(Class<?> test) {
        DisclosureSource own = test.getAnnotation(DisclosureSource.class);
        Class<?> around = test.getEnclosingClass();
        return own != null || around == null ? own : source(around);
    }
}
