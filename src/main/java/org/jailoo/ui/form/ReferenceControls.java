package org.jailoo.ui.form;

import java.util.List;
import javafx.scene.Node;
import org.jailoo.json.Json;
import org.jailoo.ui.controls.Chips;
import org.jailoo.ui.controls.PickField;

/** Controls for records that a record names: chips that lead there, and a field to find more. */
public final class ReferenceControls {
    private ReferenceControls() {}

    private static PickField finder(Page page, String type, java.util.function.Consumer<String> picked) {
        PickField field =
                new PickField((typed, then) -> page.find(type, typed, then), option -> picked.accept(option.key()));
        field.setPromptText(page.text("record.reference.find"));
        return field;
    }

    /** One record. */
    public static Node one(Page page, Entry entry, String type) {
        PickField finder = finder(page, type, id -> entry.set(Json.of(id)));
        Chips chips = new Chips(finder, page.text("record.item.remove"), id -> entry.set(null));
        Runnable show = () -> {
            List<String> ids = entry.value().get() instanceof Json.Text id ? List.of(id.value()) : List.of();
            show(page, type, chips, ids);
            finder.setVisible(ids.isEmpty());
            finder.setManaged(ids.isEmpty());
        };
        show.run();
        page.listen(entry.value(), now -> show.run());
        page.listen(page.namings(), now -> show.run());
        return chips;
    }

    /** Many records. */
    public static Node many(Page page, SetEntry entry, String type) {
        PickField finder = finder(page, type, id -> entry.toggle(id, true));
        Chips chips = new Chips(finder, page.text("record.item.remove"), id -> entry.toggle(id, false));
        show(page, type, chips, entry.members());
        page.listen(entry.members(), () -> show(page, type, chips, entry.members()));
        page.listen(page.namings(), now -> show(page, type, chips, entry.members()));
        return chips;
    }

    private static void show(Page page, String type, Chips chips, List<String> ids) {
        chips.show(ids.stream()
                .map(id -> new Chips.Chip(id, page.name(id), true, page.opening(type, id)))
                .toList());
        page.readNames(ids);
    }
}
