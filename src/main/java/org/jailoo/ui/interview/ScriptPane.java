package org.jailoo.ui.interview;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jailoo.app.ConsentScripts.Script;
import org.jailoo.json.Json;
import org.jailoo.ui.form.Page;

/** The text to read aloud, large; or what to do where there is none in the language of the conversation. */
final class ScriptPane extends VBox {
    private final Page page;
    private final ScriptModel model;

    ScriptPane(Page page, ScriptModel model) {
        super(8);
        this.page = page;
        this.model = model;
        setId("consent-script");
        getStyleClass().add("script");
        show();
        page.listen(page.form().turns(), turn -> model.look());
        page.listen(model.script(), now -> show());
        page.listen(model.scripts(), now -> show());
        page.listen(model.campaign().value(), now -> show());
        page.listen(model.language().value(), now -> show());
    }

    private void show() {
        Script script = model.script().get();
        getChildren().clear();
        if (script != null) {
            Label head = new Label(page.text("interview.consent.read-aloud", name(script)));
            head.getStyleClass().add("part-head");
            Label text = new Label(script.text());
            text.setWrapText(true);
            text.getStyleClass().add("script-text");
            text.setId("consent-script-text");
            getChildren().addAll(head, text);
        } else {
            Label why = new Label(why());
            why.setWrapText(true);
            why.setId("consent-script-none");
            getChildren().add(why);
        }
        getChildren().addAll(others(script));
    }

    private String why() {
        if (model.campaign().value().get() == null) {
            return page.text("interview.consent.choose-campaign");
        }
        if (!(model.language().value().get() instanceof Json.Text language)) {
            return page.text("interview.consent.choose-language");
        }
        return model.scripts().get().isEmpty()
                ? page.text("interview.consent.no-scripts")
                : page.text("interview.consent.no-script", page.labels().code("language", language.value()));
    }

    private List<Node> others(@org.jspecify.annotations.Nullable Script now) {
        FlowPane row = new FlowPane(8, 8);
        Set<String> languages = new HashSet<>();
        for (Script other : model.scripts().get()) {
            // Of each language the latest, which comes first.
            if (languages.add(other.language())
                    && (now == null || !other.language().equals(now.language()))) {
                Button choose = new Button(page.text("interview.consent.other-script", name(other)));
                choose.getStyleClass().addAll("flat", "small", "accent");
                choose.setOnAction(event -> model.choose(other));
                row.getChildren().add(choose);
            }
        }
        return row.getChildren().isEmpty() ? List.of() : List.of(row);
    }

    private String name(Script script) {
        String language = page.labels().code("language", script.language());
        return script.version().isEmpty()
                ? language
                : page.text("interview.consent.version", language, script.version());
    }
}
