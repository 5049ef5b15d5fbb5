package org.jailoo.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.record.Path;

/** What a purge destroys of a revision: salt, time and change set (bundle.md §3). */
public final class Content {
    /** The longest canonical form of a body, in bytes. */
    public static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

    /** The most paths a body names. */
    public static final int MAX_PATHS = 4096;

    /** How deep a body may nest below itself. */
    public static final int MAX_DEPTH = 32;

    /** The length of a salt, in bytes. */
    public static final int SALT_BYTES = 16;

    private static final byte[] OPEN = "{\"body\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MIDDLE = ",\"time\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE = "\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final byte[] salt;
    private final String time;
    private final Json.Obj body;
    private final byte[] canonicalBody;

    private Content(byte[] salt, String time, Json.Obj body, byte[] canonicalBody) {
        this.salt = salt;
        this.time = time;
        this.body = body;
        this.canonicalBody = canonicalBody;
    }

    /** The content made of these parts, if they keep the grammar and the limits. */
    public static Content of(byte[] salt, String time, Json.Obj body) throws FormatException {
        if (salt.length != SALT_BYTES) {
            throw new FormatException(Fault.MALFORMED, "revision: salt");
        }
        if (!isTime(time)) {
            throw new FormatException(Fault.MALFORMED, "revision: time");
        }
        if (body.members().isEmpty()) {
            throw new FormatException(Fault.MALFORMED, "an empty body");
        }
        if (body.members().size() > MAX_PATHS) {
            throw new FormatException(Fault.TOO_LARGE, "a body of more than 4,096 paths");
        }
        if (nestsDeeper(body, 1 + MAX_DEPTH)) {
            throw new FormatException(Fault.TOO_LARGE, "a body that nests deeper than 32");
        }
        byte[] canonical = CanonicalJson.bytes(body);
        if (canonical.length > MAX_BODY_BYTES) {
            throw new FormatException(Fault.TOO_LARGE, "a body of more than 8 MiB");
        }
        for (Map.Entry<String, Json> change : body.members().entrySet()) {
            if (!Path.holds(change.getKey(), change.getValue())) {
                throw new FormatException(Fault.MALFORMED, "a path or its value");
            }
        }
        return new Content(salt.clone(), time, body, canonical);
    }

    private static boolean nestsDeeper(Json value, int levels) {
        Iterable<Json> inside = value instanceof Json.Obj object
                ? object.members().values()
                : value instanceof Json.Array array ? array.items() : null;
        if (inside == null) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (Json item : inside) {
            if (nestsDeeper(item, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    /** A time as the format writes it; beyond the years 0 to 9999 the nearest that it can write. */
    public static String timeText(Instant instant) {
        Instant writable = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(writable.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether a text is a real date and time, {@code YYYY-MM-DDThh:mm:ssZ}. */
    public static boolean isTime(String text) {
        if (text.length() != 20) {
            return false;
        }
        String shape = "dddd-dd-ddTdd:dd:ddZ";
        for (int i = 0; i < 20; i++) {
            char c = text.charAt(i);
            if (shape.charAt(i) == 'd' ? c < '0' || c > '9' : c != shape.charAt(i)) {
                return false;
            }
        }
        try {
            LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The hash that the header holds: 64 hex digits. */
    public String hash() {
        byte[] timeBytes = time.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256.of(salt, OPEN, canonicalBody, MIDDLE, timeBytes, CLOSE));
    }

    /** Sixteen random bytes, so that nobody guesses a short body from its hash. */
    public byte[] salt() {
        return salt.clone();
    }

    /** The laptop's opinion of the time; for display, no rule looks at it. */
    public String time() {
        return time;
    }

    /** The change set: exactly the paths that a person changed or resolved. */
    public Json.Obj body() {
        return body;
    }

    /** The change set's canonical bytes. */
    public byte[] canonicalBody() {
        return canonicalBody.clone();
    }
}
