package org.jailoo.ui.guide;

import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.guide.Guide;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.guide.GuideModel.Line;
import org.jailoo.ui.guide.GuideModel.Spot;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The guide as it looks: the contents and a field to search them at the side, the chapter beside them. */
public final class GuideScreen implements Screen {
    private static final String SHEET = Objects.requireNonNull(
                    GuideScreen.class.getResource("/org/jailoo/ui/guide.css"))
            .toExternalForm();
    private static final double SIDE = 280;
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final GuideModel model;
    private final Texts texts;
    private final Guide guide;
    private final TextField search = new TextField();
    private final ListView<Line> contents = new ListView<>();
    private final ScrollPane reading = new ScrollPane();
    private final @Nullable Navigator navigator;
    private final VBox nothing;
    private final ChangeListener<Object> onSpot = (p, was, is) -> read();
    private final ChangeListener<String> onTyped = (p, was, is) -> look();
    private @Nullable ChapterPane shown;
    private int chapter = -1;
    /** The section stays at the top while pictures come in above it, until the reader moves. */
    private boolean held;

    /**
     * The guide in the language that is on.
     *
     * @param navigator null while no notebook is open: then there is nowhere to go back to, and nothing to print
     */
    public GuideScreen(GuideModel model, Texts texts, @Nullable Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        this.texts = texts;
        this.guide = model.guide(texts);
        this.nothing = new VBox(Wrapped.words(texts.text("guide.search.nothing"), "quiet"));
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("guide.page.title"));
        title.getStyleClass().add("page-title");
        search.setId("guide-search");
        search.setPromptText(texts.text("guide.search.prompt"));
        search.setAccessibleText(texts.text("guide.search.prompt"));
        search.setText(model.typedProperty().get());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::typedKey);
        contents.setId("guide-contents");
        contents.setAccessibleText(texts.text("guide.contents.name"));
        contents.setPlaceholder(nothing);
        contents.setCellFactory(view -> new LineCell());
        VBox.setVgrow(contents, Priority.ALWAYS);
        VBox side = new VBox(10, title, search, contents);
        Navigator ways = navigator;
        if (ways != null) {
            Hyperlink back = new Hyperlink(texts.text("promise.link.back"));
            back.setId("guide-back");
            back.setOnAction(e -> ways.back());
            side.getChildren().add(0, back);
            Button print = new Button(texts.text("paper.form.page"), new FontIcon(Feather.PRINTER));
            print.setId("guide-print");
            print.setMaxWidth(Double.MAX_VALUE);
            print.setWrapText(true);
            print.setMinHeight(Region.USE_PREF_SIZE);
            print.setOnAction(e -> ways.openPaper("guide"));
            side.getChildren().add(print);
        }
        side.getStyleClass().add("guide-side");
        side.setPrefWidth(texts.letters().pixels(SIDE));
        side.setMinWidth(texts.letters().pixels(SIDE * 0.6));
        reading.setId("guide-reading");
        reading.setFitToWidth(true);
        reading.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        reading.getStyleClass().addAll("edge-to-edge", "guide-reading");
        reading.addEventFilter(ScrollEvent.SCROLL, e -> held = false);
        reading.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> held = false);
        reading.addEventFilter(KeyEvent.KEY_PRESSED, e -> held = false);
        HBox.setHgrow(reading, Priority.ALWAYS);
        BorderPane page = new BorderPane(reading);
        page.setLeft(side);
        page.getStyleClass().addAll("page", "guide");
        page.getStylesheets().add(SHEET);
        page.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (FIND.match(e)) {
                e.consume();
                search.requestFocus();
                search.selectAll();
            }
        });
        fill();
        read();
        contents.getSelectionModel().selectedItemProperty().addListener((p, was, is) -> {
            if (is != null) {
                model.spotProperty().set(is.spot());
            }
        });
        search.textProperty().addListener((p, was, is) -> model.typedProperty().set(is));
        return page;
    }

    /** Enter and the arrow go on to what was found; Esc forgets what was typed. */
    private void typedKey(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            e.consume();
            step();
        } else if (e.getCode() == KeyCode.DOWN) {
            e.consume();
            contents.requestFocus();
        } else if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            e.consume();
            search.clear();
        }
    }

    /** The next section of the contents, from the last to the first again. */
    private void step() {
        int at = contents.getSelectionModel().getSelectedIndex();
        int lines = contents.getItems().size();
        for (int i = 1; i <= lines; i++) {
            int next = (at + i) % lines;
            if (!contents.getItems().get(next).isChapter()) {
                contents.getSelectionModel().select(next);
                contents.scrollTo(Math.max(0, next - 3));
                return;
            }
        }
    }

    private void look() {
        fill();
        if (contents.getItems().isEmpty()) {
            return;
        }
        // The words that are found are marked in the chapter that is read.
        chapter = -1;
        read();
        boolean found = contents.getItems().stream()
                .anyMatch(line -> line.spot().equals(model.spotProperty().get()));
        if (!found && !model.words().isEmpty()) {
            step();
        }
    }

    private void fill() {
        List<Line> lines = model.lines(guide);
        Spot spot = model.spotProperty().get();
        contents.getItems().setAll(lines);
        for (Line line : lines) {
            if (line.spot().equals(spot)) {
                contents.getSelectionModel().select(line);
            }
        }
    }

    /** Shows the chapter of the spot, with its section at the top. */
    private void read() {
        Spot spot = model.spotProperty().get();
        if (spot.chapter() != chapter) {
            chapter = spot.chapter();
            ChapterPane made =
                    new ChapterPane(model, guide, texts, guide.chapters().get(chapter));
            shown = made;
            HBox middle = new HBox(made);
            middle.getStyleClass().add("guide-middle");
            HBox.setHgrow(made, Priority.ALWAYS);
            middle.heightProperty().addListener((p, was, is) -> {
                if (held) {
                    Platform.runLater(this::scroll);
                }
            });
            reading.setContent(middle);
            reading.setAccessibleText(guide.chapters().get(chapter).title());
        }
        held = true;
        // Where a heading stands is known once the pane has been laid out.
        Platform.runLater(this::scroll);
    }

    private void scroll() {
        ChapterPane pane = shown;
        if (!held || pane == null || reading.getScene() == null || reading.getContent() == null) {
            return;
        }
        reading.getScene().getRoot().applyCss();
        reading.getScene().getRoot().layout();
        Node content = reading.getContent();
        double hidden = content.getLayoutBounds().getHeight()
                - reading.getViewportBounds().getHeight();
        int section = model.spotProperty().get().section();
        double top = section < 0
                ? 0
                : content.sceneToLocal(pane.at(section).localToScene(0, 0)).getY();
        reading.setVvalue(hidden <= 0 ? 0 : Math.max(0, Math.min(1, top / hidden)));
    }

    @Override
    public void shown() {
        model.spotProperty().addListener(onSpot);
        model.typedProperty().addListener(onTyped);
    }

    @Override
    public void hidden() {
        model.spotProperty().removeListener(onSpot);
        model.typedProperty().removeListener(onTyped);
    }

    @Override
    public void focus() {
        contents.requestFocus();
    }

    /** A line of the contents in as many lines as it needs; a text knows how high it is, a label in a cell does not. */
    private final class LineCell extends ListCell<Line> {
        private final Text words = new Text();

        LineCell() {
            words.getStyleClass().add("cell-text");
            words.wrappingWidthProperty().bind(contents.widthProperty().map(w -> Math.max(60, w.doubleValue() - 44)));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().remove("guide-line-chapter");
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            if (item.isChapter()) {
                getStyleClass().add("guide-line-chapter");
            }
            words.setText(item.title());
            setGraphic(words);
            setAccessibleText(item.title());
        }
    }
}
