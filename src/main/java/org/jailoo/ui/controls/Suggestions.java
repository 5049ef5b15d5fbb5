package org.jailoo.ui.controls;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TextField;

/** Words offered while a person types freely: picking one writes it, and any other word is as good. */
public final class Suggestions {
    private Suggestions() {}

    /** Offers words at a field; asked for anew each time, as they may depend on other fields. */
    public static void offer(TextField field, Supplier<List<String>> words) {
        PickPopup popup = new PickPopup(
                field,
                (typed, then) -> then.accept(found(words.get(), typed)),
                option -> {
                    field.setText(option.label());
                    field.end();
                },
                false);
        field.textProperty().addListener((p, before, typed) -> {
            if (field.isFocused() && !typed.isEmpty()) {
                popup.open(typed);
            } else {
                popup.hide();
            }
        });
    }

    private static List<Option> found(List<String> words, String typed) {
        List<Option> found =
                new Filter(words.stream().map(word -> new Option(word, word, 0)).toList()).find(typed);
        return found.size() == 1 && found.get(0).label().equals(typed) ? List.of() : found;
    }
}
