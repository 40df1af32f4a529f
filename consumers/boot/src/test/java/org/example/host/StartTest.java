package org.example.host;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that cannot succeed says why. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void withoutAProfileTheStartIsRefusedInBothLanguages(CapturedOutput said) {
        assertThrows(Exception.class, () -> start("--gongkai.profile="));
        assertTrue(said.getAll().contains("APPLICATION FAILED TO START"), said.getAll());
        assertTrue(said.getAll().contains("没有指定规则配置。请设置 gongkai.profile"), said.getAll());
        assertTrue(said.getAll().contains("Set gongkai.profile to one that ships with the library"), said.getAll());
    }

    @Test
    void aProfileThatDoesNotExistIsNamed(CapturedOutput said) {
        assertThrows(Exception.class, () -> start("--gongkai.profile=zhejiang"));
        assertTrue(said.getAll().contains("没有名为 zhejiang 的规则配置"), said.getAll());
        assertTrue(said.getAll().contains("No profile has the name zhejiang"), said.getAll());
        assertTrue(said.getAll().contains("national, shandong-library"), said.getAll());
    }

    private static void start(String... arguments) {
        new SpringApplicationBuilder(HostApplication.class)
                .properties("server.port=0")
                .run(arguments);
    }
}
