package org.jailoo.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.history.Content;
import org.jailoo.history.Revision;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;

/**
 * Writes the JSON of a bundle as a stream: every part canonical, every member in the order of the format. Used once.
 *
 * <p>What a reader would refuse is not finished: a card too many or too few, a source that was not the same twice, an
 * attachment that is not what its name says.
 */
public final class BundleWriter {
    /** A multiple of three, so that the blocks of an attachment's Base64 join without padding. */
    private static final int BLOCK = 48 * 1024;

    private final OutputStream out;
    private final BundleDigest digest = new BundleDigest();
    private final Set<String> signers = new TreeSet<>();
    private long revisions;
    private long attachments;

    private BundleWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a bundle and flushes the stream, which stays open.
     *
     * @param keys of the sender that the draft names
     * @param cards exactly one for every device that signed a revision inside, and for the sender
     * @return the manifest that was written
     * @throws IllegalArgumentException if the draft, the keys or the cards do not belong together
     * @throws TooManyRevisions before anything is written, if the source has more than a bundle may hold
     * @throws IOException from the source or the stream, or because the source changed between its two passes
     */
    public static Manifest write(
            Manifest.Draft draft, DeviceKeys keys, Collection<Card> cards, BundleSource source, OutputStream out)
            throws IOException {
        if (!draft.sender().device().equals(keys.deviceId())) {
            throw new IllegalArgumentException("the keys of another device");
        }
        Map<String, Card> byDevice = new TreeMap<>();
        cards.forEach(card -> byDevice.put(card.deviceId(), card));
        if (byDevice.size() != cards.size() || byDevice.size() > Verification.MAX_CARDS) {
            throw new IllegalArgumentException("two cards of one device, or too many");
        }
        Manifest manifest = draft.with(count(source));
        OutputStream buffered = new BufferedOutputStream(out, 64 * 1024);
        BundleWriter writer = new BundleWriter(buffered);
        writer.writeAll(manifest, keys, byDevice, source);
        buffered.flush();
        return manifest;
    }

    private static Manifest.Inside count(BundleSource source) throws IOException {
        BundleDigest digest = new BundleDigest();
        long[] counts = new long[2];
        source.ids((id, withBody) -> {
            digest.revision(id, withBody);
            counts[0]++;
        });
        if (counts[0] > Manifest.MAX_REVISIONS) {
            throw new TooManyRevisions();
        }
        source.attachments((sha256, size, content) -> {
            digest.attachment(sha256);
            counts[1]++;
        });
        return new Manifest.Inside(counts[0], counts[1], digest.hex());
    }

    private void writeAll(Manifest manifest, DeviceKeys keys, Map<String, Card> cards, BundleSource source)
            throws IOException {
        ascii("{\"format\":\"" + UnverifiedBundle.FORMAT + "\",\"version\":1,\n\"manifest\":");
        out.write(manifest.canonical());
        ascii(",\n\"signature\":\"" + Base64Text.encode(keys.sign(manifest.signedBytes())) + "\",\n\"cards\":[");
        String separator = "\n";
        for (Card card : cards.values()) {
            ascii(separator);
            out.write(card.canonicalBytes());
            separator = ",\n";
        }
        ascii("],\n\"revisions\":[");
        source.revisions(this::writeRevision);
        signers.add(manifest.from());
        if (!signers.equals(cards.keySet())) {
            throw new IllegalArgumentException("cards for other devices than those that signed");
        }
        ascii("],\n\"attachments\":[");
        source.attachments(this::writeAttachment);
        ascii("]}\n");
        if (revisions != manifest.revisions()
                || attachments != manifest.attachments()
                || !digest.hex().equals(manifest.digest())) {
            throw new IOException("what goes into the bundle changed while it was written");
        }
    }

    private void writeRevision(Revision revision) throws IOException {
        ascii(revisions++ == 0 ? "\n" : ",\n");
        Content content = revision.content();
        ascii("{\"header\":");
        out.write(revision.header().canonical());
        ascii(",\"signature\":\"" + revision.signature() + '"');
        if (content != null) {
            ascii(",\"salt\":\"" + Base64Text.encode(content.salt()) + "\",\"time\":\"" + content.time()
                    + "\",\"body\":");
            out.write(content.canonicalBody());
        }
        ascii("}");
        digest.revision(revision.id(), content != null);
        signers.add(revision.header().writer().device());
    }

    private void writeAttachment(String sha256, long size, BundleSource.Opener opener) throws IOException {
        ascii(attachments++ == 0 ? "\n" : ",\n");
        ascii("{\"sha256\":\"" + sha256 + "\",\"size\":" + size + ",\"data\":\"");
        MessageDigest hash = Sha256.start();
        long written = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream content = opener.open()) {
            for (int n = content.readNBytes(block, 0, BLOCK); n > 0; n = content.readNBytes(block, 0, BLOCK)) {
                hash.update(block, 0, n);
                out.write(Base64.getEncoder().encode(n == BLOCK ? block : java.util.Arrays.copyOf(block, n)));
                written += n;
            }
        }
        if (written != size || !HexFormat.of().formatHex(hash.digest()).equals(sha256)) {
            throw new IOException("an attachment is not what its name says");
        }
        ascii("\"}");
        digest.attachment(sha256);
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
