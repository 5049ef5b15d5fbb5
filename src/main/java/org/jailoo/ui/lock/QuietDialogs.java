package org.jailoo.ui.lock;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.FileNames;
import org.jailoo.ui.common.Look;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs for files as every screen gets them: the one place that decides what names they suggest. A dialog that was
 * still open when the notebook was locked answers that nothing was chosen.
 */
public final class QuietDialogs implements FileDialogs {
    private final FileDialogs dialogs;
    private final Look look;
    private final Supplier<@Nullable Object> open;
    private final RandomGenerator random;

    /**
     * Dialogs over those of the system.
     *
     * @param open what is open now, to be compared after the person has chosen
     */
    public QuietDialogs(FileDialogs dialogs, Look look, Supplier<@Nullable Object> open, RandomGenerator random) {
        this.dialogs = dialogs;
        this.look = look;
        this.open = open;
        this.random = random;
    }

    @Override
    public @Nullable Path open(String title) {
        Object before = open.get();
        Path chosen = dialogs.open(title);
        return open.get() == before ? chosen : null;
    }

    @Override
    public List<Path> openMany(String title) {
        Object before = open.get();
        List<Path> chosen = dialogs.openMany(title);
        return open.get() == before ? chosen : List.of();
    }

    @Override
    public @Nullable Path folder(String title) {
        Object before = open.get();
        Path chosen = dialogs.folder(title);
        return open.get() == before ? chosen : null;
    }

    @Override
    public @Nullable Path save(String title, String suggestedName) {
        Object before = open.get();
        Path chosen = dialogs.save(title, FileNames.suggest(suggestedName, look.hasNeutralNames(), random));
        return open.get() == before ? chosen : null;
    }
}
