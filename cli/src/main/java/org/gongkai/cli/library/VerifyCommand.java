package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.delta.PackageDifference;
import org.gongkai.export.proof.PackageSignature;
import org.gongkai.export.proof.RecordProof;
import org.gongkai.export.proof.SigningKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a package again and says what differs from what it says of itself. */
@Command
public final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Messages messages;

    @Parameters(arity = "0..1", paramLabel = "PACKAGE", descriptionKey = "PACKAGE")
    private @Nullable Path named;

    @Option(names = "--signature", paramLabel = "PUBLIC_KEY|CERTIFICATE", descriptionKey = "signature")
    private @Nullable Path keyFile;

    @Option(names = "--proof", paramLabel = "FILE", descriptionKey = "proof")
    private @Nullable Path proofFile;

    @Option(names = "--format", paramLabel = "NAME|FILE", descriptionKey = "format")
    private List<String> formats = new ArrayList<>();

    public VerifyCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
        if ((named == null) == (proofFile == null)) {
            throw new UsageException(messages.text("error.missing", "PACKAGE | --proof FILE", "gongkai verify"));
        }
        PublicKey key = keyFile == null ? null : SigningKeys.publicKey(keyFile);
        return named == null ? proof(RecordProof.read(Objects.requireNonNull(proofFile)), key) : whole(named, key);
    }

    private int proof(RecordProof proof, @Nullable PublicKey key) throws IOException {
        PackageSignature signature = proof.signature();
        if (!proof.holds()) {
            say("proof.broken");
            return ExitCode.FINDINGS;
        }
        DisclosureRecord record = proof.proven();
        terminal.out()
                .println(messages.text(
                        "proof.good",
                        record.key(),
                        String.valueOf(record.designation()),
                        proof.line(),
                        proof.records(),
                        proof.recordsRoot()));
        if (key == null) {
            say("proof.noOrigin");
            return ExitCode.COMPLETE;
        }
        if (signature == null) {
            say("proof.unsigned");
            return ExitCode.FINDINGS;
        }
        return answered(
                signature.madeWith(key) ? PackageSignature.Answer.HOLDS : PackageSignature.Answer.OTHER_KEY, signature);
    }

    private int whole(Path path, @Nullable PublicKey key) throws IOException {
        PackagePaths.exists(path);
        PackageVerification result = PackageVerification.of(path, Formats.profiles(formats, messages));
        for (PackageDifference each : result.differences()) {
            terminal.out().println(Terminal.shown(each.text(messages.locale())));
        }
        if (result.more() > 0) {
            terminal.out().println(messages.text("verify.more", result.more()));
        }
        for (String each : result.notChecked()) {
            terminal.out().println(messages.text("verify.notChecked", each));
        }
        if (!result.good()) {
            terminal.out()
                    .println(
                            messages.text("verify.differs", result.differences().size() + result.more()));
            return ExitCode.FINDINGS;
        }
        terminal.out()
                .println(messages.text(
                        "verify.good",
                        result.files(),
                        result.bytes(),
                        result.description() == null ? 0 : result.description().records()));
        if (key == null) {
            say("verify.noOrigin");
            return ExitCode.COMPLETE;
        }
        Path beside = PackageSignature.beside(path);
        if (!Files.exists(beside)) {
            terminal.out().println(messages.text("signature.missing", beside));
            return ExitCode.FINDINGS;
        }
        PackageSignature signature = PackageSignature.read(beside);
        return answered(signature.holds(path, key), signature);
    }

    private int answered(PackageSignature.Answer answer, PackageSignature signature) {
        terminal.out()
                .println(messages.text(
                        "signature." + answer.name().toLowerCase(Locale.ROOT), signature.algorithm(), keyFile));
        return answer == PackageSignature.Answer.HOLDS ? ExitCode.COMPLETE : ExitCode.FINDINGS;
    }

    private void say(String key) {
        terminal.out().println(messages.text(key));
    }
}
