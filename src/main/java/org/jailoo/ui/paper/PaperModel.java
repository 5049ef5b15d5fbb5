package org.jailoo.ui.paper;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.PrintForms;
import org.jailoo.notebook.Lists;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.paper.FormOrder.Script;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** Which form is to be printed, in which language, for which campaign, and whether that has words of consent. */
public final class PaperModel {
    private final Tasks tasks;
    private final Latest latest;
    private final PrintForms print;
    private final ObjectProperty<Form> form;
    private final ObjectProperty<String> language;
    private final ObjectProperty<Lists.@Nullable Row> campaign = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Script>> script = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Lists.Row> campaigns = FXCollections.observableArrayList();
    private final BooleanProperty writing = new SimpleBooleanProperty();

    public PaperModel(Tasks tasks, PrintForms print, Form form, String language) {
        this.tasks = tasks;
        this.latest = new Latest(tasks);
        this.print = print;
        this.form = new SimpleObjectProperty<>(form);
        this.language = new SimpleObjectProperty<>(language);
    }

    public ObjectProperty<Form> formProperty() {
        return form;
    }

    public ObjectProperty<String> languageProperty() {
        return language;
    }

    public ObjectProperty<Lists.@Nullable Row> campaignProperty() {
        return campaign;
    }

    ObservableList<Lists.Row> campaigns() {
        return campaigns;
    }

    /** The words of consent that the form would hold. */
    public ReadOnlyObjectProperty<Optional<Script>> scriptProperty() {
        return script;
    }

    ReadOnlyBooleanProperty writingProperty() {
        return writing;
    }

    /** Reads the campaigns again. */
    void reload() {
        latest.start(watch -> print.campaigns(), found -> {
            Lists.Row before = campaign.get();
            campaigns.setAll(found);
            campaign.set(found.stream()
                    .filter(c -> before != null && c.record().equals(before.record()))
                    .findFirst()
                    .orElse(before == null && found.size() == 1 ? found.get(0) : null));
            lookUp();
        });
    }

    /** Looks for the words of consent of what is chosen now. */
    void lookUp() {
        Lists.Row chosen = campaign.get();
        String asked = language.get();
        if (chosen == null) {
            script.set(Optional.empty());
            return;
        }
        latest.start(watch -> print.script(chosen.record(), asked), script::set);
    }

    /** Writes the form into a new file. */
    public void write(Path file, Runnable done, Consumer<Sentence> failed) {
        if (writing.get()) {
            return;
        }
        Lists.Row chosen = campaign.get();
        PrintForms.Choice choice =
                new PrintForms.Choice(form.get(), language.get(), chosen == null ? null : chosen.record());
        writing.set(true);
        tasks.of(watch -> {
                    print.write(choice, file);
                    return file;
                })
                .onEnd(() -> writing.set(false))
                .onFailure(e -> failed.accept(Failures.of(e, file)))
                .onSuccess(written -> done.run())
                .start();
    }
}
