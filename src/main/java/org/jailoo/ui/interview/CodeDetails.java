package org.jailoo.ui.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.record.Field;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.FieldGrid;
import org.jailoo.ui.form.Page;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that one violation holds: its quotation with a translation beside it, and the rest as the schema has it. */
final class CodeDetails extends VBox {
    private static final List<String> ELSEWHERE = List.of("quote", "quoteTranslation", "source", "start", "end");

    CodeDetails(Page page, CodingModel model, String id, Runnable close) {
        super(14);
        setId("code-details");
        getStyleClass().add("code-details");
        Label head = new Label(page.text("interview.code.details"));
        head.getStyleClass().add("part-head");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button shut = new Button(null, new FontIcon(Feather.X));
        shut.getStyleClass().addAll("flat", "item-toggle");
        shut.setAccessibleText(page.text("interview.code.close"));
        shut.setOnAction(event -> close.run());
        HBox line = new HBox(8, head, space, shut);
        line.setAlignment(Pos.CENTER_LEFT);
        Map<String, Field> rest = new LinkedHashMap<>(model.items().members());
        rest.keySet().removeAll(ELSEWHERE);
        getChildren()
                .addAll(
                        line,
                        new TwoColumns(
                                TwoColumns.shown(
                                        page, entry(page, model, id, "quote"), new String[] {"violations", "quote"}),
                                TwoColumns.typed(
                                        page,
                                        entry(page, model, id, "quoteTranslation"),
                                        page.label("violations", "quoteTranslation"))));
        getChildren().add(FieldGrid.of(page, model.items().place(id), rest, List.of("violations")));
    }

    private static Entry entry(Page page, CodingModel model, String id, String member) {
        return page.form()
                .entry(
                        model.items().place(id).member(member),
                        Objects.requireNonNull(model.items().members().get(member)));
    }
}
