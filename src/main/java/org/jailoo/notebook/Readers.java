package org.jailoo.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connections that only read: none of them waits for a transaction that writes.
 *
 * <p>Each is lent to one thread at a time, for one read of any number of queries, all of which see the notebook as it
 * stood at the first.
 */
final class Readers implements AutoCloseable {
    /** A long read, as of a workbook, leaves one free for the lists. */
    private static final int COUNT = 2;

    private final List<Sql> all = new ArrayList<>();
    private final BlockingQueue<Sql> idle = new LinkedBlockingQueue<>();
    /** Whom each is lent to now. */
    private final Map<Thread, Sql> lent = new ConcurrentHashMap<>();

    private Readers() {}

    /** Opens them on a file that its writer has opened, with the key that this took. */
    static Readers open(Path file, byte[] verifiedKey) {
        Readers readers = new Readers();
        boolean open = false;
        try {
            for (int i = 0; i < COUNT; i++) {
                Sql reader = Database.openReader(file, verifiedKey);
                readers.all.add(reader);
                readers.idle.add(reader);
            }
            open = true;
            return readers;
        } finally {
            if (!open) {
                readers.close();
            }
        }
    }

    /** Refuses to go on inside a read: what is written on the ground of a snapshot could be out of date. */
    void requireNone() {
        if (lent.containsKey(Thread.currentThread())) {
            throw new IllegalStateException("inside a read nothing is written");
        }
    }

    /** Reads; inside a read it is a part of that one. */
    <T extends @Nullable Object> T read(Function<Sql, T> work) {
        Sql outer = lent.get(Thread.currentThread());
        if (outer != null) {
            return work.apply(outer);
        }
        Sql reader = take();
        lent.put(Thread.currentThread(), reader);
        try {
            return reader.inSnapshot(() -> work.apply(reader));
        } finally {
            lent.remove(Thread.currentThread());
            idle.add(reader);
        }
    }

    /** Does something while nobody reads. */
    void whileIdle(Runnable work) {
        requireNone();
        // Two that each hold one and wait for the other's would wait for ever.
        synchronized (all) {
            List<Sql> taken = new ArrayList<>();
            try {
                while (taken.size() < all.size()) {
                    taken.add(take());
                }
                work.run();
            } finally {
                idle.addAll(taken);
            }
        }
    }

    private Sql take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return idle.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        // A read that runs is waited for, as long as it holds its turn.
        all.forEach(Sql::close);
    }
}
