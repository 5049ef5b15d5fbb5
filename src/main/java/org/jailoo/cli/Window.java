package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The window, as far as the command line asks for it; what it is made of is no matter of the command line. */
public interface Window {
    /** That of a machine without a display. */
    Window NONE = new Window() {
        @Override
        public boolean open(@Nullable Path file, boolean sample, @Nullable String language) {
            return false;
        }

        @Override
        public boolean train() {
            return false;
        }

        @Override
        public void draw(Pictures pictures, Consumer<Path> drawn) {
            throw new UnsupportedOperationException("no window");
        }
    };

    /**
     * Shows the window, and returns when the person has closed it.
     *
     * @param file the notebook to unlock, or a bundle that is looked at once one is; null to let the person choose
     * @param language as ISO 639-1, where one was asked for by name; null for the one that was on last
     * @param sample opens a notebook of the sample data instead, which is gone when the window closes
     * @return false where this machine has no display, or lacks what a window needs; nothing was done then
     */
    boolean open(@Nullable Path file, boolean sample, @Nullable String language);

    /**
     * How large the window and its letters are.
     *
     * @param text the size of letters in percent; one that there is not is the usual one
     */
    record Paper(int width, int height, int text) {}

    /**
     * What {@code screens} is to draw.
     *
     * @param languages ISO 639-1
     * @param themes {@code light}, {@code dark}, {@code contrast}
     * @param only the beginning of the names of the pictures that are wanted; empty for all
     */
    record Pictures(Path folder, List<String> languages, List<String> themes, Paper paper, String only) {
        public Pictures {
            languages = List.copyOf(languages);
            themes = List.copyOf(themes);
        }
    }

    /** Goes once through the window by itself; false where there is no display. Leaves nothing behind. */
    boolean train() throws IOException;

    /** Draws every screen on the sample data to PNG files, with no display; names each file drawn. */
    void draw(Pictures pictures, Consumer<Path> drawn) throws IOException;
}
