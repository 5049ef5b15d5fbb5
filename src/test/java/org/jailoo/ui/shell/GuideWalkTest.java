package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.jailoo.app.CardFile;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.guide.Chapter;
import org.jailoo.guide.Guide;
import org.jailoo.guide.Span;
import org.jailoo.i18n.Labels;
import org.jailoo.json.Json;
import org.jailoo.media.Photos;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The interviewer's chapter done step by step in Kyrgyz: each screen, button and field that a step names is seen there, by
 * the words of the step, in the order of the guide. A step that names something new has to be walked here too. The short
 * run ends with the recovery kit.
 */
class GuideWalkTest {
    private static final String PASSPHRASE = "тегирмен кычкач үзөңгү шыбырт";
    private static final String TOLD = "Паспортумду алып койду. Үч ай айлык бербеди.";
    private static final Chapter CHAPTER = Guide.of("ky").chapters().get(0);
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set as the first thing of the test
    private Person person;

    private final List<String> seen = new ArrayList<>();
    private int section;

    @Test
    void everythingThatTheChapterNamesIsWhereItSays() throws Exception {
        try (Notebook lead = TestDoor.create(folder.resolve("lead"), "BISHKEK-01");
                Person begun = new Person(null)) {
            person = begun;
            section = 1;
            language();
            notebook();
            card(lead);
            kit();
            if (!LONG) {
                return;
            }
            takesIn(lead);
            consent();
            story();
            who();
            photo();
            meeting();
            finds();
            locks();
            handsOver();
            backsUp();
            isStopped();
            withdraws();
            inDanger();
            assertThat(section).isEqualTo(CHAPTER.sections().size());
        }
    }

    private void language() {
        person.press("speak-ky");
        sees("key:promise.link.read");
        person.press("read-promise");
        sees("key:promise.link.back");
        person.press("read-promise");
        sees("key:guide.page.title");
        walked();
    }

    private void notebook() {
        sees("key:unlock.mode.create");
        person.press("mode-create");
        sees("key:unlock.field.device", "key:unlock.field.place", "key:unlock.field.passphrase");
        sees("key:unlock.field.again", "key:unlock.field.reveal", "key:unlock.action.create");
        person.fills("device-name", "A7");
        person.chooses.add(folder.resolve("notebook"));
        person.press("choose-file");
        person.fills("passphrase", PASSPHRASE);
        person.fills("passphrase-again", PASSPHRASE);
        person.press("create");
        person.until(() -> person.sees("lead-file"));
        walked();
    }

    private void card(Notebook lead) throws Exception {
        CardFile.write(lead.card(), folder.resolve("card.json"));
        sees("key:unlock.lead.choose");
        elsewhere("key:shell.nav.devices");
        sees("key:unlock.lead.later");
        String later = seen.remove(seen.size() - 1);
        person.chooses.add(folder.resolve("card.json"));
        person.press("lead-file");
        person.until(() -> person.sees("lead-compared"));
        sees("key:unlock.lead.compared", "key:unlock.lead.trust", "key:unlock.lead.other");
        seen.add(later);
        person.press("lead-compared");
        person.press("lead-trust");
        person.until(() -> person.sees("nav-home"));
        person.rest();
        walked();
    }

    private void kit() {
        person.until(() -> person.sees("home-kit-make"));
        sees("key:home.page.title", "key:safety.home.open");
        person.press("home-kit-make");
        sees("key:safety.page.title", "key:safety.kit.make");
        person.press("kit-make");
        sees("key:safety.kit.begin");
        person.fills("kit-passphrase", PASSPHRASE);
        person.press("kit-go");
        person.until(() -> person.sees("kit-have"));
        sees("key:safety.kit.print", "key:safety.kit.have");
        List<String> lines = List.of(1, 2, 3, 4).stream()
                .map(line -> person.reads("kit-latin-" + line))
                .toList();
        person.press("kit-have");
        sees("key:safety.kit.keep");
        for (int line = 1; line <= 4; line++) {
            if (person.sees("kit-back-" + line)) {
                person.fills("kit-back-" + line, lines.get(line - 1));
            }
        }
        person.press("kit-keep");
        person.until(() -> person.sees("kit-printed"));
        walked();
    }

    private void takesIn(Notebook lead) throws Exception {
        sees("key:shell.nav.devices");
        person.press("nav-devices");
        sees("key:devices.own.save-card");
        SaveRecord save = new SaveRecord(lead, Person.CLOCK);
        save.save(
                save.open("campaign", null),
                Json.object(Map.of(
                        "title", Json.of("Ысык-Көл 2026"),
                        "consentScripts/0a3f2b1c-1111-4222-8333-444455556666",
                                Json.object(Map.of(
                                        "language", Json.of("ky"),
                                        "version", Json.of("3"),
                                        "text", Json.of("Саламатсызбы! Сөзүңүздү жазып алсам болобу?"))))));
        Path bundle = folder.resolve("from-the-lead.jailoo");
        new ExportBundle(lead, Person.CLOCK)
                .export(new ExportBundle.Order(bundle, List.of(person.notebook().card()), ExportBundle.Choice.ALL));
        sees("key:shell.nav.exchange");
        person.press("nav-exchange");
        sees("key:exchange.part.import", "key:exchange.import.choose");
        person.chooses.add(bundle);
        person.press("choose-bundles");
        person.until(() -> person.sees("take-all"));
        sees("key:exchange.action.write");
        person.press("take-all");
        person.until(() -> person.sees("import-done"));
        person.rest();
        walked();
    }

    private void consent() {
        person.press("nav-home");
        sees("key:home.page.title", "key:home.action.interview");
        person.press("add-interview");
        person.until(() -> person.sees("field-campaign"));
        sees("field:interview.campaign", "field:interview.language");
        person.picks("field-campaign", "Ысык");
        person.enters("field-language", Labels.of("ky").code("language", "ky"));
        person.until(() -> person.sees("consent-script-text"));
        sees("key:interview.answer.yes");
        person.press("field-consent-given-yes");
        person.press("today-date");
        person.press("today-date");
        sees("key:interview.consent.today", "code:consentPurpose.keep");
        person.press("purpose-keep");
        person.press("purpose-photo");
        person.until(() -> person.sees("field-narrative"));
        sees("key:interview.guardian.under", "key:interview.answer.declined");
        person.fills("field-minutes", "40");
        person.press("field-consent-given-declined");
        sees("key:interview.decline.yes");
        person.press("answer-1");
        walked();
    }

    private void story() {
        sees("key:interview.part.where", "key:interview.part.story", "field:interview.narrative");
        Node area = person.find("field-narrative", Node.class);
        person.robot().interact(area::requestFocus);
        person.robot().write(TOLD, 0);
        person.rest();
        sees("key:interview.code.button");
        person.robot().interact(() -> {
            String text = String.valueOf(area.queryAccessibleAttribute(AccessibleAttribute.TEXT));
            String words = "Паспортумду алып койду";
            area.requestFocus();
            area.executeAccessibleAction(
                    AccessibleAction.SET_TEXT_SELECTION, text.indexOf(words), text.indexOf(words) + words.length());
        });
        person.press("narrative-code");
        person.until(() -> person.sees("violation-search"));
        sees("key:interview.code.take");
        person.fills("violation-search", Labels.of("ky").code("violation", "document-retention"));
        person.robot().push(KeyCode.ENTER);
        person.rest();
        sees("key:interview.code.add-without", "key:interview.part.asked");
        down("field-asked");
        sees("key:interview.asked.refused", "key:record.action.save");
        saves();
        walked();
    }

    private void who() {
        sees("key:interview.part.who", "key:interview.who.add");
        person.press("who-add");
        person.until(() -> person.sees("who-save"));
        sees("key:interview.who.save");
        person.press("who-save");
        saves();
        sees("key:shell.nav.participants");
        person.press("nav-participant");
        person.until(() -> !person.all("table-row-cell").isEmpty());
        opensFirst();
        person.until(() -> person.sees("names-card"));
        person.until(() -> person.sees("names-open"));
        sees("key:identity.card.title", "key:identity.open.action");
        person.fills("names-passphrase", PASSPHRASE);
        person.press("names-open");
        person.until(() -> person.sees("names-close"));
        sees("key:record.action.save", "key:identity.card.close");
        person.press("names-close");
        walked();
    }

    private void photo() throws Exception {
        openInterview();
        down("files-attachments");
        person.until(() -> person.sees("add-file"));
        sees("key:interview.part.files", "key:files.action.add");
        person.chooses.add(Files.write(folder.resolve("IMG_1.jpg"), Photos.camera(640, 480, 1)));
        person.press("add-file");
        person.until(() -> !person.all("file-tells").isEmpty());
        sees("key:files.told.instead", "key:record.action.save");
        saves();
        walked();
    }

    private void meeting() {
        person.press("nav-home");
        sees("key:home.page.title", "key:home.action.focus-group");
        person.press("add-focusGroup");
        person.picks("field-campaign", "Ысык");
        person.fills("field-title", "Барскоон");
        person.fills("field-date", "2023-07-04");
        down("attendance");
        sees("field:focusGroup.attendance", "key:meeting.attendance.add-role", "key:meeting.attendance.add-column");
        sees("key:record.action.save");
        saves();
        sees("key:meeting.plan.way");
        person.press("meeting-plan");
        person.until(() -> person.sees("plan-paste"));
        sees("key:meeting.plan.add-row");
        person.press("plan-add-row");
        sees("key:meeting.plan.when", "key:meeting.plan.responsible");
        sees("key:meeting.plan.paste");
        person.robot().interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("""
                    №\tИш-чара\tМөөнөтү\tЖооптуу
                    1\tЖолугушуу өткөрүү\tсентябрдан тартып\tАйыл кеңеши
                    2\tКат жазуу\tжылдын аягына чейин\tКесиптик бирлик
                    """);
            Clipboard.getSystemClipboard().setContent(content);
        });
        person.press("plan-paste");
        sees("key:meeting.paste.make.many");
        person.press("paste-make");
        sees("key:record.action.save");
        person.press("plan-save");
        walked();
    }

    private void finds() {
        sees("key:find.sidebar.open");
        person.press("nav-home");
        person.rest();
        sees("key:home.page.title", "key:home.check.title");
        walked();
    }

    private void locks() {
        person.robot().push(KeyCode.CONTROL, KeyCode.L);
        person.until(person::isLocked);
        unlock();
        sees("key:shell.nav.protection");
        person.press("nav-protection");
        person.until(() -> person.sees("safety-kit"));
        sees("key:lock.pane.title");
        walked();
    }

    private void handsOver() {
        person.press("nav-home");
        person.until(() -> person.sees("hand-over"));
        sees("key:home.page.title", "key:home.lead.title", "key:home.lead.hand-over");
        person.press("hand-over");
        sees("key:shell.nav.exchange", "key:exchange.part.export");
        person.press("part-export");
        sees("key:exchange.export.to", "key:exchange.choice.changes", "key:exchange.action.export");
        CheckBox receiver = (CheckBox) person.all("receiver").iterator().next();
        if (!person.onWindow(receiver::isSelected)) {
            person.robot().interact(receiver::fire);
        }
        Path bundle = folder.resolve("for-the-lead.jailoo");
        person.chooses.add(bundle);
        person.press("export");
        person.until(() -> Files.exists(bundle));
        person.rest();
        sees("key:exchange.part.import", "key:home.page.title");
        walked();
    }

    private void backsUp() {
        person.press("nav-home");
        person.until(() -> person.sees("backup-now"));
        sees("key:home.page.title", "key:home.backup.title", "key:home.backup.now");
        person.press("backup-now");
        sees("key:home.backup.save");
        elsewhere("key:unlock.mode.open");
        elsewhere("key:unlock.restore.link");
        walked();
    }

    private void isStopped() {
        openInterview();
        person.fills("field-minutes", "41");
        person.robot().push(KeyCode.CONTROL, KeyCode.L);
        person.until(person::isLocked);
        unlock();
        person.until(() -> !person.all("home-draft").isEmpty() || shows(text("key:home.drafts.title")));
        sees("key:home.page.title", "key:home.drafts.title");
        openInterview();
        sees("key:record.action.save");
        saves();
        walked();
    }

    private void withdraws() {
        sees("key:record.action.more", "key:withdrawal.action.withdraw");
        person.onWindow(() -> {
            person.find("record-more", MenuButton.class).getItems().stream()
                    .filter(item -> "record-withdraw".equals(item.getId()))
                    .forEach(MenuItem::fire);
            return person;
        });
        person.until(() -> person.sees("withdraw-choice"));
        person.rest();
        sees("key:withdrawal.choice.stop", "key:withdrawal.choice.erase");
        RadioButton erase = person.find("way-erase", RadioButton.class);
        person.robot().interact(erase::fire);
        person.rest();
        sees("key:withdrawal.choice.erase-go");
        person.fills("withdraw-word", "A7-0001");
        person.press("withdraw-erase");
        person.until(() -> person.sees("withdraw-export"));
        sees("key:withdrawal.action.export");
        walked();
    }

    private void inDanger() {
        sees("key:shell.nav.protection");
        person.press("nav-protection");
        person.until(() -> person.sees("safety-kit"));
        sees("key:identity.handover.title");
        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DELETE);
        person.until(() -> person.sees("erase-do"));
        sees("key:safety.erase.do");
        person.press("erase-do");
        sees("key:safety.erase.stop");
        person.press("erase-stop");
        sees("key:shell.nav.protection", "key:safety.change.open", "key:safety.move.open");
        walked();
    }

    // How a step is walked

    /** These names of the guide are on the screen now, in the words of the guide. */
    private void sees(String... names) {
        for (String name : names) {
            String words = text(name);
            try {
                person.until(() -> shows(words));
            } catch (AssertionError e) {
                throw new AssertionError(
                        "“" + CHAPTER.sections().get(section).title() + "” names “" + words + "” (" + name
                                + "), which is not on the screen",
                        e);
            }
            seen.add(name);
        }
    }

    /** The step speaks of another laptop. */
    private void elsewhere(String name) {
        seen.add(name);
    }

    /** The section has been walked, and named nothing else. */
    private void walked() {
        assertThat(seen)
                .as(CHAPTER.sections().get(section).title())
                .isEqualTo(spans(section).stream().map(Span::name).toList());
        seen.clear();
        section++;
    }

    private static List<Span> spans(int section) {
        return CHAPTER.sections().get(section).blocks().stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(List::stream)
                .filter(span -> span.kind() == Span.Kind.LABEL)
                .toList();
    }

    private String text(String name) {
        return spans(section).stream()
                .filter(span -> name.equals(span.name()))
                .map(Span::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the section does not name " + name));
    }

    private boolean shows(String words) {
        Pattern pattern = WordsInSight.pattern(words);
        return person.onWindow(() -> WordsInSight.all().stream()
                .anyMatch(text -> pattern.matcher(text).matches()));
    }

    private void unlock() {
        person.fills("passphrase", PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
    }

    private void openInterview() {
        person.press("nav-interview");
        person.until(() -> !person.all("table-row-cell").isEmpty());
        opensFirst();
        person.until(() -> person.sees("field-narrative"));
        person.rest();
    }

    /** The first row of the list, by the keyboard. */
    private void opensFirst() {
        person.rest();
        person.robot()
                .interact(() -> person.find("search", TextInputControl.class).requestFocus());
        person.robot().type(KeyCode.DOWN);
        person.rest();
        person.robot().type(KeyCode.ENTER);
        person.rest();
    }

    private void down(String id) {
        person.robot()
                .interact(() -> person.find("record-scroll", ScrollPane.class).setVvalue(1));
        person.until(() -> person.sees(id));
        person.rest();
    }

    /** As if pasted; typing takes its time. */
    private void saves() {
        person.press("record-save");
        person.until(() -> person.onWindow(() ->
                person.find("record-save", javafx.scene.control.Button.class).isDisabled()));
    }
}
