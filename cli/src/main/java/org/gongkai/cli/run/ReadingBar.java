package org.gongkai.cli.run;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.conversion.Progress;
import org.jspecify.annotations.Nullable;

/** Shows a person who watches how far the reading has come; nothing when nobody does. */
final class ReadingBar implements AutoCloseable {

    private final Terminal terminal;
    private final Messages messages;
    private @Nullable ProgressBar bar;

    ReadingBar(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    void show(Progress progress) {
        if (!terminal.interactive()) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(messages.text("progress.task"))
                    .setInitialMax(Math.max(1, progress.allBytes()))
                    .setUnit("MB", 1_000_000)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .build();
        }
        bar.stepTo(progress.bytes());
        if (progress.sources() == progress.allSources()) {
            close();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
