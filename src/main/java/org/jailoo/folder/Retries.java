package org.jailoo.folder;

import java.util.HashMap;
import java.util.Map;

/**
 * When files that were not whole are worth another reading although neither size nor time have changed: there are programs
 * that keep the room of a file first, and give it its old time. Each time later, at most an hour.
 */
public final class Retries {
    private static final long FIRST_NANOS = 60_000_000_000L;
    private static final long LONGEST_NANOS = 60 * FIRST_NANOS;

    private final Map<String, Retry> retries = new HashMap<>();

    private record Retry(Mark mark, long at, long gap) {}

    /** Whether a file is to be read again; one of which nothing is known is. */
    public boolean isDue(String name, long now) {
        Retry retry = retries.get(name);
        return retry == null || now - retry.at() >= 0;
    }

    /** A file was read, and was not whole. */
    public void failed(String name, Mark mark, long now) {
        Retry before = retries.get(name);
        long gap =
                before == null || !before.mark().equals(mark) ? FIRST_NANOS : Math.min(LONGEST_NANOS, 2 * before.gap());
        retries.put(name, new Retry(mark, now + gap, gap));
    }
}
