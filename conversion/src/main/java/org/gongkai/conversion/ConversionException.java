package org.gongkai.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.PackageException;
import org.gongkai.ingest.inventory.InventoryException;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A run could not begin or go on. No package was written, and what stood at its place before still stands.
 *
 * <p>What is wrong with the records is never an exception: it is a finding.
 */
public final class ConversionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Problem {
        /** A run was to be made without a clock. */
        CLOCK_MISSING(
                "缺少时钟：请给出系统时钟，或停在所需时刻的时钟",
                "missing: a clock; give the system's, or one that stands at the moment wanted"),
        /** There is no source, neither a path nor a database in the mapping. */
        SOURCE_NONE(
                "缺少 SOURCE：请指定文件或文件夹，或用 --mapping 指定含数据库的对照文件",
                "missing: SOURCE, a file or folder, or a --mapping that names a database"),
        /** A file or folder that was named is not there. */
        SOURCE_MISSING("%s 不存在，请检查路径", "%s does not exist; check the path"),
        /** A file or folder that was named may not be read. */
        SOURCE_UNREADABLE("%s 无法读取，请检查文件夹或文件的权限", "%s cannot be read; check the permissions of the folder or file"),
        /** A source is not what it was when the run began. */
        SOURCE_CHANGED(
                "%s 在读取过程中发生变化，没有写出导入包。请待其写完后重新运行",
                "%s changed while it was read; no package was written. Wait until nothing changes it, then run again"),
        /** A source is no longer there. */
        SOURCE_GONE(
                "%s 在读取过程中被移走，没有写出导入包。请放回原处，不要再改动来源文件夹，然后重新运行",
                "%s was removed while it was read; no package was written. Put it back, leave the sources alone during a run, and run again"),
        /** The inventory, or the explanations of gaps, cannot be read as a whole. */
        INVENTORY_UNREADABLE("%2$s", "%2$s"),
        /** The package would stand inside one of its sources, and the next run would read it. */
        TARGET_INSIDE_SOURCE(
                "--out %s 位于来源 %s 之内，请选择来源之外的文件夹", "--out %s is inside the source %s; choose a folder outside it"),
        /** The package would take the place of one that is read. */
        TARGET_IS_READ(
                "--out %s 是要读取的导入包之一，请换一个位置", "--out %s is one of the packages to be read; choose another place"),
        /** Something stands at the target that may not be replaced, or another run is writing there. */
        TARGET_TAKEN("%2$s", "%2$s"),
        /** The package could not be written. */
        PACKAGE_FAILED("%2$s", "%2$s"),
        /** The journal beside the target tells of another run. */
        JOURNAL_OF_ANOTHER_RUN(
                "与 --out 旁日志所记的任务不同：%2$s；请去掉 --resume 从头开始",
                "the journal beside --out belongs to another run: %2$s; begin from the start without --resume"),
        /** The journal is not as a run left it. */
        JOURNAL_DAMAGED(
                "日志 %s 已损坏，没有写出导入包。请去掉 --resume 从头开始",
                "the journal %s is damaged; no package was written. Begin from the start without --resume"),
        /** The journal cannot be written. */
        JOURNAL_UNWRITABLE(
                "无法写入 %s：%s。没有写出导入包。请检查磁盘剩余空间和写入权限，然后加 --resume 重新运行",
                "%s cannot be written: %s. No package was written. Check free space and permissions, then run again with --resume"),
        /** A journal was asked for where none can be: it stands beside a package and tells of sources that are files. */
        JOURNAL_OF_NOTHING(
                "日志只用于从文件写出导入包的任务；请给出导入包的位置和来源文件，或不要日志",
                "a journal is for a run that writes a package from files; name a package and sources, or ask for no journal"),
        /** Less than one thread. */
        THREADS("--threads 至少为 1，不能是 %2$s", "--threads must be at least 1, not %2$s"),
        /** Less than no finding of a rule. */
        MAX_FINDINGS("--max-findings 为 %2$s，应为 0 或更大", "--max-findings is %2$s; it must be 0 or more"),
        /** Whoever asked for the run gave it up, or interrupted its thread. */
        CANCELLED("任务已取消，没有写出导入包", "the run was cancelled; no package was written"),
        /** The system failed. */
        FAILED("%2$s", "%2$s");

        private final String chinese;
        private final String english;

        Problem(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    /** What stood in the way. */
    private final Problem problem;

    /** As text, since exceptions are serializable and paths are not. */
    private final @Nullable String path;

    private final String chinese;
    private final String english;

    private ConversionException(
            Problem problem, @Nullable String path, String chinese, String english, @Nullable Throwable cause) {
        super(english, cause);
        this.problem = problem;
        this.path = path;
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * A problem that needs no detail.
     *
     * @param problem what stood in the way
     * @param path the file or folder concerned
     */
    public ConversionException(Problem problem, Path path) {
        this(problem, path.toString(), said(problem.chinese, path), said(problem.english, path), null);
    }

    static ConversionException of(Problem problem) {
        return of(problem, null, "", null);
    }

    static ConversionException of(Problem problem, @Nullable Path path, Object detail, @Nullable Throwable cause) {
        return new ConversionException(
                problem,
                path == null ? null : path.toString(),
                said(problem.chinese, path, detail),
                said(problem.english, path, detail),
                cause);
    }

    /** What came out of the package, the system or the inventory, with the words that these have for it. */
    static ConversionException of(IOException cause) {
        if (cause instanceof PackageException failed) {
            Problem problem = switch (failed.problem()) {
                case TARGET_EXISTS, NOT_A_PACKAGE, FOREIGN_FILES, FOREIGN_NEIGHBOUR, TARGET_BUSY ->
                    Problem.TARGET_TAKEN;
                default -> Problem.PACKAGE_FAILED;
            };
            return new ConversionException(
                    problem, failed.path(), failed.text(Locale.CHINESE), failed.text(Locale.ENGLISH), failed);
        }
        if (cause instanceof InventoryException unfit && unfit.problem() != null) {
            return ofInventory(unfit.problem().location().source(), unfit.problem(), unfit);
        }
        return of(Problem.FAILED, null, PlainWords.failure(cause), cause);
    }

    /**
     * Says why an inventory, or a file of explanations, cannot be opened, for whoever opens one for a run.
     *
     * @param file the file; for a package its folder
     * @param cause why it could not be opened
     * @return the exception, of {@link Problem#INVENTORY_UNREADABLE}, {@link Problem#SOURCE_MISSING} or {@link Problem#FAILED}
     */
    public static ConversionException ofInventory(Path file, IOException cause) {
        if (cause instanceof InventoryException unfit && unfit.problem() != null) {
            return ofInventory(file.toString(), unfit.problem(), unfit);
        }
        return Files.exists(file) ? of(cause) : new ConversionException(Problem.SOURCE_MISSING, file);
    }

    private static ConversionException ofInventory(String file, SourceProblem problem, InventoryException cause) {
        return new ConversionException(
                Problem.INVENTORY_UNREADABLE,
                file,
                said(problem, Locale.CHINESE),
                said(problem, Locale.ENGLISH),
                cause);
    }

    private static String said(SourceProblem problem, Locale language) {
        Finding finding = new Finding(
                problem.rule(), Severity.ERROR, null, "", problem.value(), problem.expected(), problem.location(), "");
        return LegacyText.oneLine(problem.location().toString()) + ": " + finding.text(language) + " "
                + finding.mending(language);
    }

    /** Values come from file systems and must not steer a terminal. */
    private static String said(String text, @Nullable Object... values) {
        Object[] safe = Arrays.stream(values)
                .map(each -> LegacyText.oneLine(String.valueOf(each)))
                .toArray();
        return String.format(Locale.ROOT, text, safe);
    }

    /**
     * What stood in the way.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }

    /**
     * The file or folder concerned.
     *
     * @return the path as text, or null when it is about no one file
     */
    public @Nullable String path() {
        return path;
    }

    /**
     * Says for a person what was wrong, where, and what to do, in the words of the command.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return one sentence or two
     */
    public String text(Locale language) {
        return Bilingual.isChinese(language) ? chinese : english;
    }
}
