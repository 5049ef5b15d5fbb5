package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.References;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.i18n.Places;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;
import org.jspecify.annotations.Nullable;

/** What the parts of a record's view share: the form, the words of one language, and the way to other records. */
public final class Page {
    private final RecordForm form;
    private final Texts texts;
    private final Messages messages;
    private final Labels labels;
    private final Links links;
    private final ReadOnlyObjectProperty<RecordHistory.@Nullable Story> story;
    private final Places places;
    private final Codes codes;
    private final List<Runnable> subscribed = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final ReadOnlyIntegerWrapper namings = new ReadOnlyIntegerWrapper();
    private final Set<String> asked = new HashSet<>();

    /** The way to other records. */
    public record Links(References references, Tasks tasks, Opener opener, List<OwnControls> own) {
        public Links {
            own = List.copyOf(own);
        }
    }

    /** Opens a record that a reference names. */
    public interface Opener {
        void open(String type, String record);
    }

    public Page(
            RecordForm form, Texts words, Links links, ReadOnlyObjectProperty<RecordHistory.@Nullable Story> story) {
        this.form = form;
        this.texts = words;
        this.messages = words.messages();
        this.labels = words.labels();
        this.links = links;
        this.story = story;
        this.places = words.places();
        this.codes = new Codes(form.schema(), labels);
    }

    public RecordForm form() {
        return form;
    }

    /** All the words of the language that is on, and the size of its letters. */
    public Texts texts() {
        return texts;
    }

    public Messages messages() {
        return messages;
    }

    public Labels labels() {
        return labels;
    }

    public Links links() {
        return links;
    }

    public Places places() {
        return places;
    }

    public String text(String key, Object... args) {
        return messages.text(key, args);
    }

    /** The label of a field, by the names that lead to it. */
    public String label(String... path) {
        return labels.field(form.typeName(), path);
    }

    /** The label of a field inside others. */
    public String label(List<String> path) {
        return label(path.toArray(String[]::new));
    }

    public static String[] deeper(List<String> path, String name) {
        String[] longer = Arrays.copyOf(path.toArray(String[]::new), path.size() + 1);
        longer[path.size()] = name;
        return longer;
    }

    /** The codes of a codebook, to search in. */
    public Filter codes(String codebook) {
        return codes.of(codebook);
    }

    /** The name of a record if it was read already, else the beginning of its id. */
    public String name(String record) {
        return names.getOrDefault(record, record.substring(0, Math.min(8, record.length())));
    }

    /** Counts up whenever names of records were read. */
    public ReadOnlyIntegerProperty namings() {
        return namings.getReadOnlyProperty();
    }

    /** Reads names off the window's thread; {@link #namings} tells when they are there. */
    public void readNames(Iterable<String> records) {
        Set<String> wanted = new LinkedHashSet<>();
        records.forEach(wanted::add);
        // Asked once: what the notebook does not hold now has no name, and is not asked for again by what it draws.
        wanted.removeIf(record -> names.containsKey(record) || !asked.add(record));
        if (wanted.isEmpty()) {
            return;
        }
        links.tasks()
                .of(watch -> links.references().labels(wanted))
                .onSuccess(found -> {
                    found.values().forEach(this::remember);
                    namings.set(namings.get() + 1);
                })
                .start();
    }

    /** Finds records off the window's thread. */
    public void find(String type, String typed, Consumer<List<Option>> then) {
        links.tasks()
                .of(watch -> links.references().suggest(type, typed))
                .onSuccess(found -> {
                    found.forEach(this::remember);
                    then.accept(found.stream()
                            .map(row -> new Option(row.record(), name(row.record()), 0))
                            .toList());
                })
                .start();
    }

    /** What people call the record: its code, and its day where it has none. */
    private void remember(Lists.Row row) {
        if (row.purged()) {
            names.put(row.record(), text("withdrawal.link.erased"));
            return;
        }
        String name = row.code().isBlank() ? labels.type(row.type()) + " " + labels.date(row.day()) : row.code();
        names.put(row.record(), Reading.cut(name.strip(), 80));
    }

    /** Who wrote the contending values; null until it is read. */
    public ReadOnlyObjectProperty<RecordHistory.@Nullable Story> conflicts() {
        return story;
    }

    /** The contending values of a path, the shown one first where that is known. */
    public List<Contender> contenders(String path) {
        RecordHistory.Story told = story.get();
        List<RecordHistory.Contending> known =
                told == null ? null : told.conflicts().get(path);
        List<Json> values = form.conflict(path);
        if (known == null || known.size() != values.size()) {
            return values.stream().map(value -> new Contender(value, "")).toList();
        }
        WhoWhen words = new WhoWhen(this);
        return known.stream()
                .map(one -> new Contender(one.value(), words.writings(one.writings())))
                .toList();
    }

    /** The first answer of the controls that this form was given; null where none has one. */
    public <T> @Nullable T own(Function<OwnControls, @Nullable T> question) {
        for (OwnControls own : links.own()) {
            T answer = question.apply(own);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** Listens until the page is closed. */
    public <T extends @Nullable Object> void listen(ObservableValue<T> value, Consumer<T> then) {
        ChangeListener<T> listener = (p, before, now) -> then.accept(now);
        value.addListener(listener);
        subscribed.add(() -> value.removeListener(listener));
    }

    /** Listens to a list until the page is closed. */
    public void listen(ObservableList<String> list, Runnable then) {
        ListChangeListener<String> listener = change -> then.run();
        list.addListener(listener);
        subscribed.add(() -> list.removeListener(listener));
    }

    /** Does something when the page is closed. */
    public void atEnd(Runnable then) {
        subscribed.add(then);
    }

    /** Ends every subscription: the form goes on, with another page or none. */
    public void close() {
        subscribed.forEach(Runnable::run);
        subscribed.clear();
    }

    public Runnable opening(String type, String record) {
        return () -> links.opener().open(type, record);
    }
}
