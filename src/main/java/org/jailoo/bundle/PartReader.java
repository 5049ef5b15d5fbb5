package org.jailoo.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonException.Kind;
import org.jailoo.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a bundle part by part: members in their order, values of the kind and size that stand there. */
final class PartReader {
    /** How deep a manifest, a card or a header may nest, itself included. */
    static final int DEPTH = 8;

    /** Longer than any scalar of the format in its own place. */
    private static final int SCALAR = 256;

    private final CountingInput input;
    private final JsonReader json;

    PartReader(InputStream input) {
        this.input = new CountingInput(input, Progress.NONE);
        this.json = new JsonReader(this.input);
    }

    void beginObject() throws IOException {
        json.beginObject();
    }

    void beginArray() throws IOException {
        json.beginArray();
    }

    boolean nextItem() throws IOException {
        return json.nextItem();
    }

    /** The name of the next member, or null at the end of the object. */
    @Nullable
    String name() throws IOException {
        try {
            return json.nextName(SCALAR);
        } catch (JsonException e) {
            throw mistyped(e, "an unknown member");
        }
    }

    /** Demands that this member comes next. */
    void name(String expected) throws IOException {
        if (!expected.equals(name())) {
            throw new JsonException(Kind.MALFORMED, expected + " expected");
        }
    }

    /** Demands that the object ends here. */
    void endObject() throws IOException {
        if (name() != null) {
            throw new JsonException(Kind.MALFORMED, "a member too many");
        }
    }

    /** A short text. */
    String text(String what) throws IOException {
        if (scalar(what) instanceof Json.Text text) {
            return text.value();
        }
        throw new JsonException(Kind.MALFORMED, what);
    }

    /** An integer. */
    long integer(String what) throws IOException {
        if (scalar(what) instanceof Json.Int integer) {
            return integer.value();
        }
        throw new JsonException(Kind.MALFORMED, what);
    }

    private Json scalar(String what) throws IOException {
        try {
            return json.readValue(0, SCALAR);
        } catch (JsonException e) {
            throw mistyped(e, what);
        }
    }

    /** Where a value of this size or depth cannot be right, it is of the wrong kind and not too large. */
    private static JsonException mistyped(JsonException fault, String what) {
        return fault.kind() == Kind.TOO_LARGE ? new JsonException(Kind.MALFORMED, what) : fault;
    }

    /** An object, read into memory; refused while it is read once it cannot keep the limits. */
    Json.Obj object(String what, int maxDepth, long maxBytes) throws IOException {
        if (json.objectAhead() && json.readValue(maxDepth, maxBytes) instanceof Json.Obj object) {
            return object;
        }
        throw new JsonException(Kind.MALFORMED, what);
    }

    long base64(OutputStream out, long maxBytes) throws IOException {
        return json.readBase64(out, maxBytes);
    }

    /** Demands that only white space follows, and reads to the end: only then are the layers below authentic. */
    void endDocument() throws IOException {
        json.endDocument();
    }

    /** About how many bytes were read; the reader takes them in blocks. */
    long position() {
        return input.count();
    }
}
