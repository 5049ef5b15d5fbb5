package org.jailoo.ui.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.MeetingPlan;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.pasted.PastedTable;
import org.jailoo.pasted.PlanColumns;
import org.jailoo.pasted.PlanColumns.Kind;
import org.jailoo.timeline.WhenPhrase;
import org.jailoo.ui.common.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Notebook notebook;
    private SaveRecord save;
    private String meeting;

    @BeforeEach
    void meeting() {
        notebook = TestDoor.create(folder.resolve("notebook"), "A7");
        save = new SaveRecord(notebook, CLOCK);
        SaveRecord.Form form = save.open("focusGroup", null);
        meeting = form.record();
        save(form, Map.of("title", Json.of("Barskoon"), "date", Json.of("2023-07-04")));
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private void save(SaveRecord.Form form, Map<String, Json> values) {
        assertThat(save.save(form, Json.object(values))).isInstanceOf(SaveRecord.Saved.class);
    }

    private PlanModel plan() {
        PlanModel model = new PlanModel(
                new PlanModel.Desk(
                        notebook.schema(),
                        new PlanModel.Uses(
                                new MeetingPlan(notebook),
                                new OpenRecord(notebook),
                                save,
                                new KeepDrafts(notebook, CLOCK)),
                        Tasks.direct()),
                meeting);
        model.look();
        return model;
    }

    private static void paste(PlanModel model, String text) {
        PastedTable table = PastedTable.ofText(text);
        PlanColumns columns =
                PlanColumns.of(table, t -> WhenPhrase.read(t, 2000).isUnderstood());
        model.paste(
                columns,
                table.rows().subList(columns.headed() ? 1 : 0, table.rows().size()),
                (book, label) -> "");
    }

    private static List<String> texts(PlanModel model, Kind kind) {
        return model.rows().stream().map(row -> row.text(kind)).toList();
    }

    @Test
    void equalRowsThatArePastedAreRecordsOfTheirOwn() {
        PlanModel model = plan();
        paste(model, """
                №\tAction\tWhen
                1\tRound table\tAugust 2023
                2.\tInform workers\tStarting from September 2023
                3\tInform workers\tStarting from September 2023
                4.\tMove to contracts\tBy the end of the year.
                """);
        model.save();
        assertThat(model.notice().get()).isEqualTo(new PlanNotice(4, List.of()));
        PlanModel again = plan();
        assertThat(texts(again, Kind.TEXT))
                .containsExactly("Round table", "Inform workers", "Inform workers", "Move to contracts");
        assertThat(texts(again, Kind.NUMBER)).containsExactly("1", "2", "3", "4");
        assertThat(again.rows().stream().map(PlanRow::record).distinct()).hasSize(4);
        assertThat(again.rows().get(3).when().written().to()).isEqualTo("2023");
        assertThat(again.rows().get(1).when().written().from()).isEqualTo("2023-09");
    }

    @Test
    void aSaveNamesTheHeadsThatTheRowWasOpenedWith() {
        PlanModel model = plan();
        paste(model, "1\tRound table of workers\tAugust 2023");
        model.save();
        PlanModel here = plan();
        PlanRow row = here.rows().get(0);
        SaveRecord.Form before =
                new OpenRecord(notebook).open(row.record()).orElseThrow().form();
        row.write(Kind.STATUS, "planned");
        save(before, Map.of("status", Json.of("done")));
        here.look();
        here.save();
        PlanModel after = plan();
        assertThat(after.rows().get(0).isInConflict()).isTrue();
    }

    @Test
    void whatWasTypedComesBackAfterTheProgramWasKilled() {
        PlanModel model = plan();
        paste(model, "1\tRound table of workers\tAugust 2023\n2\tWrite letters\tOctober 2023");
        model.rest().run();
        model.end();
        PlanModel again = plan();
        assertThat(texts(again, Kind.TEXT)).containsExactly("Round table of workers", "Write letters");
        assertThat(again.dirty().get()).isTrue();
        again.save();
        assertThat(new KeepDrafts(notebook, CLOCK).all()).isEmpty();
        assertThat(plan().rows()).hasSize(2);
    }

    @Test
    void aPasteIsTakenBackWholeBeforeItIsSaved() {
        PlanModel model = plan();
        paste(model, "1\tRound table of workers\tAugust 2023\n2\tWrite letters\tOctober 2023");
        assertThat(model.pastedRows()).isEqualTo(2);
        model.undoPaste();
        assertThat(model.rows()).isEmpty();
        assertThat(model.dirty().get()).isFalse();
        model.rest().run();
        assertThat(new KeepDrafts(notebook, CLOCK).all()).isEmpty();
    }

    @Test
    void anEmptyRowIsNothingToSaveAndNumbersGoOn() {
        PlanModel model = plan();
        PlanRow first = model.addRow();
        assertThat(model.dirty().get()).isFalse();
        first.write(Kind.TEXT, "Round table");
        assertThat(model.addRow().text(Kind.NUMBER)).isEqualTo("2");
        model.save();
        assertThat(plan().rows()).hasSize(1);
        assertThat(plan().plans()).containsExactly("1");
    }

    @Test
    void aRowThatIsRefusedStaysTypedAndTheOthersAreSaved() {
        PlanModel model = plan();
        paste(model, "1\tRound table of workers\tAugust 2023\n2\tWrite letters\tOctober 2023");
        model.rows().get(0).write(Kind.NUMBER, "one");
        model.save();
        assertThat(model.notice().get()).isEqualTo(new PlanNotice(1, List.of(1)));
        assertThat(model.dirty().get()).isTrue();
        assertThat(model.rows().get(0).text(Kind.NUMBER)).isEqualTo("one");
    }

    @Test
    void aNameWhereARoleBelongsIsSeen() {
        PlanRow row = plan().addRow();
        for (String name : List.of("Dusheeva", "Иманалиев", "Айнура Бектурова", "Асанов А.", "Асан уулу Бакыт")) {
            row.write(Kind.RESPONSIBLE, name);
            assertThat(row.looksLikeAName()).as(name).isTrue();
        }
        for (String role : List.of("Айыл кеңеши", "Профсоюз", "Kumtor Trade Union", "рабочая группа", "Омбудсмен")) {
            row.write(Kind.RESPONSIBLE, role);
            assertThat(row.looksLikeAName()).as(role).isFalse();
        }
    }

    @Test
    void nothingOfAPastedRowIsLostThatHasNoPlaceOfItsOwn() {
        PlanModel model = plan();
        paste(model, "№\tAction\tStatus\n1.1\tRound table\thalf done");
        PlanRow row = model.rows().get(0);
        assertThat(row.text(Kind.TEXT)).isEqualTo("1.1 Round table");
        assertThat(row.entry("notes").typed().get()).isEqualTo("half done");
    }
}
