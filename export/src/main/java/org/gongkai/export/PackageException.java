package org.gongkai.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.gongkai.core.text.PlainWords;
import org.jspecify.annotations.Nullable;

/** A package could not be written. Nothing was left at its place, and what stood there before still stands. */
public class PackageException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Problem {
        /** Something stands at the target already. */
        TARGET_EXISTS(
                "%s 已存在。请换一个输出位置，或在确认要替换原有导入包时使用替换选项（--replace）%s",
                "%s exists already. Choose another place, or replace it (--replace) when it is a package that is not needed any more%s"),
        /** Something that is no package of this library stands at the target, so it is never replaced. */
        NOT_A_PACKAGE(
                "%s 不是本工具生成的导入包，不能替换。请换一个输出位置%s",
                "%s is not a package of this tool and will not be replaced. Choose another place%s"),
        /** The package at the target holds files that its manifests do not list, which replacing would delete. */
        FOREIGN_FILES(
                "%s 中有导入包清单之外的文件，替换会将其删除。请先移走：%s",
                "%s has a file that its manifests do not list. Replacing the package would delete the file, so move it first: %s"),
        /** Another run is writing to the same target. */
        TARGET_BUSY(
                "另一个任务正在写入 %s。请等待其完成，或换一个输出位置%s",
                "Another run is writing to %s. Wait until it ends, or choose another place%s"),
        /** Something that this library has not made stands where it keeps its own files beside a target: a link above all. */
        FOREIGN_NEIGHBOUR(
                "%s 处应是本工具自用的文件，现在却是链接或其他内容。本工具不通过链接读写，也不删除他人的文件；请先将其移走，然后重新运行%s",
                "%s is where this tool keeps a file of its own, and it is a link or something else. Nothing is read, written or deleted through a link; move it away, then run again%s"),
        /** A file that was to be read is no package of this library. */
        UNREADABLE_PACKAGE("%s 不是可以读取的导入包：%s", "%s cannot be read as a package: %s"),
        /** A file holds no key that can sign, or check a signature, here. */
        KEY_UNREADABLE(
                "%s 中没有可用的密钥：%s。需要未加密的 PKCS#8 私钥、公钥或证书（PEM）；SM2 需要安装相应的 JCA 提供程序",
                "%s holds no key that can be used: %s. A private key in PKCS#8 without password, a public key or a certificate is needed, in PEM; SM2 needs a provider of the JCA"),
        /** A file is no signature of a package. */
        SIGNATURE_UNREADABLE("%s 不是数据包的签名：%s", "%s is no signature of a package: %s"),
        /** A file is no proof of a record. */
        PROOF_UNREADABLE("%s 不是记录的证明：%s", "%s is no proof of a record: %s"),
        /** A package holds no record of the key that was asked for, or several. */
        NO_SUCH_RECORD(
                "%s 中没有恰好一条该标识的记录（标识见 sources.ndjson 的 record）%s",
                "%s does not hold exactly one record of this key (sources.ndjson shows keys as record) %s"),
        /** A package is not the one that was expected. */
        WRONG_BASE("%s 与所需的导入包不符：%s", "%s is not the package that is needed: %s"),
        /** The folder in which the package shall appear does not exist or is no folder. */
        PARENT_MISSING("文件夹 %s 不存在。请先创建%s", "The folder %s does not exist. Create it first%s"),
        /** The system refused to write: full disk, no permission, lost volume. */
        WRITE_FAILED(
                "无法写入 %s：%s。请检查磁盘剩余空间和写入权限后重试，未留下任何不完整的导入包",
                "Cannot write %s: %s. Check free space and permissions, then run again. No incomplete package was left"),
        /** A rejected file could not be read while it was copied into the package; the package goes on without it. */
        SOURCE_UNREADABLE("无法读取 %s：%s。请检查文件和读取权限", "Cannot read %s: %s. Check the file and the permission to read it"),
        /** A file has not the digest that its attachment says; the package goes on without it. */
        SOURCE_CHANGED(
                "%s 在读取过程中被改动，未写入导入包%s。请停止改动来源文件夹后重新运行",
                "%s changed while it was read and is not in the package%s. Do not change the sources during a run, and run again");

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
    private final String path;

    /** What the system said, or the file in the way. */
    private final String detail;

    /**
     * Says what stood in the way of a package.
     *
     * @param problem what stood in the way
     * @param path the file or folder concerned
     * @param detail what the system said or the file in the way; empty where the problem says it all
     * @param cause what was thrown, or null
     */
    public PackageException(Problem problem, Path path, String detail, @Nullable Throwable cause) {
        super(String.format(Locale.ROOT, problem.english, path, detail), cause);
        this.problem = problem;
        this.path = path.toString();
        this.detail = detail;
    }

    /**
     * Wraps what the system said, without the path, which the message names already.
     *
     * @param problem what stood in the way
     * @param path the file or folder concerned
     * @param cause what the system threw
     * @return the exception to throw
     */
    public static PackageException of(Problem problem, Path path, IOException cause) {
        return new PackageException(problem, path, PlainWords.reason(cause), cause);
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
     * @return the path as text
     */
    public String path() {
        return path;
    }

    /**
     * Says for a person what was wrong, where, and what to do.
     *
     * @param language the language wanted; Chinese is answered in Chinese and any other in English
     * @return one sentence or two
     */
    public String text(Locale language) {
        boolean chinese = Bilingual.isChinese(language);
        return String.format(Locale.ROOT, chinese ? problem.chinese : problem.english, path, detail);
    }
}
