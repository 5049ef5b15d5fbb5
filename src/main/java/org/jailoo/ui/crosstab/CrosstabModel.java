package org.jailoo.ui.crosstab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.consent.Audience;
import org.jailoo.report.CrossField;
import org.jailoo.report.CrossQuery;
import org.jailoo.report.CrossQuery.Filter;
import org.jailoo.report.CrossQuery.Numbers;
import org.jailoo.report.CrossTables.Value;
import org.jailoo.report.CrossUnit;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.controls.Figures;
import org.jspecify.annotations.Nullable;

/** The question that is put together, and its answer: every change of the question asks again. */
public final class CrosstabModel {
    /** After so long a person wants to know that something goes on. */
    private static final Duration SLOW = Duration.ofMillis(500);

    /** What is asked most often of each unit: it stands there when nothing was chosen. */
    private static final Map<CrossUnit, List<String>> USUAL = Map.of(
            CrossUnit.INTERVIEWS, List.of("place.adm1", "participants.sex"),
            CrossUnit.TESTIMONIES, List.of("violations.code@broader", "violations.country"),
            CrossUnit.ACTS, List.of("violations.sector", "violations.country"),
            CrossUnit.PARTICIPANTS, List.of("ageBand", "sex"),
            CrossUnit.ATTENDANCE, List.of("place.settlement", "attendance.sex"),
            CrossUnit.RECOMMENDATIONS, List.of("themes", "status"));

    private final Tasks tasks;
    private final Latest counting;
    private final Crossing crossing;
    private @Nullable CrossQuery answered;
    private Figures.@Nullable At left;
    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>(Audience.PUBLIC);
    private final ObjectProperty<CrossUnit> unit = new SimpleObjectProperty<>(CrossUnit.INTERVIEWS);
    private final ObjectProperty<Numbers> numbers = new SimpleObjectProperty<>(Numbers.COUNTS);
    private final ObjectProperty<@Nullable String> rows = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> columns = new SimpleObjectProperty<>();
    private final ObservableList<CrossField> fields = FXCollections.observableArrayList();
    private final ObservableList<Chosen> filters = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Table> table = new SimpleObjectProperty<>();
    private final BooleanProperty slow = new SimpleBooleanProperty();
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private String language = "en";
    private long asked;
    private boolean settling;
    private boolean waiting;

    public CrosstabModel(Tasks tasks, Crossing crossing) {
        this.tasks = tasks;
        this.counting = new Latest(tasks);
        this.crossing = crossing;
        audience.addListener((p, was, is) -> fieldsAgain());
        unit.addListener((p, was, is) -> {
            if (!is.type().equals(was.type())) {
                rows.set(null);
                columns.set(null);
            }
            fieldsAgain();
        });
        numbers.addListener((p, was, is) -> ask());
    }

    /** A filter that was chosen, with the values that it leaves. */
    public record Chosen(String field, List<Value> values) {
        public Chosen {
            values = List.copyOf(values);
        }

        private Filter filter() {
            return new Filter(
                    field, new LinkedHashSet<>(values.stream().map(Value::key).toList()));
        }
    }

    public ObjectProperty<Audience> audienceProperty() {
        return audience;
    }

    public ObjectProperty<CrossUnit> unitProperty() {
        return unit;
    }

    public ObjectProperty<Numbers> numbersProperty() {
        return numbers;
    }

    /** The id of the field whose values are the rows; null where none is chosen. */
    public ReadOnlyObjectProperty<@Nullable String> rowsProperty() {
        return rows;
    }

    /** The id of the field whose values are the columns; null where none is chosen. */
    public ReadOnlyObjectProperty<@Nullable String> columnsProperty() {
        return columns;
    }

    /** The fields to choose from. */
    public ObservableList<CrossField> fields() {
        return fields;
    }

    public ObservableList<Chosen> filters() {
        return filters;
    }

    /** The question that the table answers; null before there is one. */
    @Nullable
    CrossQuery answered() {
        return answered;
    }

    /** The number from which the person went to its records; null where she did not. */
    Figures.@Nullable At left() {
        return left;
    }

    void leave(Figures.At at) {
        left = at;
    }

    /** The answer; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Table> tableProperty() {
        return table;
    }

    /** Whether the answer takes so long that a person is told. */
    public ReadOnlyBooleanProperty slowProperty() {
        return slow;
    }

    public ReadOnlyBooleanProperty writingProperty() {
        return writing;
    }

    /** The field of an id; null where it cannot be chosen now. */
    public @Nullable CrossField field(@Nullable String id) {
        return fields.stream().filter(f -> f.id().equals(id)).findFirst().orElse(null);
    }

    /** Asks again, in this language, of the notebook as it stands now. */
    public void reload(String inLanguage) {
        boolean other = !language.equals(inLanguage);
        language = inLanguage;
        fieldsAgain();
        if (other) {
            // What was chosen stays; what it is called is read again.
            List.copyOf(filters)
                    .forEach(chosen -> values(chosen.field(), values -> {
                        int at = filters.indexOf(chosen);
                        if (at >= 0) {
                            filters.set(
                                    at,
                                    new Chosen(
                                            chosen.field(),
                                            values.stream()
                                                    .filter(v -> chosen.filter()
                                                            .values()
                                                            .contains(v.key()))
                                                    .toList()));
                        }
                    }));
        }
    }

    /** Reads which fields there are; what is no longer among them is no longer chosen. */
    private void fieldsAgain() {
        settling = true;
        fields.setAll(crossing.fields(unit.get(), audience.get(), language));
        filters.removeIf(chosen -> field(chosen.field()) == null);
        List<String> codes = new ArrayList<>(USUAL.getOrDefault(unit.get(), List.of()));
        codes.removeIf(id -> field(id) == null);
        fields.stream()
                .filter(f -> f.form() == CrossField.Form.CODES)
                .map(CrossField::id)
                .forEach(codes::add);
        if (field(rows.get()) == null) {
            rows.set(codes.stream()
                    .filter(id -> !id.equals(columns.get()))
                    .findFirst()
                    .orElse(null));
        }
        if (field(columns.get()) == null) {
            columns.set(codes.stream()
                    .filter(id -> !id.equals(rows.get()))
                    .findFirst()
                    .orElse(null));
        }
        settling = false;
        ask();
    }

    /** Chooses the rows; what the columns were gives way to them. */
    public void chooseRows(@Nullable String id) {
        if (id != null && id.equals(columns.get())) {
            columns.set(rows.get());
        }
        rows.set(id);
        ask();
    }

    /** Chooses the columns; what the rows were gives way to them. */
    public void chooseColumns(@Nullable String id) {
        if (id != null && id.equals(rows.get())) {
            rows.set(columns.get());
        }
        columns.set(id);
        ask();
    }

    /** Turns the table. */
    public void swap() {
        String was = rows.get();
        rows.set(columns.get());
        columns.set(was);
        ask();
    }

    /** The values of a field to filter by, in their order. */
    public void values(String field, Consumer<List<Value>> then) {
        CrossUnit of = unit.get();
        Audience whom = audience.get();
        String in = language;
        tasks.of(watch -> crossing.values(of, field, whom, in, watch))
                .onSuccess(then)
                .start();
    }

    /** Adds a filter, in the place of one on the same field. */
    public void filter(String field, List<Value> values) {
        filters.removeIf(chosen -> chosen.field().equals(field));
        if (!values.isEmpty()) {
            filters.add(new Chosen(field, values));
        }
        ask();
    }

    /** Takes a filter away. */
    public void unfilter(String field) {
        filters.removeIf(chosen -> chosen.field().equals(field));
        ask();
    }

    private void ask() {
        if (settling) {
            return;
        }
        asked++;
        long mine = asked;
        String across = rows.get();
        String down = columns.get();
        if (across == null || down == null || across.equals(down)) {
            table.set(null);
            slow.set(false);
            return;
        }
        CrossQuery query = new CrossQuery(
                unit.get(),
                across,
                down,
                numbers.get(),
                filters.stream().map(Chosen::filter).toList());
        Audience whom = audience.get();
        String in = language;
        waiting = true;
        tasks.after(SLOW, () -> slow.set(waiting && mine == asked));
        counting.start(watch -> crossing.table(query, whom, in, watch), answer -> {
            waiting = false;
            slow.set(false);
            answered = query;
            table.set(answer);
        });
    }

    /** Writes the answer that is shown into a new workbook. */
    public void write(Path file, Runnable done, Consumer<Sentence> failed) {
        Table shown = table.get();
        if (shown == null || writing.get()) {
            return;
        }
        Audience whom = audience.get();
        String in = language;
        writing.set(true);
        tasks.of(watch -> {
                    crossing.write(file, shown, whom, in);
                    return file;
                })
                .onEnd(() -> writing.set(false))
                .onSuccess(written -> done.run())
                .onFailure(e -> failed.accept(Failures.of(e, file)))
                .start();
    }
}
