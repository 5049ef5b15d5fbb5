package org.jailoo.architecture.bad.ui.list;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;

/** A screen. */
public final class ListScreen {
    /** A view model that holds a node. */
    static final class ListModel {
        final SimpleStringProperty typed = new SimpleStringProperty();
        final Label label = new Label();
    }
}
