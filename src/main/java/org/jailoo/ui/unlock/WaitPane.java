package org.jailoo.ui.unlock;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jailoo.i18n.Messages;

/** How long until the next passphrase may be tried, in words; nothing while one may be tried now. */
final class WaitPane extends HBox {
    WaitPane(UnlockModel model, Messages messages) {
        Label label = new Label();
        label.setId("waiting");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(label);
        getStyleClass().add("warning");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.plural(
                                "unlock.wait.seconds", model.waitingProperty().get()),
                        model.waitingProperty()));
        visibleProperty().bind(model.waitingProperty().greaterThan(0));
        managedProperty().bind(visibleProperty());
    }
}
