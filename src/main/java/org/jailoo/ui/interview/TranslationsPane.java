package org.jailoo.ui.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.EntryControls;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.FormEdit;
import org.jailoo.ui.form.ItemsEntry;
import org.jailoo.ui.form.Page;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Translations of the texts of an interview: the original on the left, the translation on the right. */
final class TranslationsPane extends VBox {
    private static final List<String> TEXTS = List.of("narrative", "summary", "publicText");

    private final Page page;
    private final ItemsEntry items;
    private final VBox rows = new VBox(14);
    private final Map<String, Node> made = new LinkedHashMap<>();

    TranslationsPane(Page page, Field field) {
        super(10);
        this.page = page;
        this.items = page.form().items(field);
        setId("field-translations");
        getStylesheets().addAll(Sheets.CONTROLS, Sheet.INTERVIEW);
        Node head = FieldPane.head(page, field, page.label("translations"), null);
        head.getStyleClass().add("part-title");
        FlowPane add = new FlowPane(8, 8);
        for (String text : TEXTS) {
            Button one =
                    new Button(page.text("interview.translation.add", page.label(text)), new FontIcon(Feather.PLUS));
            one.setId("translate-" + text);
            one.setOnAction(event -> add(text));
            add.getChildren().add(one);
        }
        getChildren().add(head);
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf("translations")));
        getChildren().addAll(rows, add);
        show();
        page.listen(items.ids(), this::show);
        page.listen(page.form().turns(), turn -> show());
    }

    private void add(String text) {
        new FormEdit(page.form()).together(() -> entry(items.add(), "field").set(Json.of(text)));
    }

    private Entry entry(String id, String member) {
        return page.form()
                .entry(
                        items.place(id).member(member),
                        Objects.requireNonNull(items.members().get(member)));
    }

    private void show() {
        List<Node> now = items.ids().stream()
                .filter(id -> !items.isRemoved(id))
                .map(id -> made.computeIfAbsent(key(id), key -> row(id)))
                .toList();
        if (!now.equals(rows.getChildren())) {
            rows.getChildren().setAll(now);
        }
    }

    /** Of which text a translation is may be decided elsewhere; then its row is another. */
    private String key(String id) {
        return id + ' ' + of(id);
    }

    private String of(String id) {
        return entry(id, "field").value().get() instanceof Json.Text text ? text.value() : "";
    }

    private Node row(String id) {
        String of = of(id);
        Field source = Objects.requireNonNull(page.form().type()).field(of);
        Entry chosen = entry(id, "language");
        Node language = EntryControls.of(page, chosen);
        language.setId(FieldPane.id(chosen.place()));
        HBox label = FieldPane.head(page, chosen.field(), page.label("translations", "language"), language);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Button remove = new Button(null, new FontIcon(Feather.TRASH_2));
        remove.getStyleClass().addAll("flat", "item-remove");
        remove.setAccessibleText(page.text("record.item.remove"));
        remove.setOnAction(event -> items.remove(id));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, label, language, space, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        TwoColumns.Side left = source == null
                ? new TwoColumns.Side(new Label(of), new Label(""))
                : TwoColumns.shown(page, page.form().entry(source), new String[] {of});
        TwoColumns.Side right = TwoColumns.typed(page, entry(id, "text"), page.label("translations", "text"));
        VBox row = new VBox(new TwoColumns(left, new TwoColumns.Side(head, right.text())));
        row.getStyleClass().add("code-details");
        return row;
    }
}
