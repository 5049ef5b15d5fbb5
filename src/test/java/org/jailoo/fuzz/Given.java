package org.jailoo.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.bundle.BundleWriter;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.history.Sha256;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;

/** A bundle of Aida's with everything in it that a bundle can hold: the one that is then changed. */
final class Given {
    static final String TIME = "2024-05-04T10:20:30Z";

    private final Random random = new Random(5);
    private final Map<String, Long> seqs = new TreeMap<>();
    private final Staged staged = new Staged();
    private final Map<String, Card> cards = new TreeMap<>();

    private Given() {}

    /** Its bytes, readable by anybody. */
    static byte[] bundle() {
        try {
            return new Given().records().write(Manifest.Kind.RECORDS);
        } catch (FormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A receipt of Aida's. */
    static byte[] receipt() {
        try {
            return new Given().write(Manifest.Kind.RECEIPT);
        } catch (FormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bundle with a campaign and three recommendations of it, each with all that a sheet of the round shows. */
    static byte[] plan() {
        Given given = new Given();
        String campaign = given.uuid();
        try {
            given.edit(Team.AIDA, campaign, "campaign", List.of(), Map.of("title", Json.of("Ысык-Көл 2023")));
            for (int i = 1; i <= 3; i++) {
                Map<String, Json> body = new TreeMap<>();
                body.put("campaign", Json.of(campaign));
                body.put("plan", Json.of("План 1"));
                body.put("number", Json.of(i));
                body.put("text", Json.of("=Сунуш " + i));
                body.put("status", Json.of("planned"));
                body.put("timeline", Json.object(Map.of("to", Json.of("2024-06"), "text", Json.of("июнга чейин"))));
                body.put("responsible/" + given.uuid(), Json.object(Map.of("role", Json.of("айыл өкмөтү"))));
                body.put(
                        "progress/" + given.uuid(),
                        Json.object(Map.of("quarter", Json.of("2024-Q1"), "text", Json.of("кат жазылды"))));
                given.edit(Team.AIDA, given.uuid(), "recommendation", List.of(), body);
            }
            return given.write(Manifest.Kind.RECORDS);
        } catch (FormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of that campaign. */
    static String campaign() {
        return new Given().uuid();
    }

    private Given records() throws FormatException {
        byte[] photo = new byte[48];
        random.nextBytes(photo);
        String sha256 = java.util.HexFormat.of().formatHex(Sha256.of(photo));
        String interview = uuid();
        String participant = uuid();
        String person = edit(
                Team.AIDA,
                participant,
                "participant",
                List.of(),
                Map.of("code", Json.of("P-1"), "sex", Json.of("f"), "birthYear", Json.of(1980)));
        String first = edit(
                Team.AIDA,
                interview,
                "interview",
                List.of(),
                Map.of(
                        "narrative",
                        Json.of("Ал айлыгын алган жок."),
                        "date",
                        Json.of("2024-05"),
                        "participant",
                        Json.of(participant),
                        "violations/" + uuid(),
                        Json.object(Map.of("code", Json.of("wages"), "amount", Json.of(12))),
                        "consent",
                        Json.object(Map.of("storage", Json.TRUE, "publication", Json.FALSE))));
        String mine = edit(
                Team.AIDA,
                interview,
                "interview",
                List.of(first),
                Map.of(
                        "narrative",
                        Json.of("Дагы бир сөз"),
                        "attachments/" + uuid(),
                        Json.object(Map.of("sha256", Json.of(sha256)))));
        String theirs = edit(
                Team.BEK,
                interview,
                "interview",
                List.of(first),
                Map.of("narrative", Json.of("Башка сөз"), "deleted", Json.TRUE));
        List<String> both = new ArrayList<>(List.of(mine, theirs));
        both.sort(Comparator.naturalOrder());
        edit(Team.BEK, interview, "interview", both, Map.of("narrative", Json.NULL, "tags/a", Json.TRUE));
        edit(Team.BEK, participant, "participant", List.of(person), Map.of("sex", Json.of("m")));
        purge(Team.BEK, uuid());
        staged.beginAttachment(sha256, photo.length);
        staged.write(photo, 0, photo.length);
        staged.endAttachment();
        return this;
    }

    private String uuid() {
        byte[] b = new byte[16];
        random.nextBytes(b);
        return java.util.UUID.nameUUIDFromBytes(b).toString().replaceFirst("^(.{14}).", "$14");
    }

    private Writer writer(DeviceKeys keys) {
        return new Writer(keys.deviceId(), Team.instance(keys));
    }

    private String edit(DeviceKeys keys, String record, String type, List<String> parents, Map<String, Json> body)
            throws FormatException {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Content content = Content.of(salt, TIME, Json.object(body));
        long seq = seqs.merge(keys.deviceId(), 1L, Long::sum);
        return add(keys, Header.edit(record, type, parents, writer(keys), seq, content.hash()), content);
    }

    private void purge(DeviceKeys keys, String record) throws FormatException {
        add(keys, Header.purge(record, "interview", writer(keys), seqs.merge(keys.deviceId(), 1L, Long::sum)), null);
    }

    private String add(DeviceKeys keys, Header header, @org.jspecify.annotations.Nullable Content content) {
        Revision revision = new Revision(header, Base64Text.encode(keys.sign(header.signedBytes())), content);
        staged.add(revision, 0);
        cards.put(keys.deviceId(), Team.card(keys));
        return revision.id();
    }

    private byte[] write(Manifest.Kind kind) throws IOException, FormatException {
        cards.put(Team.AIDA.deviceId(), Team.card(Team.AIDA));
        Knowledge knowledge = new Knowledge(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        Manifest.Draft draft = new Manifest.Draft(
                "6f1c2d34-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
                kind,
                writer(Team.AIDA),
                3,
                TIME,
                List.of(Team.CHYNARA.deviceId()),
                Manifest.Scope.ALL,
                Manifest.Since.EVERYTHING,
                knowledge);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleWriter.write(draft, Team.AIDA, cards.values(), staged, out);
        return out.toByteArray();
    }
}
