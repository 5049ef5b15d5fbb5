package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A withdrawal in the window: never by one slip, accepted by a lead, and followed until it reached everyone. */
class WithdrawalWindowTest {
    private static final String PASSPHRASE = "ak kalpak";

    @TempDir
    Path folder;

    private Person unlocked() throws Exception {
        Path file = folder.resolve("notebook");
        TestDoor.createWithKeys(file, "A7", PASSPHRASE, Kdf.FLOOR).close();
        Person person = new Person(file);
        person.types("passphrase", PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
        return person;
    }

    private static String saved(Notebook notebook, String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        SaveRecord.Form form = save.open(type, null);
        assertThat(save.save(form, new Json.Obj(new TreeMap<>(values)))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private static boolean gone(Notebook notebook, String record) {
        return notebook.revisions().state(record).orElseThrow().purged();
    }

    private void send(Notebook from, Notebook to, Choice choice) throws Exception {
        Path file = folder.resolve("b" + System.nanoTime() + ".jailoo");
        new ExportBundle(from, Person.CLOCK).export(new ExportBundle.Order(file, List.of(to.card()), choice));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, Person.CLOCK, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    private Notebook friend(Notebook of, String name) {
        Notebook friend = TestDoor.create(folder.resolve(name), name);
        friend.devices().trust(of.card());
        of.devices().trust(friend.card());
        return friend;
    }

    private static void go(Person person, Place place) {
        person.onWindow(() -> {
            Objects.requireNonNull(person.shell().desk()).go(place);
            return place;
        });
        person.rest();
    }

    private static void menu(Person person, String id) {
        MenuButton more = person.find("record-more", MenuButton.class);
        person.onWindow(() -> {
            Objects.requireNonNull(more.getOnShowing()).handle(null);
            MenuItem item = more.getItems().stream()
                    .filter(each -> id.equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.isDisable()).isFalse();
            item.fire();
            return item;
        });
        person.rest();
    }

    private static boolean disabled(Person person, String id) {
        Button button = person.find(id, Button.class);
        return person.onWindow(button::isDisabled);
    }

    private static String text(Person person) {
        return person.onWindow(() -> {
            StringBuilder text = new StringBuilder();
            person.shell()
                    .scene()
                    .getRoot()
                    .lookupAll(".label")
                    .forEach(node -> text.append(node instanceof Labeled label ? label.getText() : "")
                            .append('\n'));
            return text.toString();
        });
    }

    @Test
    void anInterviewIsErasedOnlyOnceItsCodeWasTypedAndNothingOfItStaysInTheWindow() throws Exception {
        try (Person person = unlocked()) {
            Notebook notebook = person.notebook();
            String interview =
                    saved(notebook, "interview", Map.of("code", Json.of("A7-0204"), "narrative", Json.of("зумрад")));
            go(person, new Place.One("interview", interview));
            person.until(() -> person.sees("record-more"));
            menu(person, "record-withdraw");
            person.until(() -> person.sees("withdraw-choice"));
            assertThat(text(person)).contains("A7-0204", "1 saved version");
            assertThat(disabled(person, "withdraw-erase")).isTrue();
            person.press("way-erase");
            person.types("withdraw-word", "A7-020");
            assertThat(disabled(person, "withdraw-erase")).isTrue();
            assertThat(gone(notebook, interview)).isFalse();
            person.types("withdraw-word", "4");
            person.press("withdraw-erase");
            person.until(() -> person.sees("withdraw-done"));
            assertThat(gone(notebook, interview)).isTrue();
            // The way back leads to no screen that still holds its words.
            person.press("withdraw-how-far");
            person.until(() -> person.sees("report-" + interview));
            Path report = folder.resolve("report.txt");
            person.chooses.add(report);
            person.press("report-save-" + interview);
            person.until(() -> Files.exists(report));
            assertThat(Files.readString(report))
                    .contains(interview.substring(0, 8))
                    .doesNotContain("A7-0204", "зумрад");
            person.press("nav-home");
            assertThat(person.onWindow(
                            () -> Objects.requireNonNull(person.shell().desk())
                                    .view()
                                    .lookupAll(".label")
                                    .toString()))
                    .doesNotContain("A7-0204");
        }
    }

    @Test
    void whoOnlyWantsItNotUsedKeepsTheRecord() throws Exception {
        try (Person person = unlocked()) {
            Notebook notebook = person.notebook();
            String interview = saved(
                    notebook,
                    "interview",
                    Map.of("code", Json.of("A7-0204"), "consent", Json.object(Map.of("given", Json.of("yes")))));
            go(person, new Place.Withdraw("interview", interview));
            person.until(() -> person.sees("withdraw-choice"));
            person.press("way-stop");
            assertThat(disabled(person, "withdraw-stop")).isTrue();
            person.types("withdraw-day", "04.2026");
            assertThat(disabled(person, "withdraw-stop")).isTrue();
            person.press("withdraw-today");
            person.press("withdraw-stop");
            person.until(() -> person.sees("withdraw-done"));
            assertThat(gone(notebook, interview)).isFalse();
            assertThat(notebook.revisions()
                            .state(interview)
                            .orElseThrow()
                            .values()
                            .get("consent"))
                    .isEqualTo(Json.object(Map.of("given", Json.of("withdrawn"), "withdrawn", Json.of(today()))));
        }
    }

    private static String today() {
        return java.time.LocalDate.now(Person.CLOCK.withZone(java.time.ZoneId.systemDefault()))
                .toString();
    }

    @Test
    void aLeadSaysYesToAnErasureThatWaitsFromTheFirstPage() throws Exception {
        try (Person person = unlocked()) {
            Notebook notebook = person.notebook();
            String interview = saved(notebook, "interview", Map.of("code", Json.of("A7-0204")));
            try (Notebook other = friend(notebook, "OSH-02")) {
                send(notebook, other, Choice.ALL);
                new PurgeRecord(other, Person.CLOCK).purge(interview);
                send(other, notebook, Choice.ALL);
            }
            go(person, new Place.Home());
            person.until(() -> text(person).contains("1 erasure waits"));
            go(person, new Place.Withdrawals());
            person.until(() -> person.sees("accept-" + interview));
            assertThat(text(person)).contains("OSH-02", "Another device began this record");
            person.press("accept-" + interview);
            assertThat(gone(notebook, interview)).isFalse();
            person.press("answer-1");
            assertThat(gone(notebook, interview)).isFalse();
            person.press("accept-" + interview);
            person.press("answer-0");
            person.until(() -> gone(notebook, interview));
            person.until(() -> !person.sees("accept-" + interview));
        }
    }

    @Test
    void afterThreeLaptopsTheReportSaysWhoHasErasedAndWhoWasNotHeardOf() throws Exception {
        try (Person person = unlocked()) {
            Notebook notebook = person.notebook();
            String interview = saved(notebook, "interview", Map.of("code", Json.of("A7-0204")));
            try (Notebook one = friend(notebook, "OSH-02");
                    Notebook two = friend(notebook, "NAR-03")) {
                send(notebook, one, Choice.ALL);
                send(notebook, two, Choice.ALL);
                new PurgeRecord(notebook, Person.CLOCK).purge(interview);
                go(person, new Place.Home());
                person.until(() -> text(person).contains("1 withdrawal has not reached everyone"));
                send(notebook, one, Choice.CHANGES);
                send(notebook, two, Choice.CHANGES);
                assertThat(gone(one, interview)).isTrue();
                send(one, notebook, Choice.RECEIPT);
                go(person, new Place.Withdrawals());
                person.until(() -> person.sees("report-" + interview));
                assertThat(text(person))
                        .contains("OSH-02: their notebook says that it is erased there", "NAR-03: sent on");
                send(two, notebook, Choice.RECEIPT);
                go(person, new Place.Home());
                person.until(() -> !text(person).contains("has not reached everyone"));
            }
        }
    }

    private static String interviewOf(Notebook notebook, String participant) {
        return saved(notebook, "interview", Map.of("participants/" + participant, Json.TRUE));
    }

    private static boolean said(Person person) {
        return person.onWindow(() -> person.shell().scene().getRoot().lookupAll(".hyperlink").stream()
                .anyMatch(
                        node -> node instanceof Labeled link && link.getText().contains("erased: consent withdrawn")));
    }

    @Test
    void thePlaceThatNamesHerIsOpenedAtItsFieldAndTickedOff() throws Exception {
        try (Person person = unlocked()) {
            Notebook notebook = person.notebook();
            String participant = saved(notebook, "participant", Map.of("code", Json.of("T-17")));
            String advice = saved(
                    notebook,
                    "recommendation",
                    Map.of(
                            "text",
                            Json.of("ask T-17 first"),
                            "evidence/" + interviewOf(notebook, participant),
                            Json.TRUE));
            go(person, new Place.Withdraw("participant", participant));
            person.until(() -> person.sees("withdraw-choice"));
            person.press("way-erase");
            person.types("withdraw-word", "t-17");
            person.press("withdraw-erase");
            person.until(() -> person.sees("withdraw-done"));
            go(person, new Place.Withdrawals());
            person.press("withdrawals-mentions");
            person.press("mention-open-1");
            person.until(() -> person.onWindow(() -> {
                var owner = person.shell().scene().getFocusOwner();
                return owner != null && "field-text".equals(owner.getId());
            }));
            assertThat(notebook.revisions().state(advice)).isPresent();
            // The interview that it rests on is shown as what it is now.
            person.until(() -> text(person).contains("erased: consent withdrawn") || said(person));
            go(person, new Place.Withdrawals());
            person.press("mention-done-1");
            person.until(() -> notebook.mentions().count() == 0);
        }
    }

    @Test
    void theLogIsShownCheckedAndItsRecordInTheHistory() throws Exception {
        try (Person person = unlocked()) {
            Notebook notebook = person.notebook();
            String interview = saved(notebook, "interview", Map.of("code", Json.of("A7-0204")));
            String seal = notebook.custody().seal();
            go(person, new Place.One("interview", interview));
            person.press("record-history-toggle");
            person.press("record-history-custody");
            person.until(() -> text(person).contains("Recorded on this laptop"));
            go(person, new Place.Withdrawals());
            person.press("withdrawals-log");
            person.until(() -> person.sees("custody-seal"));
            assertThat(person.written("custody-seal").replace(" ", "")).isEqualTo(seal);
            person.press("custody-check");
            person.until(() -> text(person).contains("Every entry is as it was written"));
            long entries = notebook.custody().count();
            saved(notebook, "interview", Map.of("code", Json.of("A7-0205")));
            person.types("custody-number", Long.toString(entries));
            person.until(() -> text(person).replace(" ", "").contains(seal));
        }
    }
}
