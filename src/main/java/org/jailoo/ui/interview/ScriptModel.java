package org.jailoo.ui.interview;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jailoo.app.ConsentScripts.Script;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** The text to be read aloud: that of the form's campaign in the language of the conversation, or another one chosen. */
public final class ScriptModel {
    private final RecordForm form;
    private final Function<String, List<Script>> source;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<List<Script>> scripts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Script> script = new ReadOnlyObjectWrapper<>();
    private @Nullable String campaign;

    public ScriptModel(RecordForm form, Tasks tasks, Function<String, List<Script>> source) {
        this.form = form;
        this.source = source;
        this.latest = new Latest(tasks);
        look();
    }

    /** All texts of the campaign. */
    public ReadOnlyObjectProperty<List<Script>> scripts() {
        return scripts.getReadOnlyProperty();
    }

    /** The text to read; null where the campaign has none in the language, and no other was chosen. */
    public ReadOnlyObjectProperty<@Nullable Script> script() {
        return script.getReadOnlyProperty();
    }

    public Entry campaign() {
        return form.entry(field("campaign"));
    }

    public Entry language() {
        return form.entry(field("language"));
    }

    /** Follows the form: another campaign is read, another language chosen. */
    public void look() {
        String now = text(campaign());
        if (!Objects.equals(now, campaign)) {
            campaign = now;
            scripts.set(List.of());
            if (now != null) {
                latest.start(watch -> source.apply(now), found -> {
                    scripts.set(found);
                    fit();
                });
            }
        }
        fit();
    }

    private void fit() {
        String language = text(language());
        Script now = script.get();
        boolean stands = now != null && scripts.get().contains(now) && Objects.equals(chosen, now);
        if (!stands) {
            chosen = null;
            script.set(scripts.get().stream()
                    .filter(one -> one.language().equals(language))
                    .findFirst()
                    .orElse(null));
        }
    }

    private @Nullable Script chosen;

    /** Takes another text than that of the language. */
    public void choose(Script other) {
        chosen = other;
        script.set(other);
    }

    /** What was read, as the consent keeps it. */
    public ConsentModel.Read read() {
        Script now = script.get();
        return now == null
                ? new ConsentModel.Read(text(language()), "")
                : new ConsentModel.Read(now.language(), now.version());
    }

    private Field field(String name) {
        return Objects.requireNonNull(Objects.requireNonNull(form.type()).field(name));
    }

    private static @Nullable String text(Entry entry) {
        return entry.value().get() instanceof Json.Text text ? text.value() : null;
    }
}
