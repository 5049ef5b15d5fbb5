package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.i18n.Places;
import org.jailoo.json.Json;

/** A place as it was recorded, under one of its names whichever was typed; what was not stated is empty. */
record Place(String country, String adm1, String district, String settlement) {
    /** A village that three people write in three languages is one village. */
    private static final Places ONE_NAME = Places.of("en");

    static Place of(Json.Obj group) {
        String adm1 = Shown.text(group, "adm1");
        return new Place(
                Shown.text(group, "country"),
                adm1,
                ONE_NAME.district(adm1, Shown.text(group, "district")),
                ONE_NAME.settlement(adm1, Shown.text(group, "settlement")));
    }

    /** Under which places are told apart in a table: the part that says most, and what it lies in. */
    String key() {
        return settlement.isBlank() && district.isBlank() && adm1.isEmpty() && country.isEmpty()
                ? ""
                : String.join("\n", country, adm1, district, settlement);
    }

    /** A key as people read it: the settlement, or the least part that was stated. */
    static String label(String key, Words words) {
        if (key.isEmpty()) {
            return words.notStated();
        }
        List<String> parts = new ArrayList<>(List.of(key.split("\n", -1)));
        String country = parts.get(0).isEmpty() ? "" : words.code("country", parts.get(0));
        String adm1 = parts.get(1).isEmpty() ? "" : words.code("adm1", parts.get(1));
        String district = words.places().district(parts.get(1), parts.get(2));
        String settlement = words.places().settlement(parts.get(1), parts.get(3));
        for (String part : List.of(settlement, district, adm1)) {
            if (!part.isBlank()) {
                return part.strip();
            }
        }
        return country;
    }

    static Axis axis(Words words, String title) {
        return Axis.labelled(words, title, key -> label(key, words));
    }
}
