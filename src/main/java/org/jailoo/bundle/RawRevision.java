package org.jailoo.bundle;

import java.io.IOException;
import java.util.Map;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.VerifyingKey;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/** The members of a revision as they stand in a file, each at most once and of the right kind; nothing is verified. */
record RawRevision(
        Json.@Nullable Obj header,
        @Nullable String signature,
        @Nullable String salt,
        @Nullable String time,
        Json.@Nullable Obj body) {

    /** A revision that passed on its own, and the canonical length of its header and body. */
    record Checked(Revision revision, long bytes) {}

    /** Reads the object that comes next, its members in any order. */
    static RawRevision read(PartReader parts) throws IOException, FormatException {
        Json.Obj header = null;
        String signature = null;
        String salt = null;
        String time = null;
        Json.Obj body = null;
        parts.beginObject();
        for (String name = parts.name(); name != null; name = parts.name()) {
            switch (name) {
                case "header" -> {
                    once(header);
                    header = parts.object("revision: header", PartReader.DEPTH, Header.MAX_BYTES);
                }
                case "signature" -> {
                    once(signature);
                    signature = parts.text("revision: signature");
                }
                case "salt" -> {
                    once(salt);
                    salt = parts.text("revision: salt");
                }
                case "time" -> {
                    once(time);
                    time = parts.text("revision: time");
                }
                case "body" -> {
                    once(body);
                    body = parts.object("revision: body", 1 + Content.MAX_DEPTH, Content.MAX_BODY_BYTES);
                }
                default -> throw malformed("an unknown member");
            }
        }
        return new RawRevision(header, signature, salt, time, body);
    }

    private static void once(@Nullable Object seen) throws FormatException {
        if (seen != null) {
            throw malformed("a member stands twice");
        }
    }

    /** This revision, its limits, hashes and signature checked; by any thread. */
    Checked check(Map<String, Card> cards) throws FormatException {
        if (header == null || signature == null) {
            throw malformed("a member is missing");
        }
        Header head = Header.of(header);
        byte[] signed =
                Base64Text.decode(signature, VerifyingKey.SIGNATURE_LENGTH).orElseThrow(() -> malformed("signature"));
        Content content = content();
        Revision revision = new Revision(head, signature, content).checked();
        Card card = cards.get(head.writer().device());
        if (card == null) {
            throw malformed("signed by a device without a card");
        }
        if (!card.verifyingKey().verify(head.signedBytes(), signed)) {
            throw new FormatException(Fault.ALTERED, "the signature of a revision");
        }
        return new Checked(revision, head.canonical().length + (content == null ? 0L : content.canonicalBody().length));
    }

    private @Nullable Content content() throws FormatException {
        if (salt == null && time == null && body == null) {
            return null;
        }
        if (salt == null || time == null || body == null) {
            throw malformed("some of salt, time and body");
        }
        return Content.of(Base64Text.decode(salt, Content.SALT_BYTES).orElseThrow(() -> malformed("salt")), time, body);
    }

    private static FormatException malformed(String what) {
        return new FormatException(Fault.MALFORMED, "revision: " + what);
    }
}
