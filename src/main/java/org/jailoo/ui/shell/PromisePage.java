package org.jailoo.ui.shell;

import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.ReadingPage;

/** What is protected and what is not, to be read, with the way back. */
record PromisePage(Texts texts, Navigator navigator) implements Screen {
    @Override
    public Parent view() {
        Hyperlink back = new Hyperlink(texts.text("promise.link.back"));
        back.setId("promise-back");
        back.setOnAction(e -> navigator.back());
        ReadingPage page = new ReadingPage(texts.messages());
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox box = new VBox(back, page);
        box.getStyleClass().add("page");
        return box;
    }
}
