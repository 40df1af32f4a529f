package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"7.0.5.Final", "6.2.5.Final", "5"})
    void anOlderProviderIsRefusedWithBothVersions(String version) {
        ValidationProviderException refusal =
                assertThrows(ValidationProviderException.class, () -> Constraints.check(version));
        assertEquals(version, refusal.found());
        assertEquals("8.0", refusal.needed());
        for (Locale each : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertTrue(refusal.text(each).contains(version), refusal.text(each));
            assertTrue(refusal.text(each).contains("8.0"), refusal.text(each));
        }
        assertEquals(refusal.text(Locale.ENGLISH), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.0.Final", "9.1.6.Final", "10.0.0.Beta1", "snapshot", "20261129"})
    void anyOtherIsTaken(String version) {
        assertDoesNotThrow(() -> Constraints.check(version));
    }

    @Test
    void anUnknownVersionIsTaken() {
        assertDoesNotThrow(() -> Constraints.check(null));
    }

    @Test
    void anOlderJarOnTheClassPathIsFoundBeforeAnyOfItsClassesIsLoaded() throws Exception {
        Throwable refusal = refusal(List.of(jar("7.0.5.Final")));
        assertEquals(
                ValidationProviderException.class.getName(), refusal.getClass().getName());
        assertTrue(refusal.getMessage().contains("7.0.5.Final"), refusal.getMessage());
    }

    @Test
    void aMissingProviderIsTold() throws Exception {
        assertTrue(refusal(List.of()).getMessage().contains("There is no Hibernate Validator"));
    }

    /** What is thrown where the class path has these instead of Hibernate Validator. */
    private static Throwable refusal(List<URL> instead) throws Exception {
        List<URL> path = new ArrayList<>(instead);
        for (String each : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (!each.contains("hibernate-validator")) {
                path.add(Path.of(each).toUri().toURL());
            }
        }
        try (URLClassLoader host = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var validator = host.loadClass(Constraints.class.getName()).getDeclaredMethod("validator");
            validator.setAccessible(true);
            return assertThrows(InvocationTargetException.class, () -> validator.invoke(null))
                    .getCause();
        }
    }

    /** A jar as that version has it, whose class is none: it must not be loaded. */
    private URL jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, "hibernate-validator");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("org/hibernate/validator/HibernateValidator.class"));
        }
        return Files.write(folder.resolve("provider.jar"), bytes.toByteArray())
                .toUri()
                .toURL();
    }
}
