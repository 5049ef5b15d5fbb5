package org.jailoo.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jailoo.consent.Audience;
import org.jailoo.demo.SampleData;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.report.Table;
import org.jailoo.ui.exchange.ExchangeScreen.Part;
import org.jailoo.ui.unlock.UnlockModel.Mode;
import org.jspecify.annotations.Nullable;

/** The scenes of the gallery: how each screen is reached on the sample data. */
final class Scenes implements AutoCloseable, WithdrawalScenes.Hands {
    /**
     * A picture and the way to it; the layout comes to rest after each move.
     *
     * @param name the beginning of the file's name
     * @param goesOn whether it begins where the one before it has ended
     */
    record Step(String name, boolean goesOn, List<Runnable> moves) {
        static Step of(String name, Runnable... moves) {
            return new Step(name, false, List.of(moves));
        }

        /** A picture that is reached from the one before it alone. */
        static Step then(String name, Runnable... moves) {
            return new Step(name, true, List.of(moves));
        }

        /** Whether its name begins with one of these, parted by commas; with nothing every one does. */
        boolean isWanted(String beginnings) {
            return Arrays.stream(beginnings.split(",", -1)).anyMatch(name::startsWith);
        }

        /** The steps whose names begin so, with those that lead to them. */
        static List<Step> wanted(List<Step> all, String beginnings) {
            List<Step> wanted = new ArrayList<>();
            boolean leads = false;
            for (int i = all.size() - 1; i >= 0; i--) {
                Step step = all.get(i);
                if (leads || step.isWanted(beginnings)) {
                    wanted.add(0, step);
                    leads = step.goesOn();
                }
            }
            return wanted;
        }
    }

    private static final String PASTED = """
            №\tИш-чара\tМөөнөтү\tЖооптуу
            1\tТегерек стол өткөрүү\tсентябрдан тартып\tАйыл кеңеши
            2\t"Калк арасында түшүндүрүү иштерин жүргүзүү:
            баракча таратуу, жолугушуу"\tжылдын аягына чейин\tКесиптик бирлик
            3\tОтчет берүү\tчейрек сайын\tЖумушчу топ
            """;
    private static final String PHRASE = "тегирмен кычкач үзөңгү шыбырт";

    private final Shell shell;
    private final Clock clock;
    private final Path folder;
    private final IdentityScenes names;
    private final PersonsScenes persons;
    private final FolderScenes shared;
    private final ConflictScenes conflicts;
    private final EvidenceScenes evidence;
    private final Map<String, String> found = new ConcurrentHashMap<>();

    Scenes(Shell shell, Clock clock) throws IOException {
        this.shell = shell;
        this.clock = clock;
        this.folder = Files.createTempDirectory("jailoo-screens");
        this.names = new IdentityScenes(shell, clock, folder);
        this.persons = new PersonsScenes(shell, clock, folder);
        this.shared = new FolderScenes(shell, clock, folder);
        this.conflicts = new ConflictScenes(shell, clock, folder);
        this.evidence = new EvidenceScenes(shell, clock, folder);
    }

    List<Step> locked() {
        List<Step> steps = new ArrayList<>(List.of(
                Step.of("00-welcome", () -> shell.unlock().turn(Mode.WELCOME)),
                Step.of("01-unlock", () -> shell.unlock().turn(Mode.OPEN)),
                Step.of("01-unlock-promise", () -> press("read-promise")),
                Step.of(
                        "01-restore",
                        () -> shell.unlock().turn(Mode.OPEN),
                        () -> shell.unlock().aside(Mode.RESTORE)),
                Step.of("02-create", () -> shell.unlock().turn(Mode.CREATE)),
                Step.of(
                        "03-create-refused",
                        () -> shell.unlock().choose(folder.resolve("dapter.jailoo-notebook")),
                        () -> shell.unlock().nameProperty().set("A7"),
                        () -> shell.unlock().create("ak kalpak".toCharArray(), "ak-kalpak".toCharArray()),
                        () -> {}),
                Step.of(
                        "04-create-weak",
                        () -> shell.unlock().turn(Mode.OPEN),
                        () -> shell.unlock().turn(Mode.CREATE),
                        () -> shell.unlock().weigh("тегирмен чынар".toCharArray())),
                Step.of("05-create-good", () -> shell.unlock().weigh("тегирмен кычкач үзөңгү шыбырт".toCharArray())),
                Step.of(
                        "06-lead",
                        () -> shell.unlock().turn(Mode.OPEN),
                        () -> shell.unlock().turn(Mode.CREATE),
                        () -> shell.unlock().choose(folder.resolve("fresh-" + System.nanoTime())),
                        () -> shell.unlock().nameProperty().set("A7"),
                        () -> shell.unlock().create(PHRASE.toCharArray(), PHRASE.toCharArray())),
                Step.then("07-lead-compare", () -> type("lead-paste", card()), () -> {})));
        steps.addAll(new GuideScenes(shell).locked());
        steps.addAll(new SafetyScenes(shell, clock, folder).steps());
        return steps;
    }

    /** The card of somebody else's device. */
    private static String card() {
        Card card = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "BISHKEK-01");
        return new String(card.canonicalBytes(), StandardCharsets.UTF_8);
    }

    /** Looks up what the scenes need of the sample, and lays out the rest. */
    void prepare() throws IOException {
        Props props = new Props(desk().notebook(), clock, folder);
        found.putAll(props.ofTheSample());
        names.prepare();
        persons.prepare();
        shared.prepare();
        conflicts.prepare();
        evidence.prepare();
        found.putAll(props.laidOut(found("campaign")));
    }

    List<Step> open() {
        List<Step> open = new ArrayList<>(screens());
        open.addAll(ImportScenes.steps(this, folder.resolve(ImportScenes.STICK)));
        open.addAll(WithdrawalScenes.steps(this));
        open.addAll(DevicesScenes.steps(this, clock, folder));
        open.addAll(conflicts.steps(this));
        open.addAll(evidence.steps(this));
        open.addAll(UndoScenes.steps(this));
        open.addAll(ExportScenes.steps(this));
        open.addAll(persons.steps());
        open.addAll(new CrosstabScenes(shell).steps());
        open.addAll(new GuideScenes(shell).open());
        open.addAll(new RoundScenes(this, shell, folder).steps());
        return open;
    }

    @Override
    public String found(String name) {
        return Objects.requireNonNull(found.get(name));
    }

    @Override
    public void down(String scroll) {
        find(scroll, ScrollPane.class).setVvalue(1);
    }

    private List<Step> screens() {
        return List.of(
                Step.of("09-keys", () -> desk().go(new Place.Home()), shell::listKeys),
                Step.then("10-home", shell::listKeys, () -> desk().go(new Place.Home())),
                new LockScenes(shell).privacy(),
                list("11-interviews", "interview", null),
                list("12-interviews-search", "interview", "айлык"),
                list("13-interviews-none", "interview", "xyz123"),
                record("14-interview", "interview", "interview"),
                Step.of("15-interview-new", () -> desk().newRecord("interview")),
                record("16-interview-consent", "interview", "interview-new"),
                Step.of("17-interview-consent-yes", () -> press("field-consent-given-yes")),
                Step.then("17-interview-discarded", () -> desk().openExchange(), () -> press("answer-2")),
                record("18-interview-declined", "interview", "interview-declined"),
                record("19-interview-stored", "interview", "interview-stored"),
                record("1a-interview-coded", "interview", "interview-coded"),
                Step.of("1b-interview-narrative", () -> reveal("field-narrative")),
                Step.of(
                        "1c-interview-picker",
                        this::selectWords,
                        () -> press("narrative-code"),
                        () -> type("violation-search", "а")),
                Step.of("1d-interview-asked", () -> press("violation-cancel"), () -> reveal("field-asked")),
                Step.of(
                        "1e-interview-translation",
                        () -> press("translate-narrative"),
                        () -> reveal("field-translations")),
                Step.of("1f-interview-who", () -> press("who-add"), () -> reveal("who")),
                Step.then("1g-interview-left", () -> desk().openExchange(), () -> press("answer-2")),
                Step.of(
                        "1h-interview-files",
                        () -> desk().openRecord("interview", Objects.requireNonNull(found.get("files"))),
                        () -> reveal("files-attachments")),
                list("20-participants", "participant", null),
                record("21-participant", "participant", "participant"),
                names.closed(),
                names.open(),
                names.several(),
                names.pane(),
                names.passphrase(),
                names.gone(),
                list("30-focus-groups", "focusGroup", null),
                record("31-focus-group", "focusGroup", "focusGroup"),
                Step.then("32-attendance", () -> reveal("attendance")),
                Step.of("33-plan", () -> desk().openPlan(Objects.requireNonNull(found.get("plan")))),
                Step.then("34-plan-paste", () -> copy(PASTED), () -> press("plan-paste")),
                Step.then("35-plan-pasted", () -> press("paste-make"), () -> type("plan-1-responsible", "Дүйшеева")),
                Step.then("36-plan-left", () -> desk().openTables(), () -> press("answer-1"), () -> {}),
                list("40-recommendations", "recommendation", null),
                Step.of("41-recommendations-conflict", () -> desk().openConflicts("recommendation")),
                record("42-recommendation-conflict", "recommendation", "conflict"),
                Step.then("43-recommendation-conflict-values", () -> reveal("conflict-timeline")),
                Step.then("44-recommendation-history", () -> press("record-history-toggle")),
                record("45-recommendation-when", "recommendation", "action"),
                Step.then(
                        "46-recommendation-when-not", () -> reveal("when"), () -> type("field-timeline-text", "скоро")),
                Step.then("47-recommendation-left", () -> desk().openExchange(), () -> press("answer-2")),
                list("50-campaigns", "campaign", null),
                record("51-campaign", "campaign", "campaign"),
                exchange("60-import", Part.IMPORT),
                Step.then(
                        "61-import-preview",
                        () -> desk().exchange()
                                .imports()
                                .add(List.of(
                                        folder.resolve("naryn-2026-05.jailoo"),
                                        folder.resolve(SampleData.AGAIN),
                                        folder.resolve(SampleData.CUT))),
                        () -> {}),
                exchange("62-export", Part.EXPORT),
                Step.of("6a-folder-none", shared::none, this::openFolder),
                Step.of("6b-folder", shared::lay, this::openFolder),
                Step.then(
                        "6c-folder-missing",
                        shared::pull,
                        () -> desk().exchange().folder().reload()),
                Step.of("70-tables", () -> desk().exchange().imports().clear(), () -> desk().openTables()),
                Step.then("71-tables-violations", () -> choose("violations/")),
                Step.then("72-tables-plan", () -> choose("plan/")),
                Step.then("i1-tables-hidden", () -> choose("attendance-sex/")),
                Step.of("73-intake-empty", () -> desk().openIntake("participant")),
                Step.then(
                        "74-intake",
                        () -> desk().papers().last().open(folder.resolve("uchastniki.csv")),
                        () -> select("rows", 2)),
                Step.of("75-paper", () -> desk().openPaper("interview")),
                Step.of("80-new-typed", () -> desk().newRecord("participant"), () -> type("field-code", "A7-0012")),
                Step.then("81-leave", () -> desk().openExchange()),
                Step.then("82-after", () -> press("answer-2")));
    }

    private void openFolder() {
        desk().exchange().part().set(Part.FOLDER);
        desk().openExchange();
    }

    private Step list(String name, String type, @Nullable String search) {
        return Step.of(name, () -> desk().openList(type, search));
    }

    private Step record(String name, String type, String which) {
        return Step.of(name, () -> desk().openRecord(type, Objects.requireNonNull(found.get(which))));
    }

    private Step exchange(String name, Part part) {
        return Step.of(name, () -> desk().exchange().part().set(part), () -> desk().openExchange());
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(shell.scene().lookup("#" + id), id));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void press(String id) {
        find(id, ButtonBase.class).fire();
    }

    @Override
    public void type(String id, String text) {
        find(id, TextInputControl.class).setText(text);
    }

    @Override
    public void select(String rows, int row) {
        if (find(rows, Node.class) instanceof ListView<?> list) {
            list.getSelectionModel().select(row);
        } else {
            find(rows, TableView.class).getSelectionModel().select(row);
        }
    }

    /** Selects words of the narrative as a reader does. */
    private void selectWords() {
        find("field-narrative", Node.class).executeAccessibleAction(AccessibleAction.SET_TEXT_SELECTION, 190, 225);
    }

    /** Has a workbook be for an audience. */
    void audience(String name) {
        ComboBox<?> box = find("export-audience", ComboBox.class);
        for (int i = 0; i < box.getItems().size(); i++) {
            if (box.getItems().get(i) instanceof Audience one && one.name().equals(name)) {
                box.getSelectionModel().select(i);
            }
        }
    }

    /** Looks at the first table whose key begins so. */
    private void choose(String key) {
        ListView<?> tables = find("tables", ListView.class);
        for (int i = 0; i < tables.getItems().size(); i++) {
            if (tables.getItems().get(i) instanceof Table table && table.key().startsWith(key)) {
                tables.getSelectionModel().select(i);
                tables.scrollTo(Math.max(0, i - 2));
                return;
            }
        }
        throw new IllegalStateException("the sample has no table " + key);
    }

    /** Scrolls a form until something stands in its upper part. */
    private void reveal(String id) {
        ScrollPane scroll = find("record-scroll", ScrollPane.class);
        Node content = scroll.getContent();
        Node wanted = find(id, Node.class);
        double top = content.sceneToLocal(wanted.localToScene(0, 0)).getY() - 140;
        double way = content.getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(way <= 0 ? 0 : Math.max(0, Math.min(1, top / way)));
    }

    @Override
    public Desk desk() {
        return Objects.requireNonNull(shell.desk(), "an open notebook");
    }

    @Override
    public void close() {
        names.close();
        persons.close();
        conflicts.close();
        evidence.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
