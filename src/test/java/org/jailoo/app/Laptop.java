package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Reason;
import org.jailoo.history.Content;
import org.jailoo.history.Header;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** A person with a real notebook, and the use cases they go through; tests only. */
final class Laptop implements AutoCloseable {
    static final Allowed NOTHING = new Allowed(false, false);
    static final Allowed TRUST = new Allowed(true, false);
    static final Allowed PURGES = new Allowed(false, true);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);
    static final ExecutorService WORKERS = ForkJoinPool.commonPool();

    final Path file;
    final Notebook notebook;
    private int bundles;

    private Laptop(Path file, Notebook notebook) {
        this.file = file;
        this.notebook = notebook;
        Inside.hurry(notebook);
    }

    static Laptop create(Path folder, String name) {
        return create(folder, name, DeviceKeys.generate(new SecureRandom()));
    }

    static Laptop create(Path folder, String name, DeviceKeys keys) {
        Path file = folder.resolve(name);
        return new Laptop(file, TestDoor.create(file, keys, name));
    }

    static Laptop open(Path file) {
        return new Laptop(file, TestDoor.open(file));
    }

    /** A laptop with a notebook that was opened in another way. */
    static Laptop around(Path file, Notebook notebook) {
        return new Laptop(file, notebook);
    }

    /** Laptops that trust one another. */
    static List<Laptop> friends(Path folder, String... names) {
        List<Laptop> all = Arrays.stream(names).map(n -> create(folder, n)).toList();
        for (Laptop one : all) {
            all.forEach(one::trusts);
        }
        return all;
    }

    void trusts(Laptop other) {
        notebook.devices().trust(other.card());
    }

    Card card() {
        return notebook.card();
    }

    String device() {
        return notebook.device().deviceId();
    }

    Writer writer() {
        return notebook.self();
    }

    // ---- records

    SaveRecord.Form form(String type, @Nullable String record) {
        return new SaveRecord(notebook, CLOCK).open(type, record);
    }

    SaveRecord.Outcome trySave(SaveRecord.Form form, Map<String, ? extends Json> body) {
        return new SaveRecord(notebook, CLOCK).save(form, Json.object(body));
    }

    SaveRecord.Saved save(SaveRecord.Form form, Map<String, ? extends Json> body) {
        SaveRecord.Outcome outcome = trySave(form, body);
        assertThat(outcome).isInstanceOf(SaveRecord.Saved.class);
        return (SaveRecord.Saved) outcome;
    }

    SaveRecord.Saved save(SaveRecord.Form form, String path, String text) {
        return save(form, Map.of(path, Json.of(text)));
    }

    /** A new record of one field; its id. */
    String writes(String type, String path, String text) {
        return save(form(type, null), path, text).form().record();
    }

    /** A new interview; its id. */
    String interview(String narrative) {
        return writes("interview", "narrative", narrative);
    }

    /** A change to an interview as it stands; the revision's id. */
    String edits(String record, String path, String text) {
        return save(form(state(record).type(), record), path, text).revision();
    }

    String purges(String record) {
        return new PurgeRecord(notebook, CLOCK).purge(record).orElseThrow().revision();
    }

    /** A revision as another program might write it: of any type, with any path, with more members in its header. */
    Revision foreign(String record, String type, List<String> parents, Json.Obj body, Map<String, Json> more)
            throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        Content content = Content.of(salt, "2031-01-01T00:00:00Z", body);
        Json.Obj plain = json(Header.edit(
                record, type, parents, writer(), notebook.revisions().nextSeq(writer()), content.hash()));
        for (Map.Entry<String, Json> member : more.entrySet()) {
            plain = plain.with(member.getKey(), member.getValue());
        }
        Header header = Header.of(plain);
        Revision revision =
                new Revision(header, Base64Text.encode(notebook.device().sign(header.signedBytes())), content);
        notebook.changing(record, () -> notebook.revisions().add(revision, null));
        return revision;
    }

    private static Json.Obj json(Header header) throws Exception {
        return (Json.Obj) org.jailoo.json.JsonReader.parse(header.canonical(), 8);
    }

    /** A record of a type that this version does not know; its id. */
    String unknownType(String text) throws Exception {
        String record = RecordId.random();
        foreign(record, "dream", List.of(), Json.object(Map.of("text", Json.of(text))), Map.of());
        return record;
    }

    /** Stores a file and names it in a record; its hash. */
    String attaches(String record, byte[] bytes) throws Exception {
        String sha256 = notebook.attachments()
                .store(new java.io.ByteArrayInputStream(bytes))
                .sha256();
        names(record, sha256);
        return sha256;
    }

    /** Names a file in a record, whether it is held or not; the revision's id. */
    String names(String record, String sha256) {
        return save(
                        form("interview", record),
                        Map.of("attachments/" + RecordId.random(), Json.object(Map.of("sha256", Json.of(sha256)))))
                .revision();
    }

    boolean holdsFile(String sha256) {
        return notebook.attachments().size(sha256) != null;
    }

    // ---- bundles

    Path export(@Nullable Choice choice, Laptop... to) throws Exception {
        String ending = to.length == 0 ? ".json" : ".jailoo";
        Path out = file.resolveSibling(file.getFileName() + "-" + ++bundles + ending);
        while (Files.exists(out)) {
            out = file.resolveSibling(file.getFileName() + "-" + ++bundles + ending);
        }
        return export(out, choice, Stream.of(to).map(Laptop::card).toList());
    }

    Path export(Path out, @Nullable Choice choice, List<Card> to) throws Exception {
        new ExportBundle(notebook, CLOCK).export(new ExportBundle.Order(out, to, choice));
        return out;
    }

    /** A bundle that anybody can read. */
    Path plain(@Nullable Choice choice) throws Exception {
        return export(choice);
    }

    ImportResult takes(Path bundle) throws Exception {
        return takes(bundle, NOTHING);
    }

    ImportResult takes(Path bundle, Allowed allowed) throws Exception {
        try (ImportBundle.Waiting waiting = stage(bundle, allowed)) {
            return waiting.write();
        }
    }

    ImportBundle.Waiting stage(Path bundle, Allowed allowed) throws Exception {
        return new ImportBundle(notebook, CLOCK, WORKERS).stage(bundle, null, allowed, Progress.NONE);
    }

    ImportResult previews(Path bundle, Allowed allowed) throws Exception {
        try (ImportBundle.Waiting waiting = stage(bundle, allowed)) {
            return waiting.preview();
        }
    }

    /** Why a bundle is refused. */
    Reason refuses(Path bundle) throws Exception {
        return refuses(bundle, NOTHING);
    }

    Reason refuses(Path bundle, Allowed allowed) throws Exception {
        try (ImportBundle.Waiting waiting = stage(bundle, allowed)) {
            throw new AssertionError("taken: " + waiting.preview());
        } catch (BundleRefused refused) {
            return refused.reason();
        }
    }

    /** What a bundle says of itself, read by this laptop. */
    Manifest manifest(Path bundle) throws Exception {
        try (ImportBundle.Waiting waiting = stage(bundle, TRUST)) {
            return waiting.bundle().manifest();
        }
    }

    /** The revisions in a bundle that anybody can read. */
    static List<Json.Obj> revisionsIn(Path plain) throws Exception {
        List<Json.Obj> revisions = new ArrayList<>();
        if (org.jailoo.json.JsonReader.parse(Files.readAllBytes(plain), 64) instanceof Json.Obj bundle
                && bundle.get("revisions") instanceof Json.Array array) {
            array.items().forEach(r -> revisions.add((Json.Obj) r));
        }
        return revisions;
    }

    // ---- looking

    RecordState state(String record) {
        return notebook.revisions().state(record).orElseThrow();
    }

    boolean knows(String record) {
        return notebook.revisions().state(record).isPresent();
    }

    Json shown(String record, String path) {
        return state(record).values().getOrDefault(path, Json.NULL);
    }

    /** The state lines of all records. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        notebook.revisions()
                .eachRecord(id -> notebook.revisions()
                        .state(id)
                        .ifPresent(s -> lines.append(s.line()).append('\n')));
        return lines.toString();
    }

    /** Ids of everything held. */
    List<String> revisionIds() {
        return Inside.texts(notebook, "SELECT lower(hex(id)) FROM revision ORDER BY id");
    }

    String dump() {
        return Inside.dump(notebook);
    }

    /** How many staging files lie beside the notebook. */
    long leftovers() throws Exception {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.filter(f -> f.getFileName().toString().contains(".staging-"))
                    .count();
        }
    }

    /** Holds the derived tables against the revisions, and everything else too. */
    void isSound() {
        notebook.integrity()
                .check(finding -> assertThat(finding.kind().severity())
                        .as(finding.toString())
                        .isEqualTo(org.jailoo.notebook.Integrity.Severity.ATTENTION));
    }

    @Override
    public void close() {
        notebook.close();
    }
}
