package org.jailoo.reliability;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.app.BackUp;
import org.jailoo.app.CardFile;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.TeamFile;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Content;
import org.jailoo.history.Header;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.identity.SealedKit;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Writes files of every kind that leaves a laptop, of the present format, with what they must be read as: run once, when a
 * version of the format is released, and never again.
 */
final class StoredBundles {
    static final String PASSPHRASE = "эски түйүнчөк 1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    private final Path out;
    private final Notebook writer;
    private final Notebook other;
    private final Card reader;

    private StoredBundles(Path out, Notebook writer, Notebook other, Card reader) {
        this.out = out;
        this.writer = writer;
        this.other = other;
        this.reader = reader;
    }

    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stored");
        DeviceKeys reading = DeviceKeys.generate(new SecureRandom());
        Files.write(out.resolve("reader.json"), CanonicalJson.bytes(reading.json()));
        try (Notebook writer = TestDoor.create(work.resolve("writer"), "Ж-7");
                Notebook other = TestDoor.create(work.resolve("other"), "К-2")) {
            new StoredBundles(out, writer, other, Card.sign(reading, 1, "reader")).write();
        }
        System.exit(0);
    }

    /** The state lines of all records. */
    static String lines(Notebook notebook) {
        StringBuilder lines = new StringBuilder();
        notebook.revisions()
                .eachRecord(id -> notebook.revisions()
                        .state(id)
                        .map(RecordState::line)
                        .ifPresent(line -> lines.append(line).append('\n')));
        return lines.toString();
    }

    private void say(String name, String text) throws IOException {
        Files.writeString(out.resolve(name), text);
    }

    private void erase(String record) {
        if (new PurgeRecord(writer, CLOCK).purge(record).isEmpty()) {
            throw new IllegalStateException(record);
        }
    }

    private static String save(Notebook in, String type, @Nullable String record, Map<String, ? extends Json> body) {
        SaveRecord save = new SaveRecord(in, CLOCK);
        return World.must(save.save(save.open(type, record), Json.object(body)))
                .form()
                .record();
    }

    /** As a later program might write it: of any type, with any field. */
    private void foreign(String type, Map<String, Json> body) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        Content content = Content.of(salt, "2031-01-01T00:00:00Z", Json.object(body));
        String record = RecordId.random();
        Header header = Header.edit(
                record, type, List.of(), writer.self(), writer.revisions().nextSeq(writer.self()), content.hash());
        Revision revision =
                new Revision(header, Base64Text.encode(writer.device().sign(header.signedBytes())), content);
        writer.changing(record, () -> writer.revisions().add(revision, null));
    }

    private void export(String name, Choice choice, Card... to) throws Exception {
        new ExportBundle(writer, CLOCK).export(new ExportBundle.Order(out.resolve(name), List.of(to), choice));
    }

    private static void take(Notebook into, Path file) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(into, CLOCK, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(true, true), Progress.NONE)) {
            waiting.write();
        }
    }

    private void write() throws Exception {
        writer.devices().trust(reader);
        writer.devices().trust(other.card());
        String campaign = save(writer, "campaign", null, Map.of("title", Json.of("Ысык-Көл 2023")));
        String sha256 = writer.attachments()
                .store(new ByteArrayInputStream("Үн жазуу ңөү".getBytes(StandardCharsets.UTF_8)))
                .sha256();
        String interview = save(
                writer,
                "interview",
                null,
                new TreeMap<>(Map.of(
                        "code",
                        Json.of("Ж-01"),
                        "campaign",
                        Json.of(campaign),
                        "narrative",
                        Json.of("Өкмөткө кат жаздык, жооп жок. \u0000\u001f \"\\ 𝄞"),
                        "asked/wage-delay",
                        Json.TRUE,
                        "consent",
                        Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep")))),
                        "attachments/" + RecordId.random(),
                        Json.object(Map.of("sha256", Json.of(sha256), "size", Json.of(21))))));
        save(writer, "interview", interview, Map.of("asked/wage-delay", Json.NULL, "minutes", Json.of(90)));
        String deleted = save(writer, "interview", null, Map.of("code", Json.of("Ж-02")));
        save(writer, "interview", deleted, Map.of("deleted", Json.TRUE));
        String gone = save(writer, "interview", null, Map.of("narrative", Json.of("кайра алынды")));
        save(writer, "participant", null, Map.of("code", Json.of("К-1"), "languages/ky", Json.TRUE));
        save(
                writer,
                "identity",
                null,
                Map.of("fullName", Json.of("Асанова А."), "phone", Json.of("+996 555 12-34-56")));
        foreign("dream", Map.of("text", Json.of("Түш"), "later/thing.1", Json.TRUE));
        foreign("interview", Map.of("unheardOf", Json.object(Map.of("deep", Json.texts(List.of("a", "b"))))));
        // A conflict with a device whose revisions come along.
        export("both.json", Choice.ALL);
        take(other, out.resolve("both.json"));
        save(other, "interview", interview, Map.of("narrative", Json.of("оңдон"), "minutes", Json.of(30)));
        save(other, "interview", deleted, Map.of("code", Json.of("Ж-02а")));
        save(writer, "interview", interview, Map.of("narrative", Json.of("солдон")));
        new ExportBundle(other, CLOCK).export(new ExportBundle.Order(out.resolve("back.json"), List.of(), Choice.ALL));
        take(writer, out.resolve("back.json"));
        Files.delete(out.resolve("both.json"));
        Files.delete(out.resolve("back.json"));

        export("records.json", Choice.ALL);
        export("records.json.gz", Choice.ALL);
        export("records.jailoo", Choice.ALL, reader);
        say("records.state", lines(writer));
        export("codes.json", Choice.CODES);
        try (Notebook codes = TestDoor.create(Files.createTempDirectory("codes").resolve("n"), "c")) {
            take(codes, out.resolve("codes.json"));
            say("codes.state", lines(codes));
            String identity = save(writer, "identity", null, Map.of("fullName", Json.of("Бакыт")));
            erase(identity);
            erase(gone);
            export("purge-alone.json", Choice.CODES);
            take(codes, out.resolve("purge-alone.json"));
            say("purge-alone.state", lines(codes));
        }
        export("changes.jailoo", Choice.ALL, reader);
        say("all.state", lines(writer));
        export("receipt.json", Choice.RECEIPT);
        export("receipt.jailoo", Choice.RECEIPT, reader);
        try (Notebook told = TestDoor.create(Files.createTempDirectory("told").resolve("n"), "t")) {
            take(told, out.resolve("receipt.json"));
            say("receipt.has", Inside.texts(told, "SELECT has FROM claim").get(0));
        }
        new BackUp(writer, CLOCK, 8).write(out.resolve("backup.jailoo"), PASSPHRASE.toCharArray());
        CardFile.write(writer.card(), out.resolve("writer.card.json"));
        writer.devices().block(other.card().deviceId());
        TeamFile.write(new JoinTeam(writer, CLOCK).list(), out.resolve("team.jailoo-team"));
        try (RecoveryKit kit = RecoveryKit.generate(new SecureRandom())) {
            Files.write(
                    out.resolve("kit.jailoo-kit"),
                    SealedKit.seal(kit, writer.device(), new byte[16], reader, "2024-05-06T07:08:09Z"));
            say("kit.line", kit.line(1, RecoveryKit.Script.LATIN));
        }
    }
}
