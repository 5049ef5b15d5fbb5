package org.jailoo.ui.form;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.TilePane;
import org.jailoo.ui.controls.Chips;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.PickField;

/** Controls for a set of codes: boxes to tick where there are few, chips with a search where there are many. */
public final class SetControls {
    private static final int FEW = 14;

    private SetControls() {}

    public static Node of(Page page, SetEntry entry, String codebook) {
        Filter codes = page.codes(codebook);
        return codes.all().size() <= FEW ? boxes(page, entry, codes, codebook) : chips(page, entry, codes, codebook);
    }

    private static Node boxes(Page page, SetEntry entry, Filter codes, String codebook) {
        TilePane boxes = CodeChecks.tiles();
        for (CodeChecks.Check check :
                CodeChecks.of(codes, entry.members(), code -> page.labels().code(codebook, code))) {
            check.box().setDisable(!check.known());
            check.box().selectedProperty().addListener((p, was, is) -> entry.toggle(check.code(), is));
            boxes.getChildren().add(check.box());
        }
        page.listen(entry.members(), () -> {
            for (Node node : boxes.getChildren()) {
                ((CheckBox) node).setSelected(entry.members().contains(String.valueOf(node.getUserData())));
            }
        });
        return boxes;
    }

    private static Node chips(Page page, SetEntry entry, Filter codes, String codebook) {
        PickField finder = new PickField(
                (typed, then) -> then.accept(codes.find(typed).stream()
                        .filter(option -> !entry.members().contains(option.key()))
                        .toList()),
                option -> entry.toggle(option.key(), true));
        finder.setPromptText(page.text("record.set.add"));
        Chips chips = new Chips(finder, page.text("record.item.remove"), code -> entry.toggle(code, false));
        Runnable show = () -> {
            List<String> order = codes.all().stream().map(o -> o.key()).toList();
            Comparator<String> byPlace =
                    Comparator.comparing((String code) -> order.contains(code) ? order.indexOf(code) : order.size());
            chips.show(entry.members().stream()
                    .sorted(byPlace)
                    .map(code -> new Chips.Chip(code, page.labels().code(codebook, code), entry.isKnown(code), null))
                    .toList());
        };
        show.run();
        page.listen(entry.members(), show);
        return chips;
    }
}
