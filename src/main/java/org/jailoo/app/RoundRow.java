package org.jailoo.app;

import java.util.List;
import org.jailoo.record.Progress;
import org.jailoo.timeline.Due;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation in the round of a quarter, as it stood when it was read.
 *
 * @param form names the heads of that moment, or those of the draft that is gone on with
 * @param heads the heads of that moment
 * @param last what was noted before this quarter, with words; null where nothing was
 * @param before what was noted last before this quarter, with or without words; null where nothing was
 * @param entry what was noted of this quarter; null where nothing was
 * @param path of the item that an entry for this quarter is written to
 * @param draft what was typed and not saved; null where nothing was
 * @param contradicted whether its status, or the entry of the quarter, contradicts itself
 */
public record RoundRow(
        SaveRecord.Form form,
        List<String> heads,
        Action action,
        Due due,
        @Nullable Progress last,
        @Nullable Progress before,
        @Nullable Progress entry,
        String path,
        @Nullable Typed draft,
        boolean contradicted) {
    public RoundRow {
        heads = List.copyOf(heads);
    }

    /** What a person has typed: a status, or empty for none, and words. */
    public record Typed(String status, String text) {}

    public String record() {
        return form.record();
    }

    /** What stands in the row before anybody types: the draft, the entry, or nothing but the status. */
    public Typed typed() {
        if (draft != null) {
            return draft;
        }
        return new Typed(action.status(), entry == null ? "" : entry.text());
    }

    /** Whether it was changed since the draft was begun that is gone on with. */
    public boolean hasMoved() {
        return !form.parents().equals(heads);
    }

    /** The same row with what is typed in it; null where nothing is. */
    public RoundRow with(@Nullable Typed typed) {
        return new RoundRow(form, heads, action, due, last, before, entry, path, typed, contradicted);
    }
}
