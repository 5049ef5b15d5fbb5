package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.cli.Trio.importing;
import static org.jailoo.cli.Trio.line;

import java.nio.file.Path;
import java.util.Map;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.cli.Laptop.Typist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backing up and restoring, with erasures that a person has to answer for, and without. */
class BackupTest {
    private static Run restore(Laptop laptop, String into, String... more) {
        String[] args = new String[4 + more.length];
        args[0] = "restore";
        args[1] = laptop.path("backup");
        args[2] = "--into";
        args[3] = laptop.path(into);
        System.arraycopy(more, 0, args, 4, more.length);
        return laptop.run(args);
    }

    @Test
    void restoredNotebookShowsTheSameState(@TempDir Path folder) {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        Run backup = laptop.run("backup", laptop.path("a"), "--out", laptop.path("backup"))
                .exits(0);
        assertThat(backup.out())
                .matches("\\{\"attachments\":0,\"bundle\":\"" + Laptop.UUID
                        + "\",\"revisions\":1,\"scope\":\"all\",\"since\":\"everything\"}\n");

        laptop.with(Map.of(Surroundings.PASSPHRASE, "another"));
        Run wrong = restore(laptop, "r").exits(4);
        assertThat(wrong.lines()).containsExactly(line(laptop.path("backup"), "refused", "wrong-recipient"));
        assertThat(folder.resolve("r")).doesNotExist();
        laptop.with(Map.of(Surroundings.PASSPHRASE, Laptop.PASSPHRASE));
        laptop.run("restore", laptop.path("nothing"), "--into", laptop.path("r"))
                .exits(6);
        laptop.run("restore", laptop.path("backup"), "--into", laptop.path("no/r"))
                .exits(6);
        String handOver = laptop.bundle("a", "b", "1");
        assertThat(laptop.run("restore", handOver, "--into", laptop.path("r"))
                        .exits(3)
                        .lines())
                .containsExactly(line(handOver, "refused", "wrong-recipient"));

        Run restored = restore(laptop, "r").exits(0);
        assertThat(restored.lines()).containsExactly(line(laptop.path("backup"), "imported", "", 1));
        assertThat(laptop.state("r")).hasSize(1).isEqualTo(laptop.state("a"));
        assertThat(laptop.run("card", laptop.path("r")).out())
                .isEqualTo(laptop.run("card", laptop.path("a")).out());
    }

    @Test
    void erasuresInABackupWaitForAPersonsAnswer(@TempDir Path folder) {
        Trio trio = Trio.in(folder);
        Laptop laptop = trio.laptop();
        importing(laptop, "b", laptop.bundle("a", "b", "1")).exits(0);
        laptop.run("purge", laptop.path("b"), trio.interview()).exits(0);
        importing(laptop, "a", laptop.bundle("b", "a", "2")).exits(0);
        laptop.run("backup", laptop.path("a"), "--out", laptop.path("backup")).exits(0);
        String backup = laptop.path("backup");

        Run open = restore(laptop, "open").exits(0);
        assertThat(open.lines()).containsExactly(line(backup, "imported", "", 1, 0, 0, 0, 0, 1));
        assertThat(open.err()).contains("jailoo import " + laptop.path("open") + " " + backup + " --accept-purges");
        assertThat(laptop.state("open").get(0)).contains("\"incomplete\":true").doesNotContain("Ж-01");
        importing(laptop, "open", backup).exits(0);
        assertThat(laptop.state("open")).isEqualTo(laptop.state("a"));

        Run accepted = restore(laptop, "accepted", "--accept-purges").exits(0);
        assertThat(accepted.lines()).containsExactly(line(backup, "imported", "", 1, 0, 0, 0, 1));
        assertThat(laptop.state("accepted")).isEqualTo(laptop.state("b"));

        Typist yes = new Typist(" Ооба ");
        Run asked = restore(laptop.at(yes).in("ky"), "yes").exits(0);
        assertThat(asked.lines()).containsExactly(line(backup, "imported", "", 1, 0, 0, 0, 1));
        assertThat(yes.asked).hasSize(1).allMatch(q -> q.startsWith("Камдык көчүрмөдө"));
        assertThat(laptop.state("yes")).isEqualTo(laptop.state("b"));
        restore(laptop.at(new Typist("n")), "no").exits(0);
        assertThat(laptop.state("no")).isEqualTo(laptop.state("a"));
        restore(laptop.at(new Typist("")), "later").exits(0);
        assertThat(laptop.state("later").get(0)).contains("\"incomplete\":true");
    }
}
