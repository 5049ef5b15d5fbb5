package org.jailoo.ui.record;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.CustodyStory;
import org.jailoo.app.CustodyStory.Line;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.form.Page;

/** Who had the record: what was done with it here, which bundles brought it and carried it away, the latest first. */
final class CustodyPane extends VBox {
    private final CustodyWords words;

    CustodyPane(Page page, CustodyStory custody) {
        this.words = new CustodyWords(page.texts());
        setId("record-custody");
        getStyleClass().add("history-steps");
        String record = page.form().opened().form().record();
        page.links()
                .tasks()
                .of(watch -> custody.of(record))
                .onSuccess(lines -> show(page, lines))
                .start();
    }

    private void show(Page page, List<Line> lines) {
        getChildren().clear();
        for (Line line : lines) {
            Label when = new Label(words.when(line.entry().time()));
            when.getStyleClass().add("history-when");
            VBox step = new VBox(3, when, wrapped(words.of(line)));
            step.getStyleClass().add("history-step");
            getChildren().add(step);
        }
        if (lines.isEmpty()) {
            Label none = wrapped(page.text("custody.pane.none"));
            none.getStyleClass().addAll("quiet", "small");
            getChildren().add(none);
        }
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
