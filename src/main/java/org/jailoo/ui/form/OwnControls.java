package org.jailoo.ui.form;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * What a type's fields get in place of what the schema alone gives: an order, a control of their own, and when they are
 * shown. A form asks every one it was given, and takes the first answer.
 */
public interface OwnControls {
    /**
     * A part of a form.
     *
     * @param title in the language of the page
     * @param fields names of fields in their order; what no part names stands in the last one
     */
    record Part(String title, List<String> fields) {
        public Part {
            fields = List.copyOf(fields);
        }
    }

    /** The parts of a type's form; empty where the schema's order is right. */
    default List<Part> parts(Page page, RecordType type) {
        return List.of();
    }

    /**
     * The whole of a field: its head, its conflicts and its control; null where the schema's is right. It listens with
     * {@link Page#listen} alone, so that it ends with the page.
     */
    default @Nullable Node control(Page page, Field field) {
        return null;
    }

    /** Whether a field is shown now; null where it always is. What is not shown keeps its value all the same. */
    default @Nullable ObservableValue<Boolean> shown(Page page, Field field) {
        return null;
    }

    /** Whether a field may only be read now; null where it never is so. */
    default @Nullable ObservableValue<Boolean> locked(Page page, Field field) {
        return null;
    }

    /** What stands above the fields of a form, beside what they hold; null where nothing does. */
    default @Nullable Node card(Page page) {
        return null;
    }

    /** Whether a field is part of what another field's control shows, and has none itself. */
    default boolean isElsewhere(Page page, Field field) {
        return false;
    }
}
