package org.jailoo.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.app.BeginRecord;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.Problem;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.Forms;
import org.jailoo.ui.form.RecordForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving from the form: real notebooks, real bundles, no toolkit. */
class RecordViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Notebook here;
    private Notebook there;
    private RecordViewModel model;

    @BeforeEach
    void open() {
        here = TestDoor.create(folder.resolve("here"), "here");
        there = TestDoor.create(folder.resolve("there"), "there");
        here.devices().trust(there.card());
        there.devices().trust(here.card());
        model = model(here);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static RecordViewModel model(Notebook notebook) {
        return new RecordViewModel(new RecordViewModel.Desk(
                notebook.schema(),
                new RecordViewModel.Uses(
                        new OpenRecord(notebook),
                        new SaveRecord(notebook, CLOCK),
                        new RecordHistory(notebook),
                        new KeepDrafts(notebook, CLOCK),
                        new BeginRecord(notebook)),
                Tasks.direct()));
    }

    private RecordForm form() {
        return Objects.requireNonNull(model.form().get());
    }

    private Notice.Kind said() {
        return Objects.requireNonNull(model.notice().get()).kind();
    }

    private String record() {
        return form().opened().form().record();
    }

    private RecordState state() {
        return here.revisions().state(record()).orElseThrow();
    }

    /** What somebody else does on the other laptop to the record, brought here by a bundle. */
    private void bringsFromThere(Map<String, Json> body) throws Exception {
        SaveRecord save = new SaveRecord(there, CLOCK);
        assertThat(save.save(save.open("interview", record()), Json.object(body)))
                .isInstanceOf(SaveRecord.Saved.class);
        carry(there, here, "back.jailoo");
    }

    private void carry(Notebook from, Notebook to, String name) throws Exception {
        Path bundle = folder.resolve(name);
        new ExportBundle(from, CLOCK).export(new ExportBundle.Order(bundle, List.of(to.card()), null));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, CLOCK, ForkJoinPool.commonPool())
                .stage(bundle, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    private void interviewOnBothLaptops() throws Exception {
        model.anew("interview");
        Forms.entry(form(), "code").type("I-1");
        Forms.entry(form(), "risk").set(Json.of("low"));
        model.save();
        carry(here, there, "out.jailoo");
    }

    @Test
    void aNewRecordIsOnTheDiskOnceSavedAndTheFormGoesOn() {
        model.anew("interview");
        assertThat(model.dirty().get()).isFalse();
        model.save();
        assertThat(here.revisions().count()).isZero();
        Forms.entry(form(), "narrative").type("Ыссык-Көлдө өттү");
        assertThat(model.dirty().get()).isTrue();
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.SAVED);
        assertThat(model.dirty().get()).isFalse();
        Forms.entry(form(), "narrative").type("Ыссык-Көлдө өттү.");
        model.save();
        assertThat(state().heads()).hasSize(1);
        assertThat(state().conflicts()).isEmpty();
        assertThat(state().values())
                .isEqualTo(Map.of("code", Json.of("here-0001"), "narrative", Json.of("Ыссык-Көлдө өттү.")));
        assertThat(here.revisions().count()).isEqualTo(2);
    }

    @Test
    void anImportUnderAnOpenFormYieldsAConflictAndNeverASilentOverwrite() throws Exception {
        interviewOnBothLaptops();
        Forms.entry(form(), "risk").set(Json.of("high"));
        bringsFromThere(Map.of("risk", Json.of("medium")));
        model.look();
        assertThat(model.changedUnderneath().get()).isTrue();
        assertThat(Forms.entry(form(), "risk").value().get()).isEqualTo(Json.of("high"));
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.SAVED_IN_CONFLICT);
        assertThat(form().conflict("risk")).containsExactlyInAnyOrder(Json.of("high"), Json.of("medium"));
        assertThat(model.changedUnderneath().get()).isFalse();

        form().settle("risk", Json.of("medium"));
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.SAVED);
        assertThat(state().conflicts()).isEmpty();
        assertThat(state().values()).containsEntry("risk", Json.of("medium"));
    }

    @Test
    void aFormWithoutChangesShowsWhatAnImportBrought() throws Exception {
        interviewOnBothLaptops();
        bringsFromThere(Map.of("risk", Json.of("medium")));
        model.look();
        assertThat(model.changedUnderneath().get()).isFalse();
        assertThat(Forms.entry(form(), "risk").value().get()).isEqualTo(Json.of("medium"));
        Forms.entry(form(), "risk").set(Json.of("high"));
        model.save();
        assertThat(state().conflicts()).isEmpty();
    }

    @Test
    void aFailedSaveKeepsWhatWasTyped() {
        model.anew("interview");
        Forms.entry(form(), "narrative").type("үч ай");
        here.close();
        model.save();
        assertThat(said()).isIn(Notice.Kind.NOT_WRITABLE, Notice.Kind.FAILED);
        assertThat(model.saving().get()).isFalse();
        assertThat(model.dirty().get()).isTrue();
        assertThat(Forms.entry(form(), "narrative").typed().get()).isEqualTo("үч ай");
        assertThat(Forms.body(form())).isEqualTo("{'code':'here-0001','narrative':'үч ай'}");
    }

    @Test
    void wordsThatAreNotUnderstoodHoldTheSaveBack() {
        model.anew("interview");
        Forms.entry(form(), "code").type("I-1");
        Forms.entry(form(), "date").type("31.02.2023");
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.NOT_UNDERSTOOD);
        assertThat(here.revisions().count()).isZero();
        assertThat(Forms.entry(form(), "date").typed().get()).isEqualTo("31.02.2023");
        Forms.entry(form(), "date").type("28.02.2023");
        assertThat(model.notice().get()).as("what was said holds no more").isNull();
    }

    @Test
    void aRefusalIsShownAtItsField() {
        model.anew("interview");
        Forms.entry(form(), "place.country").set(Json.of("XX"));
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(Forms.entry(form(), "place.country").problem().get()).isEqualTo(Problem.Kind.UNKNOWN_CODE);
        Forms.entry(form(), "place.country").set(Json.of("KG"));
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.SAVED);
    }

    @Test
    void tooMuchIsRefusedAndKept() {
        model.anew("interview");
        Forms.entry(form(), "narrative").type("ы".repeat(5_000_000));
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.TOO_LARGE);
        assertThat(model.dirty().get()).isTrue();
    }

    @Test
    void anErasedRecordTakesNothingMoreAndWhatWasTypedStaysToBeCopied() throws Exception {
        interviewOnBothLaptops();
        Forms.entry(form(), "narrative").type("more");
        new PurgeRecord(here, CLOCK).purge(record());
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.PURGED);
        assertThat(Forms.entry(form(), "narrative").typed().get()).isEqualTo("more");
    }

    @Test
    void leavingSavesKeepsOrDiscards() {
        model.anew("interview");
        int[] gone = {0};
        Forms.entry(form(), "code").type("I-1");
        Forms.entry(form(), "date").type("never");
        model.leave(Leaving.SAVE, () -> gone[0]++);
        assertThat(gone[0]).as("a save that fails keeps the form").isZero();
        assertThat(Forms.entry(form(), "code").typed().get()).isEqualTo("I-1");
        model.leave(Leaving.KEEP, () -> gone[0]++);
        assertThat(gone[0]).isEqualTo(1);
        assertThat(drafts()).isEqualTo(1);
        model.look();
        assertThat(Forms.entry(form(), "date").typed().get()).as("come back to").isEqualTo("never");
        Forms.entry(form(), "date").type("2023");
        model.leave(Leaving.SAVE, () -> gone[0]++);
        assertThat(gone[0]).isEqualTo(2);
        assertThat(drafts()).isZero();
        Forms.entry(form(), "code").type("I-2");
        model.leave(Leaving.DISCARD, () -> gone[0]++);
        assertThat(gone[0]).isEqualTo(3);
        assertThat(drafts()).isZero();
        assertThat(here.revisions().count()).isEqualTo(1);
        assertThat(model.dirty().get()).isFalse();
        assertThat(Forms.entry(form(), "code").typed().get()).isEqualTo("I-1");
    }

    private int drafts() {
        return new KeepDrafts(here, CLOCK).all().size();
    }

    /** As after a kill: another model on the same notebook. */
    private void openAgain() {
        String record = record();
        model = model(here);
        model.open(record);
    }

    @Test
    void whatWasTypedComesBackAsItWasAfterAKill() {
        model.anew("interview");
        Forms.entry(form(), "narrative").type("Айлык төлөнгөн жок");
        Forms.entry(form(), "minutes").type("90");
        Forms.entry(form(), "date").type("кечээ");
        form().set(Forms.field(form(), "asked")).toggle("wage-delay", true);
        String item = form().items(Forms.field(form(), "violations")).add();
        form().entry(form().items(Forms.field(form(), "violations")).place(item).member("city"), city())
                .type("Москва");
        Json.Obj typed = form().body();
        openAgain();
        assertThat(form().body()).isEqualTo(typed);
        assertThat(Forms.entry(form(), "date").typed().get()).isEqualTo("кечээ");
        assertThat(Forms.entry(form(), "date").problem().get()).isNotNull();
        assertThat(model.resumed().get()).isEqualTo("2024-05-06T07:08:09Z");
        Forms.entry(form(), "date").type("2023-07");
        model.save();
        assertThat(drafts()).as("the save ends the draft").isZero();
        assertThat(model.resumed().get()).isEmpty();
        openAgain();
        assertThat(model.dirty().get()).isFalse();
    }

    private org.jailoo.record.Field city() {
        return Objects.requireNonNull(
                Forms.field(form(), "violations").kind().members().get("city"));
    }

    @Test
    void aDraftIsGoneOnWithFromWhatThePersonKnewSoThatNothingIsSettledInSilence() throws Exception {
        interviewOnBothLaptops();
        Forms.entry(form(), "risk").set(Json.of("high"));
        RecordViewModel other = model(there);
        other.open(record());
        Forms.entry(Objects.requireNonNull(other.form().get()), "risk").set(Json.of("medium"));
        other.save();
        carry(there, here, "back.jailoo");
        openAgain();
        assertThat(form().value(org.jailoo.ui.form.Place.at("risk"))).isEqualTo(Json.of("high"));
        model.save();
        assertThat(said()).isEqualTo(Notice.Kind.SAVED_IN_CONFLICT);
        assertThat(here.revisions().state(record()).orElseThrow().conflicts().get("risk"))
                .containsExactlyInAnyOrder(Json.of("high"), Json.of("medium"));
    }

    @Test
    void whatIsSetBackLeavesNoDraftAndNeitherDoesAnErasedRecord() throws Exception {
        interviewOnBothLaptops();
        Forms.entry(form(), "narrative").type("more");
        assertThat(drafts()).isEqualTo(1);
        Forms.entry(form(), "narrative").type("");
        assertThat(drafts()).isZero();
        Forms.entry(form(), "narrative").type("more");
        assertThat(drafts()).isEqualTo(1);
        new PurgeRecord(here, CLOCK).purge(record());
        assertThat(drafts()).as("a purge takes the draft").isZero();
        Forms.entry(form(), "narrative").type("more and more");
        assertThat(drafts()).as("and nothing of it is kept again").isZero();
    }

    @Test
    void anEarlierVersionIsBroughtBackAsANewRevision() throws Exception {
        interviewOnBothLaptops();
        Forms.entry(form(), "risk").set(Json.of("high"));
        form().set(Forms.field(form(), "asked")).toggle("threats", true);
        model.save();
        String first =
                new RecordHistory(here).tell(record(), 9).entries().get(1).revision();
        model.bringBack(first);
        assertThat(Forms.body(form())).isEqualTo("{'asked/threats':null,'risk':'low'}");
        assertThat(here.revisions().count())
                .as("nothing is saved before the person saves")
                .isEqualTo(2);
        model.save();
        assertThat(here.revisions().count()).isEqualTo(3);
        assertThat(state().values()).isEqualTo(Map.of("code", Json.of("I-1"), "risk", Json.of("low")));
    }

    @Test
    void theBinGivesBackWhatWasPutIntoIt() throws Exception {
        interviewOnBothLaptops();
        model.delete(true);
        assertThat(here.revisions().state(record()).orElseThrow().deleted()).isTrue();
        model.delete(false);
        assertThat(here.revisions().state(record()).orElseThrow().deleted()).isFalse();
        assertThat(here.revisions().state(record()).orElseThrow().values()).containsEntry("code", Json.of("I-1"));
    }

    @Test
    void theNextOneLikeThisHasItsOwnCodeAndNothingOfThePerson() throws Exception {
        interviewOnBothLaptops();
        Forms.entry(form(), "date").type("2023-07-04");
        Forms.entry(form(), "interviewer").type("А7");
        Forms.entry(form(), "narrative").type("Айлык");
        model.save();
        String first = record();
        model.begin("interview", first);
        assertThat(record()).isNotEqualTo(first);
        assertThat(model.dirty().get()).isFalse();
        assertThat(Forms.body(form())).isEqualTo("{'code':'here-0001','date':'2023-07-04','interviewer':'А7'}");
    }
}
