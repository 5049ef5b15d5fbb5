package org.jailoo.ui.testimony;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.Evidence;
import org.jailoo.app.Evidence.Resting;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Reading;

/** Above an interview: the recommendations that rest on it, each with the way there; nothing where none does. */
final class SupportsCard extends VBox {
    private static final String TYPE = "recommendation";
    private static final int WORDS = 160;

    private final Page page;

    SupportsCard(Page page, Evidence evidence) {
        super(6);
        this.page = page;
        setId("supports");
        getStyleClass().addAll("card", "record-section");
        show(List.of());
        String interview = page.form().opened().form().record();
        page.links()
                .tasks()
                .of(watch -> evidence.restingOn(interview))
                .onSuccess(this::show)
                .start();
    }

    private void show(List<Resting> found) {
        getChildren().clear();
        setVisible(!found.isEmpty());
        setManaged(!found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Label title = new Label(page.text("testimony.supports.title"));
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(title);
        for (Resting each : found) {
            String code = each.row().code().isBlank()
                    ? page.labels().type(TYPE)
                    : each.row().code();
            Hyperlink link = new Hyperlink(code);
            link.setOnAction(event -> page.opening(TYPE, each.row().record()).run());
            VBox box = new VBox(0, link);
            if (!each.text().isBlank()) {
                Label words = new Label(Reading.cut(each.text().strip(), WORDS));
                words.getStyleClass().add("quiet");
                words.setWrapText(true);
                words.setMinHeight(Region.USE_PREF_SIZE);
                box.getChildren().add(words);
            }
            getChildren().add(box);
        }
    }
}
