package org.jailoo.intake;

import java.util.List;
import org.jailoo.record.Field;

/**
 * A field that a column can fill.
 *
 * @param type of the record that holds it: of the one imported, or of the identity record that belongs to it
 * @param path the field's name, and where it is a group or a list of items the member's after it
 * @param field what the last name of the path holds
 */
public record Target(String type, List<String> path, Field field) {
    public Target {
        path = List.copyOf(path);
    }

    /** The field of the record. */
    public String top() {
        return path.get(0);
    }

    /** What tells it from the others: {@code participant.place.adm1}. */
    public String key() {
        return type + '.' + String.join(".", path);
    }
}
