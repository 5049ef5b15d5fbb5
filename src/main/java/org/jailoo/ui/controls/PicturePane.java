package org.jailoo.ui.controls;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.report.Cell;
import org.jailoo.report.Picture;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Texts;

/**
 * The chart of a table: a lying bar for each row, with its number at the end, and a shade for each column. Every bar says
 * what it is to a screen reader.
 */
public final class PicturePane extends VBox {
    private static final String SHEET = Objects.requireNonNull(
                    PicturePane.class.getResource("/org/jailoo/ui/picture.css"))
            .toExternalForm();
    private static final double LABEL = 150;
    private static final double NUMBER = 64;
    private static final double THICK = 16;

    private final Table table;
    private final Picture picture;
    private final Texts texts;

    public PicturePane(Table table, Picture picture, Texts texts) {
        super(8);
        this.table = table;
        this.picture = picture;
        this.texts = texts;
        getStyleClass().add("picture");
        getStylesheets().add(SHEET);
        GridPane bars = new GridPane();
        bars.setHgap(8);
        bars.setVgap(6);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMaxWidth(texts.letters().pixels(LABEL));
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        bars.getColumnConstraints().setAll(labels, wide);
        double most = most();
        for (int i = 0; i < picture.rows().size(); i++) {
            int row = picture.rows().get(i);
            bars.add(label(row), 0, i);
            bars.add(bar(row, most), 1, i);
        }
        if (picture.series().size() > 1) {
            getChildren().add(legend());
        }
        ScrollPane scroll = new ScrollPane(bars);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private boolean isStacked() {
        return picture.kind() == Picture.Kind.STACKED || picture.kind() == Picture.Kind.STACKED_SHARES;
    }

    private double most() {
        double most = 0;
        for (int row : picture.rows()) {
            double sum = 0;
            for (int column : picture.series()) {
                double value = number(row, column);
                sum = isStacked() ? sum + value : Math.max(sum, value);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private double number(int row, int column) {
        return Picture.number(table.rows().get(row).cells().get(column));
    }

    private Node label(int row) {
        Text text = new Text(name(row));
        text.setWrappingWidth(texts.letters().pixels(LABEL));
        text.getStyleClass().addAll("cell-text", "small");
        return text;
    }

    private String name(int row) {
        return table.rows().get(row).cells().get(0) instanceof Cell.Text text
                ? text.value().strip()
                : "";
    }

    private Node bar(int row, double most) {
        if (isStacked()) {
            HBox parts = new HBox();
            parts.setAlignment(Pos.CENTER_LEFT);
            double sum = 0;
            for (int i = 0; i < picture.series().size(); i++) {
                int column = picture.series().get(i);
                if (number(row, column) > 0) {
                    parts.getChildren().add(piece(row, column, i, parts, most));
                }
                sum += number(row, column);
            }
            if (picture.kind() == Picture.Kind.STACKED) {
                parts.getChildren().add(said(texts.labels().number(Math.round(sum))));
            }
            return parts;
        }
        VBox beside = new VBox(2);
        for (int i = 0; i < picture.series().size(); i++) {
            int column = picture.series().get(i);
            HBox line = new HBox();
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addAll(piece(row, column, i, line, most), said(words(row, column)));
            beside.getChildren().add(line);
        }
        return beside;
    }

    /** A piece of a bar, as long as its number. */
    private Region piece(int row, int column, int shade, HBox in, double most) {
        Region piece = new Region();
        piece.getStyleClass().addAll("bar-piece", "bar-" + (shade % 8 + 1));
        piece.setMinHeight(THICK);
        piece.setPrefHeight(THICK);
        piece.setMaxHeight(THICK);
        double part = number(row, column) / most;
        double room = texts.letters().pixels(NUMBER);
        piece.minWidthProperty()
                .bind(Bindings.createDoubleBinding(() -> Math.max(0, in.getWidth() - room) * part, in.widthProperty()));
        String said =
                String.join(", ", List.of(name(row), table.columns().get(column).title(), words(row, column)));
        piece.setAccessibleText(said);
        Tooltip.install(piece, new Tooltip(said));
        return piece;
    }

    private String words(int row, int column) {
        Cell cell = table.rows().get(row).cells().get(column);
        return cell instanceof Cell.Share share
                ? texts.labels().percent(share.ratio())
                : texts.labels().number(Math.round(Picture.number(cell)));
    }

    private static Label said(String number) {
        Label label = new Label(number);
        label.getStyleClass().addAll("small", "bar-number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node legend() {
        FlowPane legend = new FlowPane(12, 4);
        for (int i = 0; i < picture.series().size(); i++) {
            Region shade = new Region();
            shade.getStyleClass().addAll("bar-piece", "bar-" + (i % 8 + 1));
            shade.setMinSize(12, 12);
            shade.setMaxSize(12, 12);
            Label name = new Label(table.columns().get(picture.series().get(i)).title(), shade);
            name.getStyleClass().add("small");
            name.setMinWidth(Region.USE_PREF_SIZE);
            legend.getChildren().add(name);
        }
        return legend;
    }
}
