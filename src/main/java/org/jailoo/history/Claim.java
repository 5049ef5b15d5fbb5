package org.jailoo.history;

/**
 * What a notebook says it holds of one writer (bundle.md §5, {@code has}).
 *
 * @param ids 64 hex digits: SHA-256 over the raw ids of those places, by (seq, id)
 */
public record Claim(SeqRanges ranges, String ids) {}
