package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.Envelope;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.IdentityException.Reason;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;

/** A device's card as a file: the JSON of bundle.md §2. */
public final class CardFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 8;

    private CardFile() {}

    /** Writes a card into a new file; one that is there is left as it is. */
    public static void write(Card card, Path file) throws IOException {
        BundleFile.write(file, new Envelope.Plain(), stream -> {
            stream.write(card.canonicalBytes());
            return card;
        });
    }

    /** The verified card that a file holds. */
    public static Card read(Path file) throws IOException, IdentityException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        return parse(bytes);
    }

    /** The verified card that these bytes of a file, or of a text that somebody has sent, hold. */
    public static Card parse(byte[] bytes) throws IdentityException {
        if (bytes.length > MAX_BYTES) {
            throw new IdentityException(Reason.MALFORMED, "too long for a card");
        }
        try {
            if (JsonReader.parse(bytes, MAX_DEPTH) instanceof Json.Obj json) {
                return Card.parse(json);
            }
        } catch (JsonException e) {
            throw new IdentityException(Reason.MALFORMED, "not JSON");
        }
        throw new IdentityException(Reason.MALFORMED, "not a card");
    }
}
