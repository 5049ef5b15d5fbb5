package org.jailoo.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.property.SimpleIntegerProperty;
import org.jailoo.app.Conflicts;
import org.jailoo.app.Conflicts.Line;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictsModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Notebook here;
    private Notebook there;
    private ConflictsModel model;
    private NamesModel names;
    private int carried;
    private int changed;

    @BeforeEach
    void open() {
        here = TestDoor.create(folder.resolve("here"), "here");
        there = TestDoor.create(folder.resolve("there"), "there");
        here.devices().trust(there.card());
        there.devices().trust(here.card());
        names = new NamesModel(
                new NamesModel.Room(here.identities(), Tasks.direct(), CLOCK, new SimpleIntegerProperty(5)), false);
        model = new ConflictsModel(new ConflictsModel.Desk(
                new ConflictsModel.Uses(new Conflicts(here, CLOCK), new KeepDrafts(here, CLOCK), CLOCK),
                here.schema(),
                Tasks.direct(),
                names,
                () -> changed++));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static String save(Notebook at, String type, @Nullable String record, Map<String, Json> body) {
        SaveRecord save = new SaveRecord(at, CLOCK);
        SaveRecord.Form form = save.open(type, record);
        assertThat(save.save(form, Json.object(body))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private void carry(Notebook from, Notebook to) throws Exception {
        Path bundle = folder.resolve("carried-" + ++carried);
        new ExportBundle(from, CLOCK)
                .export(new ExportBundle.Order(bundle, List.of(to.card()), ExportBundle.Choice.ALL));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, CLOCK, ForkJoinPool.commonPool())
                .stage(bundle, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    /** A record that both laptops changed without knowing of each other. */
    private String parted(String type, Map<String, Json> before, Map<String, Json> mine, Map<String, Json> theirs)
            throws Exception {
        String record = save(here, type, null, before);
        carry(here, there);
        save(here, type, record, mine);
        save(there, type, record, theirs);
        carry(there, here);
        return record;
    }

    private String narrative(String mine, String theirs) throws Exception {
        return parted(
                "interview",
                Map.of("narrative", Json.of("Алгач. Кийин.")),
                Map.of("narrative", Json.of(mine)),
                Map.of("narrative", Json.of(theirs)));
    }

    private Case shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    private Said.Kind said() {
        return Objects.requireNonNull(model.said().get()).kind();
    }

    private RecordState state(String record) {
        return here.revisions().state(record).orElseThrow();
    }

    /** Where a value stands among the values. */
    private int value(Json value) {
        for (int i = 0; i < shown().values().size(); i++) {
            if (shown().values().get(i).value().equals(value)) {
                return i;
            }
        }
        throw new AssertionError("not among the values");
    }

    @Test
    void choosingSavesNothingAndConfirmingSavesAndGoesOn() throws Exception {
        String first = narrative("Мен.", "Ал.");
        narrative("Мен 2.", "Ал 2.");
        model.want(first);
        model.reload();
        long before = here.revisions().count();
        model.confirm();
        model.choose(7);
        assertThat(model.chosen().get()).isEqualTo(ConflictsModel.NONE);
        model.choose(value(Json.of("Ал.")));
        assertThat(here.revisions().count()).isEqualTo(before);
        model.confirm();
        assertThat(here.revisions().count()).isEqualTo(before + 1);
        assertThat(state(first).values()).containsEntry("narrative", Json.of("Ал."));
        assertThat(state(first).conflicts()).isEmpty();
        assertThat(said()).isEqualTo(Said.Kind.SETTLED);
        assertThat(changed).isEqualTo(1);
        assertThat(model.lines()).hasSize(1);
        assertThat(shown().line()).isEqualTo(model.lines().get(0));
        assertThat(model.chosen().get()).isEqualTo(ConflictsModel.NONE);
        model.choose(0);
        model.confirm();
        assertThat(model.lines()).isEmpty();
        assertThat(model.shown().get()).isNull();
    }

    @Test
    void whatABundleBroughtMeanwhileIsShownAgainAndNotOverwritten() throws Exception {
        String record = narrative("Мен.", "Ал.");
        model.reload();
        save(there, "interview", record, Map.of("narrative", Json.of("Ал дагы.")));
        carry(there, here);
        model.choose(value(Json.of("Мен.")));
        model.confirm();
        assertThat(said()).isEqualTo(Said.Kind.STILL);
        assertThat(shown().values())
                .extracting(v -> v.value())
                .containsExactlyInAnyOrder(Json.of("Мен."), Json.of("Ал дагы."));
        model.choose(value(Json.of("Ал дагы.")));
        model.confirm();
        assertThat(state(record).conflicts()).isEmpty();
    }

    private static Json consent(String given, String... purposes) {
        return Json.object(Map.of("given", Json.of(given), "purposes", Json.texts(List.of(purposes))));
    }

    @Test
    void aConsentThatAllowsMoreThanCountsIsAskedAboutOnceMore() throws Exception {
        Json more = consent("yes", "keep", "media");
        Json less = consent("declined");
        String record =
                parted("interview", Map.of("code", Json.of("1")), Map.of("consent", more), Map.of("consent", less));
        String other =
                parted("interview", Map.of("code", Json.of("2")), Map.of("consent", more), Map.of("consent", less));
        model.reload();
        assertThat(Objects.requireNonNull(shown().counts()).purposes()).isEmpty();
        assertThat(shown().together()).isEmpty();
        model.choose(value(more));
        model.confirm();
        assertThat(model.asking().get()).isTrue();
        assertThat(state(record).conflicts()).isNotEmpty();
        // Who goes on leaves the question behind before what it was asked about.
        List<Boolean> asked = new ArrayList<>();
        model.chosen().addListener((p, was, is) -> asked.add(model.asking().get()));
        model.step(1);
        assertThat(asked).containsExactly(false);
        model.step(-1);
        model.choose(value(more));
        model.confirm();
        model.stepBack();
        model.confirm();
        assertThat(state(record).conflicts()).isNotEmpty();
        model.confirm();
        assertThat(state(record).conflicts()).isEmpty();
        model.choose(value(less));
        model.confirm();
        assertThat(model.asking().get()).isFalse();
        assertThat(state(other).conflicts()).isEmpty();
    }

    @Test
    void aSuggestionIsSavedAsThePersonLeavesIt() throws Exception {
        String record = narrative("Алгач мен. Кийин.", "Алгач. Кийин ал.");
        model.reload();
        assertThat(model.text().get()).isEqualTo("Алгач мен. Кийин ал.");
        model.write();
        model.text().set("Алгач мен. Кийин ал. Баары.");
        model.confirm();
        assertThat(state(record).values()).containsEntry("narrative", Json.of("Алгач мен. Кийин ал. Баары."));
        assertThat(model.lines()).isEmpty();
        assertThat(here.drafts().find(record)).isNull();
    }

    @Test
    void whatWasWrittenAndNotSavedStaysAsADraftOfTheForm() throws Exception {
        String record = narrative("Алгач мен. Кийин.", "Алгач. Кийин ал.");
        model.reload();
        model.rest().run();
        assertThat(here.drafts().find(record)).isNull();
        model.write();
        model.text().set("Өзүм.");
        model.leave();
        Drafts.Draft draft = here.drafts().find(record);
        assertThat(draft).isNotNull();
        assertThat(draft.content().get("changes")).isEqualTo(Json.object(Map.of("narrative", Json.of("Өзүм."))));
        assertThat(draft.content().get("settled")).isEqualTo(Json.texts(List.of("narrative")));
        assertThat(state(record).conflicts()).isNotEmpty();
        model.reload();
        assertThat(shown().shown().typed()).isTrue();
        model.write();
        model.text().set("Өзүм 2.");
        model.rest().run();
        assertThat(Objects.requireNonNull(here.drafts().find(record)).content().get("parents"))
                .isEqualTo(draft.content().get("parents"));
    }

    @Test
    void membersThatOnlyOneOfThemChangedAreBroughtTogether() throws Exception {
        String path = "violations/11111111-1111-4111-8111-111111111111";
        Json.Obj before = Json.object(Map.of("code", Json.of("wage-delay"), "city", Json.of("Казань")));
        String coded = parted(
                "interview",
                Map.of(path, before),
                Map.of(path, before.with("city", Json.of("Москва"))),
                Map.of(path, before.with("code", Json.of("wage-withheld"))));
        parted(
                "participant",
                Map.of("sex", Json.of("female")),
                Map.of("sex", Json.of("male")),
                Map.of("sex", Json.of("other")));
        model.want(null);
        model.reload();
        assertThat(model.lines()).extracting(Line::type).containsExactly("participant", "interview");
        assertThat(shown().together()).isEmpty();
        model.chooseTogether();
        assertThat(model.chosen().get()).isEqualTo(ConflictsModel.NONE);
        model.step(1);
        model.chooseTogether();
        model.confirm();
        assertThat(state(coded).conflicts()).isEmpty();
        assertThat(state(coded).values())
                .containsEntry(path, Json.object(Map.of("code", Json.of("wage-withheld"), "city", Json.of("Москва"))));
        assertThat(model.lines()).hasSize(1);
    }

    @Test
    void oneSideOfARecordIsOneRevision() throws Exception {
        String record = parted(
                "interview",
                Map.of("code", Json.of("1")),
                Map.of("summary", Json.of("м"), "minutes", Json.of(1), "deleted", Json.TRUE),
                Map.of("summary", Json.of("а"), "minutes", Json.of(2)));
        model.reload();
        assertThat(model.lines()).extracting(Line::path).containsExactly("deleted", "minutes", "summary");
        long before = here.revisions().count();
        model.step(1);
        model.choose(value(Json.of(2)));
        model.confirmWholeSide();
        assertThat(here.revisions().count()).isEqualTo(before + 1);
        assertThat(state(record).conflicts()).containsOnlyKeys("deleted");
        assertThat(shown().isDeletion()).isTrue();
        assertThat(shown().shown().wroteOn()).containsExactly("minutes", "summary");
        model.choose(value(Json.TRUE));
        model.confirm();
        assertThat(state(record).deleted()).isTrue();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void namesGoWithTheirDoor() throws Exception {
        parted(
                "identity",
                Map.of("fullName", Json.of("Айсулуу")),
                Map.of("phone", Json.of("1")),
                Map.of("phone", Json.of("2")));
        model.reload();
        assertThat(shown().line().type()).isEqualTo("identity");
        names.shut();
        model.doorTurned();
        assertThat(model.shown().get()).isNull();
        assertThat(model.lines()).isEmpty();
        assertThat(Objects.requireNonNull(model.queue().get()).closed()).isEqualTo(1);
    }
}
