package org.jailoo.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jailoo.json.AgainstJackson;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Our reader of JSON beside Jackson, and beside itself when the bytes come as a stream. */
public final class JsonTarget {
    private static final int DEPTH = 100;

    private JsonTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(JsonTarget::take, input);
    }

    private static void take(byte[] input) throws IOException {
        AgainstJackson.read(input, "an input");
        Json whole = null;
        JsonException.@Nullable Kind refused = null;
        try {
            whole = JsonReader.parse(input, DEPTH);
            byte[] canonical = CanonicalJson.bytes(whole);
            Promise.holds(
                    Arrays.equals(CanonicalJson.bytes(JsonReader.parse(canonical, DEPTH)), canonical),
                    "what is canonical stays as it is");
        } catch (JsonException e) {
            refused = e.kind();
        }
        Json streamed = null;
        try {
            JsonReader reader = new JsonReader(new ByteArrayInputStream(input));
            Json value = reader.readValue(DEPTH, Long.MAX_VALUE);
            reader.endDocument();
            streamed = value;
        } catch (JsonException e) {
            Promise.equal(e.kind(), refused, "refused for the same, as a whole and as a stream");
        }
        Promise.equal(streamed, whole, "read as the same, as a whole and as a stream");
    }
}
