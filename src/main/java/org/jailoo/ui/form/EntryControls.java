package org.jailoo.ui.form;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import org.jailoo.json.Json;
import org.jailoo.record.FieldKind;
import org.jailoo.ui.controls.ChoiceField;
import org.jailoo.ui.controls.DateField;
import org.jailoo.ui.controls.GrowingArea;
import org.jailoo.ui.controls.Option;
import org.jspecify.annotations.Nullable;

/** The control for one value, by its kind; new kinds come here and nowhere else. */
public final class EntryControls {
    private static final double TALLEST = 440;

    private EntryControls() {}

    public static Node of(Page page, Entry entry) {
        FieldKind kind = entry.field().kind();
        if (kind instanceof FieldKind.Choice choice) {
            return choice(page, entry, choice.codebook());
        }
        if (kind instanceof FieldKind.Bool) {
            return yesNo(page, entry);
        }
        if (kind instanceof FieldKind.ListOf list) {
            return list(page, entry, list.codebook());
        }
        if (kind instanceof FieldKind.Reference reference) {
            return ReferenceControls.one(page, entry, reference.type());
        }
        if (kind instanceof FieldKind.Date) {
            return typed(page, entry, new DateField());
        }
        String text = entry.typed().get();
        if (kind instanceof FieldKind.LongText || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            return typed(page, entry, new GrowingArea(kind instanceof FieldKind.LongText ? 3 : 1, TALLEST));
        }
        TextField field = new TextField();
        if (kind instanceof FieldKind.Int) {
            field.setTextFormatter(new TextFormatter<>(
                    change -> change.getText().matches("[-0-9\\s\\u00a0\\u202f]*") ? change : null));
            field.getStyleClass().add("digits");
        }
        if (kind instanceof FieldKind.Text && !entry.place().inside().isEmpty()) {
            PlaceNames.offer(page, entry, field);
        }
        return typed(page, entry, field);
    }

    private static Node typed(Page page, Entry entry, TextInputControl control) {
        control.setText(entry.typed().get());
        control.textProperty().addListener((p, before, now) -> entry.type(now == null ? "" : now));
        page.listen(entry.typed(), now -> {
            if (!now.equals(control.getText()) && !control.isFocused()) {
                control.setText(now);
            }
        });
        page.listen(page.form().returns(), turn -> {
            if (!entry.typed().get().equals(control.getText())) {
                Caret.show(control, entry.typed().get());
            }
        });
        // Set back or settled while the field had the focus: shown once it is left.
        control.focusedProperty().addListener((p, was, is) -> {
            if (!is && !entry.typed().get().equals(control.getText())) {
                control.setText(entry.typed().get());
            }
        });
        return control;
    }

    private static Node choice(Page page, Entry entry, String codebook) {
        ChoiceField field =
                new ChoiceField(() -> page.codes(codebook), code -> entry.set(code == null ? null : Json.of(code)));
        field.show(option(page, codebook, entry));
        page.listen(entry.value(), now -> field.show(option(page, codebook, entry)));
        return field;
    }

    private static @Nullable Option option(Page page, String codebook, Entry entry) {
        return entry.value().get() instanceof Json.Text code
                ? new Option(code.value(), page.labels().code(codebook, code.value()), 0)
                : null;
    }

    /** Yes, no, or not said: pressing the pressed one again takes the answer back. */
    private static Node yesNo(Page page, Entry entry) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton yes = new ToggleButton(page.text("record.value.yes"));
        ToggleButton no = new ToggleButton(page.text("record.value.no"));
        yes.setToggleGroup(group);
        no.setToggleGroup(group);
        yes.getStyleClass().add("left-pill");
        no.getStyleClass().add("right-pill");
        Runnable show = () -> {
            Json now = entry.value().get();
            group.selectToggle(Json.TRUE.equals(now) ? yes : Json.FALSE.equals(now) ? no : null);
        };
        show.run();
        group.selectedToggleProperty().addListener((p, before, now) -> {
            Json chosen = chosen(now, yes, no);
            if (!java.util.Objects.equals(chosen, entry.value().get())) {
                entry.set(chosen);
            }
        });
        page.listen(entry.value(), now -> show.run());
        return new HBox(yes, no);
    }

    private static @Nullable Json chosen(@Nullable Toggle now, Toggle yes, Toggle no) {
        return yes.equals(now) ? Json.TRUE : no.equals(now) ? Json.FALSE : null;
    }

    private static Node list(Page page, Entry entry, String codebook) {
        TilePane boxes = CodeChecks.tiles();
        Runnable show = () -> boxes.getChildren()
                .setAll(
                        CodeChecks.of(
                                        page.codes(codebook),
                                        entry.codes(),
                                        code -> page.labels().code(codebook, code))
                                .stream()
                                .map(check -> {
                                    CheckBox box = check.box();
                                    box.setDisable(!check.known());
                                    box.selectedProperty().addListener((p, was, is) -> entry.toggle(check.code(), is));
                                    return box;
                                })
                                .toList());
        show.run();
        page.listen(entry.value(), now -> {
            for (Node node : boxes.getChildren()) {
                CheckBox box = (CheckBox) node;
                box.setSelected(entry.codes().contains(String.valueOf(box.getUserData())));
            }
        });
        return boxes;
    }
}
