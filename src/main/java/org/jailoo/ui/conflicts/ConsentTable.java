package org.jailoo.ui.conflicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.RecordHistory.Contending;
import org.jailoo.consent.Consent;
import org.jailoo.consent.Consent.Standing;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;

/** How a consent in conflict acts meanwhile: by purpose, who grants it, and what therefore counts. */
final class ConsentTable extends VBox {
    private static final String PURPOSES = "consentPurpose";

    private final Texts texts;
    private final List<Consent> answers = new ArrayList<>();
    private final Consent counts;

    ConsentTable(Texts texts, Case shown, List<String> whos, LocalDate day) {
        super(10);
        this.texts = texts;
        this.counts = Objects.requireNonNull(shown.counts());
        setId("conflict-consent");
        for (Contending value : shown.values()) {
            answers.add(Consent.ofValue(value.value(), day));
        }
        Set<String> purposes = new TreeSet<>(Comparator.<String, String>comparing(
                        code -> texts.labels().code(PURPOSES, code),
                        texts.labels().order())
                .thenComparing(Comparator.naturalOrder()));
        answers.forEach(answer -> purposes.addAll(answer.purposes()));
        if (!purposes.isEmpty()) {
            getChildren().add(table(purposes, whos));
        }
    }

    /** The sentence that says how it acts. */
    Node acts() {
        String granted = counts.purposes().stream()
                .map(code -> texts.labels().code(PURPOSES, code))
                .sorted(texts.labels().order())
                .collect(Collectors.joining(", "));
        String words = counts.standing() == Standing.GIVEN && !granted.isEmpty()
                ? texts.text("conflicts.consent.common", granted)
                : texts.text("conflicts.consent.nothing");
        Label label = Wrapped.words(words);
        label.setId("conflict-acts");
        VBox box = new VBox(label);
        box.getStyleClass().add("warning");
        return box;
    }

    private Node table(Set<String> purposes, List<String> whos) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("conflict-grid");
        grid.setHgap(18);
        grid.setVgap(6);
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().add(first);
        grid.add(head(texts.text("conflicts.consent.purpose")), 0, 0);
        for (int i = 0; i < whos.size(); i++) {
            grid.add(head(whos.get(i)), i + 1, 0);
        }
        grid.add(head(texts.text("conflicts.consent.counts")), whos.size() + 1, 0);
        int row = 1;
        for (String purpose : purposes) {
            Label name = Wrapped.words(texts.labels().code(PURPOSES, purpose));
            grid.add(name, 0, row);
            for (int i = 0; i < answers.size(); i++) {
                grid.add(yesNo(answers.get(i).purposes().contains(purpose), false), i + 1, row);
            }
            grid.add(yesNo(counts.purposes().contains(purpose), true), answers.size() + 1, row);
            row++;
        }
        return grid;
    }

    private static Label head(String words) {
        Label head = Wrapped.words(words, "quiet", "small");
        GridPane.setValignment(head, VPos.BOTTOM);
        return head;
    }

    private Label yesNo(boolean yes, boolean counting) {
        Label label = new Label(texts.labels().code("yesNo", yes ? "yes" : "no"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (counting) {
            label.getStyleClass().add("conflict-apart-label");
        } else if (!yes) {
            label.getStyleClass().add("quiet");
        }
        return label;
    }

    /** What a value grants that does not count now, in words. */
    static String more(Texts texts, Consent value, Consent counts) {
        return value.purposes().stream()
                .filter(code -> !counts.purposes().contains(code))
                .map(code -> texts.labels().code(PURPOSES, code))
                .sorted(texts.labels().order())
                .collect(Collectors.joining(", "));
    }
}
