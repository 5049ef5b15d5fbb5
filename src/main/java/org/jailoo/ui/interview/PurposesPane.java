package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jailoo.ui.controls.Option;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.FieldGrid;
import org.jailoo.ui.form.Page;

/** What a person may agree to, one by one, each in plain words; nothing is ticked before it was asked. */
final class PurposesPane extends VBox {
    PurposesPane(Page page, Entry purposes) {
        super(10);
        setId("consent-purposes");
        Label head = new Label(page.text("interview.consent.purposes"));
        head.getStyleClass().add("part-head");
        Label hint = new Label(page.text("interview.consent.purposes-hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("quiet");
        FieldGrid grid = new FieldGrid();
        List<CheckBox> boxes = new ArrayList<>();
        for (Option option : page.codes("consentPurpose").all()) {
            CheckBox box = new CheckBox(option.label());
            box.setId("purpose-" + option.key());
            box.setUserData(option.key());
            box.setSelected(purposes.codes().contains(option.key()));
            box.setWrapText(true);
            box.setMaxWidth(Double.MAX_VALUE);
            box.selectedProperty().addListener((p, was, is) -> {
                if (purposes.codes().contains(option.key()) != is) {
                    purposes.toggle(option.key(), is);
                }
            });
            Label plain = new Label(explanation(page, option.key()));
            plain.setWrapText(true);
            plain.getStyleClass().addAll("quiet", "small", "purpose-text");
            box.setAccessibleHelp(plain.getText());
            VBox one = new VBox(2, box, plain);
            one.getStyleClass().add("purpose");
            grid.add(one, option.key().equals("keep"));
            boxes.add(box);
        }
        page.listen(
                purposes.value(),
                now -> boxes.forEach(
                        box -> box.setSelected(purposes.codes().contains(String.valueOf(box.getUserData())))));
        grid.getStyleClass().add("purposes");
        getChildren().addAll(head, hint, grid);
    }

    private static String explanation(Page page, String code) {
        String key = "interview.purpose." + code;
        String text = page.text(key);
        // A purpose of a newer list has no words here yet.
        return text.equals(key) ? "" : text;
    }
}
