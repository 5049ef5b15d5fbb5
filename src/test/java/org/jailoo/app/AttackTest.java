package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.history.Header;
import org.jailoo.history.Writer;
import org.jailoo.i18n.Messages;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.identity.SealedKit;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Integrity;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody who means harm can do with files alone, one class of attack after the other: each is refused, or taken
 * without effect, or held until a person decides, and the person is told by a sentence in every language. The table in
 * src/doc/attacks.md is read by this test, row by row.
 */
class AttackTest {
    private static final Path TABLE = Path.of("src/doc/attacks.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([a-z0-9-]+) \\| .* \\| `([a-z.-]+)` \\|$");
    private static final String PASSPHRASE = "бийик тоолуу жайлоо 7";

    @TempDir
    Path folder;

    /** Only those that an attack needs: making a notebook takes its time. */
    private final Map<String, Laptop> laptops = new LinkedHashMap<>();

    private int files;

    @AfterEach
    void close() {
        laptops.values().forEach(Laptop::close);
    }

    /** The laptop of this name; A, B and the lead trust one another, and the thief trusts A. */
    private Laptop laptop(String name) {
        return laptops.computeIfAbsent(name, n -> Laptop.create(folder, n));
    }

    private Laptop friend(String name) {
        boolean fresh = !laptops.containsKey(name);
        Laptop friend = laptop(name);
        if (fresh) {
            laptops.forEach((other, known) -> {
                if (!other.equals("thief")) {
                    known.trusts(friend);
                    friend.trusts(known);
                }
            });
        }
        return friend;
    }

    private Laptop a() {
        return friend("A");
    }

    private Laptop b() {
        return friend("B");
    }

    private Laptop lead() {
        return friend("lead");
    }

    private Laptop thief() {
        return laptop("thief");
    }

    /** Opens A's notebook again, after it was closed and something was done to its file. */
    private void reopenA(Path file) {
        laptops.put("A", Laptop.open(file));
    }

    /** An attack: does it, looks at what must not have happened, and gives the key of what the person is told. */
    private interface Attack {
        String of(AttackTest world) throws Exception;
    }

    private static final Map<String, Attack> ATTACKS = new LinkedHashMap<>();

    private static void attack(String name, Attack attack) {
        ATTACKS.put(name, attack);
    }

    static {
        bundles();
        purges();
        cards();
        notebooks();
        kits();
    }

    private static void bundles() {
        attack(
                "forged-sender",
                w -> w.refused(w.forged().signedBy(w.thief().notebook.device())));
        attack(
                "forged-sender-with-card",
                w -> w.refused(w.forged()
                        .moreCards(w.thief().card().json())
                        .manifest("from", Json.of(w.thief().device()))
                        .signedBy(w.thief().notebook.device())));
        attack("forged-revision", w -> {
            Forgery forged = w.forged();
            return w.refused(forged.header(0, w.thief().notebook.device(), h -> h.with("seq", Json.of(99)))
                    .signedBy(w.a().notebook.device()));
        });
        attack(
                "body-changed",
                w -> w.refused(w.forged()
                        .revision(0, "body", Json.object(Map.of("narrative", Json.of("эч нерсе болгон эмес"))))
                        .signedBy(w.a().notebook.device())));
        attack(
                "time-changed",
                w -> w.refused(w.forged()
                        .revision(0, "time", Json.of("1999-01-01T00:00:00Z"))
                        .signedBy(w.a().notebook.device())));
        attack("bodies-exchanged", w -> {
            Forgery forged = w.forged();
            Json.Obj first = forged.revision(0);
            Json.Obj second = forged.revision(1);
            for (String part : List.of("salt", "time", "body")) {
                forged.revision(0, part, Objects.requireNonNull(second.get(part)));
                forged.revision(1, part, Objects.requireNonNull(first.get(part)));
            }
            return w.refused(forged.signedBy(w.a().notebook.device()));
        });
        attack("body-left-out", w -> {
            Forgery forged = w.forged();
            Json.Obj bare = forged.revision(0).without("body").without("salt").without("time");
            return w.refused(forged.revision(0, bare).signedBy(w.a().notebook.device()));
        });
        attack("revision-left-out-unsigned", w -> {
            Forgery forged = w.forged();
            return w.refused(forged.manifest("revisions", Json.of(1)));
        });
        attack(
                "readdressed",
                w -> w.refused(
                        w.forged().manifest("to", Json.texts(List.of(w.lead().device())))));
        attack("forwarded", AttackTest::forwarded);
        attack("locked-for-another", w -> w.refused(w.a().export(Choice.ALL, w.b())));
        attack("truncated", w -> {
            byte[] whole = w.forged().text().getBytes(StandardCharsets.UTF_8);
            String told = "";
            for (int length = whole.length - 1; length > 40; length -= whole.length / 9) {
                told = w.refused(Files.write(w.file(), java.util.Arrays.copyOf(whole, length)));
            }
            return told;
        });
        attack(
                "something-appended",
                w -> w.refused(Files.writeString(w.file(), w.forged().text() + "{}")));
        attack("inflated", w -> w.refused(Files.write(w.file(), bomb())));
        attack("twice-the-same", w -> {
            Forgery forged = w.forged();
            return w.refused(
                    forged.more(forged.revision(0)).signedBy(w.a().notebook.device()));
        });
        attack(
                "newer-version",
                w -> w.refused(
                        w.forged().manifest("v", Json.of(1)).text().replaceFirst("\"version\":1", "\"version\":2")));
        attack(
                "unknown-kind",
                w -> w.refused(w.forged()
                        .manifest("kind", Json.of("command"))
                        .signedBy(w.a().notebook.device())));
        attack(
                "strange-file-inside",
                w -> w.refused(w.forged()
                        .attachment(Json.object(Map.of(
                                "sha256",
                                Json.of("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
                                "size",
                                Json.of(1),
                                "data",
                                Json.of("eA=="))))
                        .signedBy(w.a().notebook.device())));
        attack("dear-to-open", w -> w.refused(Files.write(w.file(), w.dear())));
        attack("replayed", w -> {
            Path old = w.a().export(Choice.ALL, w.lead());
            w.lead().takes(old);
            String before = w.lead().lines();
            ImportResult again = w.lead().takes(old);
            assertThat(again).extracting("fresh", "changed", "conflicts").containsExactly(0L, 0L, 0L);
            assertThat(w.lead().lines()).isEqualTo(before);
            return "exchange.count.same";
        });
        attack("replayed-older", w -> {
            String record = w.a().interview("эски");
            Path old = w.a().export(Choice.ALL, w.lead());
            w.a().edits(record, "narrative", "жаңы");
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            w.lead().takes(old);
            assertThat(w.lead().shown(record, "narrative")).isEqualTo(Json.of("жаңы"));
            return "exchange.count.same";
        });
        attack("backdated", w -> {
            String record = w.a().interview("биринчи");
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            w.a().edits(record, "narrative", "экинчи");
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            // A clock that is years behind, or ahead, decides nothing.
            Json.Obj body = Json.object(Map.of("narrative", Json.of("2031-жылдан")));
            w.b().takes(w.a().export(Choice.ALL, w.b()));
            w.b().foreign(record, "interview", List.of(), body, Map.of());
            w.lead().takes(w.b().export(Choice.ALL, w.lead()));
            assertThat(w.lead().shown(record, "narrative")).isEqualTo(Json.of("экинчи"));
            assertThat(w.lead().state(record).conflicts()).containsKey("narrative");
            return "cli.import.conflicts";
        });
        attack("another-type", w -> {
            String record = w.a().interview("биринчи");
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            w.b().takes(w.a().export(Choice.ALL, w.b()));
            List<String> heads = w.b().state(record).parentsOfNextEdit();
            w.b().foreign(record, "identity", heads, Json.object(Map.of("fullName", Json.of("X"))), Map.of());
            w.lead().takes(w.b().export(Choice.ALL, w.lead()));
            assertThat(w.lead().state(record).type()).isEqualTo("interview");
            // Whatever was once called a name never leaves with codes.
            Path codes = w.lead().plain(Choice.CODES);
            assertThat(Files.readString(codes)).doesNotContain(record);
            return "exchange.count.changed";
        });
        attack("lie-about-what-is-held", w -> {
            w.a().interview("биринчи");
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            Writer self = w.lead().writer();
            w.lead().interview("алып баруучунун");
            Json lie = Json.object(Map.of(
                    self.device() + "/" + self.instance(),
                    Json.object(Map.of("ranges", Json.of("1-9"), "ids", Json.of("0".repeat(64))))));
            Path forged = Forgery.of(w.a().plain(Choice.ALL))
                    .manifest("has", lie)
                    .manifest("serial", Json.of(50))
                    .signedBy(w.a().notebook.device())
                    .write(w.file());
            w.lead().takes(forged);
            // Nothing is held back because somebody says that it is there already.
            assertThat(w.a().takes(w.lead().export(Choice.CHANGES, w.a())).fresh())
                    .isEqualTo(1);
            return "exchange.count.new";
        });
        attack("forged-receipt", w -> {
            Path receipt = Forgery.of(w.lead().export(w.folder.resolve("r.json"), Choice.RECEIPT, List.of()))
                    .manifest("from", Json.of(w.lead().device()))
                    .signedBy(w.thief().notebook.device())
                    .write(w.file());
            return w.refusedBy(w.a(), receipt);
        });
        attack("unknown-sender", w -> {
            w.thief().interview("уурунуку");
            return w.refused(w.thief().plain(Choice.ALL));
        });
        attack("stolen-laptop-itself", w -> {
            w.lead().notebook.devices().block(w.a().device());
            w.a().interview("уурдалгандан кийин");
            Path bundle = w.a().plain(Choice.ALL);
            assertThat(w.refusedBy(w.lead(), bundle, Laptop.TRUST)).isEqualTo("bundle.reason.untrusted");
            return w.refused(bundle);
        });
        attack("stolen-laptop-relayed", w -> {
            w.lead().notebook.devices().block(w.a().device());
            w.a().interview("уурдалгандан кийин");
            w.b().takes(w.a().plain(Choice.ALL));
            ImportResult result = w.lead().takes(w.b().export(Choice.ALL, w.lead()));
            assertThat(result.blocked()).containsKey(w.a().device());
            return "exchange.import.blocked";
        });
        attack("stranger-relayed", w -> {
            w.thief().interview("бөтөндүкү");
            w.b().takes(w.thief().plain(Choice.ALL), Laptop.TRUST);
            ImportResult result = w.lead().takes(w.b().export(Choice.ALL, w.lead()));
            assertThat(result.relayed()).containsKey(w.thief().device());
            assertThat(w.lead().notebook.devices().trust(w.thief().device()).name())
                    .isEqualTo("UNKNOWN");
            return "cli.import.relayed";
        });
        attack("foreign-instance", w -> {
            String record = w.a().interview("биринчи");
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            // The thief has a copy with A's keys, and writes on under A's own numbers.
            Path file = w.a().file;
            w.a().close();
            Inside.forgetPlace(file);
            Path copied = Files.copy(
                    file, Files.createDirectory(w.folder.resolve("copied")).resolve("A"));
            w.reopenA(file);
            try (Laptop copy = Laptop.open(copied)) {
                w.a().edits(record, "narrative", "чын");
                copy.edits(record, "narrative", "жалган");
                w.lead().takes(w.a().export(Choice.ALL, w.lead()));
                assertThat(w.lead().takes(copy.export(Choice.ALL, w.lead())).forks())
                        .isEqualTo(1);
            }
            assertThat(w.lead().state(record).conflicts().get("narrative"))
                    .containsExactlyInAnyOrder(Json.of("чын"), Json.of("жалган"));
            return "cli.import.forks";
        });
    }

    private static String forwarded(AttackTest w) throws Exception {
        w.a().interview("башкага");
        byte[] json;
        try (var in = new GZIPInputStream(AgeEnvelope.decrypt(
                Files.newInputStream(w.a().export(Choice.ALL, w.b())),
                List.of(w.b().notebook.device().identity()),
                null))) {
            json = in.readAllBytes();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream age =
                        AgeEnvelope.encryptTo(out, List.of(w.lead().card().recipient()));
                OutputStream gzip = new GZIPOutputStream(age)) {
            gzip.write(json);
        }
        assertThat(w.lead().takes(Files.write(w.file(), out.toByteArray())).forwarded())
                .isTrue();
        return "exchange.import.forwarded";
    }

    private static void purges() {
        attack("purge-of-anothers-record", w -> {
            String record = w.everybodyHas();
            w.b().purges(record);
            return w.held(record, w.b().export(Choice.ALL, w.lead()));
        });
        attack("purge-with-a-forged-root", w -> {
            String record = w.everybodyHas();
            // B first writes a beginning of its own for A's record, to seem its author.
            w.b().foreign(record, "interview", List.of(), Json.object(Map.of("code", Json.of("B-1"))), Map.of());
            w.b().purges(record);
            return w.held(record, w.b().export(Choice.ALL, w.lead()));
        });
        attack("purge-signed-by-another", w -> {
            String record = w.everybodyHas();
            Header purge = Header.purge(record, "interview", w.a().writer(), 99);
            Path forged = Forgery.of(w.b().plain(Choice.ALL))
                    .more(Json.object(Map.of(
                            "header",
                            org.jailoo.json.JsonReader.parse(purge.canonical(), 8),
                            "signature",
                            Json.of(Base64.getEncoder()
                                    .encodeToString(w.b().notebook.device().sign(purge.signedBytes()))))))
                    .signedBy(w.b().notebook.device())
                    .write(w.file());
            String told = w.refused(forged);
            assertThat(w.lead().state(record).purged()).isFalse();
            return told;
        });
        attack("purge-of-a-stolen-laptop", w -> {
            String record = w.everybodyHas();
            w.lead().notebook.devices().block(w.a().device());
            w.a().purges(record);
            w.b().takes(w.a().export(Choice.ALL, w.b()));
            return w.held(record, w.b().export(Choice.ALL, w.lead()));
        });
        attack("purge-flood", w -> {
            List<String> records = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                records.add(w.a().interview("маек " + i));
            }
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            records.forEach(w.a()::purges);
            ImportResult result = w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            assertThat(result).extracting("purged", "heldPurges").containsExactly(20L, 5L);
            return "exchange.import.held";
        });
        attack("purged-comes-back", w -> {
            String record = w.a().interview("кайра алынган");
            Path old = w.a().plain(Choice.ALL);
            w.lead().takes(old);
            w.a().purges(record);
            w.lead().takes(w.a().export(Choice.ALL, w.lead()));
            w.lead().takes(old);
            assertThat(w.lead().state(record).purged()).isTrue();
            assertThat(w.lead().dump()).doesNotContain("кайра алынган");
            return "exchange.count.same";
        });
    }

    private static void cards() {
        attack("card-changed", w -> w.cardRefused(w.a().card().json().with("name", Json.of("алып баруучу"))));
        attack(
                "card-of-a-weak-key",
                w -> w.cardRefused(w.a().card()
                        .json()
                        .with("signingKey", Json.of(Base64.getEncoder().encodeToString(new byte[32])))));
        attack("card-newer", w -> w.cardRefused(w.a().card().json().with("v", Json.of(2))));
        attack("card-with-another-recipient", w -> w.receiverRefused(TrustTest.moved(w.lead(), 2)));
        attack("two-cards-of-one-serial", w -> w.receiverRefused(TrustTest.moved(w.lead(), 1)));
        attack("card-replayed-older", w -> {
            Card second = Card.sign(w.lead().notebook.device(), 2, "жаңы аты");
            w.a().notebook.devices().trust(second);
            w.a().notebook.devices().note(Card.sign(w.lead().notebook.device(), 1, "эски аты"));
            assertThat(Objects.requireNonNull(
                                    w.a().notebook.devices().find(w.lead().device()))
                            .name())
                    .isEqualTo("жаңы аты");
            return "devices.trust.trusted";
        });
        attack("card-in-another-devices-name", w -> {
            Card imposter =
                    Card.sign(w.thief().notebook.device(), 1, w.a().card().name());
            w.lead().notebook.devices().note(imposter);
            assertThat(w.lead().notebook.devices().trust(imposter.deviceId()).name())
                    .isEqualTo("UNKNOWN");
            assertThat(imposter.fingerprint()).isNotEqualTo(w.a().card().fingerprint());
            return "devices.trust.unknown";
        });
        attack("receiver-that-was-stolen", w -> {
            w.a().notebook.devices().block(w.lead().device());
            return w.receiverRefused(w.lead().card());
        });
    }

    private static void notebooks() {
        attack(
                "cheaper-passphrase",
                w -> w.notOpened((file, keys) -> Files.writeString(
                        keys, Files.readString(keys).replace("\"memoryKiB\":65536", "\"memoryKiB\":1024"))));
        attack(
                "one-pass",
                w -> w.notOpened((file, keys) ->
                        Files.writeString(keys, Files.readString(keys).replace("\"passes\":3", "\"passes\":1"))));
        attack(
                "endless-passphrase",
                w -> w.notOpened((file, keys) -> Files.writeString(
                        keys, Files.readString(keys).replace("\"memoryKiB\":65536", "\"memoryKiB\":99999999"))));
        attack(
                "another-cost",
                w -> w.notOpened((file, keys) ->
                        Files.writeString(keys, Files.readString(keys).replace("\"passes\":3", "\"passes\":4"))));
        attack(
                "key-file-of-another",
                w -> w.notOpened((file, keys) -> {
                    Path other = w.folder.resolve("other");
                    TestDoor.createWithKeys(other, "O", PASSPHRASE, Kdf.FLOOR).close();
                    Files.move(Path.of(other + ".keys"), keys, StandardCopyOption.REPLACE_EXISTING);
                }));
        attack("key-file-gone", w -> w.notOpened((file, keys) -> Files.delete(keys)));
        attack(
                "key-file-newer",
                w -> w.notOpened((file, keys) ->
                        Files.writeString(keys, Files.readString(keys).replace("\"v\":2", "\"v\":7"))));
        attack(
                "database-in-clear",
                w -> w.notOpened((file, keys) -> {
                    byte[] plain = Files.readAllBytes(file);
                    byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(magic, 0, plain, 0, magic.length);
                    Files.write(file, plain);
                }));
        attack(
                "pages-exchanged",
                w -> w.notOpened((file, keys) -> {
                    byte[] bytes = Files.readAllBytes(file);
                    byte[] second = java.util.Arrays.copyOfRange(bytes, 4096, 8192);
                    System.arraycopy(bytes, 8192, bytes, 4096, 4096);
                    System.arraycopy(second, 0, bytes, 8192, 4096);
                    Files.write(file, bytes);
                }));
        attack(
                "bit-turned",
                w -> w.notOpened((file, keys) -> {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[300] ^= 1;
                    Files.write(file, bytes);
                }));
        attack("history-rewritten", w -> {
            w.a().interview("биринчи");
            Inside.run(w.a().notebook, "DELETE FROM custody WHERE number = 2");
            List<Integrity.Kind> found = new ArrayList<>();
            w.a().notebook.integrity().check(f -> found.add(f.kind()));
            assertThat(found).contains(Integrity.Kind.CUSTODY_ALTERED);
            return "cli.verify.damage";
        });
        attack("copied-notebook", w -> {
            Writer before = w.a().writer();
            w.a().close();
            Path copy = Files.copy(w.a().file, w.folder.resolve("elsewhere"));
            try (Laptop other = Laptop.open(copy)) {
                assertThat(other.writer().device()).isEqualTo(before.device());
                assertThat(other.writer().instance()).isNotEqualTo(before.instance());
            }
            w.reopenA(w.a().file);
            return "exchange.count.new";
        });
        attack("set-back-notebook", w -> {
            Laptop lead = w.lead();
            String record = w.a().interview("биринчи");
            Writer before = w.a().writer();
            Path file = w.a().file;
            w.a().close();
            byte[] old = Files.readAllBytes(file);
            w.reopenA(file);
            w.a().edits(record, "narrative", "экинчи");
            lead.takes(w.a().export(Choice.ALL, lead));
            w.a().close();
            Files.write(file, old);
            w.reopenA(file);
            assertThat(w.a().writer().instance()).isNotEqualTo(before.instance());
            w.a().takes(lead.export(Choice.ALL, w.a()));
            assertThat(w.a().shown(record, "narrative")).isEqualTo(Json.of("экинчи"));
            return "exchange.count.changed";
        });
    }

    private static void kits() {
        attack("kit-guessed", w -> w.kitRefused(w.seized(), RecoveryKit.generate(new SecureRandom())));
        attack("kit-of-another-notebook", w -> {
            Path other = w.folder.resolve("other");
            TestDoor.createWithKeys(other, "O", PASSPHRASE, Kdf.FLOOR).close();
            return w.kitRefused(w.seized(), w.kitOf(other));
        });
        attack("kit-replaced", w -> {
            Path file = w.seized();
            RecoveryKit first = w.kitOf(file);
            w.kitOf(file);
            return w.kitRefused(file, first);
        });
        attack("kit-mistyped", w -> {
            List<String> lines = new ArrayList<>();
            try (RecoveryKit kit = RecoveryKit.generate(new SecureRandom())) {
                for (int line = 1; line <= RecoveryKit.LINES; line++) {
                    lines.add(kit.line(line, RecoveryKit.Script.CYRILLIC));
                }
            }
            char wrong = lines.get(2).charAt(0) == 'б' ? 'м' : 'б';
            lines.set(2, wrong + lines.get(2).substring(1));
            assertThat(RecoveryKit.read(lines)).isEqualTo(new RecoveryKit.Mistyped(List.of(3)));
            return "unlock.recover.mistyped";
        });
        attack("kit-file-for-another", w -> w.sealedRefused(w.sealed(w.a(), w.b()), w.lead()));
        attack("kit-file-forged", w -> {
            // The thief writes one in A's name.
            byte[] theirs = w.sealed(w.thief(), w.lead());
            String renamed = inClear(theirs, w.lead()).replace(w.thief().device(), w.a().device());
            return w.sealedRefused(encrypted(renamed, w.lead()), w.lead());
        });
        attack("kit-file-of-a-stranger", w -> w.sealedRefused(w.sealed(w.thief(), w.lead()), w.lead()));
        attack("kit-file-cut", w -> {
            byte[] sealed = w.sealed(w.a(), w.lead());
            return w.sealedRefused(java.util.Arrays.copyOf(sealed, sealed.length - 20), w.lead());
        });
        attack("kit-file-newer", w -> {
            String plain = inClear(w.sealed(w.a(), w.lead()), w.lead());
            return w.sealedRefused(encrypted(plain.replace("\"v\":1", "\"v\":2"), w.lead()), w.lead());
        });
    }

    /** A notebook in other hands, with its key file. */
    private Path seized() {
        Path file = folder.resolve("seized");
        if (!Files.exists(file)) {
            TestDoor.createWithKeys(file, "S", PASSPHRASE, Kdf.FLOOR).close();
        }
        return file;
    }

    /** The kit of a notebook, made now. */
    private RecoveryKit kitOf(Path file) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Notebook notebook = TestDoor.open(file);
                RecoveryKits.Making making =
                        new RecoveryKits(notebook, file, Laptop.CLOCK).begin(PASSPHRASE.toCharArray(), null)) {
            making.keep();
            for (int line = 1; line <= RecoveryKit.LINES; line++) {
                lines.add(making.kit().line(line, RecoveryKit.Script.LATIN));
            }
        }
        return ((RecoveryKit.Read) RecoveryKit.read(lines)).kit();
    }

    private String kitRefused(Path file, RecoveryKit kit) throws Exception {
        byte[] keys = Files.readAllBytes(Path.of(file + ".keys"));
        assertThat(new Recover(Laptop.CLOCK, () -> Kdf.FLOOR).open(file, kit, "башка узун сөз 9".toCharArray()))
                .isEmpty();
        assertThat(Files.readAllBytes(Path.of(file + ".keys"))).isEqualTo(keys);
        return "unlock.recover.refused";
    }

    private byte[] sealed(Laptop from, Laptop to) throws Exception {
        try (RecoveryKit kit = RecoveryKit.generate(new SecureRandom())) {
            return SealedKit.seal(kit, from.notebook.device(), new byte[16], to.card(), "2024-05-06T07:08:09Z");
        }
    }

    private String sealedRefused(byte[] sealed, Laptop reader) {
        SealedKit.Opening opening = new RecoveryKits(reader.notebook, reader.file, Laptop.CLOCK).open(sealed);
        assertThat(opening).isInstanceOf(SealedKit.Refused.class);
        return switch (((SealedKit.Refused) opening).reason()) {
            case DAMAGED -> "safety.sent.damaged";
            case NOT_FOR_ME -> "safety.sent.not-for-me";
            case FORGED -> "safety.sent.forged";
            case UNKNOWN_SENDER -> "safety.sent.unknown-sender";
            case NEWER -> "safety.sent.newer";
        };
    }

    private static String inClear(byte[] sealed, Laptop reader) throws Exception {
        try (var in = AgeEnvelope.decrypt(
                new ByteArrayInputStream(sealed),
                List.of(reader.notebook.device().identity()),
                null)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] encrypted(String plain, Laptop to) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream in = AgeEnvelope.encryptTo(out, List.of(to.card().recipient()))) {
            in.write(plain.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    // ---- what an attack needs

    private Path file() {
        return folder.resolve("attack-" + ++files);
    }

    /** A bundle of A's with two interviews, for the lead. */
    private Forgery forged() throws Exception {
        a().interview("биринчи");
        a().interview("экинчи");
        return Forgery.of(a().plain(Choice.ALL));
    }

    private String everybodyHas() throws Exception {
        String record = a().interview("калсын");
        b().takes(a().export(Choice.ALL, b()));
        lead().takes(a().export(Choice.ALL, lead()));
        return record;
    }

    private String held(String record, Path bundle) throws Exception {
        ImportResult result = lead().takes(bundle);
        assertThat(result.heldPurges()).isEqualTo(1);
        assertThat(lead().state(record).purged()).isFalse();
        assertThat(lead().shown(record, "narrative")).isEqualTo(Json.of("калсын"));
        return "exchange.import.held";
    }

    private String refused(Forgery forgery) throws Exception {
        return refused(forgery.write(file()));
    }

    private String refused(String text) throws Exception {
        return refused(Files.writeString(file(), text));
    }

    private String refused(Path bundle) throws Exception {
        return refusedBy(lead(), bundle);
    }

    private String refusedBy(Laptop who, Path bundle) throws Exception {
        return refusedBy(who, bundle, Laptop.NOTHING);
    }

    /** Refused with nothing written and nothing left lying about. */
    private String refusedBy(Laptop who, Path bundle, ImportBundle.Allowed allowed) throws Exception {
        String before = who.dump();
        Throwable thrown = catchThrowable(() -> new ImportBundle(who.notebook, Laptop.CLOCK, Laptop.WORKERS)
                .stage(bundle, PASSPHRASE.toCharArray(), allowed, org.jailoo.bundle.Progress.NONE)
                .close());
        assertThat(thrown).isInstanceOf(BundleRefused.class);
        assertThat(who.dump()).isEqualTo(before);
        assertThat(who.leftovers()).isZero();
        return "bundle.reason." + ((BundleRefused) thrown).reason().code();
    }

    private String cardRefused(Json.Obj card) {
        byte[] bytes = org.jailoo.json.CanonicalJson.bytes(card);
        IdentityException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                IdentityException.class, () -> CardFile.parse(bytes));
        return switch (refused.reason()) {
            case MALFORMED -> "cli.card.malformed";
            case NEWER_VERSION -> "cli.card.newer-version";
            case ALTERED -> "cli.card.altered";
        };
    }

    private String receiverRefused(Card card) {
        a().interview("жөнөтүлбөйт");
        Path out = file();
        ReceiverRefused refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                ReceiverRefused.class, () -> a().export(out, Choice.ALL, List.of(card)));
        assertThat(out).doesNotExist();
        return switch (refused.why()) {
            case BLOCKED -> "cli.export.receiver-blocked";
            case RECIPIENT_NOT_CONFIRMED -> "cli.export.not-confirmed";
        };
    }

    private interface Tampering {
        void with(Path file, Path keys) throws Exception;
    }

    /** A notebook that somebody had in their hands is not opened, and is byte for byte as they left it. */
    private String notOpened(Tampering tampering) throws Exception {
        Path file = folder.resolve("seized");
        try (Notebook notebook = TestDoor.createWithKeys(file, "S", PASSPHRASE, Kdf.FLOOR)) {
            new SaveRecord(notebook, Laptop.CLOCK)
                    .save(
                            new SaveRecord.Form(RecordId.random(), "interview", List.of()),
                            Json.object(Map.of("narrative", Json.of("ишеним менен айтылган"))));
        }
        tampering.with(file, Path.of(file + ".keys"));
        byte[] before = Files.readAllBytes(file);
        NotebookException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                NotebookException.class,
                () -> Notebook.open(file, PASSPHRASE.toCharArray()).close());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(refused.fault()).isNotEqualTo(Fault.BUSY);
        return org.jailoo.ui.common.Failures.of(refused, file).key();
    }

    private static byte[] bomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("{\"format\":\"jailoo-bundle\",\"version\":1,\n".getBytes(StandardCharsets.UTF_8));
            byte[] spaces = new byte[1 << 16];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 600; i++) {
                gzip.write(spaces);
            }
        }
        return out.toByteArray();
    }

    /** An age file under a passphrase whose work factor would keep a laptop busy for hours. */
    private byte[] dear() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream age = AgeEnvelope.encryptWithPassphrase(out, PASSPHRASE.toCharArray(), 10)) {
            age.write(1);
        }
        String text = out.toString(StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(-> scrypt \\S+) 10\n", "$1 30\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    // ---- the table

    static Stream<String> attacks() {
        return ATTACKS.keySet().stream();
    }

    private static Map<String, String> table() throws Exception {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(2));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedOrHeldAndToldAsTheTableSays(String name) throws Exception {
        String told = Objects.requireNonNull(ATTACKS.get(name)).of(this);

        assertThat(told).as(name).isEqualTo(table().get(name));
        Set<String> sentences = new HashSet<>();
        for (String language : List.of("en", "ru", "ky")) {
            Messages messages = Messages.of(language);
            String whole = messages.text(told);
            String sentence = whole.equals(told) ? messages.plural(told, 2) : whole;
            assertThat(sentence).isNotBlank().doesNotContain(told);
            sentences.add(sentence);
        }
        assertThat(sentences).as("each language says it in its own words").hasSize(3);
    }

    @Test
    void theTableNamesWhatIsTriedAndNothingElse() throws Exception {
        assertThat(table().keySet()).containsExactlyElementsOf(ATTACKS.keySet()).hasSizeGreaterThanOrEqualTo(30);
    }
}
