package org.jailoo.bundle;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.identity.Card;

/**
 * A bundle whose every byte has been read and verified; its revisions and attachments lie in a staging. Only {@link
 * UnverifiedBundle#verify} makes one.
 */
public final class Bundle {
    /**
     * What came out of a bundle.
     *
     * @param revisions all of them, purges among them
     * @param attachmentBytes of all attachments together
     */
    public record Counts(long revisions, long purges, long attachments, long attachmentBytes) {}

    private final Manifest manifest;
    private final SortedMap<String, Card> cards;
    private final Counts counts;

    Bundle(Manifest manifest, SortedMap<String, Card> cards, Counts counts) {
        this.manifest = manifest;
        this.cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
        this.counts = counts;
    }

    /** What the bundle says of itself, signed by the device that it names. */
    public Manifest manifest() {
        return manifest;
    }

    /** By device id: the cards of the sender and of every device that signed a revision inside. */
    public SortedMap<String, Card> cards() {
        return cards;
    }

    public Counts counts() {
        return counts;
    }
}
