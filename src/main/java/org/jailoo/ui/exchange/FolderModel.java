package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.FolderPlan;
import org.jailoo.app.FolderPlan.What;
import org.jailoo.app.FolderTrouble;
import org.jailoo.app.FolderView;
import org.jailoo.app.FolderView.Found;
import org.jailoo.app.FolderView.State;
import org.jailoo.app.SharedFolder;
import org.jailoo.app.SharedFolder.Choice;
import org.jailoo.bundle.Manifest.Scope;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/**
 * The shared folder while the notebook is open: looked into again and again, seldom while nothing happens there; written
 * into when the person says so, or by itself if she chose that. What is complete is offered, never imported.
 */
public final class FolderModel {
    private static final Path NOWHERE = Path.of("");

    /** What the model works with. */
    public record Uses(SharedFolder folder, Notebook notebook, NamesModel names, Consumer<List<Path>> desk) {}

    /** A device as the page shows it. */
    record Whom(String id, String name, String digits) {}

    /**
     * What is known.
     *
     * @param choice null while no folder was chosen
     * @param view null before the first look
     * @param trusted for whom something may be written
     * @param names by device id, of whoever is named by a file
     */
    record Shown(
            @Nullable Choice choice,
            @Nullable FolderView view,
            @Nullable FolderPlan plan,
            List<Whom> trusted,
            Map<String, String> names) {}

    /** What became of the last thing that the person did. */
    record Said(Sentence sentence, boolean warning) {}

    private final Uses uses;
    private final FolderPace pace = new FolderPace();
    private final ObjectProperty<Shown> shown =
            new SimpleObjectProperty<>(new Shown(null, null, null, List.of(), Map.of()));
    private final ObjectProperty<@Nullable Said> said = new SimpleObjectProperty<>();
    private final InTurn<Read> turns;
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private String stamp = "";
    private boolean begun;

    public FolderModel(Tasks tasks, Uses uses) {
        this.uses = uses;
        this.turns = new InTurn<>(tasks, this::failed);
        uses.names().state().addListener((p, was, is) -> {
            if (is == NamesModel.State.OPEN && waiting.get()) {
                send(false);
            }
        });
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown;
    }

    ReadOnlyObjectProperty<@Nullable Said> said() {
        return said;
    }

    ReadOnlyBooleanProperty busy() {
        return turns.busy();
    }

    /** Whether something is sent once the names that go along are open. */
    ReadOnlyBooleanProperty waiting() {
        return waiting;
    }

    NamesModel names() {
        return uses.names();
    }

    /** A second has passed; on the window's thread. */
    public void tick() {
        if (turns.busy().get()) {
            return;
        }
        if (!begun) {
            begun = true;
            look(false);
        } else if (shown.get().choice() != null && pace.tick()) {
            look(false);
        }
    }

    /** Reads again what was chosen and who is trusted, and looks. */
    public void reload() {
        begun = true;
        look(false);
    }

    /** A bundle was taken in: others are told soon, if the person chose so. */
    public void taken() {
        pace.taken();
        if (begun) {
            look(false);
        }
    }

    /** Looks because the person said so: what was not whole is read once more. */
    void lookNow() {
        said.set(null);
        look(true);
    }

    private void look(boolean again) {
        turns.start(new InTurn.Job<>(watch -> read(again, watch), true, () -> {}, this::took));
    }

    /** Answers of one piece of work. */
    private record Read(Shown shown, String stamp, long nanos) {}

    private Read read(boolean again, Watch watch) throws Exception {
        long begin = System.nanoTime();
        Choice choice = uses.folder().choice().orElse(null);
        FolderView view = null;
        FolderPlan plan = null;
        String now = "";
        if (choice != null) {
            view = uses.folder().look(choice, again, watch::at);
            if (view.trouble() == null) {
                now = uses.folder().stamp(choice, view);
                Shown before = shown.get();
                plan = !again && now.equals(stamp) && before.plan() != null
                        ? before.plan()
                        : uses.folder().plan(choice, view);
            }
        }
        return new Read(of(choice, view, plan), now, System.nanoTime() - begin);
    }

    private Shown of(@Nullable Choice choice, @Nullable FolderView view, @Nullable FolderPlan plan) {
        List<Whom> trusted = new ArrayList<>();
        Map<String, String> names = new TreeMap<>();
        String self = uses.notebook().device().deviceId();
        for (Device device : uses.notebook().devices().all()) {
            String id = device.card().deviceId();
            names.put(id, device.card().shownName());
            if (device.trust() == Trust.TRUSTED && !id.equals(self)) {
                trusted.add(new Whom(
                        id,
                        device.card().shownName(),
                        device.card().fingerprint().digits()));
            }
        }
        return new Shown(choice, view, plan, trusted, names);
    }

    private void took(Read read) {
        boolean moved = !read.stamp().equals(stamp);
        boolean sameFiles = Objects.equals(read.shown().view(), shown.get().view());
        stamp = read.stamp();
        if (!read.shown().equals(shown.get())) {
            shown.set(read.shown());
        }
        FolderView view = read.shown().view();
        if (moved) {
            pace.changed();
        }
        pace.looked(view == null || view.trouble() != null, view != null && view.moving(), sameFiles, read.nanos());
        Choice choice = read.shown().choice();
        FolderPlan plan = read.shown().plan();
        boolean may = choice != null && choice.unasked() && view != null && !view.emptied();
        if (may && plan != null && plan.isDue() && pace.isCalm()) {
            // Names that are closed are not asked for while nobody asked for anything.
            if (plan.scope() != Scope.ALL || names().isOpen()) {
                write(false);
            }
        }
    }

    /** Chooses the folder; what was chosen about it before stays chosen. */
    void choose(Path folder) {
        Choice before = shown.get().choice();
        set(
                before == null
                        ? new Choice(folder, List.of(), false, false)
                        : new Choice(folder, before.to(), before.names(), before.unasked()));
    }

    /** Has the person's word about one of the receivers. */
    void to(String device, boolean chosen) {
        Choice before = shown.get().choice();
        if (before != null) {
            List<String> to = new ArrayList<>(before.to());
            to.remove(device);
            if (chosen) {
                to.add(device);
            }
            to.sort(null);
            set(new Choice(before.folder(), to, before.names(), before.unasked()));
        }
    }

    void names(boolean along) {
        Choice before = shown.get().choice();
        if (before != null) {
            set(new Choice(before.folder(), before.to(), along, before.unasked()));
        }
    }

    void unasked(boolean byItself) {
        Choice before = shown.get().choice();
        if (before != null) {
            set(new Choice(before.folder(), before.to(), before.names(), byItself));
        }
    }

    private void set(Choice choice) {
        said.set(null);
        Shown was = shown.get();
        boolean same = was.choice() != null && was.choice().folder().equals(choice.folder());
        shown.set(new Shown(choice, same ? was.view() : null, null, was.trusted(), was.names()));
        change(() -> uses.folder().choose(choice));
    }

    /** Uses no shared folder any more; what lies there stays. */
    void leave() {
        said.set(null);
        change(() -> uses.folder().leave());
    }

    private void change(Runnable change) {
        turns.start(new InTurn.Job<>(
                watch -> {
                    change.run();
                    return read(false, watch);
                },
                false,
                () -> {},
                this::took));
    }

    /** Hands what is complete to the import desk, where the person sees it first. */
    void takeIn() {
        FolderView view = shown.get().view();
        if (view != null) {
            uses.desk().accept(view.in(State.READY).stream().map(Found::path).toList());
        }
    }

    /**
     * Writes what is to be sent.
     *
     * @param anew all that was not confirmed, also what lies there already
     */
    void send(boolean anew) {
        said.set(null);
        waiting.set(false);
        write(anew);
    }

    private void write(boolean anew) {
        Choice choice = shown.get().choice();
        if (choice == null) {
            return;
        }
        boolean[] written = {false};
        // Where names go along they must not close in the middle.
        Runnable let = names().hold();
        turns.start(new InTurn.Job<>(
                watch -> {
                    FolderView view = uses.folder().look(choice, false, watch::at);
                    if (view.trouble() == null) {
                        FolderPlan plan = uses.folder().plan(choice, view);
                        if (plan.isDue() || (anew && plan.what() != What.NOBODY)) {
                            uses.folder().write(choice, plan, view, anew, watch::at);
                            written[0] = true;
                        }
                    }
                    return read(false, watch);
                },
                false,
                let,
                read -> {
                    FolderView view = read.shown().view();
                    if (view != null && view.trouble() == null) {
                        say(Sentence.of(written[0] ? "exchange.folder.sent" : "exchange.folder.sent-nothing"));
                    }
                    took(read);
                }));
    }

    private void say(Sentence sentence) {
        said.set(new Said(sentence, false));
    }

    /** Removes files of ours that everybody has confirmed. */
    void clear() {
        Choice choice = shown.get().choice();
        FolderPlan plan = shown.get().plan();
        if (choice == null || plan == null) {
            return;
        }
        int[] gone = {0};
        turns.start(new InTurn.Job<>(
                watch -> {
                    FolderView view = uses.folder().look(choice, false, watch::at);
                    gone[0] = uses.folder().clear(view, plan.spent(), watch::at);
                    return read(false, watch);
                },
                false,
                () -> {},
                read -> {
                    say(Sentence.of("exchange.folder.cleared", gone[0]));
                    took(read);
                }));
    }

    private void failed(Exception failure) {
        pace.looked(true, false, true, 0);
        if (failure instanceof NotebookException known && known.fault() == NotebookException.Fault.IDENTITIES_CLOSED) {
            waiting.set(true);
        } else {
            said.set(new Said(sentence(failure), true));
        }
    }

    private Sentence sentence(Exception failure) {
        if (failure instanceof FolderTrouble.Stopped stopped) {
            return trouble(stopped.trouble());
        }
        if (failure instanceof ReceiverRefused refused) {
            String device = String.valueOf(refused.getMessage());
            return Sentence.of("exchange.folder.left-out", shown.get().names().getOrDefault(device, device));
        }
        Choice choice = shown.get().choice();
        return Failures.of(failure, choice == null ? NOWHERE : choice.folder());
    }

    /** What a person is told about a trouble. */
    static Sentence trouble(FolderTrouble trouble) {
        return Sentence.of(
                switch (trouble) {
                    case MISSING -> "exchange.folder.trouble.missing";
                    case NO_RIGHTS -> "exchange.folder.trouble.no-rights";
                    case UNREADABLE -> "exchange.folder.trouble.unreadable";
                    case READ_ONLY -> "exchange.folder.trouble.read-only";
                    case FULL -> "exchange.folder.trouble.full";
                    case NOT_WRITTEN -> "exchange.folder.trouble.not-written";
                });
    }

    /** The notebook closes. */
    public void close() {
        turns.close();
    }
}
