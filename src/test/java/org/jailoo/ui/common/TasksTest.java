package org.jailoo.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of background work: answered, failed, cancelled, overtaken; on a window made of a queue. */
class TasksTest {
    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();

    private Tasks tasks() {
        return Tasks.background(window::add, e -> told.add("unexpected " + e.getMessage()));
    }

    /** Runs on this thread what was put on the window's, until nothing is under way. */
    private void rest(Tasks tasks) throws InterruptedException {
        while (!tasks.isIdle()) {
            Runnable next = window.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("an answer").isNotNull();
            next.run();
        }
    }

    @Test
    void theAnswerIsTakenOnTheWindowsThreadAfterTheEnd() throws Exception {
        try (Tasks tasks = tasks()) {
            tasks.of(watch -> Thread.currentThread().getName())
                    .onEnd(() -> told.add("end"))
                    .onSuccess(worker ->
                            told.add(worker + ", then " + Thread.currentThread().getName()))
                    .start();
            rest(tasks);
            assertThat(told)
                    .containsExactly(
                            "end", "jailoo-work, then " + Thread.currentThread().getName());
        }
    }

    @Test
    void whatFailsIsAlwaysTold() throws Exception {
        try (Tasks tasks = tasks()) {
            tasks.of(watch -> {
                        throw new IOException("disk");
                    })
                    .start();
            rest(tasks);
            tasks.of(watch -> {
                        throw new IOException("stick");
                    })
                    .onFailure(e -> told.add("handled " + e.getMessage()))
                    .start();
            rest(tasks);
            tasks.of(watch -> {
                        throw new StackOverflowError();
                    })
                    .onFailure(e -> told.add(String.valueOf(e.getCause())))
                    .start();
            rest(tasks);
            assertThat(told).containsExactly("unexpected disk", "handled stick", "java.lang.StackOverflowError");
        }
    }

    @Test
    void workThatIsCancelledStopsWhereItSaysHowFarItIsAndIsNoFailure() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Tasks tasks = tasks()) {
            Watch watch = tasks.of(w -> {
                        w.at(1, 2);
                        cancelled.await();
                        w.at(2, 2);
                        return "whole";
                    })
                    .onSuccess(told::add)
                    .onFailure(e -> told.add("failed"))
                    .onProgress(done -> told.add("at " + done))
                    .onEnd(() -> told.add("end"))
                    .start();
            watch.cancel();
            cancelled.countDown();
            rest(tasks);
            assertThat(told).doesNotContain("whole", "failed").endsWith("end");
            assertThatThrownBy(() -> watch.at(1, 1)).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void anOlderAnswerThatComesLateIsDropped() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (Tasks tasks = tasks()) {
            Latest latest = new Latest(tasks);
            latest.start(
                    watch -> {
                        slow.await();
                        return "old";
                    },
                    told::add);
            latest.start(watch -> "new", told::add);
            Runnable first = window.poll(10, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            first.run();
            slow.countDown();
            rest(tasks);
            assertThat(told).containsExactly("new");
        }
    }
}
