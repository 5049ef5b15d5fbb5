package org.jailoo.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.history.Header;
import org.jailoo.history.Sha256;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;

/** The JSON of a valid bundle of many revisions, made while it is read; they share one text. */
final class ManyRevisions extends InputStream {
    private static final String SENTENCE = "Иш берүүчү паспортту алып койгон. ";

    private final long count;
    private final String bodyHash;
    private final String rest;
    private final String tail;
    private BundleBuilder ids = new BundleBuilder(3);
    private InputStream current;
    private long made;

    /** So many revisions, of so many sentences of 63 bytes each. */
    ManyRevisions(long count, int sentences) {
        this.count = count;
        BundleBuilder one = new BundleBuilder(3);
        one.edit(Devices.AIDA, one.uuid(), Map.of("narrative", Json.of(SENTENCE.repeat(sentences))));
        Json.Obj revision = one.revisions.get(0);
        bodyHash = Objects.requireNonNull(((Json.Obj) Objects.requireNonNull(revision.get("header"))).text("body"));
        rest = CanonicalJson.text(revision.without("header").without("signature"))
                .substring(1);
        MessageDigest digest = Sha256.start();
        for (long i = 1; i <= count; i++) {
            digest.update(Sha256.of(header(i).signedBytes()));
            digest.update((byte) 1);
        }
        String hex = HexFormat.of().formatHex(digest.digest());
        BundleBuilder frame = new BundleBuilder(3);
        frame.manifest = m -> m.with("digest", Json.of(hex)).with("revisions", Json.of(count));
        String text = BundleBuilder.render(frame.parts());
        int at = text.indexOf("\"revisions\":[") + "\"revisions\":[".length();
        tail = text.substring(at);
        current = stream(text.substring(0, at));
        ids = new BundleBuilder(3);
    }

    private Header header(long seq) {
        return Header.edit(ids.uuid(), "interview", List.of(), BundleBuilder.writer(Devices.AIDA), seq, bodyHash);
    }

    private String next() {
        Header header = header(made + 1);
        String signature = CanonicalJson.text(BundleBuilder.text(Devices.AIDA.sign(header.signedBytes())));
        return (made == 0 ? "" : ",") + "{\"header\":" + CanonicalJson.text(BundleBuilder.json(header))
                + ",\"signature\":" + signature + "," + rest;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(BundleBuilder.utf8(text));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = current.read(into, offset, length);
        while (n < 0 && made <= count) {
            current = stream(made == count ? tail : next());
            made++;
            n = current.read(into, offset, length);
        }
        return n;
    }
}
