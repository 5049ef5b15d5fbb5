package org.jailoo.ui.lock;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says over everything, and stops nothing, that the notebook locks in some seconds: somebody may be reading aloud. */
public final class LockStrip extends Label {
    public LockStrip() {
        setId("lock-strip");
        getStyleClass().add("lock-strip");
        getStylesheets().add(PrivacyPane.SHEET);
        setGraphic(new FontIcon(Feather.LOCK));
        setWrapText(true);
        setMouseTransparent(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
        setMaxWidth(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
    }
}
