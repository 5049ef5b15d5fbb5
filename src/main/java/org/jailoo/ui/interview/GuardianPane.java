package org.jailoo.ui.interview;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.Page;
import org.jspecify.annotations.Nullable;

/** Whether a guardian was present, asked where a person is under 18 or may be. */
final class GuardianPane extends VBox {
    private final Page page;
    private final ConsentModel consent;
    private final PeopleModel people;
    private final Label known = new Label();
    private final ChoiceRow age;
    private final VBox guardian;
    private @Nullable Boolean byHand;
    private Age found = Age.UNKNOWN;

    GuardianPane(Page page, ConsentModel consent, PeopleModel people) {
        super(10);
        this.page = page;
        this.consent = consent;
        this.people = people;
        setId("consent-guardian");
        known.getStyleClass().add("part-head");
        known.setWrapText(true);
        age = new ChoiceRow(
                "consent-age",
                List.of("under", "over"),
                code -> page.text(code.equals("under") ? "interview.guardian.under" : "interview.guardian.over"),
                code -> {
                    byHand = code == null ? null : (Boolean) code.equals("under");
                    show();
                });
        Entry present = consent.part("guardianPresent");
        Label ask = new Label(page.label("consent", "guardianPresent"));
        Label why = new Label(page.text("interview.guardian.needed"));
        why.setWrapText(true);
        why.getStyleClass().add("quiet");
        guardian =
                new VBox(6, ask, ChoiceRow.of(page, present, "yesNo", List.of("yes", "no", "unknown", "refused")), why);
        getChildren().addAll(known, age, guardian);
        show();
        page.listen(present.value(), now -> show());
        page.listen(people.readings(), now -> show());
        page.listen(page.form().turns(), turn -> show());
    }

    private void show() {
        found = people.age(date());
        boolean under = found == Age.UNDER_18;
        boolean unknown = found == Age.UNKNOWN;
        known.setText(page.text(
                under
                        ? "interview.guardian.is-under"
                        : unknown ? "interview.guardian.question" : "interview.guardian.is-over"));
        age.setVisible(unknown);
        age.setManaged(unknown);
        boolean answered = consent.part("guardianPresent").value().get() != null;
        if (byHand == null && unknown && answered) {
            byHand = true;
        }
        age.show(byHand == null ? null : byHand ? "under" : "over");
        boolean ask = under || answered || (unknown && Boolean.TRUE.equals(byHand));
        guardian.setVisible(ask);
        guardian.setManaged(ask);
    }

    private @Nullable String date() {
        Field field = Objects.requireNonNull(
                Objects.requireNonNull(page.form().type()).field("date"));
        Json date = page.form().entry(field).value().get();
        Json asked = consent.part("date").value().get();
        Json known = date == null ? asked : date;
        return known instanceof Json.Text text ? text.value() : null;
    }
}
