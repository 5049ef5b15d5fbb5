package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Codebook;
import org.jailoo.record.DateText;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;

/** Reads what a cross-tab asks for out of a record. */
final class FacetReader {
    private final Schema schema;
    private final List<CrossField> fields;

    FacetReader(Schema schema, List<CrossField> fields) {
        this.schema = schema;
        this.fields = fields;
    }

    /** What is known of a record; one thing for each item of the list that is split, or the record as a whole. */
    Facets read(Shown record) {
        Facets facets = new Facets();
        whole(record, facets);
        lists(record, "", facets);
        return facets;
    }

    /** One thing for each item of a list; none where it has none. */
    List<Facets> split(Shown record, String list) {
        List<Facets> all = new ArrayList<>();
        for (Json.Obj item : record.items(list)) {
            Facets facets = new Facets();
            whole(record, facets);
            lists(record, list, facets);
            for (CrossField field : fields) {
                if (field.list().isEmpty() && isItem(field) && field.field().equals(list)) {
                    facets.put(field.id(), member(field, item));
                }
            }
            all.add(facets);
        }
        return all;
    }

    /** Everything of a record and of its items as of one thing. */
    Facets flat(Shown record) {
        Facets facets = new Facets();
        for (CrossField field : fields) {
            facets.put(field.id(), isItem(field) ? everywhere(field, record) : value(field, record));
        }
        return facets;
    }

    private List<String> everywhere(CrossField field, Shown record) {
        List<String> values = new ArrayList<>();
        record.items(field.field()).forEach(item -> values.addAll(member(field, item)));
        return values;
    }

    private void whole(Shown record, Facets facets) {
        for (CrossField field : fields) {
            if (field.list().isEmpty() && !isItem(field)) {
                facets.put(field.id(), value(field, record));
            }
        }
    }

    private void lists(Shown record, String without, Facets facets) {
        Map<String, List<CrossField>> byList = new TreeMap<>();
        for (CrossField field : fields) {
            if (!field.list().isEmpty() && !field.list().equals(without)) {
                byList.computeIfAbsent(field.list(), l -> new ArrayList<>()).add(field);
            }
        }
        byList.forEach((list, members) -> {
            for (Json.Obj object : record.items(list)) {
                Facets item = new Facets();
                members.forEach(field -> item.put(field.id(), member(field, object)));
                facets.item(list, item);
            }
        });
    }

    private boolean isItem(CrossField field) {
        Field of = schema.field(field.type(), field.field());
        return of != null && of.kind() instanceof FieldKind.Items;
    }

    private List<String> value(CrossField field, Shown record) {
        if (!field.member().isEmpty()) {
            return member(field, record.group(field.field()));
        }
        Field of = schema.field(field.type(), field.field());
        List<String> raw = of != null && of.kind() instanceof FieldKind.SetOf
                ? record.members(field.field())
                : List.of(record.text(field.field()));
        return raw.stream().map(value -> formed(field, value)).toList();
    }

    private List<String> member(CrossField field, Json.Obj object) {
        if (field.form() == CrossField.Form.SETTLEMENT) {
            return List.of(Place.of(object).key());
        }
        List<String> raw = new ArrayList<>(Shown.texts(object, field.member()));
        String one = Shown.text(object, field.member());
        if (!one.isEmpty()) {
            raw.add(one);
        }
        return raw.stream().map(value -> formed(field, value)).toList();
    }

    private String formed(CrossField field, String value) {
        return switch (field.form()) {
            case CODES, SETTLEMENT, CAMPAIGN -> value;
            case BROADER -> broadest(field.codebook(), value);
            case YEAR -> DateText.isDate(value) ? value.substring(0, 4) : "";
            case MONTH -> DateText.isDate(value) && value.length() >= 7 ? value.substring(0, 7) : "";
            case QUARTER -> quarter(value);
        };
    }

    private String broadest(String codebook, String code) {
        Codebook book = schema.codebook(codebook);
        String at = code;
        String above = book == null ? null : book.parentOf(at);
        while (book != null && above != null) {
            at = above;
            above = book.parentOf(at);
        }
        return at;
    }

    private static String quarter(String value) {
        if (DateText.isQuarter(value)) {
            return value;
        }
        return DateText.isDate(value) && value.length() >= 7
                ? value.substring(0, 4) + "-Q" + (Integer.parseInt(value.substring(5, 7)) + 2) / 3
                : "";
    }
}
