package org.jailoo.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/** The guide before a notebook is open, and in it: its beginning, a section, what was searched, and what is printed of it. */
final class GuideScenes {
    private final Shell shell;

    GuideScenes(Shell shell) {
        this.shell = shell;
    }

    /** Before a notebook is open. */
    List<Scenes.Step> locked() {
        return List.of(Scenes.Step.of("j0-guide-first", this::forget, shell::openGuide, () -> {}));
    }

    List<Scenes.Step> open() {
        return List.of(
                Scenes.Step.of("j1-guide", shell::openGuide, this::forget, () -> line(0), () -> {}),
                Scenes.Step.then("j2-guide-section", () -> line(8), () -> {}, () -> {}),
                Scenes.Step.then("j3-guide-found", () -> type("Ctrl+L"), () -> {}, () -> {}),
                Scenes.Step.then("j4-guide-nothing", () -> type("xyz"), () -> {}),
                Scenes.Step.of("j5-guide-keys", this::forget, shell::listKeys),
                Scenes.Step.then(
                        "j6-guide-page",
                        shell::listKeys,
                        () -> Objects.requireNonNull(shell.desk()).openPaper("guide"),
                        () -> find("form-page", RadioButton.class).fire()));
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(shell.scene().lookup("#" + id), id));
    }

    /** What was searched for in the language before. */
    private void forget() {
        if (shell.scene().lookup("#guide-search") instanceof TextField search) {
            search.clear();
        }
        if (shell.desk() == null && shell.scene().lookup("#guide-contents") != null) {
            find("read-guide", ButtonBase.class).fire();
        }
    }

    private void line(int line) {
        find("guide-contents", ListView.class).getSelectionModel().select(line);
    }

    private void type(String words) {
        find("guide-search", TextField.class).setText(words);
    }
}
