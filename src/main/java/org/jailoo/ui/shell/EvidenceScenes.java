package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.consent.Audience;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;
import org.jailoo.report.Cell;
import org.jailoo.report.Quantity;
import org.jailoo.report.Table;
import org.jspecify.annotations.Nullable;

/** A recommendation and the testimonies that it rests on, in a notebook of its own; invented. */
final class EvidenceScenes implements AutoCloseable {
    private static final String NARRATIVE = "Мен Казанга 2021-жылы жайында бардым.\n"
            + "Ашканада иштедим. Паспортумду кожоюн алып койду.\nАйлыкты үч ай бербей койду.";

    private final Shell shell;
    private final Clock clock;
    private final Path folder;
    private final InnerDesk inner;
    private Map<String, String> records = Map.of();
    private @Nullable Notebook notebook;

    EvidenceScenes(Shell shell, Clock clock, Path folder) {
        this.shell = shell;
        this.clock = clock;
        this.folder = folder;
        this.inner = new InnerDesk(shell);
    }

    /** Makes the notebook; off the toolkit's thread. */
    void prepare() {
        Notebook made = new NewNotebook(Kdf.FLOOR).create(folder.resolve("evidence"), "ак калпак".toCharArray(), "A7");
        notebook = made;
        records = fill(made, clock);
    }

    /** Fills a notebook; the ids by what they are for. */
    static Map<String, String> fill(Notebook notebook, Clock clock) {
        Map<String, String> made = new TreeMap<>();
        made.put("campaign", saved(notebook, clock, "campaign", Map.of("title", Json.of("Барскоон 2023"))));
        made.put(
                "participant",
                saved(
                        notebook,
                        clock,
                        "participant",
                        Map.of("code", Json.of("T-17"), "sex", Json.of("female"), "birthYear", Json.of(1990))));
        made.put("open", interview(notebook, clock, made, "A7-0401", List.of("keep", "statistics", "court")));
        made.put("expired", interview(notebook, clock, made, "A7-0402", List.of("keep", "statistics")));
        made.put("counted", interview(notebook, clock, made, "A7-0403", List.of("statistics")));
        made.put("other", interview(notebook, clock, made, "A7-0404", List.of("keep", "statistics")));
        made.put(
                "recommendation",
                saved(
                        notebook,
                        clock,
                        "recommendation",
                        new TreeMap<>(Map.of(
                                "campaign",
                                Json.of(Objects.requireNonNull(made.get("campaign"))),
                                "plan",
                                Json.of("2"),
                                "number",
                                Json.of(5),
                                "text",
                                Json.of("Чет өлкөгө кеткен жумушчуларга келишим түзүүнү үйрөтүү жана эмгек акысы"
                                        + " төлөнбөгөндө кайда кайрылууну түшүндүрүү."),
                                "evidence/" + made.get("open"),
                                Json.TRUE,
                                "evidence/" + made.get("counted"),
                                Json.TRUE,
                                "evidence/" + RecordId.random(),
                                Json.TRUE))));
        return made;
    }

    private static String interview(
            Notebook notebook, Clock clock, Map<String, String> made, String code, List<String> purposes) {
        TreeMap<String, Json> values = new TreeMap<>();
        values.put("code", Json.of(code));
        values.put("date", Json.of("2023-07-0" + code.charAt(code.length() - 1)));
        values.put("campaign", Json.of(Objects.requireNonNull(made.get("campaign"))));
        values.put("participants/" + made.get("participant"), Json.TRUE);
        values.put("category", Json.of("migrant"));
        values.put("narrative", Json.of(NARRATIVE));
        values.put("place", Json.object(Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of("Барскоон"))));
        values.put(
                "consent",
                Json.object(Map.of(
                        "given", Json.of("yes"), "date", Json.of("2023-07-01"), "purposes", Json.texts(purposes))));
        for (String violation : List.of("document-retention", "wage-withheld")) {
            values.put(
                    "violations/" + RecordId.random(),
                    Json.object(Map.of("code", Json.of(violation), "country", Json.of("RU"))));
        }
        return saved(notebook, clock, "interview", values);
    }

    private static String saved(Notebook notebook, Clock clock, String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, clock);
        SaveRecord.Form form = save.open(type, null);
        if (!(save.save(form, new Json.Obj(new TreeMap<>(values))) instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("not saved: " + type);
        }
        return form.record();
    }

    List<Scenes.Step> steps(WithdrawalScenes.Hands hands) {
        List<Scenes.Step> steps = new ArrayList<>();
        steps.add(Scenes.Step.of(
                "g0-testimony",
                () -> inner.begin(notebook, folder.resolve("A7")),
                () -> inner.desk().openTestimony(record("open")),
                () -> hands.press("receiver-court")));
        steps.add(Scenes.Step.then(
                "g1-testimony-password",
                () -> hands.type("testimony-password", "кызыл алма тоо суу жылдыз"),
                () -> hands.type("testimony-again", "кызыл алма"),
                () -> hands.press("testimony-write"),
                () -> ((ScrollPane) find("testimony-scroll")).setVvalue(1)));
        steps.add(Scenes.Step.then("g2-testimony-refused", () -> inner.desk().openTestimony(record("counted"))));
        steps.add(Scenes.Step.then(
                "g3-evidence", () -> inner.desk().openRecord("recommendation", record("recommendation")), () -> {
                    ScrollPane scroll = (ScrollPane) find("record-scroll");
                    double top = scroll.getContent()
                            .sceneToLocal(find("evidence").localToScene(0, 0))
                            .getY();
                    double way = scroll.getContent().getBoundsInLocal().getHeight()
                            - scroll.getViewportBounds().getHeight();
                    scroll.setVvalue(Math.max(0, Math.min(1, (top - 140) / way)));
                }));
        steps.add(Scenes.Step.then("g4-supports", () -> inner.desk().openRecord("interview", record("open"))));
        steps.add(Scenes.Step.then("g5-tables", () -> inner.desk().openTables(), () -> tables(), () -> figure(false)));
        steps.add(Scenes.Step.then("g6-behind", () -> figure(true)));
        steps.add(Scenes.Step.then("g7-behind-gone", inner::end));
        return steps;
    }

    /** To the tables of the team, of which nothing is hidden. */
    private void tables() {
        @SuppressWarnings("unchecked")
        ComboBox<Audience> box = (ComboBox<Audience>) find("audience");
        box.setValue(Audience.TEAM);
    }

    /** Goes to the first number that can be opened, and opens it where that is wanted. */
    private void figure(boolean open) {
        ListView<?> tables = (ListView<?>) find("tables");
        for (int table = 0; table < tables.getItems().size(); table++) {
            tables.getSelectionModel().select(table);
            if (figure((TableView<?>) find("table"), open)) {
                return;
            }
        }
        throw new IllegalStateException("no number can be opened");
    }

    private static boolean figure(TableView<?> grid, boolean open) {
        for (int row = 0; row < grid.getItems().size(); row++) {
            List<Cell> cells = ((Table.Row) grid.getItems().get(row)).cells();
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Cell.Count count
                        && count.value() > 0
                        && !count.quantity().equals(Quantity.NONE)) {
                    go(grid, row, column, open);
                    return true;
                }
            }
        }
        return false;
    }

    private static <T> void go(TableView<T> grid, int row, int column, boolean open) {
        grid.requestFocus();
        TableColumn<T, ?> at = grid.getColumns().get(column);
        grid.getSelectionModel().clearAndSelect(row, at);
        grid.getFocusModel().focus(row, at);
        if (open) {
            grid.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        }
    }

    private Node find(String id) {
        return Objects.requireNonNull(shell.scene().lookup("#" + id), id);
    }

    private String record(String which) {
        return Objects.requireNonNull(records.get(which));
    }

    @Override
    public void close() {
        if (notebook != null) {
            notebook.close();
        }
    }
}
