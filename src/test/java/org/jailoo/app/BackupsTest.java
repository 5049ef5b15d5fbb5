package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final String PASSPHRASE = "ак боз ат";
    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

    @TempDir
    Path folder;

    @Test
    void peopleAreRemindedAfterAWeekAndWhereThereIsSomethingToLose() {
        assertThat(Backups.age(null, NOW, false).due()).isFalse();
        assertThat(Backups.age(null, NOW, true).due()).isTrue();
        assertThat(Backups.age(ago(Duration.ofDays(7)), NOW, true).due()).isFalse();
        Backups.Age late = Backups.age(ago(Duration.ofDays(7).plusSeconds(1)), NOW, true);
        assertThat(late.due()).isTrue();
        assertThat(late.days()).isEqualTo(7);
        assertThat(Backups.age(ago(Duration.ofDays(-3)), NOW, true)).satisfies(age -> {
            assertThat(age.due()).isFalse();
            assertThat(age.days()).isZero();
        });
        assertThat(Backups.age(ago(Duration.ofDays(-8)), NOW, true)).satisfies(age -> {
            assertThat(age.due()).isTrue();
            assertThat(age.days()).isZero();
        });
        assertThat(Backups.age("soon", NOW, true).due()).isTrue();
    }

    private static String ago(Duration age) {
        return NOW.minus(age).toString();
    }

    @Test
    void aMistypedPassphraseMakesNoBackup() throws Exception {
        Path file = folder.resolve("n");
        try (Notebook notebook = TestDoor.createWithKeys(file, "A7", PASSPHRASE, Kdf.FLOOR)) {
            SaveRecord save = new SaveRecord(notebook, Laptop.CLOCK);
            save.save(save.open("interview", null), Json.object(java.util.Map.of("code", Json.of("A7-1"))));
            Backups backups = new Backups(notebook, file, Laptop.CLOCK, 4);
            Path out = folder.resolve("backup");
            assertThatThrownBy(() -> backups.make(out, "ак боз аt".toCharArray()))
                    .isInstanceOfSatisfying(
                            NotebookException.class,
                            e -> assertThat(e.fault()).isEqualTo(NotebookException.Fault.WRONG_PASSPHRASE));
            assertThat(out).doesNotExist();
            assertThat(backups.age().due()).isTrue();

            backups.make(out, PASSPHRASE.toCharArray());
            assertThat(out).exists();
            assertThat(backups.age()).isEqualTo(new Backups.Age("2024-05-06T07:08:09Z", 0, false));
            Clock later = Clock.offset(Laptop.CLOCK, Duration.ofDays(8));
            assertThat(new Backups(notebook, file, later, 4).age().due()).isTrue();
        }
    }
}
