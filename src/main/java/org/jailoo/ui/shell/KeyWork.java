package org.jailoo.ui.shell;

import java.nio.file.Path;
import javafx.scene.layout.StackPane;
import org.jailoo.app.EmergencyErase;
import org.jailoo.app.RotateKeys;
import org.jailoo.i18n.Messages;
import org.jailoo.notebook.Rotation;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.safety.EraseModel;
import org.jailoo.ui.safety.ErasePane;
import org.jspecify.annotations.Nullable;

/** What the window does about the keys of the notebook that is open: it closes it, to encrypt it anew or to destroy it. */
final class KeyWork {
    private final Shell shell;
    private final StackPane over;
    private final Shell.Machine machine;
    private @Nullable EraseModel erasing;

    KeyWork(Shell shell, StackPane over, Shell.Machine machine) {
        this.shell = shell;
        this.over = over;
        this.machine = machine;
    }

    Protection.Keys keys(Opened opened) {
        return new Protection.Keys(
                machine.doors(), secrets -> move(opened.file(), secrets), this::askToErase, shell::privacy);
    }

    /** Closes the notebook, encrypts it anew, and opens it again. */
    private void move(Path file, Rotation.Secrets secrets) {
        Desk open = shell.putAway(file);
        if (open != null) {
            shell.unlock().move(file, secrets, open::close, moved -> {
                shell.open(moved.opened());
                tell(moved.outcome());
            });
        }
    }

    private Messages messages() {
        return Messages.of(shell.look().language());
    }

    private void tell(RotateKeys.@Nullable Outcome outcome) {
        WindowPrompts prompts = shell.prompts();
        if (outcome == null) {
            prompts.tell(messages().text("safety.move.stopped"));
        } else if (outcome instanceof RotateKeys.NoRoom room) {
            prompts.warn(messages().text("safety.move.no-room", 1 + (room.bytes() >> 20)));
        } else if (outcome instanceof RotateKeys.Rotated rotated && rotated.kitLost()) {
            prompts.warn(messages().text("safety.move.kit-lost"));
        } else {
            prompts.tell(messages().text("safety.move.done"));
        }
    }

    /** Asks over everything whether the open notebook shall be destroyed; the sample is not worth it. */
    void askToErase() {
        Desk open = shell.desk();
        Path file = open == null ? null : open.file();
        if (open == null || file == null || erasing != null) {
            return;
        }
        EmergencyErase use = new EmergencyErase(open.notebook(), file, machine.clock());
        EraseModel model = new EraseModel(shell.tasks(), use, () -> erase(open, use));
        ErasePane pane = new ErasePane(model, Texts.of(shell.look()));
        erasing = model;
        over.getChildren().add(pane);
        model.stageProperty().addListener((p, was, is) -> {
            if (is == EraseModel.Stage.OVER) {
                over.getChildren().remove(pane);
                erasing = null;
            }
        });
    }

    private void erase(Desk open, EmergencyErase use) {
        if (shell.desk() != open) {
            return;
        }
        shell.putAway(null);
        shell.tasks()
                .of(watch -> use.erase())
                .onSuccess(left -> left.stream()
                        .findFirst()
                        .ifPresent(file -> shell.prompts()
                                .warn(messages().text("safety.erase.left", String.valueOf(file.getFileName())))))
                .start();
    }

    /** The notebook is being closed: nothing is destroyed any more. */
    void stopErasing() {
        if (erasing != null) {
            erasing.stop();
        }
    }
}
