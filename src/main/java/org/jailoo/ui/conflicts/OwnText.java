package org.jailoo.ui.conflicts;

import java.nio.charset.StandardCharsets;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.FormDraft;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** The text that a person writes in place of the values; what she did not save is kept as a draft of the record's form. */
final class OwnText {
    private final Schema schema;
    private final KeepDrafts drafts;
    private final StringProperty text = new SimpleStringProperty("");
    /** What it was begun with. */
    private String began = "";

    OwnText(Schema schema, KeepDrafts drafts) {
        this.schema = schema;
        this.drafts = drafts;
    }

    StringProperty text() {
        return text;
    }

    /** Begins with what a value says; with nothing where that is no text. */
    void begin(@Nullable Json value) {
        began = value instanceof Json.Text written ? written.value() : "";
        text.set(began);
    }

    /** The text as it may be saved; {@code null} where nothing was written. */
    Json value() {
        return text.get().isBlank() ? Json.NULL : Json.of(storable(text.get()));
    }

    /** Half a letter from another plane, as a broken paste leaves it, cannot be kept. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Whether something was written that was not there when it was begun. */
    boolean isUnsaved() {
        return !text.get().equals(began);
    }

    /** Keeps it in the background. */
    void keep(Case now, Tasks tasks) {
        Runnable keeping = keeping(now);
        tasks.of(watch -> {
                    keeping.run();
                    return watch;
                })
                .start();
    }

    /** Keeps it as a draft of the form, beside whatever is typed there; taken now, done on any thread. */
    Runnable keeping(Case now) {
        String written = storable(text.get());
        return () -> {
            SaveRecord.Form form = now.shown().form();
            Drafts.Draft before = drafts.find(form.record());
            Json.Obj content = before == null
                    ? FormDraft.of(
                            new RecordForm(
                                    schema,
                                    new OpenRecord.Opened(form, now.shown().state(), false)),
                            null)
                    : before.content();
            drafts.keep(
                    form.record(),
                    form.type(),
                    FormDraft.settling(content, now.line().path(), Json.of(written)));
        };
    }
}
