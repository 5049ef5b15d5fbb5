package org.jailoo.ui.round;

import atlantafx.base.controls.Spacer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.ProgressRound.Round;
import org.jailoo.app.QuarterRegister;
import org.jailoo.app.RoundSheet;
import org.jailoo.consent.Audience;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The quarterly round: the rows at the left, the one that is looked at with its box at the right. */
public final class RoundScreen implements Screen {
    private static final String SHEET = Objects.requireNonNull(
                    RoundScreen.class.getResource("/org/jailoo/ui/round.css"))
            .toExternalForm();

    private final RoundModel model;
    private final SheetModel sheets;
    private final Texts texts;
    private final Around around;
    private final RowsPane rows;
    private final EntryPane entry;
    private final Keys keys;
    private final BorderPane body = new BorderPane();
    private final Label count = new Label();
    /** Not while a file is looked at. */
    private final ChoicesPane choices;

    private final InvalidationListener onRound = p -> fill();
    private final InvalidationListener onSheet = p -> lay();
    private @Nullable WritePane writing;
    /** Whether the keyboard waits for the first row. */
    private boolean arriving;

    /** What the screen needs beside its models. */
    public record Around(Navigator navigator, FileDialogs files, Prompts prompts, List<String> statuses) {
        public Around {
            statuses = List.copyOf(statuses);
        }
    }

    public RoundScreen(RoundModel model, SheetModel sheets, Texts texts, Around around) {
        this.model = model;
        this.sheets = sheets;
        this.texts = texts;
        this.around = around;
        this.rows = new RowsPane(model, texts);
        this.choices = new ChoicesPane(model, texts);
        this.entry = new EntryPane(model, texts, around.navigator(), around.statuses());
        this.keys = new Keys(model, entry, rows, around.statuses());
    }

    @Override
    public Parent view() {
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page = new VBox(12, head(), choices, working(), body);
        page.getStyleClass().addAll("page", "round");
        page.getStylesheets().add(SHEET);
        page.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (sheets.view().get() == null && writing == null) {
                keys.pressed(e);
            }
        });
        page.addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (sheets.view().get() == null && writing == null) {
                keys.typed(e);
            }
        });
        return page;
    }

    private Node head() {
        Label title = new Label(texts.text("round.page.title"));
        title.getStyleClass().add("page-title");
        MenuButton files = new MenuButton(texts.text("round.files.label"), new FontIcon(Feather.FILE_TEXT));
        files.setId("round-files");
        files.setMinWidth(Region.USE_PREF_SIZE);
        files.disableProperty().bind(sheets.working());
        files.getItems()
                .setAll(
                        item("round-out-sheet", "round.files.sheet", () -> ask(WritePane.What.SHEET)),
                        item("round-back", "round.files.back", this::takeBack),
                        item("round-out-workbook", "round.files.workbook", () -> ask(WritePane.What.WORKBOOK)),
                        item("round-out-word", "round.files.word", () -> ask(WritePane.What.WORD)));
        count.setId("round-left");
        count.getStyleClass().add("quiet");
        HBox head = new HBox(12, title, count, new Spacer(), files);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(texts.text(key));
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    private Node working() {
        ProgressBar bar = new ProgressBar();
        Button stop = new Button(texts.text("round.files.stop"));
        stop.setId("round-stop");
        stop.setOnAction(e -> sheets.cancel());
        HBox box = new HBox(10, new Label(texts.text("round.files.working")), bar, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("notice");
        box.visibleProperty().bind(sheets.working());
        box.managedProperty().bind(sheets.working());
        return box;
    }

    // ---- files

    private void ask(WritePane.What what) {
        model.leave();
        sheets.close();
        writing = new WritePane(what, texts, new WritePane.Hands() {
            @Override
            public void write(WritePane.What wanted, Audience audience, char[] password) {
                RoundScreen.this.write(wanted, audience, password);
            }

            @Override
            public void close() {
                writing = null;
                lay();
            }
        });
        lay();
    }

    private void write(WritePane.What what, Audience audience, char[] password) {
        Round round = model.round().get();
        String ending = what == WritePane.What.WORD ? "docx" : "xlsx";
        Path file = around.files()
                .save(texts.text("round.files.label"), (what == WritePane.What.SHEET ? "sheet." : "quarter.") + ending);
        if (file == null || round == null) {
            return;
        }
        writing = null;
        lay();
        if (what == WritePane.What.SHEET) {
            sheets.write(
                    new RoundSheet.Order(file, round.campaign(), round.quarter(), texts.language()),
                    password,
                    n -> around.prompts().tell(texts.plural("round.files.written", n, file.toString())),
                    failure -> around.prompts().warn(failure.in(texts.messages())));
        } else {
            QuarterRegister.Kind kind =
                    what == WritePane.What.WORD ? QuarterRegister.Kind.WORD : QuarterRegister.Kind.WORKBOOK;
            sheets.write(
                    new QuarterRegister.Order(
                            file, kind, round.campaign(), round.quarter(), audience, texts.language()),
                    password,
                    n -> around.prompts().tell(texts.plural("round.files.written", n, file.toString())),
                    failure -> around.prompts().warn(failure.in(texts.messages())));
        }
    }

    private void takeBack() {
        Path file = around.files().open(texts.text("round.files.back"));
        if (file != null) {
            model.leave();
            writing = null;
            read(file, new char[0]);
        }
    }

    private void read(Path file, char[] password) {
        sheets.read(file, password, failure -> around.prompts().warn(failure.in(texts.messages())));
    }

    private final SheetPane.Hands hands = new SheetPane.Hands() {
        @Override
        public void take() {
            sheets.take(
                    () -> model.reload(texts.language()),
                    failure -> around.prompts().warn(failure.in(texts.messages())));
        }

        @Override
        public void close() {
            sheets.close();
        }

        @Override
        public void another() {
            takeBack();
        }

        @Override
        public void password(SheetModel.NotASheet file, char[] password) {
            read(file.file(), password);
        }
    };

    // ---- what is shown

    private void fill() {
        Round read = model.round().get();
        choices.fill();
        int all = read == null ? 0 : read.rows().size();
        int left = model.left().get();
        count.setText(
                all == 0
                        ? ""
                        : left == 0 ? texts.text("round.count.done") : texts.plural("round.count.left", left, all));
        lay();
    }

    /** The round, a sheet that came back, a file to be written, or the calm sentence where nothing is open. */
    private void lay() {
        Round read = model.round().get();
        SheetModel.View sheet = sheets.view().get();
        Node center = entry;
        if (writing != null) {
            center = writing;
        } else if (sheet != null) {
            center = body.getCenter() instanceof SheetPane before && before.getUserData() == sheet
                    ? before
                    : pane(sheet);
        } else if (read != null && read.rows().isEmpty()) {
            center = nothing();
        }
        boolean both = center == entry;
        boolean filed = writing != null || sheet != null;
        choices.setVisible(!filed);
        choices.setManaged(!filed);
        boolean typing = entry.area().isFocused();
        if (body.getCenter() != center) {
            body.setLeft(both ? rows : null);
            body.setCenter(center);
            if (typing && !both) {
                // Else the keyboard would fall to whatever stands first in the window.
                (filed ? body.getCenter() : choices.first()).requestFocus();
            }
        }
        entry.setVisible(model.shown().get() != null);
        if (both && arriving && model.shown().get() != null) {
            arriving = false;
            entry.type();
        }
    }

    private Node pane(SheetModel.View sheet) {
        SheetPane pane = new SheetPane(sheet, texts, hands);
        pane.setUserData(sheet);
        return pane;
    }

    private Node nothing() {
        Label title = new Label(texts.text("round.empty.title"), new FontIcon(Feather.CHECK_CIRCLE));
        title.setId("round-nothing");
        title.getStyleClass().add("section-title");
        VBox box = new VBox(10, title, Wrapped.words(texts.text("round.empty.text"), "quiet"));
        box.getStyleClass().add("round-nothing");
        BorderPane.setAlignment(box, Pos.TOP_LEFT);
        return box;
    }

    @Override
    public void shown() {
        choices.shown();
        rows.shown();
        entry.shown();
        model.round().addListener(onRound);
        model.left().addListener(onRound);
        sheets.view().addListener(onSheet);
        model.shown().addListener(onSheet);
        fill();
        model.reload(texts.language());
    }

    @Override
    public void focus() {
        arriving = true;
        lay();
    }

    @Override
    public void hidden() {
        rows.hidden();
        entry.hidden();
        model.round().removeListener(onRound);
        model.left().removeListener(onRound);
        sheets.view().removeListener(onSheet);
        model.shown().removeListener(onSheet);
        model.leave();
    }

    @Override
    public Runnable rest() {
        return model.rest();
    }

    @Override
    public void end() {
        sheets.cancel();
        model.end();
    }
}
