package org.jailoo.bundle;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jailoo.history.FormatException;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.history.Revision;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.VerifyingKey;
import org.jspecify.annotations.Nullable;

/** Reads a bundle from behind its manifest to its end, and checks every rule of the format on the way. Used once. */
final class Verification {
    /** The most cards of a bundle. */
    static final int MAX_CARDS = 10_000;

    /** The longest card, and the most that all may take together: they stay in memory while the bundle is read. */
    static final int MAX_CARD_BYTES = 16 * 1024;

    static final int MAX_CARDS_BYTES = 16 * 1024 * 1024;

    private final PartReader parts;
    private final Manifest manifest;
    private final Staging staging;
    private final ExecutorService executor;

    private final BundleDigest digest = new BundleDigest();
    private final SortedMap<String, Card> cards = new TreeMap<>();
    private final Set<String> signers = new HashSet<>();
    private long revisions;
    private long purges;

    Verification(PartReader parts, Manifest manifest, Staging staging, ExecutorService executor) {
        this.parts = parts;
        this.manifest = manifest;
        this.staging = staging;
        this.executor = executor;
    }

    Bundle run() throws IOException, FormatException {
        parts.name("signature");
        byte[] signature = Base64Text.decode(parts.text("signature"), VerifyingKey.SIGNATURE_LENGTH)
                .orElseThrow(() -> malformed("signature"));
        parts.name("cards");
        readCards(signature);
        parts.name("revisions");
        readRevisions();
        parts.name("attachments");
        AttachmentReader attachments = new AttachmentReader(parts, staging, digest);
        attachments.readAll(manifest.attachments());
        if (!digest.hex().equals(manifest.digest())) {
            throw new FormatException(Fault.ALTERED, "the digest of the bundle");
        }
        parts.endObject();
        parts.endDocument();
        return new Bundle(
                manifest,
                cards,
                new Bundle.Counts(revisions, purges, manifest.attachments(), attachments.totalBytes()));
    }

    private void readCards(byte[] signature) throws IOException, FormatException {
        long bytes = 0;
        String before = "";
        parts.beginArray();
        while (parts.nextItem()) {
            Card card = card();
            if (card.deviceId().compareTo(before) <= 0) {
                throw malformed("cards out of order");
            }
            before = card.deviceId();
            bytes += card.canonicalBytes().length;
            if (cards.size() == MAX_CARDS || bytes > MAX_CARDS_BYTES) {
                throw new FormatException(Fault.TOO_LARGE, "too many cards");
            }
            cards.put(card.deviceId(), card);
            if (card.deviceId().equals(manifest.from())
                    && !card.verifyingKey().verify(manifest.signedBytes(), signature)) {
                throw new FormatException(Fault.ALTERED, "the signature of the manifest");
            }
        }
        if (!cards.containsKey(manifest.from())) {
            throw malformed("no card of the sender");
        }
    }

    private Card card() throws IOException, FormatException {
        try {
            return Card.parse(parts.object("card", PartReader.DEPTH, MAX_CARD_BYTES));
        } catch (IdentityException e) {
            throw new FormatException(Fault.valueOf(e.reason().name()), String.valueOf(e.getMessage()));
        }
    }

    private void readRevisions() throws IOException, FormatException {
        parts.beginArray();
        try (RevisionChecks checks = new RevisionChecks(executor, Map.copyOf(cards), this::take)) {
            long read = 0;
            long position = parts.position();
            for (RawRevision raw = next(checks, read); raw != null; raw = next(checks, read)) {
                checks.add(raw, parts.position() - position);
                position = parts.position();
                read++;
            }
            checks.finish();
        }
        signers.add(manifest.from());
        if (!signers.equals(cards.keySet())) {
            throw malformed("a card of a device that signed nothing");
        }
        if (staging.hasUnpurgedEditWithoutBody()) {
            throw new FormatException(Fault.ALTERED, "an edit without its body, and no purge of its record");
        }
    }

    /** The next revision; null at the end of them. */
    private @Nullable RawRevision next(RevisionChecks checks, long read) throws IOException, FormatException {
        try {
            boolean more = parts.nextItem();
            if (more ? read == manifest.revisions() : read < manifest.revisions()) {
                throw malformed("the number of revisions");
            }
            return more ? RawRevision.read(parts) : null;
        } catch (IOException | FormatException fault) {
            // An earlier revision, still to be checked, may have the first fault of the file.
            checks.finish();
            throw fault;
        }
    }

    private void take(RawRevision.Checked checked) throws IOException, FormatException {
        Revision revision = checked.revision();
        if (!staging.add(revision, checked.bytes())) {
            throw malformed("a revision stands twice");
        }
        digest.revision(revision.id(), revision.content() != null);
        signers.add(revision.header().writer().device());
        revisions++;
        purges += revision.header().isEdit() ? 0 : 1;
    }

    private static FormatException malformed(String what) {
        return new FormatException(Fault.MALFORMED, what);
    }
}
