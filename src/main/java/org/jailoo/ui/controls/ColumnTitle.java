package org.jailoo.ui.controls;

import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jailoo.ui.common.TextSize;

/** The title of a column, over as many lines as it takes; a column never gets too narrow for its longest word. */
public final class ColumnTitle {
    private static final double USUAL = 13;
    private static final double MARGIN = 22;

    private ColumnTitle() {}

    /** Gives a column its title. */
    public static void set(TableColumn<?, ?> column, String title, TextSize letters) {
        Text measure = new Text();
        measure.setFont(Font.font("Noto Sans", FontWeight.BOLD, letters.pixels(USUAL)));
        double longest = 0;
        for (String word : title.split("\\s+", 0)) {
            measure.setText(word);
            longest = Math.max(longest, measure.getLayoutBounds().getWidth());
        }
        double least = Math.ceil(longest + MARGIN);
        column.setMinWidth(least);
        Text lines = new Text(title);
        lines.getStyleClass().add("column-title");
        lines.wrappingWidthProperty().bind(column.widthProperty().subtract(MARGIN - 4));
        // The words stay the column's own, for whoever has them read out; only the lines are drawn.
        column.setText(title);
        column.setGraphic(lines);
    }
}
