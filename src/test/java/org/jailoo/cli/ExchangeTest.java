package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.cli.Trio.importing;
import static org.jailoo.cli.Trio.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.cli.Laptop.Typist;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles from laptop to laptop, and what a person is told of them. */
class ExchangeTest {
    @Test
    void everyLineSaysWhatBecameOfItsFile(@TempDir Path folder) {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        Run exported = laptop.run("export", laptop.path("a"), "--out", laptop.path("1"), "--to", laptop.path("b.card"))
                .exits(0);
        assertThat(exported.out())
                .matches("\\{\"attachments\":0,\"bundle\":\"" + Laptop.UUID
                        + "\",\"revisions\":1,\"scope\":\"all\",\"since\":\"everything\"}\n");
        String first = laptop.path("1");
        Run preview = importing(laptop, "b", first, "--preview").exits(0);
        assertThat(preview.lines()).containsExactly(line(first, "previewed", "", 1));
        Run run = importing(laptop, "b", first, first).exits(0);
        assertThat(run.lines()).containsExactly(line(first, "imported", "", 1), line(first, "imported", "", 0, 0, 1));
        assertThat(run.err()).contains("a bundle from a (").doesNotContain("\r");

        String other = laptop.interview("b", "{\"code\":\"2\"}");
        String[] same = {"--type", "interview", "--record", trio.interview()};
        laptop.put("a", "{\"minutes\":10}", same).exits(0);
        laptop.put("b", "{\"minutes\":20}", same).exits(0);
        String back = laptop.bundle("b", "a", "2", "--scope", "changes");
        Run conflict = importing(laptop, "a", back).exits(0);
        assertThat(conflict.lines()).containsExactly(line(back, "imported", "", 1, 1, 0, 1));
        assertThat(conflict.err()).contains("1 record is in conflict");

        String receipt = laptop.path("3");
        assertThat(laptop.run("export", laptop.path("a"), "--out", receipt, "--to", laptop.path("b.card"), "--receipt")
                        .exits(0)
                        .text("scope"))
                .isEqualTo("all");
        assertThat(importing(laptop, "b", receipt, laptop.bundle("a", "b", "4"))
                        .exits(0)
                        .lines())
                .containsExactly(
                        line(receipt, "imported", "", 0, 0, 0, 0, 0, 0, 0, 1),
                        line(laptop.path("4"), "imported", "", 0, 1, 1, 1));
        assertThat(laptop.state("a")).hasSize(2).isEqualTo(laptop.state("b"));
        assertThat(laptop.state("a").toString()).contains("\"minutes\":[10,20]").contains(other);
    }

    @Test
    void eachFileStandsForItselfAndTheWorstCodeIsAnswered(@TempDir Path folder) throws IOException {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        String good = laptop.bundle("a", "b", "good");
        laptop.run("export", laptop.path("a"), "--out", laptop.path("plain.json"), "--plain")
                .exits(0);
        String plain = Files.readString(folder.resolve("plain.json"));
        Files.writeString(folder.resolve("altered"), plain.replace("Ж-01", "Ж-02"));
        Files.writeString(folder.resolve("cut"), plain.substring(0, plain.length() - 3));
        Files.writeString(folder.resolve("none"), "a shopping list");
        String foreign = laptop.bundle("a", "c", "foreign");
        String[] files = {laptop.path("altered"), laptop.path("cut"), laptop.path("none"), foreign, good};

        Run run = importing(laptop, "b", files).exits(3);
        assertThat(run.lines())
                .containsExactly(
                        line(files[0], "refused", "altered"),
                        line(files[1], "refused", "truncated"),
                        line(files[2], "refused", "not-a-bundle"),
                        line(files[3], "refused", "wrong-recipient"),
                        line(files[4], "imported", "", 1));
        assertThat(run.err())
                .contains(files[0] + ": refused (altered). This bundle was changed after it was made")
                .contains(files[3] + ": refused (wrong-recipient).");

        String missing = laptop.path("missing");
        Run worse = importing(laptop, "b", files[0], missing, good).exits(6);
        assertThat(worse.lines())
                .containsExactly(line(files[0], "refused", "altered"), line(good, "imported", "", 0, 0, 1));
        assertThat(worse.err()).contains(missing);
        importing(laptop, "b", folder.toString()).exits(6);
        assertThat(importing(laptop, "c", foreign).exits(3).lines())
                .containsExactly(line(foreign, "refused", "untrusted"));
        assertThat(importing(laptop, "c", foreign, "--trust").exits(0).lines())
                .containsExactly(line(foreign, "imported", "", 1));
    }

    @Test
    void erasureByAnotherWaitsUntilAPersonAccepts(@TempDir Path folder) {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        importing(laptop, "b", laptop.bundle("a", "b", "1")).exits(0);
        laptop.run("purge", laptop.path("b"), trio.interview()).exits(0);
        String back = laptop.bundle("b", "a", "2");
        Run held = importing(laptop, "a", back).exits(0);
        assertThat(held.lines()).containsExactly(line(back, "imported", "", 0, 1, 0, 0, 0, 1));
        assertThat(held.err()).contains("1 erasure waits for a person").contains("--accept-purges");
        assertThat(laptop.state("a").get(0)).contains("Ж-01");
        Run verified = laptop.run("verify", laptop.path("a")).exits(0);
        assertThat(verified.lines())
                .containsExactly("{\"finding\":\"purge-held\",\"severity\":\"attention\",\"what\":\"" + trio.interview()
                        + "\"}");
        assertThat(verified.err()).contains("1 finding waits for a person");

        Run accepted = importing(laptop, "a", "--accept-purges", back).exits(0);
        assertThat(accepted.lines()).containsExactly(line(back, "imported", "", 0, 0, 1, 0, 1));
        assertThat(laptop.state("a")).isEqualTo(laptop.state("b"));
    }

    @Test
    void personIsToldWhoSignedAndForWhomItWas(@TempDir Path folder) throws IOException {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        laptop.interview("c", "{\"code\":\"3\"}");
        importing(laptop, "b", laptop.bundle("c", "b", "1"), "--trust").exits(0);
        String forC = laptop.bundle("b", "c", "2");
        byte[] opened;
        try (Notebook c = Trio.open(folder, "c");
                var in = AgeEnvelope.decrypt(
                        Files.newInputStream(Path.of(forC)), List.of(c.device().identity()), null)) {
            opened = in.readAllBytes();
        }
        String passedOn = laptop.path("3");
        Files.write(Path.of(passedOn), opened);
        Run run = importing(laptop, "a", passedOn).exits(0);
        assertThat(run.lines()).containsExactly(line(passedOn, "imported", "", 1));
        assertThat(run.err())
                .contains("made for others")
                .contains("1 new revision is signed by c (")
                .contains("nobody here has trusted");

        try (Notebook a = Trio.open(folder, "a")) {
            for (var device : a.devices().all()) {
                if (device.card().name().equals("c")) {
                    a.devices().block(device.card().deviceId());
                }
            }
        }
        laptop.interview("c", "{\"code\":\"4\"}");
        importing(laptop, "b", laptop.bundle("c", "b", "4")).exits(0);
        assertThat(importing(laptop, "a", laptop.bundle("b", "a", "5")).exits(0).err())
                .contains("1 new revision is signed by c (")
                .contains("blocked here");
        Run refused = laptop.run("export", laptop.path("a"), "--out", laptop.path("6"), "--to", laptop.path("c.card"))
                .exits(3);
        assertThat(refused.err()).contains("is blocked here");
        assertThat(folder.resolve("6")).doesNotExist();
        assertThat(laptop.run("trust", laptop.path("a"), laptop.path("c.card"))
                        .exits(0)
                        .err())
                .contains("was blocked");
    }

    /** The notebook is set back to a copy of yesterday: what the sender believes delivered is missing, and is asked for. */
    @Test
    void gapNamesTheOneToAsk(@TempDir Path folder) throws IOException {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        Files.copy(folder.resolve("b"), folder.resolve("old"));
        importing(laptop, "b", laptop.bundle("a", "b", "1")).exits(0);
        importing(laptop, "a", laptop.bundle("b", "a", "2", "--receipt")).exits(0);
        laptop.interview("a", "{\"code\":\"2\"}");
        String changes = laptop.bundle("a", "b", "3", "--scope", "changes");
        Run run = importing(laptop, "old", changes).exits(0);
        assertThat(run.lines()).containsExactly(line(changes, "imported", "", 1, 0, 0, 0, 0, 0, 0, 1));
        assertThat(run.err()).contains("1 revision that a (").contains("is not here yet");
    }

    @Test
    void exportSaysWhoCanReadItOrWritesNothing(@TempDir Path folder) throws IOException {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        String a = laptop.path("a");
        String out = laptop.path("x.json");
        String b = laptop.path("b.card");
        laptop.run("export", a, "--out", out).exits(2);
        laptop.run("export", a, "--out", out, "--plain", "--to", b).exits(2);
        laptop.run("export", a, "--plain").exits(2);
        laptop.run("export", a, "--out", out, "--plain", "--scope", "some").exits(2);
        laptop.run("export", a, "--out", out, "--to", b, "--scope", "all", "--receipt")
                .exits(2);
        laptop.run("export", a, "--out", out, "--to", laptop.path("nobody.card"))
                .exits(6);
        Files.writeString(
                folder.resolve("bad.card"),
                Files.readString(folder.resolve("b.card")).replace("\"b\"", "\"B\""));
        assertThat(laptop.run("export", a, "--out", out, "--to", laptop.path("bad.card"))
                        .exits(3)
                        .err())
                .contains("signature does not hold");
        Files.writeString(folder.resolve("bad.card"), "[]");
        laptop.run("trust", a, b, laptop.path("bad.card")).exits(3);
        assertThat(folder.resolve("x.json")).doesNotExist();

        Run plain = laptop.run("export", a, "--out", out, "--plain").exits(0);
        assertThat(plain.err()).contains("Anybody who gets the file");
        assertThat(Files.readString(Path.of(out)))
                .startsWith("{\"format\":\"jailoo-bundle\"")
                .contains("Ж-01");
        laptop.run("export", a, "--out", laptop.path("1"), "--to", b, "--to", laptop.path("c.card"), "--scope", "codes")
                .exits(0);
        Run again =
                laptop.run("export", a, "--out", laptop.path("2"), "--to", b).exits(0);
        assertThat(again.text("scope")).isEqualTo("codes");
        assertThat(again.err()).contains("--scope all");
    }

    @Test
    void trustTellsNameAndFingerprintAndNoEscapeSequenceReachesTheTerminal(@TempDir Path folder) throws IOException {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        try (Notebook c = Trio.open(folder, "c")) {
            Card card = Card.sign(c.device(), 2, "\u001b[31mlead\u202e");
            Files.write(folder.resolve("odd.card"), card.canonicalBytes());
            Run run = laptop.run("trust", laptop.path("a"), laptop.path("b.card"), laptop.path("odd.card"))
                    .exits(0);
            assertThat(run.lines()).hasSize(2);
            assertThat(run.lines().get(0))
                    .matches("\\{\"device\":\"[0-9a-f]{32}\",\"fingerprint\":\"[0-9 ]{35}\",\"name\":\"b\"}");
            assertThat(run.lines().get(1)).contains(card.fingerprint().digits()).contains("\\u001b[31mlead");
            assertThat(run.err()).contains("[31mlead").doesNotContain("\u001b").doesNotContain("\u202e");

            Files.write(
                    folder.resolve("twin.card"),
                    Card.sign(c.device(), 2, "twin").canonicalBytes());
        }
        Run disputed =
                laptop.run("trust", laptop.path("a"), laptop.path("twin.card")).exits(0);
        assertThat(disputed.out()).contains("\"name\":null");
        assertThat(disputed.err()).contains("Two different cards");
        assertThat(laptop.run("export", laptop.path("a"), "--out", laptop.path("1"), "--to", laptop.path("odd.card"))
                        .exits(3)
                        .err())
                .contains("contradict each other");
    }

    @Test
    void progressIsShownOnATerminalOnly(@TempDir Path folder) {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        String bundle = laptop.bundle("a", "b", "1");
        assertThat(laptop.at(new Typist())
                        .run("import", laptop.path("b"), bundle)
                        .exits(0)
                        .err())
                .contains("\r1 100 %");
        assertThat(laptop.at(null)
                        .run("import", laptop.path("b"), bundle)
                        .exits(0)
                        .err())
                .doesNotContain("\r");
    }
}
