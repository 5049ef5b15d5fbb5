package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jailoo.consent.Consent;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.record.RecordType;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.FormEdit;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * What consent opens in the form of an interview. While it opens nothing, only a few fields may be filled; what came
 * into the others all the same, by a draft, an older version or another device, is shown to be read, and what of it is
 * not on the disk yet holds the save back.
 */
public final class ConsentModel {
    /** How far consent has come. */
    public enum Step {
        /** Nobody answered. */
        UNANSWERED,
        /** Given, but not for keeping anything. */
        NOTHING_KEPT,
        /** Given: everything is open. */
        OPEN,
        /** Refused: nothing is kept but that there was a conversation. */
        DECLINED,
        /** To be asked again. */
        PENDING,
        /** Taken back. */
        WITHDRAWN,
        /** Answered in contradicting ways. */
        CONTRADICTED
    }

    /** Asked before anything else. */
    private static final Set<String> HEAD = Set.of("campaign", "language", Consent.FIELD);
    /** What is kept of a conversation that was declined. */
    private static final Set<String> DECLINED = Set.of("campaign", "code", "date", "place", Consent.FIELD, "synthetic");
    /** What goes on from one record of a day to the next: the person never said it. */
    private static final Set<String> CARRIED = Set.of("language", "interviewer", "interpreter", "mode", "setting");
    /** What may stand in a form that waits for an answer: nothing that the person told. */
    private static final Set<String> WAITING =
            Stream.of(DECLINED, CARRIED).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    /** What stays of the consent itself when it is declined. */
    private static final Set<String> ANSWER = Set.of("given", "language", "scriptVersion", "date");

    private final RecordForm form;
    private final FormEdit edit;
    private final boolean gated;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.UNANSWERED);
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stored = new ReadOnlyBooleanWrapper();
    private final Map<String, ReadOnlyBooleanWrapper> shown = new HashMap<>();
    private final Map<String, ReadOnlyBooleanWrapper> locked = new HashMap<>();

    public ConsentModel(RecordForm form) {
        this.form = form;
        this.edit = new FormEdit(form);
        this.gated = form.typeName().equals("interview");
        edit.guard("consent", () -> behind.get() ? part("given") : null);
        fields().keySet().forEach(name -> {
            shown.put(name, new ReadOnlyBooleanWrapper());
            locked.put(name, new ReadOnlyBooleanWrapper());
        });
        look();
    }

    /** Whether consent opens the form; in the record of a meeting of many it is only kept. */
    public boolean isGated() {
        return gated;
    }

    public RecordForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** Whether something that may not be kept stands in the form and is not saved. */
    public ReadOnlyBooleanProperty behind() {
        return behind.getReadOnlyProperty();
    }

    /** Whether the record itself holds what this consent does not cover, as one from elsewhere may. */
    public ReadOnlyBooleanProperty stored() {
        return stored.getReadOnlyProperty();
    }

    /** Whether a field is shown; one that holds something always is. */
    public ReadOnlyBooleanProperty shown(String field) {
        return Objects.requireNonNull(shown.get(field)).getReadOnlyProperty();
    }

    /** Whether a field is shown to be read alone. */
    public ReadOnlyBooleanProperty locked(String field) {
        return Objects.requireNonNull(locked.get(field)).getReadOnlyProperty();
    }

    /** The entry of a part of the consent. */
    public Entry part(String member) {
        Field group = Objects.requireNonNull(fields().get(Consent.FIELD));
        Field field = Objects.requireNonNull(
                ((FieldKind.Group) group.kind()).members().get(member));
        return form.entry(Place.at(Consent.FIELD).member(member), field);
    }

    /** What was answered; null while nothing was. */
    public @Nullable String given() {
        return value("given") instanceof Json.Text text ? text.value() : null;
    }

    /** Of the form and not of an entry, which tells the form whenever it is made. */
    private @Nullable Json value(String member) {
        return form.value(Place.at(Consent.FIELD).member(member));
    }

    private boolean isKept() {
        return value("purposes") instanceof Json.Array purposes
                && purposes.items().contains(Json.of("keep"));
    }

    // ---- looking

    /** Works everything out again; after every turn of the form. */
    public void look() {
        Step now = now();
        step.set(now);
        Set<String> unsaved = unsaved(now);
        behind.set(!unsaved.isEmpty());
        Set<String> kept = storedFields();
        stored.set(gated && now != Step.OPEN && kept.stream().anyMatch(name -> !WAITING.contains(name)));
        for (String name : fields().keySet()) {
            boolean open = !gated || isOpen(now, name);
            boolean held = kept.contains(name) || unsaved.contains(name);
            Objects.requireNonNull(shown.get(name)).set(open || held);
            // A contradiction is settled whatever was agreed to: that adds nothing to what is there.
            boolean settling = !form.conflictsOf(name).isEmpty();
            Objects.requireNonNull(locked.get(name)).set(!open && held && !settling);
        }
    }

    private Step now() {
        if (!form.conflict(Consent.FIELD).isEmpty() && !form.isSettled(Consent.FIELD)) {
            return Step.CONTRADICTED;
        }
        if (value("withdrawn") != null) {
            return Step.WITHDRAWN;
        }
        String given = given();
        if (given == null) {
            return Step.UNANSWERED;
        }
        return switch (given) {
            case "yes" -> isKept() ? Step.OPEN : Step.NOTHING_KEPT;
            case "declined" -> Step.DECLINED;
            case "withdrawn" -> Step.WITHDRAWN;
            default -> Step.PENDING;
        };
    }

    private static boolean isOpen(Step now, String field) {
        return switch (now) {
            case OPEN -> true;
            case DECLINED -> DECLINED.contains(field) && !field.equals("synthetic");
            default -> HEAD.contains(field);
        };
    }

    /** The fields that hold something new which may not be kept. */
    private Set<String> unsaved(Step now) {
        Set<String> names = new LinkedHashSet<>();
        if (now == Step.OPEN || !gated) {
            return names;
        }
        Set<String> allowed = now == Step.DECLINED ? DECLINED : WAITING;
        form.body().members().forEach((path, value) -> {
            String name = field(path);
            boolean settles = form.isSettled(path) && form.conflict(path).contains(value);
            boolean says = !(value instanceof Json.Null) && !path.equals(Path.DELETED);
            if (says && !settles && !allowed.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    private Set<String> storedFields() {
        Set<String> names = new LinkedHashSet<>();
        if (form.state() != null) {
            form.state().values().keySet().forEach(path -> {
                // What is being taken out is not shown any more.
                if (!Json.NULL.equals(form.body().get(path))) {
                    names.add(field(path));
                }
            });
        }
        return names;
    }

    private static String field(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private Map<String, Field> fields() {
        RecordType type = Objects.requireNonNull(form.type());
        return type.fields();
    }

    // ---- answering

    /** Takes an answer that takes nothing away; null takes the answer back. */
    public void answer(@Nullable String given, @Nullable Read read) {
        edit.together(() -> {
            part("given").set(given == null ? null : Json.of(given));
            if (given != null && read != null) {
                note(read);
            }
        });
        look();
    }

    /**
     * What was read aloud.
     *
     * @param version empty where no script was there
     */
    public record Read(@Nullable String language, String version) {}

    private void note(Read read) {
        if (part("language").value().get() == null && read.language() != null) {
            part("language").set(Json.of(read.language()));
        }
        if (part("scriptVersion").value().get() == null && !read.version().isEmpty()) {
            part("scriptVersion").set(Json.of(read.version()));
        }
    }

    /** The fields that would be emptied by declining; not what was only carried over. */
    public List<String> lost() {
        Set<String> names = new LinkedHashSet<>();
        for (String path : edit.paths()) {
            String name = field(path);
            if (!DECLINED.contains(name) && !CARRIED.contains(name) && form.value(Place.at(path)) != null) {
                names.add(name);
            }
        }
        return new ArrayList<>(names);
    }

    /** Declines: everything but the campaign, the code, the day and the place is emptied, in one step. */
    public void decline(@Nullable Read read) {
        edit.together(() -> {
            part("given").set(Json.of("declined"));
            if (read != null) {
                note(read);
            }
            clear(DECLINED);
            for (String member : ((FieldKind.Group)
                            Objects.requireNonNull(fields().get(Consent.FIELD)).kind())
                    .members()
                    .keySet()) {
                if (!ANSWER.contains(member)) {
                    part(member).set(null);
                }
            }
        });
        look();
    }

    /** Takes out what was typed and may not be kept; what is on the disk stays there. */
    public void takeOut() {
        edit.together(() -> unsaved(step.get())
                .forEach(name -> edit.paths().stream()
                        .filter(path -> field(path).equals(name) && form.body().get(path) != null)
                        .toList()
                        .forEach(form::undo)));
        look();
    }

    private void clear(Set<String> kept) {
        for (String path : edit.paths()) {
            if (!kept.contains(field(path)) && !path.equals(Path.DELETED)) {
                edit.clear(path);
            }
        }
    }
}
