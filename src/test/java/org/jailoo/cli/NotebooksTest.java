package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.cli.Laptop.Typist;
import org.jailoo.notebook.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making and opening notebooks, passphrases, cards, and what becomes of files that are there already. */
class NotebooksTest {
    @Test
    void newNotebookTellsItsDeviceAndItsCardSaysTheSame(@TempDir Path folder) throws IOException {
        Laptop laptop = new Laptop(folder);
        Run made = laptop.run("new", laptop.path("a"), "--name", "КГ-07").exits(0);
        assertThat(made.out()).matches("\\{\"device\":\"[0-9a-f]{32}\",\"fingerprint\":\"[0-9]{5}( [0-9]{5}){5}\"}\n");

        Run printed = laptop.run("card", laptop.path("a")).exits(0);
        Run written = laptop.run("card", laptop.path("a"), "--out", laptop.path("a.card"))
                .exits(0);
        assertThat(printed.text("name")).isEqualTo("КГ-07");
        assertThat(written.out()).isEmpty();
        assertThat(written.err()).contains(made.text("fingerprint"));
        assertThat(Files.readString(folder.resolve("a.card")) + "\n").isEqualTo(printed.out());
    }

    @Test
    void whatIsThereAlreadyStaysByteForByte(@TempDir Path folder) throws IOException {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        Files.writeString(folder.resolve("there"), "somebody else's");
        byte[] keys = Files.readAllBytes(folder.resolve("a.keys"));

        String there = laptop.path("there");
        String a = laptop.path("a");
        Run exported = laptop.run("export", a, "--out", there, "--plain").exits(6);
        laptop.run("export", a, "--out", there, "--to", laptop.path("a.card")).exits(6);
        laptop.run("backup", a, "--out", there).exits(6);
        laptop.run("card", a, "--out", there).exits(6);
        laptop.run("new", there, "--name", "x").exits(6);
        laptop.run("new", a, "--name", "x").exits(6);
        laptop.run("restore", laptop.path("a.card"), "--into", there).exits(6);

        assertThat(exported.out()).isEmpty();
        assertThat(exported.err()).contains(there).contains("not overwritten");
        assertThat(Files.readString(folder.resolve("there"))).isEqualTo("somebody else's");
        assertThat(Files.readAllBytes(folder.resolve("a.keys"))).isEqualTo(keys);
        assertThat(laptop.state("a")).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .noneMatch(name -> name.contains(".part") || name.contains("restoring"));
        }
    }

    @Test
    void missingDamagedLockedAndUnwritableEachHaveTheirCode(@TempDir Path folder) throws IOException {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        String a = laptop.path("a");
        assertThat(laptop.run("state", laptop.path("nowhere")).exits(6).err()).contains(laptop.path("nowhere"));
        laptop.run("new", laptop.path("no/folder"), "--name", "x").exits(6);
        laptop.run("export", a, "--out", laptop.path("no/folder"), "--plain").exits(6);

        try (Notebook open = Notebook.open(folder.resolve("a"), Laptop.PASSPHRASE.toCharArray())) {
            assertThat(open.revisions().count()).isZero();
            assertThat(laptop.run("state", a).exits(6).err()).contains("open in another");
        }

        laptop.with(Map.of(Surroundings.PASSPHRASE, "another"));
        assertThat(laptop.run("state", a).exits(4).out()).isEmpty();
        laptop.with(Map.of(Surroundings.PASSPHRASE, Laptop.PASSPHRASE));
        laptop.run("state", a).exits(0);

        Files.copy(folder.resolve("a"), folder.resolve("lone"));
        assertThat(laptop.run("state", laptop.path("lone")).exits(6).err()).contains("lone.keys");

        byte[] bytes = Files.readAllBytes(folder.resolve("a"));
        for (int at = 3000; at < bytes.length; at += 4096) {
            bytes[at] ^= 1;
        }
        Files.write(folder.resolve("a"), bytes);
        laptop.run("state", a).exits(5);
        laptop.run("verify", a).exits(5);
        byte[] keys = Files.readAllBytes(folder.resolve("a.keys"));
        Files.write(folder.resolve("a.keys"), Arrays.copyOf(keys, keys.length / 2));
        laptop.run("state", a).exits(5);
    }

    @Test
    void passphraseComesFromFileEnvironmentOrPerson(@TempDir Path folder) throws IOException {
        Laptop laptop = new Laptop(folder);
        laptop.notebook("a");
        Path file = folder.resolve("secret");
        String[] byFile = {"state", laptop.path("a"), "--passphrase-file", file.toString()};
        laptop.with(Map.of());
        for (String content : new String[] {"%s", "%s\n", "%s\r\nmore\n", "\ufeff%s\n"}) {
            Files.writeString(file, String.format(content, Laptop.PASSPHRASE));
            laptop.run(byFile).exits(0);
        }
        Files.writeString(file, Laptop.PASSPHRASE + " \n");
        laptop.run(byFile).exits(4);
        laptop.with(Map.of(Surroundings.PASSPHRASE, Laptop.PASSPHRASE))
                .run(byFile)
                .exits(4);
        Files.writeString(file, "\n" + Laptop.PASSPHRASE);
        assertThat(laptop.run(byFile).exits(2).err()).contains("empty");
        Files.write(file, new byte[] {(byte) 0xc3, 0x28});
        laptop.run(byFile).exits(2);
        Files.delete(file);
        laptop.run(byFile).exits(6);

        laptop.with(Map.of());
        assertThat(laptop.run("state", laptop.path("a")).exits(2).err()).contains("JAILOO_PASSPHRASE");
        Typist typist = new Typist(Laptop.PASSPHRASE);
        laptop.at(typist).run("state", laptop.path("a")).exits(0);
        assertThat(typist.asked).containsExactly("Passphrase: ");
        laptop.at(new Typist()).run("state", laptop.path("a")).exits(2);
    }

    @Test
    void newPassphraseIsTypedTwice(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder).with(Map.of());
        laptop.at(new Typist("one way", "or another"))
                .run("new", laptop.path("a"), "--name", "A")
                .exits(2);
        assertThat(folder).isEmptyDirectory();
        laptop.at(new Typist("one way", "one way"))
                .run("new", laptop.path("a"), "--name", "A")
                .exits(0);
        laptop.at(new Typist("one way")).run("state", laptop.path("a")).exits(0);
    }

    /** A platform without Cyrillic reads every letter as the same sign: two such passphrases would open each other. */
    @Test
    void passphraseThatThePlatformCouldNotReadIsRefused(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder).with(Map.of(Surroundings.PASSPHRASE, "\ufffd\ufffd\ufffd"));
        laptop.run("new", laptop.path("a"), "--name", "A").exits(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nameThatNoCardCanHoldIsRefused(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        for (String name : new String[] {"", "  ", "x".repeat(129), "\ud800"}) {
            laptop.run("new", laptop.path("a"), "--name", name).exits(2);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
