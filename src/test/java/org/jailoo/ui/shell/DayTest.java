package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.jailoo.app.CardFile;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ListRecords;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.i18n.Labels;
import org.jailoo.json.Json;
import org.jailoo.media.Photos;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interviewer's first day in Kyrgyz: from the first run to the bundle for the lead, who opens it. */
class DayTest {
    private static final String PASSPHRASE = "тегирмен кычкач үзөңгү шыбырт";
    private static final String TOLD = "Паспортумду алып койду. Үч ай айлык бербеди. Жатакана муздак эле.";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set as the first thing of the test
    private Person person;

    @Test
    void aWholeDayGoesFromTheFirstRunToTheBundleForTheLead() throws Exception {
        try (Notebook lead = TestDoor.create(folder.resolve("lead"), "BISHKEK-01");
                Person begun = new Person(null)) {
            person = begun;
            CardFile.write(lead.card(), folder.resolve("card.json"));
            firstRun();
            String campaign = campaign();
            interview();
            participant();
            String meeting = meeting();
            plan(meeting);
            finds();
            Path bundle = handsOver(lead);
            assertThat(received(lead, bundle)).isEqualTo(told(person.notebook()));
            SortedMap<String, Json> interview = only(lead, "interview");
            assertThat(interview.get("campaign")).isEqualTo(Json.of(campaign));
            assertThat(interview.get("code")).isEqualTo(Json.of("A7-0001"));
            assertThat(interview.get("narrative")).isEqualTo(Json.of(TOLD));
            assertThat(items(interview, "violations/").map(v -> v.text("quote")))
                    .containsExactlyInAnyOrder("Паспортумду алып койду", "Үч ай айлык бербеди", "Жатакана муздак");
            Json.Obj photo = items(interview, "attachments/").findFirst().orElseThrow();
            assertThat(lead.attachments().size(String.valueOf(photo.text("sha256"))))
                    .isEqualTo(photo.integer("size"));
            assertThat(only(lead, "participant").get("code")).isEqualTo(Json.of("A7-0002"));
            assertThat(new ListRecords(lead).page(Query.of("recommendation")).total())
                    .isEqualTo(4);
        }
    }

    private void firstRun() {
        person.press("speak-ky");
        person.press("mode-create");
        person.fills("device-name", "A7");
        person.chooses.add(folder.resolve("notebook"));
        person.press("choose-file");
        person.fills("passphrase", PASSPHRASE);
        person.fills("passphrase-again", PASSPHRASE);
        person.press("create");
        person.until(() -> person.sees("lead-file"));
        person.chooses.add(folder.resolve("card.json"));
        person.press("lead-file");
        person.until(() -> person.sees("lead-compared"));
        person.press("lead-compared");
        person.press("lead-trust");
        person.until(() -> person.sees("nav-home"));
        person.rest();
    }

    /** Comes with the lead's bundle otherwise. */
    private String campaign() {
        SaveRecord save = new SaveRecord(person.notebook(), Person.CLOCK);
        SaveRecord.Form form = save.open("campaign", null);
        save.save(
                form,
                Json.object(Map.of(
                        "title", Json.of("Ысык-Көл 2026"),
                        "consentScripts/0a3f2b1c-1111-4222-8333-444455556666",
                                Json.object(Map.of(
                                        "language", Json.of("ky"),
                                        "version", Json.of("3"),
                                        "text", Json.of("Саламатсызбы! Сөзүңүздү жазып алсам болобу?"))))));
        return form.record();
    }

    private void interview() throws Exception {
        person.press("add-interview");
        person.picks("field-campaign", "Ысык");
        person.enters("field-language", label("language", "ky"));
        person.until(() -> person.sees("consent-script-text"));
        person.press("field-consent-given-yes");
        person.press("purpose-keep");
        person.press("purpose-photo");
        person.press("today-date");
        person.until(() -> person.sees("field-narrative"));
        Node area = person.find("field-narrative", Node.class);
        person.robot().interact(area::requestFocus);
        person.robot().write(TOLD, 0);
        person.rest();
        code("Паспортумду алып койду", label("violation", "document-retention"));
        code("Үч ай айлык бербеди", label("violation", "wage-withheld"));
        code("Жатакана муздак", label("violation", "bad-housing"));
        person.robot()
                .interact(() -> person.find("record-scroll", ScrollPane.class).setVvalue(1));
        person.until(() -> person.sees("add-file"));
        person.chooses.add(Files.write(folder.resolve("IMG_1.jpg"), Photos.camera(640, 480, 1)));
        person.press("add-file");
        person.until(() -> !person.all("file-tells").isEmpty());
        saves();
    }

    private void participant() {
        person.press("nav-home");
        person.press("add-participant");
        person.until(() -> person.sees("field-sex"));
        person.enters("field-sex", label("sex", "female"));
        person.fills("field-birthYear", "1991");
        saves();
    }

    private String meeting() {
        person.press("nav-home");
        person.press("add-focusGroup");
        person.picks("field-campaign", "Ысык");
        person.fills("field-title", "Барскоон");
        person.fills("field-date", "2023-07-04");
        saves();
        return new ListRecords(person.notebook())
                .page(Query.of("focusGroup"))
                .rows()
                .get(0)
                .record();
    }

    private void plan(String meeting) {
        person.press("meeting-plan");
        person.until(() -> person.sees("plan-paste"));
        person.robot().interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("""
                    №\tИш-чара\tМөөнөтү\tЖооптуу
                    1\tЖолугушуу өткөрүү\tсентябрдан тартып\tАйыл кеңеши
                    2\tКат жазуу\tжылдын аягына чейин\tКесиптик бирлик
                    2\tКат жазуу\tжылдын аягына чейин\tКесиптик бирлик
                    3\tОтчет берүү\tчейрек сайын\tЖумушчу топ
                    """);
            Clipboard.getSystemClipboard().setContent(content);
        });
        person.press("plan-paste");
        person.press("paste-make");
        person.press("plan-save");
        List<SortedMap<String, Json>> rows = new ListRecords(person.notebook())
                .page(Query.of("recommendation")).rows().stream()
                        .map(row -> row.state().values())
                        .toList();
        assertThat(rows).hasSize(4).allMatch(row -> Json.of(meeting).equals(row.get("focusGroup")));
        assertThat(rows)
                .extracting(row -> row.get("timeline"))
                .contains(
                        Json.object(Map.of("text", Json.of("сентябрдан тартып"), "from", Json.of("2023-09"))),
                        Json.object(Map.of("text", Json.of("жылдын аягына чейин"), "to", Json.of("2023"))),
                        Json.object(Map.of("text", Json.of("чейрек сайын"), "every", Json.of("quarterly"))));
    }

    private void finds() {
        person.press("nav-home");
        person.robot().push(KeyCode.CONTROL, KeyCode.K);
        person.until(() -> person.sees("find-field"));
        person.fills("find-field", "айлык бербе");
        person.until(() -> person.all("find-row").size() == 1);
        person.robot().push(KeyCode.ENTER);
        person.until(() -> person.sees("field-narrative"));
        assertThat(person.written("field-code")).isEqualTo("A7-0001");
    }

    private Path handsOver(Notebook lead) {
        Path bundle = folder.resolve("for-the-lead.jailoo");
        person.press("nav-exchange");
        person.press("part-export");
        CheckBox receiver = (CheckBox) person.all("receiver").iterator().next();
        person.robot().interact(receiver::fire);
        person.chooses.add(bundle);
        person.press("export");
        person.until(() -> Files.exists(bundle));
        person.rest();
        lead.devices().trust(person.notebook().card());
        return bundle;
    }

    private static List<String> received(Notebook lead, Path bundle) throws Exception {
        ExecutorService workers = Executors.newSingleThreadExecutor();
        try (ImportBundle.Waiting waiting = new ImportBundle(lead, Person.CLOCK, workers)
                .stage(bundle, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        } finally {
            workers.shutdown();
        }
        return told(lead);
    }

    /** Every record as it stands. */
    private static List<String> told(Notebook notebook) {
        return List.of("campaign", "interview", "participant", "focusGroup", "recommendation").stream()
                .flatMap(type -> new ListRecords(notebook).page(Query.of(type)).rows().stream())
                .map(row -> row.record() + " " + row.state().values())
                .sorted()
                .toList();
    }

    private static SortedMap<String, Json> only(Notebook notebook, String type) {
        List<ListRecords.Row> rows =
                new ListRecords(notebook).page(Query.of(type)).rows();
        assertThat(rows).as(type).hasSize(1);
        return rows.get(0).state().values();
    }

    private static java.util.stream.Stream<Json.Obj> items(SortedMap<String, Json> values, String below) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(below))
                .map(value -> (Json.Obj) value.getValue());
    }

    private static String label(String codebook, String code) {
        return Labels.of("ky").code(codebook, code);
    }

    /** As if pasted; typing takes its time. */
    private void code(String words, String violation) {
        Node area = person.find("field-narrative", Node.class);
        person.robot().interact(() -> {
            String text = String.valueOf(area.queryAccessibleAttribute(AccessibleAttribute.TEXT));
            int at = text.indexOf(words);
            area.requestFocus();
            area.executeAccessibleAction(AccessibleAction.SET_TEXT_SELECTION, at, at + words.length());
        });
        person.robot().push(KeyCode.F2);
        person.until(() -> person.sees("violation-search"));
        person.fills("violation-search", violation);
        person.robot().push(KeyCode.ENTER);
        person.rest();
    }

    private void saves() {
        person.press("record-save");
        person.until(() -> person.onWindow(() ->
                person.find("record-save", javafx.scene.control.Button.class).isDisabled()));
    }
}
