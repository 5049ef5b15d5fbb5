package org.jailoo.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jailoo.bundle.BundleSource;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;

/** So many interviews of one device, one revision each, made anew at each pass. */
final class GeneratedSource implements BundleSource {
    private final DeviceKeys keys;
    private final Writer writer;
    private final int count;
    private final Narratives narratives;
    private final int bytes;

    GeneratedSource(DeviceKeys keys, Writer writer, int count, Narratives narratives, int bytes) {
        this.keys = keys;
        this.writer = writer;
        this.count = count;
        this.narratives = narratives;
        this.bytes = bytes;
    }

    String narrative(int i) {
        return narratives.text(i, bytes);
    }

    Revision revision(int i) {
        Random random = new Random(i);
        byte[] salt = new byte[Content.SALT_BYTES];
        random.nextBytes(salt);
        // The shape of a random UUID, and yet the same at each pass.
        UUID id = new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE);
        try {
            Content content = Content.of(
                    salt,
                    "2023-07-04T09:00:00Z",
                    Json.object(Map.of(
                            "code", Json.of("A7-" + i),
                            "narrative", Json.of(narrative(i)),
                            "consent", Json.object(Map.of("given", Json.of("yes"))))));
            Header header = Header.edit(id.toString(), "interview", List.of(), writer, i + 1L, content.hash());
            return new Revision(header, Base64Text.encode(keys.sign(header.signedBytes())), content);
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void ids(IdTaker taker) throws java.io.IOException {
        for (int i = 0; i < count; i++) {
            taker.take(revision(i).id(), true);
        }
    }

    @Override
    public void revisions(RevisionTaker taker) throws java.io.IOException {
        for (int i = 0; i < count; i++) {
            taker.take(revision(i));
        }
    }

    @Override
    public void attachments(AttachmentTaker taker) {}
}
