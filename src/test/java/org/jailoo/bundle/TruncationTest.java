package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/**
 * Files that end too early: not bundles before a format can be read, truncated after it, whatever the layer. No other
 * outcome is allowed, a cut inside the last age chunk included.
 */
class TruncationTest {
    private static final int AGE_CHUNK = 64 * 1024 + 16;

    /** A bundle with an attachment of so many bytes, that gzip does not shrink. */
    private static byte[] bundle(int attachment) {
        BundleBuilder builder = BundleBuilder.sample();
        byte[] sound = new byte[attachment];
        new Random(1).nextBytes(sound);
        builder.attachments.add(sound);
        builder.edit(
                Devices.AIDA,
                builder.uuid(),
                Map.of(
                        "sounds/" + builder.uuid(),
                        Json.object(Map.of("sha256", Json.of(BundleBuilder.sha256(sound))))));
        return builder.bytes();
    }

    private static void cut(byte[] file, int at, IntPredicate formatReadable) throws IOException {
        String expected = (formatReadable.test(at) ? Reason.TRUNCATED : Reason.NOT_A_BUNDLE).code();
        assertThat(Attempt.of(Arrays.copyOf(file, at)))
                .as("cut at %d of %d", at, file.length)
                .isEqualTo(expected);
    }

    private static void everyPercent(byte[] file, IntPredicate formatReadable) throws IOException {
        assertThat(Attempt.of(file)).isEqualTo(Attempt.ACCEPTED);
        for (int percent = 0; percent < 100; percent++) {
            cut(file, (int) ((long) file.length * percent / 100), formatReadable);
        }
        for (int at = Math.max(0, file.length - 40); at < file.length - 2; at++) {
            cut(file, at, formatReadable);
        }
    }

    private static int formatEnd(byte[] json) {
        String closing = "\"jailoo-bundle\"";
        return new String(json, StandardCharsets.ISO_8859_1).indexOf(closing) + closing.length();
    }

    @Test
    void plainCutAtEveryPercent() throws IOException {
        byte[] json = bundle(20_000);
        everyPercent(json, at -> at >= formatEnd(json));
    }

    @Test
    void smallPlainCutAtEveryByte() throws IOException {
        byte[] json = new BundleBuilder(1).bytes();
        // The last byte is a line end behind the closing brace.
        for (int at = 0; at < json.length - 1; at++) {
            cut(json, at, n -> n >= formatEnd(json));
        }
    }

    @Test
    void gzipCutAtEveryPercent() throws IOException {
        byte[] json = bundle(20_000);
        byte[] gzip = Wrapped.gzip(json);
        everyPercent(gzip, at -> inflated(gzip, at) >= formatEnd(json));
    }

    @Test
    void smallGzipCutAtEveryByte() throws IOException {
        byte[] json = new BundleBuilder(1).bytes();
        byte[] gzip = Wrapped.gzip(json);
        for (int at = 0; at < gzip.length; at++) {
            cut(gzip, at, n -> inflated(gzip, n) >= formatEnd(json));
        }
    }

    private static int inflated(byte[] gzip, int cut) {
        try {
            return Wrapped.inflatePrefix(gzip, cut).length;
        } catch (java.util.zip.DataFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void ageOfGzipCutAtEveryPercent() throws IOException {
        byte[] age = Wrapped.age(Wrapped.gzip(bundle(200_000)), Devices.CHYNARA);
        int header = new String(age, StandardCharsets.ISO_8859_1).indexOf("\n--- ") + 5 + 43 + 1 + 16;
        // A chunk is authentic, and given out, once the byte behind it shows that it was not the last.
        assertThat(age.length).isGreaterThan(header + 3 * AGE_CHUNK);
        everyPercent(age, at -> at > header + AGE_CHUNK);
        for (int chunk = 1; chunk < 4; chunk++) {
            for (int off = -1; off <= 1; off++) {
                cut(age, header + chunk * AGE_CHUNK + off, at -> at > header + AGE_CHUNK);
            }
        }
    }
}
