package org.jailoo.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;

/** Random content for a bundle, the same for the same seed. */
final class Randoms implements BundleSource {
    final List<Revision> revisions = new ArrayList<>();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    final List<Card> cards = new ArrayList<>();

    private final Random random;
    private final BundleBuilder ids;

    Randoms(long seed) {
        random = new Random(seed);
        ids = new BundleBuilder(seed);
        List<DeviceKeys> writers = Devices.all().subList(0, 1 + random.nextInt(3));
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            add(writers.get(random.nextInt(writers.size())), i + 1);
        }
        cards.add(Card.sign(Devices.AIDA, 1, "А-1"));
        for (DeviceKeys device : List.of(Devices.BEK, Devices.CHYNARA)) {
            if (revisions.stream().anyMatch(r -> r.header().writer().device().equals(device.deviceId()))) {
                cards.add(Card.sign(device, 1 + random.nextInt(5), text(20)));
            }
        }
    }

    private void add(DeviceKeys device, int seq) {
        Writer writer = BundleBuilder.writer(device);
        String record = ids.uuid();
        if (random.nextInt(8) == 0) {
            // A purge, and at times an edit that it stripped.
            if (random.nextBoolean()) {
                revisions.add(sign(device, edit(record, writer, seq, content()), null));
            }
            revisions.add(sign(device, Header.purge(record, "interview", writer, seq), null));
        } else {
            Content content = content();
            revisions.add(sign(device, edit(record, writer, seq, content), content));
        }
    }

    private static Header edit(String record, Writer writer, int seq, Content content) {
        return Header.edit(record, "interview", List.of(), writer, seq, content.hash());
    }

    private static Revision sign(DeviceKeys device, Header header, @org.jspecify.annotations.Nullable Content content) {
        return new Revision(header, Base64Text.encode(device.sign(header.signedBytes())), content);
    }

    private Content content() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Json.Obj body = Json.object().with("narrative", Json.of(text(random.nextInt(3000))));
        if (random.nextInt(5) == 0) {
            byte[] file = new byte[random.nextInt(90_000)];
            random.nextBytes(file);
            String hash = BundleBuilder.sha256(file);
            Json.Obj item = Json.object().with("sha256", Json.of(hash));
            body = body.with("photos/" + ids.uuid(), item).with("tags/a.b", Json.TRUE);
            files.put(hash, file);
        }
        try {
            return Content.of(salt, Content.timeText(java.time.Instant.ofEpochSecond(random.nextInt())), body);
        } catch (FormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(12)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x1F600 + random.nextInt(40);
                        case 2 -> '"';
                        case 3 -> '\\';
                        default -> 'а' + random.nextInt(32);
                    });
        }
        return text.toString();
    }

    @Override
    public void ids(IdTaker taker) throws java.io.IOException {
        for (Revision revision : revisions) {
            taker.take(revision.id(), revision.content() != null);
        }
    }

    @Override
    public void revisions(RevisionTaker taker) throws java.io.IOException {
        for (Revision revision : revisions) {
            taker.take(revision);
        }
    }

    @Override
    public void attachments(AttachmentTaker taker) throws java.io.IOException {
        for (Map.Entry<String, byte[]> file : named().entrySet()) {
            taker.take(file.getKey(), file.getValue().length, () -> new java.io.ByteArrayInputStream(file.getValue()));
        }
    }

    /** Those that a body inside names; the stripped ones' are not. */
    Map<String, byte[]> named() {
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (Revision revision : revisions) {
            Content content = revision.content();
            if (content != null) {
                org.jailoo.record.AttachmentNames.in(content.body())
                        .forEach(hash -> named.put(hash, java.util.Objects.requireNonNull(files.get(hash))));
            }
        }
        return named;
    }

    Manifest.Draft draft() {
        return new Manifest.Draft(
                ids.uuid(),
                revisions.isEmpty() ? Manifest.Kind.RECEIPT : Manifest.Kind.RECORDS,
                BundleBuilder.writer(Devices.AIDA),
                1 + random.nextInt(9),
                BundleBuilder.TIME,
                List.of(),
                Manifest.Scope.ALL,
                Manifest.Since.EVERYTHING,
                Knowledge.none());
    }
}
