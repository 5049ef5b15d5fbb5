package org.jailoo.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jailoo.app.KeepDrafts;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the disk late must not take the place of what came after it. */
class AutosaveTest {
    @TempDir
    Path folder;

    private Notebook notebook() {
        return TestDoor.create(folder.resolve("n"), "A7");
    }

    /** One whose own keeping never comes, so that the test alone decides when something reaches the disk. */
    private static Autosave still(RecordForm form, Notebook notebook) {
        Deque<Runnable> never = new ArrayDeque<>();
        Tasks tasks = Tasks.background(never::add, e -> {
            throw new AssertionError(e);
        });
        return new Autosave(form, new KeepDrafts(notebook, Clock.systemUTC()), tasks, false);
    }

    @Test
    void anOlderContentThatComesLateDoesNotTakeThePlaceOfANewerOne() {
        try (Notebook notebook = notebook()) {
            RecordForm form = Forms.on("interview", "{}");
            Autosave autosave = still(form, notebook);
            Forms.entry(form, "narrative").type("эски");
            Runnable older = autosave.rest();
            Forms.entry(form, "narrative").type("жаңы");
            autosave.rest().run();
            older.run();
            Draft draft = notebook.drafts().find(Forms.RECORD);
            assertThat(draft).isNotNull();
            assertThat(draft.content().toString()).contains("жаңы").doesNotContain("эски");
        }
    }

    @Test
    void whatWasOnItsWayBeforeASaveIsNoDraftAfterIt() throws Exception {
        try (Notebook notebook = notebook()) {
            RecordForm form = Forms.on("interview", "{}");
            Autosave autosave = still(form, notebook);
            Forms.entry(form, "narrative").type("эски");
            Runnable before = autosave.rest();
            autosave.saving(watch -> "saved", Tasks.direct().of(w -> w).start());
            before.run();
            assertThat(notebook.drafts().all()).isEmpty();
        }
    }
}
