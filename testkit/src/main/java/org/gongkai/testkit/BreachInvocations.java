package org.gongkai.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.core.Bilingual;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once for each broken record. */
final class BreachInvocations implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        List<String> wanted = List.of(
                context.getRequiredTestMethod().getAnnotation(BreachTest.class).rules());
        List<BrokenRecord> records = BrokenRecord.all().stream()
                .filter(each -> wanted.stream().anyMatch(each.rule().code()::startsWith))
                .toList();
        if (records.isEmpty()) {
            throw Telling.misuse(new Bilingual(
                    "没有以 " + wanted + " 开头、单条记录即可违反的规则", "no single record breaks a rule that begins with " + wanted));
        }
        return records.stream().map(each -> new OneParameter(each.toString(), each));
    }
}
