package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.jailoo.app.ListRecords;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interview in the window, by keyboard: consent, the narrative, three codes; and a refusal. */
class InterviewWindowTest {
    @TempDir
    Path folder;

    private Person unlocked() throws Exception {
        Path file = folder.resolve("notebook");
        TestDoor.create(file, "A7").close();
        Person person = new Person(file);
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
        Notebook notebook = person.notebook();
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        SaveRecord.Form campaign = save.open("campaign", null);
        save.save(
                campaign,
                Json.object(Map.of(
                        "title", Json.of("Survey"),
                        "consentScripts/0a3f2b1c-1111-4222-8333-444455556666",
                                Json.object(Map.of(
                                        "language", Json.of("ky"),
                                        "version", Json.of("3"),
                                        "text", Json.of("Саламатсызбы!"))))));
        SaveRecord.Form interview = save.open("interview", null);
        save.save(
                interview,
                Json.object(Map.of(
                        "code", Json.of("A7-0900"),
                        "campaign", Json.of(campaign.record()),
                        "language", Json.of("ky"))));
        person.onWindow(() -> {
            Objects.requireNonNull(person.shell().desk()).openRecord("interview", interview.record());
            return notebook;
        });
        person.until(() -> person.sees("consent-script-text"));
        person.rest();
        return person;
    }

    private static Map<String, Json> saved(Person person) {
        person.press("record-save");
        person.rest();
        List<ListRecords.Row> rows =
                new ListRecords(person.notebook()).page(Query.of("interview")).rows();
        assertThat(rows).hasSize(1);
        return new TreeMap<>(rows.get(0).state().values());
    }

    private static boolean isShown(Person person, String id) {
        return person.onWindow(() -> {
            Node node = person.shell().scene().lookup("#" + id);
            for (Node up = node; up != null; up = up.getParent()) {
                if (!up.isVisible()) {
                    return false;
                }
            }
            return node != null;
        });
    }

    private static void select(Person person, String words) {
        Node area = person.find("field-narrative", Node.class);
        person.onWindow(() -> {
            String text = String.valueOf(area.queryAccessibleAttribute(AccessibleAttribute.TEXT));
            int at = text.indexOf(words);
            area.requestFocus();
            area.executeAccessibleAction(AccessibleAction.SET_TEXT_SELECTION, at, at + words.length());
            return area;
        });
    }

    private static void code(Person person, String words, String search) {
        select(person, words);
        person.robot().push(KeyCode.F2);
        person.until(() -> person.sees("violation-search"));
        person.types("violation-search", search);
        person.robot().push(KeyCode.ENTER);
        person.rest();
    }

    @Test
    void afterConsentThreeViolationsAreCodedByKeyboardAndFollowTheText() throws Exception {
        try (Person person = unlocked()) {
            assertThat(isShown(person, "field-narrative")).isFalse();
            person.press("field-consent-given-yes");
            assertThat(isShown(person, "field-narrative")).isFalse();
            person.press("purpose-keep");
            person.press("today-date");
            person.until(() -> isShown(person, "field-narrative"));
            Node area = person.find("field-narrative", Node.class);
            person.robot().interact(area::requestFocus);
            person.robot().write("Passport taken. No pay. Cold rooms.");
            person.rest();
            code(person, "Passport taken", "doc");
            code(person, "No pay", "withh");
            code(person, "Cold rooms", "bad h");
            person.robot().interact(() -> area.executeAccessibleAction(AccessibleAction.SET_TEXT_SELECTION, 0, 0));
            person.robot().write("A ");
            person.rest();
            Map<String, Json> values = saved(person);
            String narrative = ((Json.Text) Objects.requireNonNull(values.get("narrative"))).value();
            assertThat(narrative).startsWith("A Passport");
            assertThat(values.get("consent"))
                    .isEqualTo(Json.object(Map.of(
                            "given", Json.of("yes"),
                            "language", Json.of("ky"),
                            "scriptVersion", Json.of("3"),
                            "date", Json.of("2026-05-06"),
                            "purposes", Json.texts(List.of("keep")))));
            Map<String, String> quotes = new TreeMap<>();
            values.forEach((path, value) -> {
                if (path.startsWith("violations/") && value instanceof Json.Obj item) {
                    int start = Objects.requireNonNull(item.integer("start")).intValue();
                    int end = Objects.requireNonNull(item.integer("end")).intValue();
                    assertThat(narrative.substring(start, end)).isEqualTo(item.text("quote"));
                    assertThat(item.get("person"))
                            .as("nobody is labelled by coding")
                            .isNull();
                    assertThat(item.get("indicators"))
                            .as("nothing is ticked by itself")
                            .isNull();
                    quotes.put(String.valueOf(item.text("code")), String.valueOf(item.text("quote")));
                }
            });
            assertThat(quotes)
                    .isEqualTo(Map.of(
                            "document-retention", "Passport taken",
                            "wage-withheld", "No pay",
                            "bad-housing", "Cold rooms"));
        }
    }

    @Test
    void aRefusalEmptiesWhatWasTypedAfterAskingAndIsSaved() throws Exception {
        try (Person person = unlocked()) {
            person.press("field-consent-given-yes");
            person.press("purpose-keep");
            person.until(() -> isShown(person, "field-narrative"));
            Node area = person.find("field-narrative", Node.class);
            person.robot().interact(area::requestFocus);
            person.robot().write("Secret");
            person.press("field-consent-given-declined");
            person.until(() -> person.sees("answer-1"));
            person.press("answer-1");
            assertThat(isShown(person, "field-narrative")).as("she went back").isTrue();
            person.press("field-consent-given-declined");
            person.until(() -> person.sees("answer-0"));
            person.press("answer-0");
            assertThat(isShown(person, "field-narrative")).isFalse();
            assertThat(isShown(person, "field-code")).isTrue();
            Map<String, Json> values = saved(person);
            assertThat(values.keySet()).containsExactly("campaign", "code", "consent");
            assertThat(values.get("consent"))
                    .isEqualTo(Json.object(Map.of(
                            "given", Json.of("declined"), "language", Json.of("ky"), "scriptVersion", Json.of("3"))));
        }
    }

    @Test
    void withoutAnAnswerTheKeyboardReachesNothingButTheQuestion() throws Exception {
        try (Person person = unlocked()) {
            Button back = person.find("record-back", Button.class);
            person.robot().interact(back::requestFocus);
            for (int i = 0; i < 15; i++) {
                person.robot().push(KeyCode.TAB);
                String owner = person.onWindow(() -> {
                    Node at = person.shell().scene().getFocusOwner();
                    StringBuilder ids = new StringBuilder();
                    for (Node up = at; up != null; up = up.getParent()) {
                        ids.append(' ').append(up.getId());
                    }
                    return ids.toString();
                });
                assertThat(owner).doesNotContain("field-narrative").doesNotContain("field-minutes");
            }
            assertThat(person.find("field-consent-given-yes", ButtonBase.class)).isNotNull();
        }
    }
}
