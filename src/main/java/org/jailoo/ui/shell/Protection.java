package org.jailoo.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jailoo.app.ChangePassphrase;
import org.jailoo.app.Lead;
import org.jailoo.app.RecoveryKits;
import org.jailoo.notebook.Rotation;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.safety.SafetyModel;
import org.jailoo.ui.safety.SafetyScreen;
import org.jspecify.annotations.Nullable;

/** The place for protection, wired to what changes keys. */
final class Protection {
    private final Desk.Room room;
    private final @Nullable SafetyModel model;

    /** What the window around the desk does about keys. */
    record Keys(org.jailoo.ui.unlock.Doors doors, Consumer<Rotation.Secrets> move, Runnable erase) {}

    Protection(Opened opened, Desk.Room room) {
        this.room = room;
        this.model = opened.sample()
                ? null
                : new SafetyModel(
                        room.tasks(),
                        new SafetyModel.Uses(
                                new RecoveryKits(opened.notebook(), opened.file(), room.clock()),
                                new ChangePassphrase(
                                        opened.notebook(),
                                        opened.file(),
                                        room.clock(),
                                        room.keys().doors()::kdf),
                                new Lead(opened.notebook()),
                                opened.file(),
                                room.keys().move(),
                                room.keys().erase()));
    }

    /** Null in the sample. */
    @Nullable
    SafetyModel model() {
        return model;
    }

    Function<Texts, Screen> screen() {
        SafetyScreen.Asking asking = new SafetyScreen.Asking(room.files(), room.prompts());
        return texts -> new SafetyScreen(model, texts, asking, List.of());
    }
}
