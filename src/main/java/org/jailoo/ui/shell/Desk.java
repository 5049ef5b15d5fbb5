package org.jailoo.ui.shell;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jailoo.app.FindEverything;
import org.jailoo.i18n.Messages;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Figure;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.exchange.ExchangeScreen;
import org.jailoo.ui.home.HomeModel;
import org.jailoo.ui.safety.SafetyModel;
import org.jspecify.annotations.Nullable;

/** An open notebook in the window: its use cases wired to its screens, and the way between them. */
final class Desk implements Navigator, AutoCloseable {
    /** What a desk needs of the window around it. */
    record Room(
            Tasks tasks,
            ExecutorService workers,
            Clock clock,
            Look look,
            FileDialogs files,
            Prompts prompts,
            Runnable lock,
            Protection.Keys keys) {}

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Opened opened;
    private final Notebook notebook;
    private final Room room;
    private final BorderPane root = new BorderPane();
    private final StackPane layer = new StackPane(root);
    private final FindBox finder;
    private final HomeModel home;
    private final Screens screens;
    private final Deque<Visit> past = new ArrayDeque<>();
    private Visit visit;
    /** In the language that is on; read once, not at every step. */
    private Texts texts;

    private Sidebar sidebar;
    private @Nullable Screen screen;
    private Runnable rest = () -> {};
    private boolean cleared;

    /** A place with the way to make its screen in a language; what was typed there lives on in its model. */
    private record Visit(Place place, Function<Texts, Screen> make) {}

    Desk(Opened opened, Room room) {
        this.opened = opened;
        this.notebook = opened.notebook();
        this.room = room;
        this.finder = new FindBox(layer, room.tasks(), new FindEverything(notebook), this);
        this.home = FirstPage.model(opened, room);
        if (opened.sample()) {
            root.setTop(new SampleStrip(Messages.of(room.look().language()), room.lock()));
        }
        this.screens = new Screens(opened, room, home, new Screens.Ways(this, this::forget));
        tick(room.tasks(), new WeakReference<>(this));
        this.visit = visit(new Place.Home());
        this.texts = Texts.of(room.look());
        this.sidebar = sidebar(texts);
        show(visit);
    }

    /** The window around it, for another desk in its place. */
    Room room() {
        return room;
    }

    Parent view() {
        return layer;
    }

    /** Opens the box over everything, or closes it. */
    void find() {
        finder.toggle(texts, room.lock());
    }

    private Sidebar sidebar(Texts texts) {
        Sidebar made = new Sidebar(
                texts.messages(),
                new Sidebar.Frame(
                        String.valueOf(opened.file().getFileName()),
                        opened.sample(),
                        room.look(),
                        room.lock(),
                        this::find,
                        this::openGuide),
                home.conflictsProperty(),
                this::go);
        root.setLeft(made);
        return made;
    }

    /** Says everything again in the language that is on now. */
    void speakAgain() {
        finder.close();
        texts = Texts.of(room.look());
        if (opened.sample()) {
            root.setTop(new SampleStrip(texts.messages(), room.lock()));
        }
        sidebar = sidebar(texts);
        show(visit);
    }

    private Visit visit(Place place) {
        return new Visit(place, screens.of(place));
    }

    void go(Place place) {
        leave(() -> {
            past.push(visit);
            arrive(visit(place));
        });
    }

    private void arrive(Visit next) {
        visit = next;
        show(next);
        home.reload();
    }

    /** Does something once the screen agrees to be left; where it does not, the sidebar goes back to it. */
    void leave(Runnable then) {
        if (screen == null || screen.mayLeave(then)) {
            then.run();
        } else {
            sidebar.select(visit.place().entry());
        }
    }

    private void show(Visit now) {
        if (screen != null) {
            screen.hidden();
        }
        Screen made = now.make().apply(texts);
        screen = made;
        root.setCenter(made.view());
        sidebar.select(now.place().entry());
        made.shown();
        focus();
    }

    /** Puts the keyboard where people begin on this screen. */
    void focus() {
        root.getCenter().requestFocus();
        if (screen != null) {
            screen.focus();
        }
    }

    /** The file of the notebook; empty for the sample, which nobody opens twice. */
    @Nullable
    Path file() {
        return opened.sample() ? null : opened.file();
    }

    Notebook notebook() {
        return notebook;
    }

    WithdrawWork withdrawals() {
        return screens.withdrawals();
    }

    /** Names close by themselves when nobody uses them. Not by an animation: that would beat sixty times a second. */
    private static void tick(Tasks tasks, WeakReference<Desk> open) {
        tasks.after(TICK, () -> {
            // What waits for its second must not keep a locked notebook in memory.
            Desk desk = open.get();
            if (desk != null && !desk.cleared) {
                desk.screens.tick();
                tick(tasks, open);
            }
        });
    }

    /** The door to names and contacts. */
    NamesModel names() {
        return screens.names();
    }

    PaperWork papers() {
        return screens.papers();
    }

    /** What the place for protection does; null in the sample. */
    @Nullable
    SafetyModel protection() {
        return screens.protection();
    }

    ExchangeScreen.Models exchange() {
        return screens.exchange();
    }

    /** Lays bundles on the import desk, as if they had been dropped there. */
    void receive(List<Path> bundles) {
        exchange().part().set(ExchangeScreen.Part.IMPORT);
        exchange().imports().add(bundles);
        go(new Place.Exchange());
    }

    @Override
    public void openRecord(String type, String record) {
        go(new Place.One(type, record));
    }

    @Override
    public void newRecord(String type) {
        go(new Place.One(type, null));
    }

    @Override
    public void nextLike(String type, String record) {
        leave(() -> {
            past.push(visit);
            arrive(new Visit(new Place.One(type, null), screens.next(type, record)));
        });
    }

    @Override
    public void openList(String type, @Nullable String search) {
        go(new Place.Records(type, search));
    }

    @Override
    public void openConflicts(String type) {
        leave(() -> {
            past.push(visit);
            arrive(new Visit(new Place.Records(type, null), screens.conflicts(type)));
        });
    }

    @Override
    public void openConflictQueue(@Nullable String record) {
        go(new Place.Conflicts(record));
    }

    @Override
    public void openPlan(String focusGroup) {
        go(new Place.Plan(focusGroup));
    }

    @Override
    public void withdraw(String type, String record) {
        go(new Place.Withdraw(type, record));
    }

    @Override
    public void openWithdrawals() {
        go(new Place.Withdrawals());
    }

    @Override
    public void openRecordAt(String type, String record, String path, int place) {
        leave(() -> {
            past.push(visit);
            arrive(new Visit(new Place.One(type, record), screens.at(record, path, place)));
        });
    }

    /** Lets go of every screen that may still hold words of what was erased. */
    private void forget() {
        past.clear();
        finder.close();
        home.forget();
    }

    @Override
    public void openExchange() {
        go(new Place.Exchange());
    }

    @Override
    public void openHandOver() {
        exchange().part().set(ExchangeScreen.Part.EXPORT);
        openExchange();
    }

    @Override
    public void openDevices() {
        go(new Place.Devices());
    }

    RoundWork round() {
        return screens.round();
    }

    DevicesWork devices() {
        return screens.devices();
    }

    @Override
    public void openTables() {
        go(new Place.Tables());
    }

    @Override
    public void openCrosstab() {
        go(new Place.Crosstab());
    }

    @Override
    public void openPromise() {
        go(new Place.Promise());
    }

    @Override
    public void openGuide() {
        go(new Place.Guide());
    }

    @Override
    public void openProtection() {
        go(new Place.Protection());
    }

    @Override
    public void openIntake(String type) {
        go(new Place.Intake(type));
    }

    @Override
    public void openBehind(Figure figure) {
        go(new Place.Behind(figure));
    }

    @Override
    public void openTestimony(String interview) {
        go(new Place.Testimony(interview));
    }

    @Override
    public void openPaper(String type) {
        go(new Place.Paper(type));
    }

    @Override
    public void back() {
        leave(() -> arrive(past.isEmpty() ? visit(new Place.Home()) : past.pop()));
    }

    /** What is still to be done so that nothing typed is lost. */
    Runnable rest() {
        Runnable shown = screen == null ? () -> {} : screen.rest();
        Runnable names = screens.names().rest();
        return () -> {
            shown.run();
            names.run();
        };
    }

    /** Lets go of everything that is shown or waits. On the window's thread. */
    void clear() {
        finder.close();
        cleared = true;
        rest = rest();
        screens.names().shut();
        if (screen != null) {
            screen.end();
            screen.hidden();
        }
        home.close();
        screens.close();
    }

    /** Keeps what was typed and closes the notebook; waits for what is being written. From any thread. */
    @Override
    public void close() {
        try {
            rest.run();
        } finally {
            notebook.close();
        }
    }
}
