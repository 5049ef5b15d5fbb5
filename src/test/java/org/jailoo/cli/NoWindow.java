package org.jailoo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A machine without a display, which notes what it was asked for. */
final class NoWindow implements Window {
    final List<String> asked = new ArrayList<>();

    @Override
    public boolean open(@Nullable Path notebook, boolean sample, @Nullable String language) {
        asked.add("open " + notebook + " " + sample + " " + language);
        return false;
    }

    @Override
    public boolean train() {
        asked.add("train");
        return false;
    }

    @Override
    public void draw(Pictures pictures, Consumer<Path> drawn) {
        asked.add("draw " + pictures);
        drawn.accept(pictures.folder().resolve("home.png"));
    }
}
