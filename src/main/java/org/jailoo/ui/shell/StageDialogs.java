package org.jailoo.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jailoo.ui.common.FileDialogs;
import org.jspecify.annotations.Nullable;

/** The system's own dialogs for files. */
final class StageDialogs implements FileDialogs {
    private final Stage stage;

    StageDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public @Nullable Path open(String title) {
        return path(chooser(title).showOpenDialog(stage));
    }

    @Override
    public List<Path> openMany(String title) {
        List<File> chosen = chooser(title).showOpenMultipleDialog(stage);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public @Nullable Path folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(stage));
    }

    @Override
    public @Nullable Path save(String title, String suggestedName) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(stage));
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }

    private static @Nullable Path path(@Nullable File file) {
        return file == null ? null : file.toPath();
    }
}
