package org.jailoo.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import org.jailoo.consent.Audience;
import org.jailoo.report.CrossQuery.Numbers;
import org.jailoo.report.CrossUnit;

/** The cross-tab of the sample: for everybody, for the team with shares, with a filter being put together, with many rows. */
final class CrosstabScenes {
    private final Shell shell;

    CrosstabScenes(Shell shell) {
        this.shell = shell;
    }

    List<Scenes.Step> steps() {
        return List.of(
                Scenes.Step.of(
                        "e0-crosstab",
                        () -> Objects.requireNonNull(shell.desk()).go(new Place.Crosstab())),
                Scenes.Step.then(
                        "e1-crosstab-shares",
                        () -> choose("crosstab-audience", Audience.TEAM),
                        () -> choose("crosstab-unit", CrossUnit.ATTENDANCE),
                        () -> choose("crosstab-unit", CrossUnit.PARTICIPANTS),
                        () -> choose("crosstab-numbers", Numbers.SHARES_OF_ROW),
                        () -> {}),
                Scenes.Step.then("e2-crosstab-filter", () -> press("crosstab-filter"), () -> {}),
                Scenes.Step.then(
                        "e3-crosstab-recommendations",
                        () -> choose("crosstab-numbers", Numbers.COUNTS),
                        () -> choose("crosstab-unit", CrossUnit.RECOMMENDATIONS),
                        () -> {}));
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(shell.scene().lookup("#" + id), id));
    }

    private void press(String id) {
        find(id, ButtonBase.class).fire();
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, Object value) {
        ((ComboBox<Object>) find(id, ComboBox.class)).setValue(value);
    }
}
