package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jailoo.app.IdleTime;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.controls.KyrgyzLetters;
import org.jailoo.ui.form.Section;
import org.jailoo.ui.guide.GuideModel;
import org.jailoo.ui.guide.GuideScreen;
import org.jailoo.ui.lock.Heartbeat;
import org.jailoo.ui.lock.PrivacyModel;
import org.jailoo.ui.lock.QuietDialogs;
import org.jailoo.ui.unlock.Doors;
import org.jailoo.ui.unlock.UnlockModel;
import org.jailoo.ui.unlock.UnlockScreen;
import org.jspecify.annotations.Nullable;

/** The window's content: locked, or an open notebook; in the language and the theme that are on. */
public final class Shell implements AutoCloseable {
    /**
     * What the shell needs of the machine that it runs on.
     *
     * @param heartbeat null where it never locks by itself, as for pictures
     */
    public record Machine(
            Clock clock,
            ExecutorService workers,
            Doors doors,
            FileDialogs files,
            @Nullable Heartbeat heartbeat) {
        /** One on which nothing locks by itself. */
        public Machine(Clock clock, ExecutorService workers, Doors doors, FileDialogs files) {
            this(clock, workers, doors, files, null);
        }
    }

    private final Machine machine;
    private final FileDialogs files;
    private final Look look;
    private final Tasks tasks;
    private final StackPane content = new StackPane();
    private final WindowPrompts prompts;
    private final Scene scene;
    private final ChangeListener<String> onLanguage = (p, was, is) -> speakAgain();
    private final ChangeListener<Theme> onTheme = (p, was, is) -> wear();
    private final ChangeListener<TextSize> onSize = (p, was, is) -> wear();
    private final String greeted;
    private UnlockModel unlock;
    private final KeySide keys;

    private @Nullable UnlockScreen asking;
    private @Nullable Desk desk;
    private final FromOutside outside = new FromOutside();

    private final KeyWork keyWork;
    private final GuideModel guide = new GuideModel();
    private final @Nullable Guard guard;

    public Shell(Machine machine, Look look, double width, double height, @Nullable Path notebook) {
        this.machine = machine;
        this.files = new QuietDialogs(machine.files(), look, () -> desk, new SecureRandom());
        this.look = look;
        this.greeted = look.language();
        StackPane root = new StackPane(content);
        this.prompts = new WindowPrompts(root, content, () -> Messages.of(look.language()));
        this.scene = new Scene(root, width, height);
        // Before the first control is made: that would load the look of the toolkit, which nobody sees.
        look.theme().apply(scene, look.size());
        this.tasks = Tasks.background(this::failed);
        this.keys = new KeySide(scene, root, () -> Messages.of(look.language()), this::openGuide);
        this.keyWork = new KeyWork(this, root, machine);
        new KyrgyzLetters(scene, root, () -> look.language().equals("ky"));
        this.unlock = locked(notebook);
        look.languageProperty().addListener(onLanguage);
        look.themeProperty().addListener(onTheme);
        look.sizeProperty().addListener(onSize);
        this.guard = machine.heartbeat() == null ? null : new Guard(this, root, machine.heartbeat());
        on(this::lock, KeyCode.L);
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        keyWork::askToErase);
        on(this::find, KeyCode.K);
        on(() -> look.write(look.size().larger()), KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
        on(() -> look.write(look.size().smaller()), KeyCode.MINUS, KeyCode.SUBTRACT);
        on(() -> look.write(TextSize.USUAL), KeyCode.DIGIT0, KeyCode.NUMPAD0);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), this::listKeys);
        useFormats();
        show();
    }

    /** Shows the list of keys at the side, or takes it away again. */
    void listKeys() {
        keys.turn();
    }

    /** Goes to the guide, be a notebook open or not. */
    void openGuide() {
        keys.takeAway();
        if (desk != null) {
            desk.openGuide();
        } else if (asking != null) {
            asking.readGuide();
        }
    }

    private void find() {
        if (desk != null) {
            desk.find();
        }
    }

    /** Does something at Ctrl with any of these keys. */
    private void on(Runnable then, KeyCode... codes) {
        for (KeyCode code : codes) {
            scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), then);
        }
    }

    /** The system's own dialogs for files, over a stage. */
    public static FileDialogs dialogs(Stage stage) {
        return new StageDialogs(stage);
    }

    public Scene scene() {
        return scene;
    }

    /** Says what went wrong; of a notebook that was locked meanwhile there is nothing to say. */
    private void failed(Exception e) {
        if (desk != null) {
            Messages messages = Messages.of(look.language());
            prompts.warn(Failures.of(e, Path.of("")).in(messages));
        }
    }

    private UnlockModel locked(@Nullable Path notebook) {
        UnlockModel model = new UnlockModel(tasks, machine.doors(), notebook, this::open);
        if (notebook == null && look.isFirst()) {
            model.turn(UnlockModel.Mode.WELCOME);
        }
        outside.tell(model);
        return model;
    }

    /** Takes a file that was handed to the program from outside: nothing of it is read before the person opens a notebook. */
    public void receive(Path file) {
        outside.receive(file, unlock);
    }

    void open(Opened opened) {
        desk = new Desk(
                opened,
                new Desk.Room(
                        tasks,
                        machine.workers(),
                        machine.clock(),
                        look,
                        files,
                        prompts,
                        this::lock,
                        keyWork.keys(opened)));
        if (guard != null) {
            guard.begin();
        }
        show();
        if (!opened.sample()) {
            outside.handTo(desk);
        }
    }

    /** Shows the first screen in place of the open notebook, which is then to be closed; null where none is open. */
    @Nullable
    Desk putAway(@Nullable Path next) {
        Desk open = desk;
        if (open != null) {
            desk = null;
            prompts.clear();
            open.clear();
            closeOver();
            unlock = locked(next);
            show();
        }
        return open;
    }

    /** Shows nothing of the notebook any more, and closes it; what was typed is there when it is opened again. */
    public void lock() {
        keyWork.stopErasing();
        Desk open = putAway(desk == null ? null : desk.file());
        if (open != null) {
            // Nothing is seen any more; what is being written may end in its own time.
            tasks.of(watch -> {
                        open.close();
                        return watch;
                    })
                    .onFailure(e -> prompts.warn(Messages.of(look.language()).text("record.unkept.locked")))
                    .start();
        }
    }

    /** Lists, menus and hints lie in windows of their own; whatever is open over this one goes with it. */
    private void closeOver() {
        keys.takeAway();
        if (guard != null) {
            guard.end();
        }
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != scene.getWindow()) {
                window.hide();
            }
        }
    }

    /** Does something once what was typed is kept; where the disk does not take it, the person decides. */
    public void leave(Runnable then) {
        Desk open = desk;
        if (open == null) {
            then.run();
            return;
        }
        Runnable rest = open.rest();
        tasks.of(watch -> {
                    rest.run();
                    return watch;
                })
                .onSuccess(done -> then.run())
                .onFailure(e -> {
                    Messages messages = Messages.of(look.language());
                    prompts.ask(
                            messages.text("record.unkept.title"),
                            messages.text("record.unkept.question"),
                            List.of(
                                    new Prompts.Answer(
                                            messages.text("record.unkept.stay"), Prompts.Kind.MAIN, () -> {}),
                                    new Prompts.Answer(
                                            messages.text("record.unkept.leave"), Prompts.Kind.DANGER, then)));
                })
                .start();
    }

    private void closeDesk() {
        keyWork.stopErasing();
        Desk open = desk;
        desk = null;
        prompts.clear();
        if (open != null) {
            open.clear();
            open.close();
        }
    }

    private void show() {
        boolean reading = asking != null && asking.isGuideRead();
        if (asking != null) {
            asking.hidden();
            asking = null;
        }
        Desk open = desk;
        if (open == null) {
            UnlockScreen screen = new UnlockScreen(unlock, Messages.of(look.language()), files, look, greeted);
            screen.guide(() -> new GuideScreen(guide, Texts.of(look), null));
            asking = screen;
            content.getChildren().setAll(screen.view());
            screen.focus();
            if (reading) {
                screen.readGuide();
            }
        } else {
            content.getChildren().setAll(open.view());
            open.focus();
        }
    }

    /** Calendars and numbers of the toolkit follow the format locale of the whole program. */
    private void useFormats() {
        Locale.setDefault(Locale.Category.FORMAT, Messages.of(look.language()).locale());
    }

    private void speakAgain() {
        useFormats();
        keys.speakAgain();
        if (desk == null) {
            show();
        } else {
            desk.speakAgain();
        }
    }

    private void wear() {
        look.theme().apply(scene, look.size());
        speakAgain();
    }

    /** Opens the sample data; for the first look. */
    public void lookAround() {
        unlock.lookAround();
    }

    UnlockModel unlock() {
        return unlock;
    }

    /** The choices of the open notebook about locking and names. */
    PrivacyModel privacy() {
        return new PrivacyModel(
                look,
                tasks,
                new IdleTime(Objects.requireNonNull(desk, "an open notebook").notebook()),
                time -> {
                    if (guard != null) {
                        guard.idleAfter(time);
                    }
                });
    }

    Messages messages() {
        return Messages.of(look.language());
    }

    KeyWork keyWork() {
        return keyWork;
    }

    Tasks tasks() {
        return tasks;
    }

    Look look() {
        return look;
    }

    WindowPrompts prompts() {
        return prompts;
    }

    boolean isIdle() {
        return tasks.isIdle() && scene.lookup("." + Section.UNBUILT) == null;
    }

    /** The open notebook's desk, for whoever draws or tries the screens; null while locked. */
    @Nullable
    Desk desk() {
        return desk;
    }

    @Override
    public void close() {
        look.languageProperty().removeListener(onLanguage);
        look.themeProperty().removeListener(onTheme);
        look.sizeProperty().removeListener(onSize);
        closeDesk();
        if (guard != null) {
            guard.close();
        }
        unlock.close();
        tasks.close();
    }
}
