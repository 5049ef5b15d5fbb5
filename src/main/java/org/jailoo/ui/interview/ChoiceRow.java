package org.jailoo.ui.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jailoo.json.Json;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.Page;
import org.jspecify.annotations.Nullable;

/** A few answers side by side, of which one may stand; pressing it again takes it back. */
final class ChoiceRow extends FlowPane {
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    /** Answers by code; {@code chosen} takes the one that was pressed, null where it was taken back. */
    ChoiceRow(String id, List<String> codes, Function<String, String> label, Consumer<@Nullable String> chosen) {
        super(8, 8);
        setId(id);
        getStyleClass().add("choice-row");
        for (String code : codes) {
            ToggleButton button = new ToggleButton(label.apply(code));
            button.setId(id + "-" + code);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                if (!showing) {
                    chosen.accept(button.isSelected() ? code : null);
                }
            });
            buttons.put(code, button);
            getChildren().add(button);
        }
    }

    /** The codes of a codebook as the answers of an entry. */
    static ChoiceRow of(Page page, Entry entry, String codebook, List<String> codes) {
        ChoiceRow row = new ChoiceRow(
                "field-" + entry.place().key().replace('.', '-').replace('/', '-'),
                codes,
                code -> page.labels().code(codebook, code),
                code -> entry.set(code == null ? null : Json.of(code)));
        Runnable show = () -> row.show(entry.value().get() instanceof Json.Text text ? text.value() : null);
        show.run();
        page.listen(entry.value(), now -> show.run());
        return row;
    }

    /** Shows what stands. */
    void show(@Nullable String code) {
        showing = true;
        group.selectToggle(code == null ? null : buttons.get(code));
        showing = false;
    }

    @Override
    public void requestFocus() {
        getChildren().get(0).requestFocus();
    }
}
