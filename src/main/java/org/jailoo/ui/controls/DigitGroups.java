package org.jailoo.ui.controls;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jailoo.identity.Fingerprint;
import org.jailoo.ui.common.HeardGroup;
import org.jspecify.annotations.Nullable;

/** Digits to be read aloud, in large groups of five; of somebody else's one group is a field to be typed into. */
public final class DigitGroups extends GridPane {
    private static final int COLUMNS = 3;

    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private @Nullable TextField field;

    private DigitGroups(List<String> groups) {
        setHgap(20);
        setVgap(8);
        setAlignment(Pos.CENTER);
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("digit-groups");
        for (int i = 0; i < groups.size(); i++) {
            Label group = new Label(groups.get(i));
            group.getStyleClass().addAll("digit-group", "mono");
            group.setMinWidth(Region.USE_PREF_SIZE);
            setHalignment(group, HPos.CENTER);
            add(group, i % COLUMNS, i / COLUMNS);
        }
    }

    /** All six groups, to be read out. */
    public static DigitGroups shown(Fingerprint digits) {
        DigitGroups shown = new DigitGroups(digits.groups());
        shown.setAccessibleText(digits.digits());
        return shown;
    }

    /**
     * Five groups and a field.
     *
     * @param says what the field is for
     */
    public static DigitGroups heard(HeardGroup heard, String says) {
        DigitGroups made = new DigitGroups(heard.groups());
        TextField field = new TextField();
        field.setId("heard-group");
        field.setAccessibleText(says);
        // One more than a group has, or the first digit goes out of sight on some displays.
        field.setPrefColumnCount(6);
        field.getStyleClass().addAll("digit-field", "mono");
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("[0-9 ]{0,8}") ? change : null));
        made.getChildren().remove(heard.place());
        made.add(field, heard.place() % COLUMNS, heard.place() / COLUMNS);
        made.typed.bind(field.textProperty());
        made.field = field;
        return made;
    }

    /** What was typed for the group that is left out; empty where all are shown. */
    public ReadOnlyStringProperty typedProperty() {
        return typed.getReadOnlyProperty();
    }

    @Override
    public void requestFocus() {
        if (field != null) {
            field.requestFocus();
        }
    }
}
