package org.jailoo.bundle;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jailoo.history.FormatException;
import org.jailoo.identity.Card;
import org.jspecify.annotations.Nullable;

/**
 * Checks revisions on other threads and hands them on in file order, so that the first fault of the file is the one
 * that is seen. What is under way is bounded in number and in bytes.
 */
final class RevisionChecks implements AutoCloseable {
    private static final int BATCH = 256;
    private static final long BATCH_BYTES = 512 * 1024;

    /** Batches under way: enough to keep the threads busy while one is handed on. */
    private static final int UNDER_WAY =
            2 * Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    /** Takes checked revisions, in file order. */
    interface Taker {
        void take(RawRevision.Checked checked) throws IOException, FormatException;
    }

    /** What became of a batch: what passed, up to the first fault. */
    private record Outcome(
            List<RawRevision.Checked> passed, @Nullable FormatException fault) {}

    private final ExecutorService executor;
    private final Map<String, Card> cards;
    private final Taker taker;
    private final Deque<Future<Outcome>> underWay = new ArrayDeque<>();
    private List<RawRevision> batch = new ArrayList<>();
    private long batchBytes;

    RevisionChecks(ExecutorService executor, Map<String, Card> cards, Taker taker) {
        this.executor = executor;
        this.cards = cards;
        this.taker = taker;
    }

    /**
     * Takes the next revision of the file.
     *
     * @param bytes about how long it was in the file
     */
    void add(RawRevision revision, long bytes) throws IOException, FormatException {
        batch.add(revision);
        batchBytes += bytes;
        if (batchBytes > 4 * BATCH_BYTES) {
            // A giant: it alone may take a good part of a small heap while it is hashed.
            finish();
        } else if (batch.size() == BATCH || batchBytes >= BATCH_BYTES) {
            submit();
            if (underWay.size() >= UNDER_WAY) {
                takeFirst();
            }
        }
    }

    /** Waits for all, and hands all on. */
    void finish() throws IOException, FormatException {
        submit();
        while (!underWay.isEmpty()) {
            takeFirst();
        }
    }

    private void submit() {
        if (!batch.isEmpty()) {
            List<RawRevision> full = batch;
            underWay.add(executor.submit(() -> check(full)));
            batch = new ArrayList<>();
            batchBytes = 0;
        }
    }

    private Outcome check(List<RawRevision> revisions) {
        List<RawRevision.Checked> passed = new ArrayList<>(revisions.size());
        for (RawRevision revision : revisions) {
            try {
                passed.add(revision.check(cards));
            } catch (FormatException fault) {
                return new Outcome(passed, fault);
            }
        }
        return new Outcome(passed, null);
    }

    private void takeFirst() throws IOException, FormatException {
        Outcome outcome = await(underWay.remove());
        for (RawRevision.Checked checked : outcome.passed()) {
            taker.take(checked);
        }
        if (outcome.fault() != null) {
            throw outcome.fault();
        }
    }

    private static Outcome await(Future<Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("checking a revision", e.getCause());
        }
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        underWay.forEach(future -> future.cancel(false));
        underWay.clear();
        batch = new ArrayList<>();
    }
}
