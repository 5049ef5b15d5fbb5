package org.jailoo.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;

/**
 * Words that nobody types, put into the search index beside the texts of a record: which records it names, and of a
 * participant the year of birth and the region. What names a record is then found without reading all.
 */
final class Marks {
    /** A letter of old Church Slavonic, twice. */
    private static final String BEGIN = "ѵѵ";

    private Marks() {}

    static String naming(String record) {
        return BEGIN + record.replace("-", "").toLowerCase(Locale.ROOT);
    }

    static String year(String year) {
        return BEGIN + "y" + year;
    }

    static String region(String adm1) {
        return BEGIN + "a" + adm1.toLowerCase(Locale.ROOT);
    }

    /** The marks of a record as it stands. */
    static List<String> of(RecordState state, Schema schema) {
        RecordType type = schema.type(state.type());
        List<String> marks = new ArrayList<>();
        if (type == null) {
            return marks;
        }
        for (Map.Entry<String, Json> value : state.values().entrySet()) {
            Path path = Path.parse(value.getKey());
            Field field = path == null || path instanceof Path.Deleted ? null : type.field(path.field());
            if (field == null || field.sensitive()) {
                continue;
            }
            int slash = value.getKey().indexOf('/');
            if (field.kind() instanceof FieldKind.References && slash > 0 && Json.TRUE.equals(value.getValue())) {
                marks.add(naming(value.getKey().substring(slash + 1)));
            } else if (field.name().equals("birthYear") && value.getValue() instanceof Json.Int year) {
                marks.add(year(Long.toString(year.value())));
            } else if (state.type().equals("participant")
                    && field.name().equals("place")
                    && value.getValue() instanceof Json.Obj place
                    && place.text("adm1") != null) {
                marks.add(region(place.text("adm1")));
            }
        }
        return marks;
    }
}
