package org.jailoo.ui.interview;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.VBox;
import org.jailoo.app.EarlierInterviews.Sketch;
import org.jailoo.app.NewParticipant;
import org.jailoo.app.RecordHistory;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.ui.form.FieldGrid;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** The few fields of a participant who is added from inside an interview. */
final class NewPerson extends VBox {
    private static final List<String> FIELDS = List.of("code", "sex", "birthYear", "ageBand", "citizenship");

    private final RecordForm form;
    private final Page own;
    private @Nullable Sketch last;

    NewPerson(Page page, NewParticipant.Begun begun) {
        super(12);
        form = new RecordForm(page.form().schema(), begun.opened(), begun.given());
        own = new Page(
                form,
                page.texts(),
                page.links(),
                new ReadOnlyObjectWrapper<RecordHistory.@Nullable Story>().getReadOnlyProperty());
        FieldGrid grid = new FieldGrid();
        for (String name : FIELDS) {
            FieldPane pane = FieldPane.of(own, form.entry(field(name)), new String[] {name});
            // Beside the interview's own fields, some of which are called the same.
            pane.getChildren().get(1).setId("who-" + name);
            grid.add(pane, false);
        }
        FieldGrid place = FieldGrid.of(
                own, Place.at("place"), ((FieldKind.Group) field("place").kind()).members(), List.of("place"));
        for (String member : ((FieldKind.Group) field("place").kind()).members().keySet()) {
            if (place.lookup("#field-place-" + member) != null) {
                place.lookup("#field-place-" + member).setId("who-place-" + member);
            }
        }
        getChildren().addAll(grid, place);
    }

    RecordForm form() {
        return form;
    }

    void begin() {
        if (lookup("#who-sex") != null) {
            lookup("#who-sex").requestFocus();
        }
    }

    /** Tells who she is so far, whenever that is more or something else. */
    void sketched(Consumer<Sketch> then) {
        own.listen(form.turns(), turn -> {
            Sketch now = new Sketch(text(Place.at("sex")), year(), inPlace("adm1"), inPlace("settlement"));
            if (!now.equals(last)) {
                last = now;
                then.accept(now);
            }
        });
    }

    private @Nullable Long year() {
        return form.value(Place.at("birthYear")) instanceof Json.Int year ? (Long) year.value() : null;
    }

    private @Nullable String inPlace(String member) {
        return text(Place.at("place").member(member));
    }

    private @Nullable String text(Place place) {
        return form.value(place) instanceof Json.Text text ? text.value() : null;
    }

    private Field field(String name) {
        return Objects.requireNonNull(Objects.requireNonNull(form.type()).field(name));
    }

    void close() {
        own.close();
    }
}
