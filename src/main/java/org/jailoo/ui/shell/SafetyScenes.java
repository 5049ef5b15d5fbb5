package org.jailoo.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.RecoveryKits;
import org.jailoo.app.SaveRecord;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.shell.Scenes.Step;
import org.jailoo.ui.unlock.UnlockModel.Mode;

/** The scenes of protection, in a notebook of their own: the sample has no passphrase that anybody knows. */
final class SafetyScenes {
    private static final String PHRASE = "тегирмен кычкач үзөңгү шыбырт";

    private final Shell shell;
    private final Clock clock;
    private final Path folder;
    private Path file;

    SafetyScenes(Shell shell, Clock clock, Path folder) {
        this.shell = shell;
        this.clock = clock;
        this.folder = folder;
        this.file = folder;
    }

    List<Step> steps() {
        return List.of(
                Step.of(
                        "90-home-no-kit",
                        () -> shell.unlock().turn(Mode.OPEN),
                        () -> shell.unlock().turn(Mode.CREATE),
                        this::create,
                        () -> press("lead-later"),
                        this::fill,
                        () -> desk().go(new Place.Home())),
                Step.then("91-protection", () -> desk().openProtection()),
                Step.then(
                        "92-kit-page",
                        () -> press("kit-make"),
                        () -> type("kit-passphrase", PHRASE),
                        () -> press("kit-go")),
                Step.then(
                        "93-kit-back",
                        () -> press("kit-have"),
                        () -> shell.scene().getRoot().lookupAll(".mono").stream()
                                .filter(TextInputControl.class::isInstance)
                                .forEach(node -> ((TextInputControl) node).setText("бажуг нолак 12")),
                        () -> press("kit-keep")),
                Step.then(
                        "94-change",
                        () -> press("safety-cancel"),
                        () -> press("change-open"),
                        () -> type("change-new", "тегирмен чынар"),
                        () -> {}),
                Step.then("95-sent", () -> press("safety-cancel"), this::send, () -> {}, () -> scroll(0.6)),
                Step.then("96-move", () -> press("sent-close"), () -> press("move-open"), () -> scroll(1)),
                Step.then(
                        "97-erase",
                        () -> press("safety-cancel"),
                        () -> shell.keyWork().askToErase()),
                Step.then("98-erase-counting", () -> press("erase-do")),
                Step.then(
                        "99-forgot",
                        () -> press("erase-stop"),
                        shell::lock,
                        () -> press("forgot"),
                        () -> type("kit-line-1", "бажуг нолак 12"),
                        () -> type("kit-line-2", "бажуг")),
                Step.then(
                        "9a-waiting",
                        () -> shell.unlock().aside(Mode.OPEN),
                        () -> shell.unlock().turn(Mode.CREATE),
                        () -> shell.unlock().turn(Mode.OPEN),
                        this::tryTooOften),
                Step.then("9b-moving", () -> shell.unlock().modeProperty().set(Mode.MOVE)),
                Step.then("9c-left", () -> shell.unlock().modeProperty().set(Mode.OPEN)));
    }

    private void create() {
        file = folder.resolve("own-" + System.nanoTime());
        shell.unlock().choose(file);
        shell.unlock().nameProperty().set("A7");
        shell.unlock().create(PHRASE.toCharArray(), PHRASE.toCharArray());
    }

    private void fill() {
        SaveRecord save = new SaveRecord(desk().notebook(), clock);
        for (int i = 1; i <= 3; i++) {
            save.save(save.open("interview", null), Json.object(java.util.Map.of("code", Json.of("A7-000" + i))));
        }
    }

    /** Somebody of the team once sealed a kit for this laptop. */
    private void send() {
        Path theirs = folder.resolve("theirs-" + System.nanoTime());
        Path sealed = folder.resolve("kit-" + System.nanoTime());
        char[] phrase = PHRASE.toCharArray();
        try (Notebook other = new NewNotebook(Kdf.FLOOR).create(theirs, phrase, "NAR-03")) {
            desk().notebook().devices().trust(other.card());
            new RecoveryKits(other, theirs, clock)
                    .seal(sealed, desk().notebook().card(), phrase, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Objects.requireNonNull(desk().protection()).openSent(sealed);
    }

    private void tryTooOften() {
        try {
            Files.writeString(file.resolveSibling(file.getFileName() + ".tries"), "8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shell.unlock().choose(file);
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(shell.scene().lookup("#" + id), id));
    }

    private void press(String id) {
        find(id, ButtonBase.class).fire();
    }

    private void type(String id, String text) {
        find(id, TextInputControl.class).setText(text);
    }

    private void scroll(double to) {
        find("safety-scroll", ScrollPane.class).setVvalue(to);
    }

    private Desk desk() {
        return Objects.requireNonNull(shell.desk(), "an open notebook");
    }
}
