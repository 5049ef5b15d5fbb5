package org.jailoo.ui.meeting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jailoo.json.Json;
import org.jailoo.pasted.PlanColumns;
import org.jailoo.pasted.PlanColumns.Kind;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jailoo.ui.form.Autosave;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.ItemsEntry;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** A row of an action plan: a recommendation of its own, in a form of its own. */
final class PlanRow {
    private static final Pattern NAME = Pattern.compile(
            ".*(?:\\p{Lu}\\p{L}+(?:ова|ева|ёва|ина|ов|ев|ёв|ин|баев|баева|бекова|ova|eva|ina|ov|ev)\\b"
                    + "|\\p{L}+ (?:кызы|уулу|kyzy|uulu)\\b|\\p{Lu}\\p{L}+ \\p{Lu}\\. ?\\p{Lu}?\\.?|\\p{Lu}\\. ?(?:\\p{Lu}\\. ?)?\\p{Lu}\\p{L}+).*",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    private final RecordForm form;
    private final WhenModel when;
    private boolean fresh;
    private @Nullable Autosave autosave;

    PlanRow(RecordForm form, boolean fresh, int year) {
        this.form = form;
        this.fresh = fresh;
        this.when = new WhenModel(form, field("timeline"), year);
        // An entry tells the form that it is there; made only now, it would do so to whoever asks for it just then.
        List.of("number", "text", "plan", "action", "status", "notes", "kind", "campaign", "focusGroup")
                .forEach(this::entry);
        responsible();
    }

    RecordForm form() {
        return form;
    }

    WhenModel when() {
        return when;
    }

    String record() {
        return form.opened().form().record();
    }

    /** Whether it was never saved. */
    boolean isFresh() {
        return fresh;
    }

    /** What keeps it as a draft; null while there is nothing to keep. */
    @Nullable
    Autosave autosave() {
        return autosave;
    }

    void keep(Autosave keeping) {
        autosave = keeping;
    }

    void saved() {
        fresh = false;
        if (autosave != null) {
            autosave.ended();
        }
    }

    /** It goes, and its draft with it. */
    void dropped() {
        if (autosave != null) {
            autosave.discard();
            autosave.close();
            autosave = null;
        }
    }

    /** What is still to be done so that nothing typed is lost, on any thread. */
    Runnable rest() {
        return autosave == null ? () -> {} : autosave.rest();
    }

    void close() {
        if (autosave != null) {
            autosave.close();
        }
    }

    /** Whether a save has something to write of it; a row that was added and left empty is nothing. */
    boolean isDirty() {
        return form.dirty().get() && !(fresh && isBlank());
    }

    boolean isBlank() {
        return List.of(Kind.TEXT, Kind.WHEN, Kind.RESPONSIBLE).stream()
                .allMatch(kind -> text(kind).isBlank());
    }

    boolean isInConflict() {
        return form.state() != null
                && !Objects.requireNonNull(form.state()).conflicts().isEmpty();
    }

    String plan() {
        return entry("plan").typed().get();
    }

    /** Its number; 0 without. */
    long number() {
        return entry("number").value().get() instanceof Json.Int number ? number.value() : 0;
    }

    Entry entry(String name) {
        return form.entry(field(name));
    }

    private Field field(String name) {
        RecordType type = Objects.requireNonNull(form.type());
        return Objects.requireNonNull(type.field(name));
    }

    private ItemsEntry responsible() {
        return form.items(field("responsible"));
    }

    private List<String> responsibleIds() {
        ItemsEntry items = responsible();
        return items.ids().stream().filter(id -> !items.isRemoved(id)).toList();
    }

    private Entry role(String id) {
        ItemsEntry items = responsible();
        return form.entry(
                Place.item("responsible", id).member("role"),
                Objects.requireNonNull(items.members().get("role")));
    }

    private String roleText(String id) {
        return form.value(Place.item("responsible", id).member("role")) instanceof Json.Text text ? text.value() : "";
    }

    /** The words of a cell; a code where its kind is a choice. */
    String text(Kind kind) {
        return switch (kind) {
            case NUMBER -> entry("number").typed().get();
            case TEXT -> entry("text").typed().get();
            case WHEN -> when.text();
            case RESPONSIBLE -> responsibleIds().stream().map(this::roleText).collect(Collectors.joining("; "));
            case ACTION -> code("action");
            case STATUS -> code("status");
            case NONE -> "";
        };
    }

    private String code(String name) {
        return entry(name).value().get() instanceof Json.Text text ? text.value() : "";
    }

    /** Whether a cell can be written here; several who are responsible are written in the form of their own. */
    boolean isOpen(Kind kind) {
        return switch (kind) {
            case RESPONSIBLE -> responsibleIds().size() < 2;
            case WHEN -> !when.entry("text").isForeign();
            case NUMBER, TEXT, ACTION, STATUS -> !entry(name(kind)).isForeign();
            case NONE -> false;
        };
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case ACTION -> "action";
            case STATUS -> "status";
            default -> "text";
        };
    }

    void write(Kind kind, String text) {
        if (!isOpen(kind) || text.equals(text(kind))) {
            return;
        }
        switch (kind) {
            case WHEN -> when.type(text);
            case RESPONSIBLE -> writeRole(text);
            case ACTION, STATUS -> entry(name(kind)).set(text.isEmpty() ? null : Json.of(text));
            case NUMBER, TEXT -> entry(name(kind)).type(text);
            case NONE -> {
                // Nothing of the record.
            }
        }
    }

    private void writeRole(String text) {
        List<String> ids = responsibleIds();
        if (ids.isEmpty()) {
            if (!text.isEmpty()) {
                role(responsible().add()).type(text);
            }
            return;
        }
        String id = ids.get(0);
        role(id).type(text);
        boolean nothingLeft = form.value(Place.item("responsible", id)) instanceof Json.Obj left
                && left.members().isEmpty();
        if (text.isEmpty() && nothingLeft) {
            responsible().remove(id);
        }
    }

    /** Whether the words of who is responsible look like the name of a person, which belongs where the team alone sees it. */
    boolean looksLikeAName() {
        return NAME.matcher(text(Kind.RESPONSIBLE)).matches();
    }

    /**
     * Fills it from a pasted row; what has no column of its own here stays out.
     *
     * @param code the code of a codebook that a label names, empty where it names none: the words are kept in the notes
     */
    void fill(PlanColumns columns, List<String> cells, BinaryOperator<String> code) {
        String number = "";
        for (int i = 0; i < cells.size(); i++) {
            Kind kind = columns.columns().get(i);
            String cell = cells.get(i);
            if (kind == Kind.NUMBER) {
                Long read = PlanColumns.number(cell);
                number = read == null ? cell : "";
                write(kind, read == null ? "" : Long.toString(read));
            } else if (kind == Kind.ACTION || kind == Kind.STATUS) {
                String known = code.apply(kind == Kind.ACTION ? "actionType" : "actionStatus", cell);
                write(kind, known);
                if (known.isEmpty() && !cell.isBlank()) {
                    entry("notes").type((entry("notes").typed().get() + "\n" + cell).strip());
                }
            } else if (kind == Kind.TEXT) {
                write(kind, cell);
            } else if (kind != Kind.NONE) {
                write(kind, cell.replace('\n', ' '));
            }
        }
        if (!number.isBlank()) {
            // A number such as 1.1 or 3a is none to count with; it stays before the words.
            write(Kind.TEXT, (number + " " + text(Kind.TEXT)).strip());
        }
    }

    /** The names of the plans of some rows and of those that were only begun; what stands in none comes last. */
    static List<String> plans(List<PlanRow> rows, List<String> begun) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.plan()));
        names.addAll(begun);
        if (names.remove("")) {
            names.add("");
        }
        return names.isEmpty() ? List.of("1") : List.copyOf(names);
    }
}
