package org.jailoo.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Everything that can be read in the windows that are open, in their menus too. */
final class WordsInSight {
    private WordsInSight() {}

    /** The words, each as it stands; on the toolkit's thread. */
    static Set<String> all() {
        Set<String> words = new TreeSet<>();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.getScene() != null) {
                collect(window.getScene().getRoot(), words);
            }
        }
        return words;
    }

    /** What the guide's words fit: a number or a name that it cannot know is an ellipsis in it. */
    static Pattern pattern(String words) {
        return Pattern.compile(
                Arrays.stream(words.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static void collect(Node node, Set<String> into) {
        if (!node.isVisible()) {
            return;
        }
        add(node.getAccessibleText(), into);
        if (node instanceof Labeled labeled) {
            add(labeled.getText(), into);
        }
        if (node instanceof Text text) {
            add(text.getText(), into);
        }
        if (node instanceof TextInputControl field) {
            add(field.getPromptText(), into);
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().stream()
                    .map(MenuItem::getText)
                    .filter(Objects::nonNull)
                    .forEach(text -> add(text, into));
        }
        if (node instanceof ComboBox<?> box) {
            choices(box, into);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static <T> void choices(ComboBox<T> box, Set<String> into) {
        box.getItems().forEach(item -> add(String.valueOf(item), into));
        if (box.getConverter() != null) {
            box.getItems().forEach(item -> add(box.getConverter().toString(item), into));
        }
    }

    private static void add(@Nullable String words, Set<String> into) {
        if (words != null && !words.isBlank()) {
            into.add(words.strip());
        }
    }
}
