package org.jailoo.ui.testimony;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.Evidence;
import org.jailoo.app.Evidence.Support;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.record.Field;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.controls.PickField;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.SetEntry;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The testimonies that a recommendation rests on: when and where, what was done to whom, and whether consent still stands. */
final class EvidencePane extends VBox {
    private static final String TYPE = "interview";

    private final Page page;
    private final Evidence evidence;
    private final SetEntry entry;
    private final Latest latest;
    private final VBox rows = new VBox(8);
    private final Label none;

    EvidencePane(Page page, Field field, Evidence evidence) {
        super(8);
        this.page = page;
        this.evidence = evidence;
        this.entry = page.form().set(field);
        this.latest = new Latest(page.links().tasks());
        setId("evidence");
        none = new Label(page.text("testimony.evidence.none"));
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        none.setMinHeight(Region.USE_PREF_SIZE);
        none.managedProperty().bind(none.visibleProperty());
        PickField finder = new PickField(
                (typed, then) -> page.find(TYPE, typed, then), option -> entry.toggle(option.key(), true));
        finder.setId("field-" + field.name());
        finder.setPromptText(page.text("record.reference.find"));
        finder.setMaxWidth(360);
        getChildren().add(FieldPane.head(page, field, page.text("testimony.evidence.title"), finder));
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf(field.name())));
        getChildren().addAll(none, rows, finder);
        page.listen(entry.members(), this::look);
        page.listen(page.namings(), turn -> look());
        look();
    }

    private void look() {
        List<String> named = List.copyOf(entry.members());
        none.setVisible(named.isEmpty());
        if (named.isEmpty()) {
            rows.getChildren().clear();
            return;
        }
        page.readNames(named);
        latest.start(watch -> evidence.of(named), found -> show(named, found));
    }

    private void show(List<String> named, List<Support> found) {
        Map<String, Support> known = new TreeMap<>();
        found.forEach(support -> known.put(support.row().record(), support));
        List<Node> drawn = new ArrayList<>();
        List<Node> gone = new ArrayList<>();
        for (String interview : named) {
            Support support = known.get(interview);
            if (support == null) {
                gone.add(gone(interview));
            } else {
                drawn.add(row(support));
            }
        }
        drawn.addAll(gone);
        rows.getChildren().setAll(drawn);
    }

    private Node row(Support support) {
        String record = support.row().record();
        Hyperlink link = new Hyperlink(page.name(record));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> page.opening(TYPE, record).run());
        FlowPane facts = new FlowPane(14, 2, link, fact(day(support)));
        String place = page.places().settlement(support.adm1(), support.settlement());
        if (place.isBlank() && !support.adm1().isEmpty()) {
            place = page.labels().code("adm1", support.adm1());
        }
        if (!place.isBlank()) {
            facts.getChildren().add(fact(place));
        }
        Label consent = fact(consent(support.consent()));
        consent.setGraphic(new FontIcon(support.consent().isYes() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
        if (!support.consent().isYes()) {
            consent.getStyleClass().add(Styles.DANGER);
        }
        facts.getChildren().add(consent);
        facts.setAlignment(Pos.CENTER_LEFT);
        Label violations = new Label(violations(support));
        violations.getStyleClass().add("quiet");
        violations.setWrapText(true);
        violations.setMinHeight(Region.USE_PREF_SIZE);
        return line(new VBox(2, facts, violations), record);
    }

    private Node gone(String interview) {
        Label label = new Label(page.name(interview) + " – " + page.text("testimony.evidence.gone"));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("quiet");
        return line(label, interview);
    }

    private Node line(Node what, String record) {
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "item-remove");
        remove.setAccessibleText(page.text("testimony.evidence.remove", page.name(record)));
        remove.setOnAction(event -> entry.toggle(record, false));
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(10, what, remove);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("code-details");
        return line;
    }

    private Label fact(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private String day(Support support) {
        String day = support.row().day();
        return day.isEmpty()
                ? page.text("testimony.evidence.no-day")
                : page.labels().date(day);
    }

    private String violations(Support support) {
        return support.violations().stream()
                .map(code -> page.labels().code("violation", code))
                .reduce((a, b) -> a + " · " + b)
                .orElse(page.text("testimony.evidence.uncoded"));
    }

    private String consent(Answer answer) {
        return answer.isYes()
                ? page.text("testimony.evidence.stands")
                : page.text(
                        "table.reason." + answer.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
