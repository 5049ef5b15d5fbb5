package org.jailoo.ui.shell;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.AddFile;
import org.jailoo.app.BeginRecord;
import org.jailoo.app.ConsentScripts;
import org.jailoo.app.CustodyStory;
import org.jailoo.app.EarlierInterviews;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.HeldFile;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.ListMemory;
import org.jailoo.app.ListRecords;
import org.jailoo.app.MeetingPlan;
import org.jailoo.app.NamesOf;
import org.jailoo.app.NamesTime;
import org.jailoo.app.NewParticipant;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.ReceivedByLead;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.References;
import org.jailoo.app.SaveCopy;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.SharedFolder;
import org.jailoo.app.UndoImport;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.exchange.ExchangeScreen;
import org.jailoo.ui.exchange.ExportModel;
import org.jailoo.ui.exchange.FolderModel;
import org.jailoo.ui.exchange.HistoryModel;
import org.jailoo.ui.exchange.ImportModel;
import org.jailoo.ui.exchange.ImportWays;
import org.jailoo.ui.exchange.ReceiversModel;
import org.jailoo.ui.files.FilesControls;
import org.jailoo.ui.files.Shelf;
import org.jailoo.ui.form.Caret;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.guide.GuideModel;
import org.jailoo.ui.guide.GuideScreen;
import org.jailoo.ui.home.HomeModel;
import org.jailoo.ui.home.HomeScreen;
import org.jailoo.ui.identity.LockedScreen;
import org.jailoo.ui.identity.NamesControls;
import org.jailoo.ui.interview.Interview;
import org.jailoo.ui.list.ListModel;
import org.jailoo.ui.list.ListScreen;
import org.jailoo.ui.meeting.MeetingControls;
import org.jailoo.ui.meeting.PlanUses;
import org.jailoo.ui.record.RecordScreen;
import org.jailoo.ui.record.RecordViewModel;
import org.jailoo.ui.safety.SafetyModel;
import org.jailoo.ui.tables.TablesModel;
import org.jailoo.ui.tables.TablesScreen;
import org.jspecify.annotations.Nullable;

/** The screens of an open notebook, each wired to its use cases. */
final class Screens {
    private final Notebook notebook;
    private final Desk.Room room;
    private final HomeModel home;
    private final Navigator navigator;
    private final ExchangeScreen.Models exchange;
    private final PaperWork papers;
    private final FilesControls attached;
    private final Protection protection;
    private final GuideModel guide = new GuideModel();
    private final NamesModel names;
    private final NamesControls namesControls;
    private final WithdrawWork withdrawals;
    private final DevicesWork devices;
    private final ConflictWork contradictions;
    private final PersonsWork persons;
    private final RoundWork round;
    private final EvidenceWork evidence;

    /**
     * The ways from a screen.
     *
     * @param erased runs after records were erased: what is still in memory of them goes
     */
    record Ways(Navigator navigator, Runnable erased) {}

    Screens(Opened opened, Desk.Room room, HomeModel home, Ways ways) {
        this.notebook = opened.notebook();
        this.room = room;
        this.home = home;
        this.navigator = ways.navigator();
        this.names = new NamesModel(
                new NamesModel.Room(
                        notebook.identities(),
                        room.tasks(),
                        room.clock(),
                        new SimpleIntegerProperty(new NamesTime(notebook).minutes())),
                opened.sample());
        this.withdrawals = new WithdrawWork(notebook, room, home, ways, names);
        this.contradictions = new ConflictWork(notebook, room, ways, names, home::reload);
        this.round = new RoundWork(notebook, room, ways.navigator(), home::reload);
        this.persons = new PersonsWork(notebook, room, ways.navigator(), names, home::reload);
        this.namesControls = new NamesControls(
                notebook.schema(),
                new NamesControls.Uses(
                        new NamesOf(notebook, room.clock()),
                        new SaveRecord(notebook, room.clock()),
                        new KeepDrafts(notebook, room.clock()),
                        new RecordHistory(notebook),
                        new HandOverIdentities(notebook, room.clock())),
                room.tasks(),
                names);
        ImportBundle imports = new ImportBundle(notebook, room.clock(), room.workers());
        this.exchange = new ExchangeScreen.Models(
                new SimpleObjectProperty<>(ExchangeScreen.Part.IMPORT),
                new ImportModel(
                        room.tasks(), new ImportModel.Uses(imports, notebook, persons.likely(), names, this::imported)),
                new ExportModel(room.tasks(), new ExportBundle(notebook, room.clock()), names),
                new ReceiversModel(room.tasks(), notebook),
                new FolderModel(
                        room.tasks(),
                        new FolderModel.Uses(
                                new SharedFolder(notebook, imports, room.clock()),
                                notebook,
                                names,
                                files -> exchange().imports().add(files))),
                new HistoryModel(room.tasks(), notebook, new UndoImport(notebook, room.clock()), () -> {
                    ways.erased().run();
                    home.reload();
                }));
        this.devices = new DevicesWork(notebook, room, home::reload);
        this.evidence = new EvidenceWork(notebook, room, navigator);
        this.papers = new PaperWork(notebook, room, navigator, names);
        this.protection = new Protection(opened, room, navigator, names);
        this.attached = new FilesControls(new Shelf(
                new AddFile(notebook),
                new SaveCopy(notebook, room.clock(), ZoneId.systemDefault()),
                sha256 -> HeldFile.find(notebook, sha256),
                room.tasks(),
                new Shelf.Asking(room.files(), room.prompts())));
    }

    /** The way to make the screen of a place in a language; what is typed there lives on in its model. */
    Function<Texts, Screen> of(Place place) {
        if (place instanceof Place.Records records) {
            ListModel model = new ListModel(room.tasks(), sources(), records.type(), records.search());
            return texts -> new ListScreen(model, notebook.schema(), texts, navigator);
        }
        if (place instanceof Place.Exchange) {
            return texts -> new ExchangeScreen(
                    exchange,
                    texts,
                    new ExchangeScreen.Asking(
                            room.files(), room.prompts(), navigator::openWithdrawals, importWays(texts)));
        }
        if (place instanceof Place.Devices) {
            return devices.screen();
        }
        if (place instanceof Place.Persons) {
            return persons.screen();
        }
        if (place instanceof Place.Conflicts at) {
            return contradictions.of(at.record());
        }
        if (place instanceof Place.Withdraw withdraw) {
            return withdrawals.of(withdraw.record());
        }
        if (place instanceof Place.Withdrawals) {
            return withdrawals.all();
        }
        if (place instanceof Place.Promise) {
            return texts -> new PromisePage(texts, navigator);
        }
        if (place instanceof Place.Guide) {
            return texts -> new GuideScreen(guide, texts, navigator);
        }
        if (place instanceof Place.One one) {
            if (!notebook.schema().codeSafe(one.type())) {
                return texts -> new LockedScreen(names, texts, () -> one(one).apply(texts));
            }
            return one(one);
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
                    navigator,
                    room.prompts());
            return plans::screen;
        }
        if (place instanceof Place.Tables) {
            TablesModel model = new TablesModel(room.tasks(), new ReportWork(notebook, room.clock()));
            return texts -> new TablesScreen(
                    model,
                    texts,
                    new TablesScreen.Asking(
                            room.files(), room.prompts(), navigator::openBehind, navigator::openCrosstab));
        }
        if (place instanceof Place.Crosstab) {
            return CrosstabWork.screen(notebook, room, navigator);
        }
        if (place instanceof Place.Round) {
            return round.screen();
        }
        if (place instanceof Place.Protection) {
            return protection.screen();
        }
        if (place instanceof Place.Intake intake) {
            return papers.intake(intake.type());
        }
        if (place instanceof Place.Paper paper) {
            return papers.forms(paper.type());
        }
        if (place instanceof Place.Testimony testimony) {
            return evidence.testimony(testimony.interview());
        }
        if (place instanceof Place.Behind behind) {
            return evidence.behind(behind.figure());
        }
        return texts -> new HomeScreen(home, texts, navigator, new HomeScreen.Asking(room.files(), room.prompts()));
    }

    private void imported() {
        home.reload();
        exchange.folder().taken();
    }

    /** A second has passed. */
    void tick() {
        names.tick();
        exchange.folder().tick();
    }

    private ImportWays importWays(Texts texts) {
        return new ImportWays(
                () -> navigator.openConflictQueue(null), new References(notebook), devices.receipts(texts));
    }

    private Function<Texts, Screen> one(Place.One one) {
        RecordViewModel model = model();
        if (one.record() == null) {
            model.anew(one.type());
        } else {
            model.open(one.record());
        }
        return record(model);
    }

    private Function<Texts, Screen> record(RecordViewModel model) {
        RecordScreen.Around around = new RecordScreen.Around(
                navigator,
                room.prompts(),
                new References(notebook),
                room.tasks(),
                own(),
                new CustodyStory(notebook),
                new ReceivedByLead(notebook));
        return texts -> new RecordScreen(model, texts, around);
    }

    /** A record, with the keyboard where a value stands. */
    Function<Texts, Screen> at(String record, String path, int place) {
        RecordViewModel model = model();
        model.open(record, path.isEmpty() ? null : Caret.at(path, place));
        return record(model);
    }

    /** A new record that goes on from another. */
    Function<Texts, Screen> next(String type, String like) {
        if (!notebook.schema().codeSafe(type)) {
            return of(new Place.One(type, null));
        }
        RecordViewModel model = model();
        model.begin(type, like);
        return record(model);
    }

    /** The list of those records of a type that are in conflict. */
    Function<Texts, Screen> conflicts(String type) {
        ListModel model = new ListModel(room.tasks(), sources(), type, null);
        model.showProperty().set(Show.IN_CONFLICT);
        return texts -> new ListScreen(model, notebook.schema(), texts, navigator);
    }

    /** The controls that fields have of their own; every one is asked, the first answer counts. */
    private List<OwnControls> own() {
        return List.of(
                attached,
                namesControls,
                new MeetingControls(new MeetingPlan(notebook), navigator),
                evidence.controls(),
                new Interview(new Interview.Desk(
                        new ConsentScripts(notebook),
                        new EarlierInterviews(notebook),
                        new NewParticipant(notebook, room.clock()),
                        room.prompts(),
                        room.clock(),
                        navigator)));
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

    private ListModel.Sources sources() {
        return new ListModel.Sources(
                new ListRecords(notebook), new References(notebook), notebook.schema(), new ListMemory(notebook));
    }

    WithdrawWork withdrawals() {
        return withdrawals;
    }

    RoundWork round() {
        return round;
    }

    DevicesWork devices() {
        return devices;
    }

    /** The door to names and contacts. */
    NamesModel names() {
        return names;
    }

    PaperWork papers() {
        return papers;
    }

    @Nullable
    SafetyModel protection() {
        return protection.model();
    }

    ExchangeScreen.Models exchange() {
        return exchange;
    }

    /** Lets go of what waits or plays. */
    void close() {
        exchange.imports().close();
        exchange.folder().close();
        attached.close();
        persons.close();
    }
}
