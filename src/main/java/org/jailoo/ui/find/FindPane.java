package org.jailoo.ui.find;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jailoo.search.Snippet;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The box as it looks: a field, and below it what was found; it lies over the page and hides only what is under it. */
public final class FindPane extends VBox {
    private static final String SHEET = Objects.requireNonNull(FindPane.class.getResource("/org/jailoo/ui/find.css"))
            .toExternalForm();
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 760;
    private static final double HEIGHT = 520;
    private static final int PAGE = 5;

    private final FindModel model;
    private final Texts texts;
    private final Runnable close;
    private final CustomTextField field = new CustomTextField();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);

    /**
     * The box, open.
     *
     * @param close takes it away
     */
    public FindPane(FindModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        setId("find");
        getStyleClass().add("find");
        getStylesheets().add(SHEET);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        ProgressIndicator ring = new ProgressIndicator();
        ring.setPrefSize(16, 16);
        ring.visibleProperty().bind(model.busyProperty());
        field.setId("find-field");
        field.setPromptText(texts.text("find.field.prompt"));
        field.setAccessibleText(texts.text("find.field.prompt"));
        field.setLeft(new FontIcon(Feather.SEARCH));
        field.setRight(ring);
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        rows.getStyleClass().add("find-rows");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        Label nothing = new Label(texts.text("find.result.nothing"));
        nothing.setId("find-nothing");
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        nothing.visibleProperty().bind(model.nothingProperty());
        nothing.managedProperty().bind(nothing.visibleProperty());
        Label hint = new Label(texts.text("find.field.hint"));
        hint.getStyleClass().addAll("quiet", "find-hint");
        getChildren().addAll(field, nothing, scroll, hint);
        model.lines().addListener((ListChangeListener<Line>) change -> fill());
        model.selectedProperty().addListener((p, was, is) -> choose(was.intValue(), is.intValue()));
        fill();
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> times(1);
            case PAGE_UP -> times(-1);
            case ENTER -> {
                // Closed first: what opens takes the keyboard.
                if (model.selectedProperty().get() >= 0) {
                    close.run();
                    model.open();
                }
            }
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void times(int step) {
        for (int i = 0; i < PAGE; i++) {
            model.move(step);
        }
    }

    private void fill() {
        rows.getChildren().setAll(model.lines().stream().map(this::row).toList());
        // As high as what was found, up to where the page below would be hidden.
        rows.applyCss();
        scroll.setPrefViewportHeight(Math.min(HEIGHT, rows.prefHeight(WIDTH)));
        boolean some = !model.lines().isEmpty();
        scroll.setVisible(some);
        scroll.setManaged(some);
        scroll.setVvalue(0);
        choose(-1, model.selectedProperty().get());
    }

    private void choose(int was, int is) {
        if (was >= 0 && was < rows.getChildren().size()) {
            rows.getChildren().get(was).pseudoClassStateChanged(CHOSEN, false);
        }
        if (is >= 0 && is < rows.getChildren().size()) {
            Node row = rows.getChildren().get(is);
            row.pseudoClassStateChanged(CHOSEN, true);
            field.setAccessibleHelp(row.getAccessibleText());
            reveal(row);
        }
    }

    private void reveal(Node row) {
        double all = rows.getHeight();
        double seen = scroll.getViewportBounds().getHeight();
        double top = row.getBoundsInParent().getMinY();
        double bottom = row.getBoundsInParent().getMaxY();
        double at = scroll.getVvalue() * Math.max(0, all - seen);
        if (all > seen && seen > 0 && (top < at || bottom > at + seen)) {
            double wanted = top < at ? top - 30 : bottom - seen;
            scroll.setVvalue(Math.max(0, Math.min(1, wanted / (all - seen))));
        }
    }

    private Node row(Line line) {
        if (line instanceof Line.Heading heading) {
            Label label = new Label(title(heading));
            label.getStyleClass().add("find-heading");
            return label;
        }
        HBox row = new HBox(12);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("find-row");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        if (line instanceof Line.Found found) {
            record(row, found);
        } else if (line instanceof Line.More more) {
            Label all = new Label(texts.text(
                    "find.result.more", texts.labels().number(more.group().total())));
            all.getStyleClass().add("find-more");
            row.getChildren().setAll(all);
            row.setAccessibleText(all.getText());
        } else if (line instanceof Line.Does does) {
            row.setId("find-" + does.command().id());
            row.getChildren()
                    .setAll(
                            new FontIcon(does.command().icon()),
                            new Label(does.command().label()));
            row.setAccessibleText(does.command().label());
        }
        row.setOnMouseClicked(e -> {
            close.run();
            model.open(line);
        });
        return row;
    }

    private void record(HBox row, Line.Found found) {
        String type = found.hit().row().type();
        TextFlow title = flow(found.hit().title(), "find-title");
        if (found.hit().title().isEmpty()) {
            title.getChildren()
                    .add(text(texts.text("home.record.unnamed", texts.labels().type(type)), "find-title"));
        }
        String day = found.hit().row().day();
        if (!day.isEmpty()) {
            title.getChildren().add(text("   " + texts.labels().date(day), "find-context"));
        }
        VBox box = new VBox(1, title);
        if (!found.hit().words().isEmpty()) {
            TextFlow words = flow(found.hit().words(), "find-context");
            words.getChildren()
                    .add(0, text(texts.labels().field(type, found.hit().field()) + ": ", "find-field-name"));
            box.getChildren().add(words);
        }
        row.setId("find-record-" + found.hit().row().record());
        row.getChildren().setAll(box);
        row.setAccessibleText(
                texts.labels().type(type) + " " + found.hit().row().code());
    }

    private static TextFlow flow(List<Snippet.Part> parts, String style) {
        TextFlow flow = new TextFlow();
        for (Snippet.Part part : parts) {
            Text text = text(part.text(), style);
            if (part.match()) {
                text.getStyleClass().add("find-match");
            }
            flow.getChildren().add(text);
        }
        return flow;
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private String title(Line.Heading heading) {
        return switch (heading.type()) {
            case "" -> texts.text("find.group.codes");
            case ">" -> texts.text("find.group.commands");
            default -> texts.labels().types(heading.type());
        };
    }
}
