package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.TilePane;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;

/** The codes of a short codebook as boxes to tick; those of a newer version that are set stand there too. */
public final class CodeChecks {
    /**
     * A box for a code; the code is its user data.
     *
     * @param known whether this version knows the code
     */
    public record Check(String code, boolean known, CheckBox box) {}

    private CodeChecks() {}

    /** The place for the boxes: columns as wide as the longest label. */
    public static TilePane tiles() {
        TilePane tiles = new TilePane(20, 8);
        tiles.setTileAlignment(Pos.CENTER_LEFT);
        tiles.setPrefColumns(4);
        tiles.getStyleClass().add("checks");
        return tiles;
    }

    public static List<Check> of(Filter codes, Collection<String> set, UnaryOperator<String> label) {
        List<Check> checks = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Option option : codes.all()) {
            known.add(option.key());
            checks.add(check(option.key(), option.label(), true, set.contains(option.key())));
        }
        for (String code : set) {
            if (!known.contains(code)) {
                checks.add(check(code, label.apply(code), false, true));
            }
        }
        return checks;
    }

    private static Check check(String code, String label, boolean known, boolean on) {
        CheckBox box = new CheckBox(label);
        box.setUserData(code);
        box.setId("code-" + code);
        box.setSelected(on);
        return new Check(code, known, box);
    }
}
