package org.jailoo.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jailoo.app.ChangePassphrase;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.Lead;
import org.jailoo.app.NamesTime;
import org.jailoo.app.RecoveryKits;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Rotation;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.identity.IdentitiesModel;
import org.jailoo.ui.identity.IdentitiesPane;
import org.jailoo.ui.lock.PrivacyModel;
import org.jailoo.ui.lock.PrivacyPane;
import org.jailoo.ui.safety.SafetyModel;
import org.jailoo.ui.safety.SafetyScreen;
import org.jspecify.annotations.Nullable;

/** The place for protection, wired to what changes keys. */
final class Protection {
    private final Desk.Room room;
    private final Navigator navigator;
    private final @Nullable SafetyModel model;
    private final IdentitiesModel identities;

    /** What the window around the desk does about keys. */
    record Keys(
            org.jailoo.ui.unlock.Doors doors,
            Consumer<Rotation.Secrets> move,
            Runnable erase,
            Supplier<PrivacyModel> privacy) {}

    Protection(Opened opened, Desk.Room room, Navigator navigator, NamesModel names) {
        this.room = room;
        this.navigator = navigator;
        Notebook notebook = opened.notebook();
        this.identities = new IdentitiesModel(
                room.tasks(),
                new IdentitiesModel.Uses(
                        new HandOverIdentities(notebook, room.clock()),
                        new NamesTime(notebook),
                        notebook.identities(),
                        room.clock()),
                names);
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
        SafetyScreen.Asking asking = new SafetyScreen.Asking(room.files(), room.prompts(), navigator::openPromise);
        return texts -> new SafetyScreen(model, texts, asking, List.of(this::privacy, this::names));
    }

    private SafetyScreen.More privacy(Texts texts) {
        PrivacyPane pane = new PrivacyPane(room.keys().privacy().get(), texts);
        pane.getStyleClass().add("safety-card");
        return new SafetyScreen.More(pane, () -> {});
    }

    private SafetyScreen.More names(Texts texts) {
        IdentitiesPane pane =
                new IdentitiesPane(identities, texts, new IdentitiesPane.Asking(room.files(), room.prompts()));
        pane.getStyleClass().addAll("card", "safety-card");
        pane.setMaxWidth(SafetyScreen.WIDTH);
        return new SafetyScreen.More(pane, pane::close);
    }
}
