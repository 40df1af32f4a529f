package org.example.host;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OlderTest {

    @Test
    void theStartIsRefusedWithBothVersionsAndNoClassIsMissing(CapturedOutput said) {
        Throwable refusal = assertThrows(Exception.class, () -> new SpringApplicationBuilder(HostApplication.class)
                .properties("server.port=0")
                .run());
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            assertTrue(!(each instanceof LinkageError), each.toString());
        }
        assertTrue(said.getAll().contains("APPLICATION FAILED TO START"), said.getAll());
        assertTrue(said.getAll().contains("Hibernate Validator 的版本是 7.0.5.Final，需要 8.0"), said.getAll());
        assertTrue(said.getAll().contains("is of version 7.0.5.Final; 8.0 or newer is needed"), said.getAll());
    }
}
