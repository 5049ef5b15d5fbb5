package org.jailoo.ui.form;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.json.Json;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;

/** A set of codes, or of references, as a control shows and changes it: each member is a change of its own. */
public final class SetEntry {
    private final RecordForm form;
    private final Field field;
    private final ObservableList<String> members = FXCollections.observableArrayList();

    public SetEntry(RecordForm form, Field field) {
        this.form = form;
        this.field = field;
        refresh();
    }

    public Field field() {
        return field;
    }

    /** The members, those that this version does not know among them. */
    public ObservableList<String> members() {
        return FXCollections.unmodifiableObservableList(members);
    }

    /** Whether a member may be put in or taken out: a code of a newer version is left as it is. */
    public boolean isKnown(String member) {
        Codebook book =
                field.kind() instanceof FieldKind.SetOf set ? form.schema().codebook(set.codebook()) : null;
        return book == null || book.contains(member);
    }

    /** Puts a member in, or takes it out. */
    public void toggle(String member, boolean in) {
        if (!isKnown(member) || members.contains(member) == in) {
            return;
        }
        form.changes().put(field.name() + '/' + member, in ? Json.TRUE : Json.NULL);
        if (in) {
            members.add(member);
        } else {
            members.remove(member);
        }
        form.changed();
    }

    public void refresh() {
        members.setAll(form.changes().below(field.name()).stream()
                .filter(path -> Json.TRUE.equals(form.changes().value(path)))
                .map(path -> path.substring(field.name().length() + 1))
                .toList());
    }
}
