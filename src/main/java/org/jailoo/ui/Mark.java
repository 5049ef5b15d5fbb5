package org.jailoo.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jailoo.ui.common.WindowTitle;

/** The program's mark in the task bar: there while the window bears the program's name, and not under a neutral one. */
final class Mark {
    private static final List<Integer> SIZES = List.of(16, 32, 64);

    private Mark() {}

    /** Has a window bear the mark, or not, as its title is. */
    static void on(Stage stage, ObservableValue<WindowTitle> title) {
        title.addListener((p, was, is) -> show(stage, is));
        show(stage, title.getValue());
    }

    private static void show(Stage stage, WindowTitle title) {
        List<Image> images = new ArrayList<>();
        if (title == WindowTitle.JAILOO) {
            SIZES.forEach(size -> images.add(image(size)));
        }
        stage.getIcons().setAll(images);
    }

    private static Image image(int size) {
        String name = "/org/jailoo/ui/icons/jailoo-" + size + ".png";
        try (InputStream in = Objects.requireNonNull(Mark.class.getResourceAsStream(name), name)) {
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
