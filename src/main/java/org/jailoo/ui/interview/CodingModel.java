package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.FormEdit;
import org.jailoo.ui.form.ItemsEntry;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * The narrative of an interview with its codes: violations that quote words of it. The words of a code follow every edit;
 * where none of them is left the code stays, with its quotation, and says that the text has it no more.
 *
 * <p>Stored are code points, counted the same by every language; here and in the editor they are UTF-16 code units. See
 * {@code src/doc/decisions/coding.md}.
 */
public final class CodingModel {
    private static final String NARRATIVE = "narrative";

    private final RecordForm form;
    private final FormEdit edit;
    private final Entry narrative;
    private final ItemsEntry items;
    private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();
    /** The words of each code as they were coded, or read: what stays when they are deleted letter by letter. */
    private final Map<String, String> original = new HashMap<>();

    private String text = "";
    private List<Coded> codes = List.of();
    private boolean editing;

    /**
     * A violation.
     *
     * @param code empty while none is chosen
     * @param quote empty where it quotes nothing
     * @param span where its words stand; null where they stand nowhere, or it quotes something else
     * @param lost whether it quoted the narrative, which has the words no more
     */
    public record Coded(
            String id, String code, String quote, @Nullable Span span, boolean lost) {}

    public CodingModel(RecordForm form) {
        this.form = form;
        this.edit = new FormEdit(form);
        this.narrative = form.entry(field(NARRATIVE));
        this.items = form.items(field("violations"));
        look();
    }

    private Field field(String name) {
        return Objects.requireNonNull(Objects.requireNonNull(form.type()).field(name));
    }

    public Entry narrative() {
        return narrative;
    }

    public ItemsEntry items() {
        return items;
    }

    /** Counts up whenever the text or its codes are others. */
    public ReadOnlyIntegerProperty turns() {
        return turns.getReadOnlyProperty();
    }

    public String text() {
        return text;
    }

    /** The codes, in the order of their words; those without words last. */
    public List<Coded> codes() {
        return codes;
    }

    /** Takes over what the form holds, as after an undo, a merge or a change in another field. */
    public void look() {
        if (editing) {
            return;
        }
        String now = shown(narrative.typed().get());
        List<Coded> found = new ArrayList<>();
        for (String id : items.ids()) {
            Json.Obj item = edit.item(items.place(id).path());
            if (item != null && !items.isRemoved(id)) {
                found.add(read(id, item, now));
            }
        }
        sort(found);
        if (!now.equals(text) || !found.equals(codes)) {
            text = now;
            codes = List.copyOf(found);
            turns.set(turns.get() + 1);
        }
    }

    private Coded read(String id, Json.Obj item, String now) {
        String code = Objects.requireNonNullElse(item.text("code"), "");
        String quote = shown(Objects.requireNonNullElse(item.text("quote"), ""));
        Long start = item.integer("start");
        boolean quotes = NARRATIVE.equals(item.text("source")) && !quote.isEmpty();
        Span span = quotes && start != null ? Span.find(now, quote, unit(now, start)) : null;
        if (span != null) {
            original.putIfAbsent(id, quote);
        }
        return new Coded(id, code, quote, span, quotes && span == null);
    }

    /** The text as an editor keeps it: without control characters, and with one sign for the end of a line. */
    private static String shown(String stored) {
        if (stored.chars().allMatch(CodingModel::isKept)) {
            return stored;
        }
        StringBuilder kept = new StringBuilder();
        stored.chars().filter(CodingModel::isKept).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isKept(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f);
    }

    /** The code unit at which a code point begins; the end where the text is shorter. */
    private static int unit(String text, long point) {
        int points = (int) Math.max(0, Math.min(point, text.length()));
        return points <= text.codePointCount(0, text.length()) ? text.offsetByCodePoints(0, points) : text.length();
    }

    private static void sort(List<Coded> found) {
        Comparator<Coded> byPlace = Comparator.comparing(
                one -> one.span() == null ? Integer.MAX_VALUE : one.span().start());
        found.sort(
                byPlace.thenComparing(one -> one.span() == null ? 0 : one.span().end()));
    }

    // ---- writing

    /** Takes an edit of the text: the words of the codes go along, in the same step. */
    public void edit(int at, String removed, String inserted) {
        String now = text.substring(0, at) + inserted + text.substring(at + removed.length());
        List<Coded> moved = new ArrayList<>();
        for (Coded one : codes) {
            moved.add(moved(one, now, at, removed.length(), inserted));
        }
        List<Coded> before = codes;
        editing = true;
        try {
            edit.typing(narrative, now, () -> {
                for (int i = 0; i < before.size(); i++) {
                    write(before.get(i), moved.get(i), now);
                }
            });
        } finally {
            editing = false;
        }
        text = now;
        sort(moved);
        codes = List.copyOf(moved);
        turns.set(turns.get() + 1);
    }

    private Coded moved(Coded one, String now, int at, int removed, String inserted) {
        Span span = one.span();
        if (span == null) {
            // Cut and put in elsewhere: the very words come back.
            int back = one.lost() && inserted.length() > 1 ? inserted.indexOf(one.quote()) : -1;
            return back < 0
                    ? one
                    : new Coded(
                            one.id(),
                            one.code(),
                            one.quote(),
                            new Span(at + back, at + back + one.quote().length()),
                            false);
        }
        Span after = span.after(at, removed, inserted.length());
        Span whole = after == null ? null : after.whole(now);
        return whole == null || whole.in(now).isBlank()
                ? new Coded(one.id(), one.code(), original.getOrDefault(one.id(), one.quote()), null, true)
                : new Coded(one.id(), one.code(), whole.in(now), whole, false);
    }

    private void write(Coded before, Coded after, String now) {
        Span span = after.span();
        if (span == null && before.equals(after)) {
            return;
        }
        // Compared with what is stored: code points may be others where code units are the same.
        put(after.id(), "quote", Json.of(after.quote()));
        put(after.id(), "start", span == null ? null : points(now, span.start()));
        put(after.id(), "end", span == null ? null : points(now, span.end()));
    }

    private void put(String id, String member, @Nullable Json value) {
        if (!Objects.equals(form.value(items.place(id).member(member)), value)) {
            entry(id, member).set(value);
        }
    }

    private static Json points(String text, int unit) {
        return Json.of((long) text.codePointCount(0, unit));
    }

    private Entry entry(String id, String member) {
        return form.entry(
                items.place(id).member(member),
                Objects.requireNonNull(items.members().get(member)));
    }

    /**
     * Codes words; of whom they tell stays open until somebody says so.
     *
     * @param words null for a code without words, as of a paper
     * @return the new item
     */
    public String code(@Nullable Span words, String violation, Collection<String> indicators) {
        Span span = words == null ? null : words.trimmed(text);
        String[] made = new String[1];
        edit.together(() -> {
            String id = items.add();
            made[0] = id;
            entry(id, "code").set(Json.of(violation));
            indicators.forEach(indicator -> entry(id, "indicators").toggle(indicator, true));
            if (span != null) {
                place(id, span);
            }
        });
        look();
        return Objects.requireNonNull(made[0]);
    }

    private void place(String id, Span span) {
        original.put(id, span.in(text));
        entry(id, "quote").set(Json.of(span.in(text)));
        entry(id, "source").set(Json.of(NARRATIVE));
        entry(id, "start").set(points(text, span.start()));
        entry(id, "end").set(points(text, span.end()));
    }

    /** Gives a code other words of the text. */
    public void quote(String id, Span words) {
        Span span = words.trimmed(text);
        if (span != null) {
            edit.together(() -> place(id, span));
            look();
        }
    }

    public void remove(String id) {
        edit.together(() -> items.remove(id));
        look();
    }

    /** How many words the text has. */
    public int words() {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && !Character.isWhitespace(text.charAt(i)));
        }
        return words;
    }
}
