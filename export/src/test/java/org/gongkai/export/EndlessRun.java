package org.gongkai.export;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that fills a package until something stops it: for tests that kill it or take its disk away. */
final class EndlessRun {

    private EndlessRun() {}

    static Process start(Path target, List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessRun.class.getName(),
                target.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Java says on its output that it picked this up.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (LibraryPackage run = LibraryPackage.create(Path.of(arguments[0]), Documents.options())) {
            for (int i = 0; ; i++) {
                run.add(Documents.whole());
                if (i == 1000) {
                    out.print('.');
                    out.flush();
                }
            }
        } catch (PackageException e) {
            out.println(e.problem() + " " + e.getMessage());
        }
    }
}
