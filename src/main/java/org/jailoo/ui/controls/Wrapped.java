package org.jailoo.ui.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words that break into as many lines as they need, and are never cut: a label by itself clips in silence. */
public final class Wrapped {
    private Wrapped() {}

    /** A label of these words in these styles. */
    public static Label words(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
