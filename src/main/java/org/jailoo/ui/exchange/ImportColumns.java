package org.jailoo.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import org.jailoo.ui.common.Texts;

/** The columns in which the bundles of the desk stand under one another. */
final class ImportColumns {
    static final int NUMBERS = 6;
    static final Insets BESIDE_NUMBERS = new Insets(0, 0, 0, 12);
    private static final double USUAL = 100;
    private static final int NUMBER_WIDTH = 72;
    /** In Kyrgyz a contradiction is a long word. */
    private static final int CONFLICT_WIDTH = 108;

    private static final int CONFLICT_PLACE = 3;
    private static final int DATE_WIDTH = 128;
    private static final int STATE_WIDTH = 156;
    private static final int ICON_WIDTH = 26;

    private ImportColumns() {}

    /** Whether the letters are so large that the numbers have no room beside each other: then they stand in words. */
    static boolean areWords(Texts texts) {
        return texts.letters().pixels(USUAL) > USUAL;
    }

    /**
     * A line of them, empty yet: icon, sender, date, six numbers, state, and the button that unfolds; of large letters
     * icon, sender, state and button.
     */
    static GridPane line(Texts texts) {
        GridPane line = new GridPane();
        line.setHgap(8);
        ColumnConstraints sender = new ColumnConstraints();
        sender.setHgrow(Priority.ALWAYS);
        sender.setMinWidth(90);
        sender.setPrefWidth(120);
        if (areWords(texts)) {
            line.getColumnConstraints()
                    .setAll(
                            fixed(large(texts, ICON_WIDTH)),
                            sender,
                            fixed(large(texts, STATE_WIDTH)),
                            fixed(large(texts, ICON_WIDTH + 6)));
            return line;
        }
        List<ColumnConstraints> all = new ArrayList<>(List.of(fixed(ICON_WIDTH), sender, fixed(DATE_WIDTH)));
        for (int i = 0; i < NUMBERS; i++) {
            ColumnConstraints number = fixed(i == CONFLICT_PLACE ? CONFLICT_WIDTH : NUMBER_WIDTH);
            number.setHalignment(HPos.RIGHT);
            all.add(number);
        }
        all.add(fixed(STATE_WIDTH));
        all.add(fixed(ICON_WIDTH + 6));
        line.getColumnConstraints().setAll(all);
        return line;
    }

    private static int large(Texts texts, int width) {
        return (int) texts.letters().pixels(width);
    }

    private static ColumnConstraints fixed(int width) {
        ColumnConstraints column = new ColumnConstraints(width);
        column.setHgrow(Priority.NEVER);
        return column;
    }

    /** The names of the columns; nothing where the numbers stand in words. */
    static Node head(Texts texts) {
        GridPane line = line(texts);
        if (areWords(texts)) {
            return line;
        }
        line.getStyleClass().add("import-head");
        line.add(name(texts.text("exchange.import.column.from"), false), 1, 0);
        line.add(name(texts.text("exchange.import.column.written"), false), 2, 0);
        List<String> numbers = numbers(texts);
        for (int i = 0; i < NUMBERS; i++) {
            line.add(name(numbers.get(i), true), 3 + i, 0);
        }
        Label state = name(texts.text("exchange.import.column.state"), false);
        GridPane.setMargin(state, BESIDE_NUMBERS);
        line.add(state, 3 + NUMBERS, 0);
        return line;
    }

    /** What each number counts. */
    static List<String> numbers(Texts texts) {
        return List.of(
                texts.text("exchange.count.new"),
                texts.text("exchange.count.changed"),
                texts.text("exchange.count.same"),
                texts.text("exchange.import.column.conflict"),
                texts.text("exchange.import.column.erased"),
                texts.text("exchange.count.gaps"));
    }

    private static Label name(String text, boolean number) {
        Label label = new Label(text);
        label.getStyleClass().addAll("quiet", "small");
        label.setWrapText(true);
        if (number) {
            label.setTextAlignment(TextAlignment.RIGHT);
            label.setAlignment(Pos.BOTTOM_RIGHT);
        }
        GridPane.setValignment(label, VPos.BOTTOM);
        return label;
    }
}
