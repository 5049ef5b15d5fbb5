package org.jailoo.reliability;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jailoo.app.BeginRecord;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.record.RecordViewModel;
import org.jspecify.annotations.Nullable;

/**
 * A process that types into an interview, a letter every few milliseconds, until it is killed. It says the time of each
 * letter before it types it; where a draft is there already, it goes on with that.
 */
final class Typist {
    static final String LETTERS = "Айлыгымды үч ай бербей, паспортумду алып коюшту. Өкмөткө жаздык ң. ";
    private static final long PAUSE_MILLIS = 15;

    private final RecordViewModel model;
    private int typed;

    private Typist(RecordViewModel model) {
        this.model = model;
    }

    /** What stands in the narrative after so many letters. */
    static String text(int letters) {
        return LETTERS.repeat(letters / LETTERS.length() + 1).substring(0, letters);
    }

    static RecordViewModel model(Notebook notebook, Tasks tasks) {
        return new RecordViewModel(new RecordViewModel.Desk(
                notebook.schema(),
                new RecordViewModel.Uses(
                        new OpenRecord(notebook),
                        new SaveRecord(notebook, Clock.systemUTC()),
                        new RecordHistory(notebook),
                        new KeepDrafts(notebook, Clock.systemUTC()),
                        new BeginRecord(notebook)),
                tasks));
    }

    static Entry narrative(RecordForm form) {
        RecordType interview = Objects.requireNonNull(Schema.standard().type("interview"));
        return form.entry(Objects.requireNonNull(interview.field("narrative")));
    }

    public static void main(String[] args) throws Exception {
        Notebook notebook = TestDoor.open(Path.of(args[0]).resolve("notebook"));
        ExecutorService window = Executors.newSingleThreadExecutor();
        Typist typist = new Typist(model(notebook, Tasks.background(window, Exception::printStackTrace)));
        String draft = new KeepDrafts(notebook, Clock.systemUTC())
                .all().stream().map(KeepDrafts.Kept::record).findFirst().orElse(null);
        window.submit(() -> typist.open(draft)).get();
        while (window.submit(() -> typist.model.form().get() == null).get()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        window.submit(typist::begin).get();
        while (true) {
            window.submit(typist::letter).get();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void open(@Nullable String draft) {
        if (draft == null) {
            model.anew("interview");
        } else {
            model.open(draft);
        }
    }

    private void begin() {
        Json now = narrative(model.form().get()).value().get();
        typed = now instanceof Json.Text text ? text.value().length() : 0;
        System.out.println("ready " + typed);
        System.out.flush();
    }

    private void letter() {
        System.out.println(System.currentTimeMillis());
        System.out.flush();
        narrative(model.form().get()).type(text(++typed));
    }
}
