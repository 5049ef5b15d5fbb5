package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jailoo.app.AddFile;
import org.jailoo.app.BeginRecord;
import org.jailoo.app.ConsentScripts;
import org.jailoo.app.EarlierInterviews;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.FindEverything;
import org.jailoo.app.HeldFile;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.ListMemory;
import org.jailoo.app.ListRecords;
import org.jailoo.app.MeetingPlan;
import org.jailoo.app.NewParticipant;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.References;
import org.jailoo.app.SaveCopy;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.ShowTables;
import org.jailoo.consent.Audience;
import org.jailoo.i18n.Messages;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.Table;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.exchange.DevicesModel;
import org.jailoo.ui.exchange.ExchangeScreen;
import org.jailoo.ui.exchange.ExportModel;
import org.jailoo.ui.exchange.ImportModel;
import org.jailoo.ui.files.FilesControls;
import org.jailoo.ui.files.Shelf;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.home.HomeModel;
import org.jailoo.ui.home.HomeScreen;
import org.jailoo.ui.interview.Interview;
import org.jailoo.ui.list.ListModel;
import org.jailoo.ui.list.ListScreen;
import org.jailoo.ui.meeting.MeetingControls;
import org.jailoo.ui.meeting.PlanUses;
import org.jailoo.ui.record.RecordScreen;
import org.jailoo.ui.record.RecordViewModel;
import org.jailoo.ui.tables.Reports;
import org.jailoo.ui.tables.TablesModel;
import org.jailoo.ui.tables.TablesScreen;
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
            Runnable lock) {}

    private final Opened opened;
    private final Notebook notebook;
    private final Room room;
    private final BorderPane root = new BorderPane();
    private final StackPane layer = new StackPane(root);
    private final FindBox finder;
    private final HomeModel home;
    private final ExchangeScreen.Models exchange;
    private final PaperWork papers;
    private final FilesControls attached;
    private final Deque<Visit> past = new ArrayDeque<>();
    private Visit visit;
    /** In the language that is on; read once, not at every step. */
    private Texts texts;

    private Sidebar sidebar;
    private @Nullable Screen screen;
    private Runnable rest = () -> {};

    /** A place with the way to make its screen in a language; what was typed there lives on in its model. */
    private record Visit(Place place, Function<Texts, Screen> make) {}

    Desk(Opened opened, Room room) {
        this.opened = opened;
        this.notebook = opened.notebook();
        this.room = room;
        this.finder = new FindBox(layer, room.tasks(), new FindEverything(notebook), this);
        this.home = FirstPage.model(opened, room);
        ImportBundle imports = new ImportBundle(notebook, room.clock(), room.workers());
        this.exchange = new ExchangeScreen.Models(
                new SimpleObjectProperty<>(ExchangeScreen.Part.IMPORT),
                new ImportModel(room.tasks(), imports, notebook, home::reload),
                new ExportModel(room.tasks(), new ExportBundle(notebook, room.clock())),
                new DevicesModel(room.tasks(), notebook));
        this.papers = new PaperWork(notebook, room, this);
        if (opened.sample()) {
            root.setTop(new SampleStrip(Messages.of(room.look().language()), room.lock()));
        }
        this.attached = new FilesControls(new Shelf(
                new AddFile(notebook),
                new SaveCopy(notebook),
                sha256 -> HeldFile.find(notebook, sha256),
                room.tasks(),
                new Shelf.Asking(room.files(), room.prompts())));
        this.visit = visit(new Place.Home());
        this.texts = Texts.of(room.look());
        this.sidebar = sidebar(texts);
        show(visit);
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
                        this::find),
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
        if (place instanceof Place.Records records) {
            ListModel model = new ListModel(room.tasks(), sources(), records.type(), records.search());
            return new Visit(place, texts -> new ListScreen(model, notebook.schema(), texts, this));
        }
        if (place instanceof Place.Exchange) {
            return new Visit(
                    place,
                    texts -> new ExchangeScreen(
                            exchange, texts, new ExchangeScreen.Asking(room.files(), room.prompts())));
        }
        if (place instanceof Place.One one) {
            RecordViewModel model = model();
            if (one.record() == null) {
                model.anew(one.type());
            } else {
                model.open(one.record());
            }
            return visit(one, model);
        }
        if (place instanceof Place.Plan plan) {
            MeetingControls.Plans plans = MeetingControls.plans(
                    plan.focusGroup(),
                    new PlanUses(
                            notebook,
                            new MeetingPlan(notebook),
                            new SaveRecord(notebook, room.clock()),
                            new KeepDrafts(notebook, room.clock())),
                    room.tasks(),
                    this,
                    room.prompts());
            return new Visit(place, plans::screen);
        }
        if (place instanceof Place.Tables) {
            TablesModel model = new TablesModel(room.tasks(), reports());
            return new Visit(
                    place,
                    texts -> new TablesScreen(model, texts, new TablesScreen.Asking(room.files(), room.prompts())));
        }
        if (place instanceof Place.Intake intake) {
            return new Visit(place, papers.intake(intake.type()));
        }
        if (place instanceof Place.Paper paper) {
            return new Visit(place, papers.forms(paper.type()));
        }
        return new Visit(
                place,
                texts -> new HomeScreen(
                        home, texts, this, new HomeScreen.Asking(room.files(), room.prompts()), opened.sample()));
    }

    /** The controls that fields have of their own; every one is asked, the first answer counts. */
    private List<OwnControls> own() {
        return List.of(
                attached,
                new MeetingControls(new MeetingPlan(notebook), this),
                new Interview(new Interview.Desk(
                        new ConsentScripts(notebook),
                        new EarlierInterviews(notebook),
                        new NewParticipant(notebook, room.clock()),
                        room.prompts(),
                        room.clock())));
    }

    private Visit visit(Place.One one, RecordViewModel model) {
        References references = new References(notebook);
        return new Visit(
                one,
                texts -> new RecordScreen(
                        model, texts, new RecordScreen.Around(this, room.prompts(), references, room.tasks(), own())));
    }

    private RecordViewModel model() {
        return new RecordViewModel(new RecordViewModel.Desk(
                notebook.schema(),
                new RecordViewModel.Uses(
                        new OpenRecord(notebook),
                        new SaveRecord(notebook, room.clock()),
                        new RecordHistory(notebook),
                        new KeepDrafts(notebook, room.clock()),
                        new BeginRecord(notebook)),
                room.tasks()));
    }

    private Reports reports() {
        ShowTables show = new ShowTables(notebook, room.clock(), ZoneId.systemDefault());
        ExportWorkbook export = new ExportWorkbook(notebook, room.clock(), ZoneId.systemDefault());
        return new Reports() {
            @Override
            public List<Table> tables(Audience audience, String language, Watch watch) {
                return show.tables(audience, language, watch::at);
            }

            @Override
            public void workbook(Path file, Audience audience, String language, Watch watch) throws IOException {
                export.export(new ExportWorkbook.Order(file, audience, language), watch::at);
            }
        };
    }

    private ListModel.Sources sources() {
        return new ListModel.Sources(
                new ListRecords(notebook), new References(notebook), notebook.schema(), new ListMemory(notebook));
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

    PaperWork papers() {
        return papers;
    }

    ExchangeScreen.Models exchange() {
        return exchange;
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
            RecordViewModel model = model();
            model.begin(type, record);
            arrive(visit(new Place.One(type, null), model));
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
            ListModel model = new ListModel(room.tasks(), sources(), type, null);
            model.showProperty().set(Show.IN_CONFLICT);
            arrive(new Visit(
                    new Place.Records(type, null), texts -> new ListScreen(model, notebook.schema(), texts, this)));
        });
    }

    @Override
    public void openPlan(String focusGroup) {
        go(new Place.Plan(focusGroup));
    }

    @Override
    public void openExchange() {
        go(new Place.Exchange());
    }

    @Override
    public void openTables() {
        go(new Place.Tables());
    }

    @Override
    public void openIntake(String type) {
        go(new Place.Intake(type));
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
        return screen == null ? () -> {} : screen.rest();
    }

    /** Lets go of everything that is shown or waits. On the window's thread. */
    void clear() {
        finder.close();
        if (screen != null) {
            rest = rest();
            screen.end();
            screen.hidden();
        }
        exchange.imports().close();
        home.close();
        attached.close();
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
