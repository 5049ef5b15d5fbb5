package org.jailoo.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Sha256;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;

/**
 * Makes valid bundles from real keys, part by part, so that a test can damage any part before or after it is signed.
 * Writes its own manifest, digest and JSON: what the program writes is held against it.
 */
final class BundleBuilder {
    static final String TIME = "2026-05-04T10:20:30Z";

    final List<Json.Obj> revisions = new ArrayList<>();
    final List<Card> cards = new ArrayList<>();
    final List<byte[]> attachments = new ArrayList<>();

    /** What a dishonest sender does to the manifest before signing it. */
    UnaryOperator<Json.Obj> manifest = m -> m;

    private final Random random;
    private final Map<String, Long> seqs = new TreeMap<>();

    BundleBuilder(long seed) {
        random = new Random(seed);
        card(Devices.AIDA);
    }

    /** Two records of two devices, an attachment and a purge: every part of the format. */
    static BundleBuilder sample() {
        BundleBuilder builder = new BundleBuilder(7);
        builder.card(Devices.BEK);
        byte[] photo = new byte[1000];
        new Random(8).nextBytes(photo);
        builder.attachments.add(photo);
        String interview = builder.uuid();
        builder.edit(Devices.AIDA, interview, Map.of("narrative", Json.of("Ал айлыгын алган жок.")));
        builder.edit(
                Devices.BEK,
                interview,
                Map.of("photos/" + builder.uuid(), Json.object(Map.of("sha256", Json.of(sha256(photo))))));
        builder.edit(Devices.AIDA, builder.uuid(), Map.of("narrative", Json.of("second")));
        builder.purge(Devices.BEK, builder.uuid());
        return builder;
    }

    void card(DeviceKeys keys) {
        cards.add(Card.sign(keys, 1, "J-" + keys.deviceId().substring(0, 3)));
    }

    String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes).toString().replaceFirst("^(.{14}).", "$14");
    }

    BundleBuilder edit(DeviceKeys device, String record, Map<String, ? extends Json> body) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        try {
            Content content = Content.of(salt, TIME, Json.object(body));
            Header header = Header.edit(record, "interview", List.of(), writer(device), seq(device), content.hash());
            revisions.add(sign(device, header)
                    .with("salt", text(salt))
                    .with("time", Json.of(TIME))
                    .with("body", content.body()));
            return this;
        } catch (FormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    BundleBuilder purge(DeviceKeys device, String record) {
        revisions.add(sign(device, Header.purge(record, "interview", writer(device), seq(device))));
        return this;
    }

    long seq(DeviceKeys device) {
        return seqs.merge(device.deviceId(), 1L, Long::sum);
    }

    static Writer writer(DeviceKeys device) {
        return new Writer(device.deviceId(), Devices.instance(device));
    }

    private static Json.Obj sign(DeviceKeys device, Header header) {
        return Json.object(Map.of("header", json(header), "signature", text(device.sign(header.signedBytes()))));
    }

    static Json.Obj json(Header header) {
        try {
            return (Json.Obj) org.jailoo.json.JsonReader.parse(header.canonical(), 8);
        } catch (org.jailoo.json.JsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Signs a header that may be of a version that nobody knows. */
    static Json.Obj sign(DeviceKeys device, Json.Obj header) {
        return Json.object(
                Map.of("header", header, "signature", text(device.sign(labelled("jailoo revision 1\n", header)))));
    }

    /** The top-level members and their JSON, in order. */
    Map<String, String> parts() {
        Json.Obj signed = manifest.apply(manifestJson());
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("format", "\"jailoo-bundle\"");
        parts.put("version", "1");
        parts.put("manifest", CanonicalJson.text(signed));
        parts.put("signature", CanonicalJson.text(text(Devices.AIDA.sign(labelled("jailoo bundle 1\n", signed)))));
        parts.put(
                "cards",
                array(cards.stream()
                        .sorted(Comparator.comparing(Card::deviceId))
                        .map(Card::json)
                        .map(CanonicalJson::text)
                        .toList()));
        parts.put("revisions", array(revisions.stream().map(CanonicalJson::text).toList()));
        parts.put(
                "attachments",
                array(attachments.stream().map(BundleBuilder::attachment).toList()));
        return parts;
    }

    static String attachment(byte[] bytes) {
        return "{\"sha256\":\"" + sha256(bytes) + "\",\"size\":" + bytes.length + ",\"data\":\""
                + Base64.getEncoder().encodeToString(bytes) + "\"}";
    }

    static String array(List<String> items) {
        return items.stream().collect(Collectors.joining(",\n", "[", "]"));
    }

    static String render(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(",\n", "{", "}\n"));
    }

    byte[] bytes() {
        return utf8(render(parts()));
    }

    private Json.Obj manifestJson() {
        Map<String, Json> m = new TreeMap<>();
        m.put("bundle", Json.of("6f1c2d34-5e6f-4a7b-8c9d-0e1f2a3b4c5d"));
        m.put("kind", Json.of("records"));
        m.put("from", Json.of(Devices.AIDA.deviceId()));
        m.put("instance", Json.of(Devices.instance(Devices.AIDA)));
        m.put("serial", Json.of(3));
        m.put("created", Json.of(TIME));
        m.put("to", Json.texts(List.of(Devices.CHYNARA.deviceId())));
        m.put("scope", Json.of("all"));
        m.put("since", Json.of("everything"));
        m.put("has", Json.object());
        m.put("withheld", Json.object());
        m.put("lacks", Json.texts(List.of()));
        m.put("revisions", Json.of(revisions.size()));
        m.put("attachments", Json.of(attachments.size()));
        m.put("digest", Json.of(digest()));
        return Json.object(m);
    }

    private String digest() {
        java.security.MessageDigest digest = Sha256.start();
        for (Json.Obj revision : revisions) {
            Json header = java.util.Objects.requireNonNull(revision.get("header"));
            digest.update(Sha256.of(labelled("jailoo revision 1\n", header)));
            digest.update((byte) (revision.get("body") == null ? 0 : 1));
        }
        attachments.forEach(bytes -> digest.update(Sha256.of(bytes)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] labelled(String label, Json value) {
        return utf8(label + CanonicalJson.text(value));
    }

    static Json text(byte[] bytes) {
        return Json.of(Base64.getEncoder().encodeToString(bytes));
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
