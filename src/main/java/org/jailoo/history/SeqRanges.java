package org.jailoo.history;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.history.FormatException.Fault;

/** Places in a writer's sequence, as ascending, disjoint, not adjacent ranges: {@code "1-40,42"}. Never expanded. */
public record SeqRanges(List<Range> ranges) {
    /** No places at all. */
    public static final SeqRanges NONE = new SeqRanges(List.of());

    /** The greatest place that a range may name. */
    public static final long MAX_SEQ = 1L << 31;

    /** The places {@code first} to {@code last}, both included. */
    public record Range(long first, long last) {}

    public SeqRanges {
        ranges = List.copyOf(ranges);
    }

    /** Reads the text form; an empty text names no places. */
    public static SeqRanges parse(String text, int maxRanges) throws FormatException {
        if (text.isEmpty()) {
            return NONE;
        }
        List<Range> ranges = new ArrayList<>();
        int at = 0;
        long before = -1;
        while (true) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            int dash = text.indexOf('-', at);
            boolean single = dash < 0 || dash > end;
            long first = number(text, at, single ? end : dash);
            long last = single ? first : number(text, dash + 1, end);
            if (first <= before + 1 || last < first) {
                throw malformed();
            }
            ranges.add(new Range(first, last));
            if (ranges.size() > maxRanges) {
                throw new FormatException(Fault.TOO_LARGE, "more than " + maxRanges + " ranges");
            }
            before = last;
            if (comma < 0) {
                return new SeqRanges(ranges);
            }
            at = comma + 1;
        }
    }

    private static long number(String text, int from, int to) throws FormatException {
        if (from >= to || to - from > 10 || text.charAt(from) == '0') {
            throw malformed();
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw malformed();
            }
            number = number * 10 + digit;
        }
        if (number > MAX_SEQ) {
            throw malformed();
        }
        return number;
    }

    private static FormatException malformed() {
        return new FormatException(Fault.MALFORMED, "ranges");
    }

    /** How many places. */
    public long count() {
        long count = 0;
        for (Range range : ranges) {
            count += range.last() - range.first() + 1;
        }
        return count;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether a place is among these. */
    public boolean contains(long seq) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (seq < range.first()) {
                high = middle - 1;
            } else if (seq > range.last()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The places of these that are not in others. */
    public SeqRanges minus(SeqRanges others) {
        List<Range> left = new ArrayList<>();
        int o = 0;
        for (Range range : ranges) {
            long from = range.first();
            while (o < others.ranges.size() && others.ranges.get(o).last() < from) {
                o++;
            }
            for (int i = o; i < others.ranges.size() && others.ranges.get(i).first() <= range.last(); i++) {
                Range other = others.ranges.get(i);
                if (other.first() > from) {
                    left.add(new Range(from, other.first() - 1));
                }
                from = other.last() + 1;
            }
            if (from <= range.last()) {
                left.add(new Range(from, range.last()));
            }
        }
        return new SeqRanges(left);
    }

    /** The places that are in both. */
    public SeqRanges and(SeqRanges others) {
        return minus(minus(others));
    }

    /** The places that are in either. */
    public SeqRanges or(SeqRanges others) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(others.ranges);
        all.sort(java.util.Comparator.comparingLong(Range::first));
        List<Range> joined = new ArrayList<>();
        for (Range range : all) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || range.first() > last.last() + 1) {
                joined.add(range);
            } else if (range.last() > last.last()) {
                joined.set(joined.size() - 1, new Range(last.first(), range.last()));
            }
        }
        return new SeqRanges(joined);
    }

    /** The first so many ranges. */
    public SeqRanges first(int count) {
        return count >= ranges.size() ? this : new SeqRanges(ranges.subList(0, count));
    }

    /** The text form. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Range range : ranges) {
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(range.first());
            if (range.last() > range.first()) {
                text.append('-').append(range.last());
            }
        }
        return text.toString();
    }

    /** Gathers ascending places into ranges; the same place may come twice. */
    public static final class Builder {
        private final List<Range> ranges = new ArrayList<>();
        private long first = -1;
        private long last = -1;

        /** Adds a place, not below the one added before; one that no range may name is left out. */
        public Builder add(long seq) {
            if (seq > MAX_SEQ) {
                return this;
            }
            if (first >= 0 && (seq == last || seq == last + 1)) {
                last = seq;
                return this;
            }
            close();
            first = seq;
            last = seq;
            return this;
        }

        private void close() {
            if (first >= 0) {
                ranges.add(new Range(first, last));
            }
        }

        public SeqRanges build() {
            close();
            first = -1;
            return new SeqRanges(ranges);
        }
    }
}
