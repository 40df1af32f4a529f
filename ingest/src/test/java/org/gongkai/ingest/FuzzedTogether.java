package org.gongkai.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Several fuzz tests in one process, since starting one and instrumenting the classes takes longer than thousands of
 * executions: the first byte of an input says which test takes the rest. {@code .ci/fuzz} starts it with the names of
 * the tests, {@code package.Class#method}. An input that breaks a test is written, without that byte, to the inputs
 * that are tried in every build.
 */
public final class FuzzedTogether {

    /** How far one test may be ahead; the fuzzer gives most inputs to that in which it finds most. */
    private static final long AHEAD = 300;

    private static Target[] targets = {};
    private static Path checkout = Path.of("");

    private FuzzedTogether() {}

    private static final class Target {
        private final Class<?> type;
        private final Method method;
        private final Object test;
        private long executions;
        private long nanos;

        Target(String name) throws ReflectiveOperationException {
            type = Class.forName(name.substring(0, name.indexOf('#')));
            method = type.getDeclaredMethod(name.substring(name.indexOf('#') + 1), byte[].class);
            method.setAccessible(true);
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            test = constructor.newInstance();
        }
    }

    /**
     * Takes the tests.
     *
     * @param arguments the checkout's folder, then the names
     */
    public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException {
        checkout = Path.of(arguments[0]);
        targets = new Target[arguments.length - 1];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = new Target(arguments[i + 1]);
        }
    }

    /**
     * Tries an input.
     *
     * @param input which test, and what it is to take
     */
    public static void fuzzerTestOneInput(byte[] input) throws Throwable {
        if (input.length == 0) {
            return;
        }
        Target target = targets[(input[0] & 0xFF) % targets.length];
        if (target.executions > 2 * least() + AHEAD) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        long start = System.nanoTime();
        try {
            target.method.invoke(target.test, (Object) bytes);
        } catch (InvocationTargetException found) {
            keep(target, bytes);
            throw found.getCause();
        }
        target.executions++;
        target.nanos += System.nanoTime() - start;
    }

    private static long least() {
        long least = Long.MAX_VALUE;
        for (Target each : targets) {
            least = Math.min(least, each.executions);
        }
        return least;
    }

    private static void keep(Target target, byte[] bytes) throws Exception {
        Path inputs = Path.of("src/test/resources", (target.type.getName() + "Inputs").split("\\."))
                .resolve(target.method.getName());
        try (Stream<Path> modules = Files.list(checkout)) {
            Path module = modules.filter(each -> Files.isRegularFile(each.resolve(
                            "src/test/java/" + target.type.getName().replace('.', '/') + ".java")))
                    .findFirst()
                    .orElse(checkout);
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
            Path file = module.resolve(inputs).resolve("crash-" + digest);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            System.err.println("broken: " + target.method.getName() + " by " + checkout.relativize(file));
        }
    }

    /** Says how often each test ran, and how often it would in a second without the others. */
    public static void fuzzerTearDown() {
        for (Target each : targets) {
            System.out.printf(
                    "%,9d executions, %,7d per second  %s%n",
                    each.executions,
                    each.nanos == 0 ? 0 : Math.round(each.executions * 1e9 / each.nanos),
                    each.method.getName());
        }
        System.out.flush();
    }
}
