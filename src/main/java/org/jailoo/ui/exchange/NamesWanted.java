package org.jailoo.ui.exchange;

import javafx.scene.layout.VBox;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.OpenNames;
import org.jspecify.annotations.Nullable;

/** The place where names that go along with what is sent are opened here and then; nothing while none are wanted. */
final class NamesWanted extends VBox {
    private final NamesModel names;
    private final Texts texts;

    NamesWanted(NamesModel names, Texts texts) {
        this.names = names;
        this.texts = texts;
        getStyleClass().add("card");
    }

    /** Asks, or ends asking. */
    void ask(boolean wanted) {
        getChildren().clear();
        setVisible(wanted);
        setManaged(wanted);
        if (wanted) {
            getChildren().add(new OpenNames(names, texts.messages(), texts.text("identity.export.closed"), null));
        }
    }

    /** Says why they were not opened. */
    void refused(@Nullable Sentence why) {
        getChildren().forEach(node -> ((OpenNames) node).refused(why));
    }
}
