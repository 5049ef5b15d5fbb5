package org.jailoo.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.bundle.Envelope;
import org.jailoo.history.Sha256;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that was changed and then hashed and signed again by those who could have: what is wrong with it lies behind
 * all hashes and signatures. Which of these are left wrong is the input's choice too.
 */
final class Forged {
    private static final Json.Obj GIVEN = given();
    private static final Json NONE = Json.of("");

    Json.Obj manifest = (Json.Obj) member(GIVEN, "manifest");
    final List<Json> cards = list("cards");
    final List<Json.Obj> revisions = new ArrayList<>();
    final List<Json> attachments = list("attachments");

    /** What is not made right again. */
    record Left(boolean bodies, boolean headers, boolean digest, boolean counts, boolean manifest, boolean parents) {
        static Left of(int bits) {
            return new Left(
                    (bits & 1) != 0,
                    (bits & 2) != 0,
                    (bits & 4) != 0,
                    (bits & 8) != 0,
                    (bits & 16) != 0,
                    (bits & 32) != 0);
        }
    }

    Forged() {
        list("revisions").forEach(r -> revisions.add((Json.Obj) r));
    }

    private static Json.Obj given() {
        try {
            return (Json.Obj) JsonReader.parse(Given.bundle(), 64);
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Json member(Json.Obj object, String name) {
        return Objects.requireNonNullElse(object.get(name), NONE);
    }

    private static List<Json> list(String name) {
        return new ArrayList<>(((Json.Array) member(GIVEN, name)).items());
    }

    static byte[] labelled(String label, Json value) {
        return (label + CanonicalJson.text(value)).getBytes(StandardCharsets.UTF_8);
    }

    private static Json base64(byte[] bytes) {
        return Json.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static DeviceKeys keys(@Nullable String device) {
        return Team.ALL.stream()
                .filter(k -> k.deviceId().equals(device))
                .findFirst()
                .orElse(Team.AIDA);
    }

    private static String id(Json.Obj revision) {
        return HexFormat.of().formatHex(Sha256.of(labelled("jailoo revision 1\n", member(revision, "header"))));
    }

    /** The id of a revision as it stands. */
    String id(int i) {
        return id(revisions.get(i));
    }

    /** Exactly one card for each device that signed something. */
    void cardsOfAllWhoSigned() {
        Map<String, Json> needed = new java.util.TreeMap<>();
        for (Json.Obj revision : revisions) {
            DeviceKeys keys = keys(revision.get("header") instanceof Json.Obj header ? header.text("device") : null);
            needed.put(keys.deviceId(), Team.card(keys).json());
        }
        DeviceKeys from = keys(manifest.text("from"));
        needed.put(from.deviceId(), Team.card(from).json());
        cards.clear();
        cards.addAll(needed.values());
    }

    /** Hashes and signs everything again but what is left. */
    Json signature(Left left) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (int i = 0; i < revisions.size(); i++) {
            Json.Obj revision = revisions.get(i);
            String before = id(revision);
            if (revision.get("header") instanceof Json.Obj header) {
                revisions.set(i, signed(revision, header, left, renamed));
            }
            renamed.putIfAbsent(before, id(revisions.get(i)));
        }
        if (!left.digest()) {
            manifest = manifest.with("digest", Json.of(digest()));
        }
        if (!left.counts()) {
            manifest = manifest.with("revisions", Json.of(revisions.size()))
                    .with("attachments", Json.of(attachments.size()));
        }
        return base64(Team.sign(
                left.manifest() ? Team.BEK : keys(manifest.text("from")), labelled("jailoo bundle 1\n", manifest)));
    }

    private static Json.Obj signed(Json.Obj revision, Json.Obj header, Left left, Map<String, String> renamed) {
        Json.Obj now = header;
        if (!left.parents() && header.get("parents") instanceof Json.Array parents) {
            List<Json> mapped = new ArrayList<>();
            for (Json parent : parents.items()) {
                mapped.add(
                        parent instanceof Json.Text id
                                ? Json.of(renamed.getOrDefault(id.value(), id.value()))
                                : parent);
            }
            mapped.sort((a, b) -> CanonicalJson.text(a).compareTo(CanonicalJson.text(b)));
            now = now.with("parents", new Json.Array(mapped));
        }
        Json body = revision.get("body");
        Json time = revision.get("time");
        byte[] salt = decoded(revision.text("salt"));
        if (!left.bodies() && body != null && time != null && salt != null && header.get("body") != null) {
            MessageDigest hash = Sha256.start();
            hash.update(salt);
            hash.update(labelled("", Json.object(Map.of("body", body, "time", time))));
            now = now.with("body", Json.of(HexFormat.of().formatHex(hash.digest())));
        }
        Json.Obj with = revision.with("header", now);
        return left.headers()
                ? with
                : with.with(
                        "signature", base64(Team.sign(keys(now.text("device")), labelled("jailoo revision 1\n", now))));
    }

    private static byte @Nullable [] decoded(@Nullable String base64) {
        try {
            return base64 == null ? null : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String digest() {
        MessageDigest digest = Sha256.start();
        for (Json.Obj revision : revisions) {
            digest.update(HexFormat.of().parseHex(id(revision)));
            digest.update((byte) (revision.get("body") == null ? 0 : 1));
        }
        for (Json each : attachments) {
            String sha256 = each instanceof Json.Obj one ? one.text("sha256") : null;
            if (sha256 != null && sha256.matches("([0-9a-f]{2})*")) {
                digest.update(HexFormat.of().parseHex(sha256));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The text of it. */
    String text(Left left) {
        Json signature = signature(left);
        StringBuilder text = new StringBuilder("{\"format\":\"jailoo-bundle\",\"version\":1,\"manifest\":")
                .append(CanonicalJson.text(manifest))
                .append(",\"signature\":")
                .append(CanonicalJson.text(signature))
                .append(",\"cards\":");
        text.append(CanonicalJson.text(new Json.Array(cards))).append(",\"revisions\":[");
        ordered(text, revisions, List.of("header", "signature", "salt", "time", "body"));
        text.append("],\"attachments\":[");
        ordered(text, attachments, List.of("sha256", "size", "data"));
        return text.append("]}").toString();
    }

    /** With these members in this order, and others behind them. */
    private static void ordered(StringBuilder text, List<? extends Json> items, List<String> order) {
        String between = "";
        for (Json item : items) {
            text.append(between);
            between = ",";
            if (!(item instanceof Json.Obj object)) {
                text.append(CanonicalJson.text(item));
                continue;
            }
            List<String> names = new ArrayList<>(order);
            object.members().keySet().stream().filter(n -> !order.contains(n)).forEach(names::add);
            String comma = "{";
            for (String name : names) {
                Json value = object.get(name);
                if (value != null) {
                    text.append(comma)
                            .append(CanonicalJson.text(Json.of(name)))
                            .append(':')
                            .append(CanonicalJson.text(value));
                    comma = ",";
                }
            }
            text.append(comma.equals("{") ? "{}" : "}");
        }
    }

    /** The bytes in an envelope: none, gzip, age around gzip. */
    static byte[] wrapped(byte[] json, int how) {
        Envelope envelope = switch (how) {
            case 1 -> new Envelope.Gzip();
            case 2 -> new Envelope.ToRecipients(List.of(Team.CHYNARA.recipient()));
            default -> new Envelope.Plain();
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream wrapped = envelope.wrap(out)) {
            wrapped.write(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
