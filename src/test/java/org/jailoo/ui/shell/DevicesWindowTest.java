package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.Lead;
import org.jailoo.app.ListRecords;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.TeamFile;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Card;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices in the window: trusted only once digits were heard, their gaps seen, receipts written, a lost one blocked. */
class DevicesWindowTest {
    private static final String PASSPHRASE = "ak kalpak";

    @TempDir
    Path folder;

    private Person unlocked() throws Exception {
        Path file = folder.resolve("notebook");
        TestDoor.createWithKeys(file, "BISHKEK-01", PASSPHRASE, Kdf.FLOOR).close();
        Person person = new Person(file);
        person.types("passphrase", PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-devices"));
        person.rest();
        return person;
    }

    private static void save(Notebook notebook, String type, String code) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        save.save(save.open(type, null), Json.object(Map.of("code", Json.of(code))));
    }

    private Path export(Notebook from, Choice choice, Card to) throws Exception {
        Path file = folder.resolve("b" + System.nanoTime() + ".jailoo");
        new ExportBundle(from, Person.CLOCK).export(new ExportBundle.Order(file, List.of(to), choice));
        return file;
    }

    private static void take(Notebook to, Path file) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(to, Person.CLOCK, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    private static void copied(Person person, String text) {
        person.onWindow(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static boolean disabled(Person person, String id) {
        Button button = person.find(id, Button.class);
        return person.onWindow(button::isDisabled);
    }

    @Test
    void aCardIsPastedHeardTrustedAndItsGapIsSeenUntilItCloses() throws Exception {
        try (Notebook other = TestDoor.create(folder.resolve("other"), "NARYN-02");
                Person person = unlocked()) {
            String device = other.device().deviceId();
            Notebook notebook = person.notebook();
            other.devices().trust(notebook.card());
            person.press("nav-devices");
            person.until(() -> person.sees("paste-card"));
            copied(person, "NARYN: " + new String(other.card().canonicalBytes(), StandardCharsets.UTF_8) + " ok?");
            person.press("paste-card");
            person.until(() -> person.sees("heard-group"));
            assertThat(disabled(person, "compare-trust")).isTrue();
            // What stands in plain sight on this very laptop is not what the other one says.
            person.types("heard-group", "12345");
            assertThat(disabled(person, "compare-trust")).isTrue();
            person.onWindow(() -> {
                person.find("heard-group", TextField.class).clear();
                return device;
            });
            assertThat(notebook.devices().trust(device)).isEqualTo(Trust.UNKNOWN);
            person.hears(other.card().fingerprint());
            person.press("compare-trust");
            assertThat(notebook.devices().trust(device)).isEqualTo(Trust.TRUSTED);

            save(other, "interview", "NARYN-0001");
            Path lost = export(other, Choice.ALL, notebook.card());
            take(notebook, export(other, Choice.RECEIPT, notebook.card()));
            person.press("nav-home");
            person.press("nav-devices");
            person.until(() -> person.sees("gap-" + device));
            assertThat(person.reads("gap-" + device)).startsWith("1 revision that NARYN-02 has is missing here");

            // The receipt says so to the other side, whose next bundle of changes closes the gap.
            Path receipt = folder.resolve("receipt.jailoo");
            person.chooses.add(receipt);
            person.press("receipt-" + device);
            person.until(() -> Files.exists(receipt));
            take(other, receipt);
            person.press("nav-exchange");
            person.chooses.add(export(other, Choice.CHANGES, notebook.card()));
            person.press("choose-bundles");
            person.until(() -> person.sees("take-all"));
            person.press("take-all");
            // The desk offers the next receipt, beside the bundle.
            person.until(() -> person.sees("write-receipts"));
            person.press("write-receipts");
            person.until(() -> !person.sees("write-receipts"));
            try (Stream<Path> files = Files.list(folder)) {
                Path beside = files.filter(f -> f.getFileName().toString().startsWith("receipt-"))
                        .findFirst()
                        .orElseThrow();
                take(other, beside);
            }
            person.press("nav-devices");
            person.until(() -> !person.sees("gap-" + device));
            assertThat(Files.size(lost)).isGreaterThan(Files.size(receipt));

            person.press("block-" + device);
            person.press("block-no");
            assertThat(notebook.devices().trust(device)).isEqualTo(Trust.TRUSTED);
            person.press("block-" + device);
            person.press("block-yes");
            assertThat(notebook.devices().trust(device)).isEqualTo(Trust.BLOCKED);
            // Unblocking is trusting anew: nothing less than hearing the digits.
            person.until(() -> person.sees("compare-" + device));
            person.press("compare-" + device);
            assertThat(disabled(person, "compare-trust")).isTrue();
            person.press("compare-skip");
            assertThat(notebook.devices().trust(device)).isEqualTo(Trust.BLOCKED);
        }
    }

    @Test
    void aRecordSaysOnceTheLeadHasIt() throws Exception {
        try (Notebook lead = TestDoor.create(folder.resolve("lead"), "LEAD");
                Person person = unlocked()) {
            Notebook notebook = person.notebook();
            lead.devices().trust(notebook.card());
            notebook.devices().trust(lead.card());
            new Lead(notebook).name(lead.device().deviceId());
            save(notebook, "participant", "P-1");
            String record = new ListRecords(notebook)
                    .page(ListRecords.Query.of("participant"))
                    .rows()
                    .get(0)
                    .record();
            open(person, record);
            person.until(() -> person.reads("record-received").startsWith("not handed over yet"));
            take(lead, export(notebook, Choice.CHANGES, lead.card()));
            open(person, record);
            person.until(() -> person.reads("record-received").startsWith("handed over to LEAD on 6 May 2026"));
            take(notebook, export(lead, Choice.RECEIPT, notebook.card()));
            open(person, record);
            person.until(() -> person.reads("record-received").equals("received by LEAD, word of 6 May 2026"));
            person.types("field-occupation", "seamstress");
            person.press("record-save");
            person.until(() -> person.reads("record-received").startsWith("not handed over yet"));
        }
    }

    private static void open(Person person, String record) {
        person.onWindow(() -> {
            Objects.requireNonNull(person.shell().desk()).openRecord("participant", record);
            return record;
        });
        person.rest();
    }

    @Test
    void aNewLaptopJoinsTheTeamByOneFileWhoseSignerWasHeard() throws Exception {
        try (Notebook lead = TestDoor.create(folder.resolve("lead"), "LEAD");
                Notebook good = TestDoor.create(folder.resolve("good"), "A7");
                Notebook bad = TestDoor.create(folder.resolve("bad"), "B2");
                Person person = unlocked()) {
            lead.devices().trust(good.card());
            lead.devices().note(bad.card());
            lead.devices().block(bad.device().deviceId());
            Path team = folder.resolve("team.jailoo-team");
            TeamFile.write(new JoinTeam(lead, Person.CLOCK).list(), team);
            Notebook notebook = person.notebook();
            person.press("nav-devices");
            person.until(() -> person.sees("read-team"));
            Path altered = folder.resolve("altered.jailoo-team");
            Files.writeString(altered, Files.readString(team).replace("\"trusted\"", "\"blocked\""));
            person.chooses.add(altered);
            person.press("read-team");
            person.until(() -> person.sees("answer-0"));
            person.press("answer-0");
            person.chooses.add(team);
            person.press("read-team");
            person.hears(lead.card().fingerprint());
            assertThat(person.sees("team-apply")).isFalse();
            person.press("compare-trust");
            person.until(() -> person.sees("team-apply"));
            assertThat(notebook.devices().all()).hasSize(2);
            person.press("team-apply");
            assertThat(notebook.devices().trust(good.device().deviceId())).isEqualTo(Trust.TRUSTED);
            assertThat(notebook.devices().trust(bad.device().deviceId())).isEqualTo(Trust.BLOCKED);
            assertThat(Objects.requireNonNull(
                                    notebook.devices().find(good.device().deviceId()))
                            .recipient())
                    .isEqualTo(good.card().recipient());
        }
    }
}
