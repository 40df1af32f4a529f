package org.gongkai.conversion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does steps in the order in which they are given, a little behind whoever gives them. So several lanes
 * work at once and nothing changes its place. Steps wait in batches; what waits is bounded in number and in weight.
 *
 * @param <T> what the steps are done to; nobody else may touch it before {@link #finish}
 */
final class Lane<T> implements AutoCloseable {

    private static final int BATCH = 32;
    private static final int WEIGHT = 1 << 17;
    private static final int WAITING = 4;

    private final T target;
    private final Thread thread;
    private final BlockingQueue<List<Step<T>>> queue = new ArrayBlockingQueue<>(WAITING);
    private List<Step<T>> batch = new ArrayList<>();
    private long weight;
    private boolean started;
    private volatile @Nullable Throwable failure;

    /** Something to do. */
    interface Step<T> {
        void run(T target) throws IOException;
    }

    Lane(String name, T target) {
        this.target = target;
        this.thread = new Thread(this::work, "gongkai-" + name);
        thread.setDaemon(true);
    }

    /**
     * Gives a step.
     *
     * @param weighs about how many characters of memory it holds
     * @throws IOException what an earlier step threw
     */
    void add(Step<T> step, long weighs) throws IOException {
        batch.add(step);
        weight += weighs;
        if (batch.size() >= BATCH || weight >= WEIGHT) {
            flush();
        }
    }

    /** Waits until every step is done. */
    void finish() throws IOException {
        flush();
        if (started) {
            give(List.of());
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        complain();
    }

    /** Gives up what is not done yet. */
    @Override
    public void close() {
        if (started && thread.isAlive()) {
            thread.interrupt();
            awaitEnd();
        }
    }

    /** Even when this thread is interrupted: what comes next removes the files that the lane writes. */
    private void awaitEnd() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush() throws IOException {
        complain();
        if (!batch.isEmpty()) {
            if (!started) {
                started = true;
                thread.start();
            }
            give(batch);
            batch = new ArrayList<>();
            weight = 0;
        }
    }

    private void give(List<Step<T>> steps) throws IOException {
        try {
            while (!queue.offer(steps, 100, TimeUnit.MILLISECONDS)) {
                // A lane that failed takes nothing more.
                complain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void complain() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof IOException io) {
            throw io;
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private void work() {
        try {
            for (List<Step<T>> steps = queue.take(); !steps.isEmpty(); steps = queue.take()) {
                for (Step<T> each : steps) {
                    each.run(target);
                }
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }
}
