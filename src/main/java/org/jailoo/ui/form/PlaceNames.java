package org.jailoo.ui.form;

import java.util.List;
import javafx.scene.control.TextField;
import org.jailoo.json.Json;
import org.jailoo.ui.controls.Suggestions;

/** Districts and settlements that are offered at the fields of those names, by what stands beside them. */
public final class PlaceNames {
    private static final String REGION = "adm1";
    private static final String DISTRICT = "district";
    private static final String SETTLEMENT = "settlement";

    private PlaceNames() {}

    public static void offer(Page page, Entry entry, TextField field) {
        Place place = entry.place();
        if (entry.field().name().equals(DISTRICT)) {
            Suggestions.offer(field, () -> page.places().districts(text(page, place.sibling(REGION))));
        } else if (entry.field().name().equals(SETTLEMENT)) {
            Suggestions.offer(field, () -> settlements(page, place));
        }
    }

    private static List<String> settlements(Page page, Place place) {
        return page.places().settlements(text(page, place.sibling(REGION)), text(page, place.sibling(DISTRICT)));
    }

    private static String text(Page page, Place place) {
        return page.form().value(place) instanceof Json.Text text ? text.value() : "";
    }
}
