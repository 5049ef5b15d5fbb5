package org.jailoo.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;

/** Turns bytes into changes to a bundle: each is something that another program, or somebody who means harm, could write. */
final class Edits {
    private static final int MOST = 12;
    private static final List<String> PATHS = List.of(
            "narrative",
            "deleted",
            "consent",
            "date",
            "participant",
            "code",
            "tags/a",
            "tags/",
            "/a",
            "a/b/c",
            "Narrative",
            "attachments/00000000-0000-4000-8000-000000000001",
            "violations/00000000-0000-4000-8000-000000000002",
            "deleted/x",
            "timeline",
            "place",
            "unknown",
            "sameAs/00000000-0000-4000-8000-000000000003",
            "");
    private static final List<String> TYPES = List.of(
            "interview", "participant", "identity", "campaign", "recommendation", "meeting", "dream", "Interview", "");
    private static final List<String> TEXTS = List.of(
            "",
            "wages",
            "2024-05",
            "2024-02-30",
            "2024-Q1",
            "true",
            "\u0000",
            "\uD83D\uDE00",
            "=1+1",
            "\u202E",
            "P-1",
            "00000000-0000-4000-8000-000000000001",
            "granted",
            "2024-05-04T10:20:30Z",
            "9999-12-31T23:59:59Z",
            "1-40,42",
            "1-2147483648",
            "1,1",
            "2-1",
            "0",
            "1-4294967296",
            "999999999999999999999");
    private static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            2L,
            -1L,
            3L,
            64L,
            1L << 31,
            (1L << 31) + 1,
            1L << 32,
            (1L << 53) - 1,
            1 - (1L << 53),
            67_108_865L,
            1_000_001L);
    private static final List<String> HEADER =
            List.of("v", "kind", "record", "type", "parents", "device", "instance", "seq", "body", "more");
    private static final List<String> MANIFEST = List.of(
            "bundle",
            "kind",
            "from",
            "instance",
            "serial",
            "created",
            "to",
            "scope",
            "since",
            "has",
            "withheld",
            "lacks",
            "revisions",
            "attachments",
            "digest",
            "more");

    private final Choices choices;
    private final Fields fields;
    private final Forged forged = new Forged();

    private Edits(byte[] input) {
        choices = new Choices(input);
        fields = new Fields(choices);
    }

    /** The file that these bytes stand for. */
    static byte[] file(byte[] input) {
        Edits edits = new Edits(input);
        int how = edits.choices.below(16);
        Forged.Left left = Forged.Left.of(edits.choices.next() < 224 ? 0 : edits.choices.next());
        int most = edits.choices.below(MOST);
        for (int i = 0; i <= most && !edits.choices.isEmpty(); i++) {
            edits.one();
        }
        byte[] json = edits.forged.text(left).getBytes(StandardCharsets.UTF_8);
        return Forged.wrapped(how < 12 ? json : edits.text(json), how % 4);
    }

    private void one() {
        switch (choices.below(19)) {
            case 0, 1 -> change("body", b -> b.with(path(), value(3)));
            case 2 -> change("body", b -> choices.below(2) == 0 ? bigger(b) : replaced(b));
            case 3 -> change("body", b -> b.members().isEmpty() ? b : b.without(choices.oneOf(names(b))));
            case 4, 5 -> change("header", this::header);
            case 6 -> copy();
            case 7 -> move();
            case 8 -> revision(r -> r.without(choices.oneOf(List.of("body", "salt", "time", "signature", "header"))));
            case 9 -> revision(r -> r.without("body").without("salt").without("time"));
            case 10 -> revision(r -> r.with(choices.oneOf(List.of("time", "salt", "signature", "more")), value(1)));
            case 11 -> forged.manifest = manifest(forged.manifest);
            case 12 -> cards();
            case 13 -> attachments();
            case 14 -> purge();
            case 15, 16, 17 -> record();
            default -> forged.revisions.remove(choices.below(forged.revisions.size()));
        }
        if (forged.revisions.isEmpty()) {
            forged.revisions.add(new Forged().revisions.get(0));
        }
    }

    private interface Change {
        Json.Obj of(Json.Obj before);
    }

    private void revision(Change change) {
        int i = choices.below(forged.revisions.size());
        forged.revisions.set(i, change.of(forged.revisions.get(i)));
    }

    private void change(String member, Change change) {
        revision(r -> r.get(member) instanceof Json.Obj object ? r.with(member, change.of(object)) : r);
    }

    private static List<String> names(Json.Obj object) {
        return List.copyOf(object.members().keySet());
    }

    private Json.Obj replaced(Json.Obj object) {
        return object.members().isEmpty() ? object : object.with(choices.oneOf(names(object)), value(3));
    }

    /** Much of something. */
    private Json.Obj bigger(Json.Obj object) {
        int many = 1 << choices.below(14);
        return switch (choices.below(4)) {
            case 0 -> object.with("narrative", Json.of("\u04a3".repeat(many * 8)));
            case 1 -> {
                Map<String, Json> members = new TreeMap<>(object.members());
                for (int i = 0; i < Math.min(many, 4200); i++) {
                    members.put("tags/t" + i, Json.TRUE);
                }
                yield new Json.Obj(new TreeMap<>(members));
            }
            case 2 -> object.with("place", nested(Math.min(40, many)));
            default ->
                object.with(
                        "place",
                        Json.object(Map.of("a", new Json.Array(java.util.Collections.nCopies(many, Json.NULL)))));
        };
    }

    private static Json nested(int depth) {
        Json value = Json.object();
        for (int i = 1; i < depth; i++) {
            value = Json.object(Map.of("a", value));
        }
        return value;
    }

    /** A revision of a record of any type, new or one of eight, with fields as they may be or nearly so. */
    private void record() {
        DeviceKeys keys = choices.below(4) == 0 ? Team.BEK : Team.AIDA;
        String type = fields.type();
        Json.Obj header = Json.object(Map.of(
                "v", Json.of(1),
                "kind", Json.of("edit"),
                "record", Json.of(fields.uuid()),
                "type", Json.of(type),
                "parents", choices.below(2) == 0 ? new Json.Array(List.of()) : parents(),
                "device", Json.of(keys.deviceId()),
                "instance", Json.of(Team.instance(keys)),
                "seq", Json.of(10 + choices.below(16)),
                "body", Json.of("")));
        forged.revisions.add(Json.object(Map.of(
                "header", header,
                "signature", Json.of(""),
                "salt", Json.of(Base64.getEncoder().encodeToString(new byte[16])),
                "time", Json.of(Given.TIME),
                "body", fields.body(type))));
    }

    private String path() {
        return switch (choices.below(4)) {
            case 0 -> choices.text();
            case 1 -> "attachments/" + uuid();
            default -> choices.oneOf(PATHS);
        };
    }

    private String uuid() {
        return "00000000-0000-4000-8000-0000000000" + HexFormat.of().toHexDigits((byte) choices.below(8));
    }

    private String text() {
        return choices.below(4) == 0 ? clean(choices.text()) : choices.oneOf(TEXTS);
    }

    /** Without halves of letters, which no JSON of ours can hold. */
    private static String clean(String text) {
        return text.replaceAll("[\\uD800-\\uDFFF]", "?");
    }

    private Json value(int depth) {
        return switch (choices.below(depth > 0 ? 10 : 6)) {
            case 0 -> Json.NULL;
            case 1 -> Json.TRUE;
            case 2 -> Json.of(choices.oneOf(NUMBERS));
            case 3 -> Json.of(false);
            case 4, 5 -> Json.of(text());
            case 6 -> new Json.Array(List.of(value(depth - 1), value(depth - 1)));
            case 7 -> Json.object(Map.of("sha256", attachmentHash()));
            default -> Json.object(Map.of(clean(choices.oneOf(PATHS)), value(depth - 1), "text", value(depth - 1)));
        };
    }

    private Json attachmentHash() {
        return Json.of(HexFormat.of().formatHex(Sha256.of(new byte[choices.below(3)])));
    }

    private Json.Obj header(Json.Obj header) {
        String name = choices.oneOf(HEADER);
        Json now = switch (name) {
            case "kind" -> Json.of(choices.oneOf(List.of("edit", "purge", "dream", "")));
            case "record" -> choices.below(2) == 0 ? Json.of(uuid()) : other("record");
            case "type" -> Json.of(choices.oneOf(TYPES));
            case "parents" -> parents();
            case "device" ->
                choices.below(4) == 0
                        ? value(1)
                        : Json.of(choices.oneOf(Team.ALL).deviceId());
            case "instance" -> choices.below(2) == 0 ? value(1) : Json.of(Team.instance(choices.oneOf(Team.ALL)));
            case "seq" -> Json.of(choices.oneOf(NUMBERS));
            default -> value(2);
        };
        return choices.below(8) == 7 ? header.without(name) : header.with(name, now);
    }

    /** What the header of another revision says. */
    private Json other(String name) {
        Json.Obj revision = choices.oneOf(forged.revisions);
        Json found = revision.get("header") instanceof Json.Obj header ? header.get(name) : null;
        return found == null ? Json.NULL : found;
    }

    private Json parents() {
        List<Json> parents = new ArrayList<>();
        int many = choices.below(6) == 5 ? 66 : choices.below(4);
        for (int i = 0; i < many; i++) {
            parents.add(
                    choices.below(4) == 0 || many > 60
                            ? Json.of(HexFormat.of().formatHex(Sha256.of(new byte[i])))
                            : Json.of(forged.id(choices.below(forged.revisions.size()))));
        }
        return new Json.Array(parents);
    }

    private void copy() {
        Json.Obj revision = choices.oneOf(forged.revisions);
        int bits = choices.below(8);
        if ((bits & 1) == 0) {
            revision =
                    revision.with("salt", Json.of(Base64.getEncoder().encodeToString(new byte[15 + choices.below(3)])));
        }
        if ((bits & 2) == 0 && revision.get("header") instanceof Json.Obj header) {
            revision = revision.with("header", header(header));
        }
        forged.revisions.add((bits & 4) == 0 ? forged.revisions.size() : 0, revision);
    }

    private void move() {
        Json.Obj revision = forged.revisions.remove(choices.below(forged.revisions.size()));
        forged.revisions.add(choices.below(forged.revisions.size() + 1), revision);
    }

    private void purge() {
        DeviceKeys keys = choices.oneOf(Team.ALL);
        Json.Obj header = Json.object(Map.of(
                "v", Json.of(1),
                "kind", Json.of("purge"),
                "record", choices.below(4) == 0 ? Json.of(uuid()) : other("record"),
                "type", Json.of("interview"),
                "parents", new Json.Array(List.of()),
                "device", Json.of(keys.deviceId()),
                "instance", Json.of(Team.instance(keys)),
                "seq", Json.of(90 + choices.below(4))));
        forged.revisions.add(Json.object(Map.of("header", header, "signature", Json.of(""))));
        if (choices.below(2) == 0) {
            forged.cards.clear();
            forged.cardsOfAllWhoSigned();
        }
    }

    private Json.Obj manifest(Json.Obj manifest) {
        String name = choices.oneOf(MANIFEST);
        Json now = switch (name) {
            case "kind" -> Json.of(choices.oneOf(List.of("records", "receipt", "dream")));
            case "from" -> Json.of(choices.oneOf(Team.ALL).deviceId());
            case "to" -> new Json.Array(List.of(Json.of(choices.oneOf(Team.ALL).deviceId())));
            case "scope" -> Json.of(choices.oneOf(List.of("all", "codes", "none")));
            case "since" -> Json.of(choices.oneOf(List.of("everything", "changes", "")));
            case "has" ->
                Json.object(Map.of(
                        writer(),
                        choices.below(4) == 0
                                ? value(1)
                                : Json.object(Map.of("ranges", Json.of(text()), "ids", attachmentHash()))));
            case "withheld" -> Json.object(Map.of(writer(), Json.of(text())));
            case "lacks" -> new Json.Array(List.of(attachmentHash(), attachmentHash()));
            case "serial", "revisions", "attachments" -> Json.of(choices.oneOf(NUMBERS));
            default -> value(2);
        };
        return choices.below(8) == 7 ? manifest.without(name) : manifest.with(name, now);
    }

    private String writer() {
        DeviceKeys keys = choices.oneOf(Team.ALL);
        return switch (choices.below(4)) {
            case 0 -> clean(choices.text());
            default -> keys.deviceId() + '/' + Team.instance(choices.below(4) == 0 ? Team.BEK : keys);
        };
    }

    private void cards() {
        int i = choices.below(Math.max(1, forged.cards.size()));
        switch (choices.below(5)) {
            case 0 -> forged.cardsOfAllWhoSigned();
            case 1 ->
                forged.cards.add(Card.sign(choices.oneOf(Team.ALL), choices.below(3), text())
                        .json());
            case 2 -> forged.cards.add(value(2));
            case 3 -> {
                if (!forged.cards.isEmpty() && forged.cards.get(i) instanceof Json.Obj card) {
                    forged.cards.set(i, CardTarget.resigned(card.with(choices.oneOf(names(card)), value(2))));
                }
            }
            default -> forged.cards.clear();
        }
    }

    private void attachments() {
        byte[] bytes = choices.below(4) == 0 ? choices.some(choices.next()) : new byte[choices.below(3)];
        Json.Obj one = Json.object(Map.of(
                "sha256", Json.of(HexFormat.of().formatHex(Sha256.of(bytes))),
                "size", Json.of(bytes.length),
                "data", Json.of(Base64.getEncoder().encodeToString(bytes))));
        if (choices.below(3) == 2) {
            one = one.with(choices.oneOf(names(one)), value(1));
        }
        if (choices.below(4) == 3) {
            forged.attachments.clear();
        }
        forged.attachments.add(one);
    }

    /** The text itself, cut or with a piece put in. */
    private byte[] text(byte[] json) {
        int at = choices.below(json.length);
        byte[] piece = choices.below(2) == 0
                ? choices.some(choices.below(8))
                : choices.oneOf(List.of("\\ud800", "\"", ",", "{", "]", "1e5", "-0", " ", "\\u0000", "null,"))
                        .getBytes(StandardCharsets.UTF_8);
        int cut = choices.below(4);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        out.write(json, 0, at);
        out.writeBytes(piece);
        int from = cut == 3 ? json.length : Math.min(json.length, at + cut);
        out.write(json, from, json.length - from);
        return out.toByteArray();
    }
}
