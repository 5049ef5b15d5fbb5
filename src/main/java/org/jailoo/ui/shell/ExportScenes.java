package org.jailoo.ui.shell;

import java.util.List;
import org.jailoo.ui.shell.Scenes.Step;

/** The scenes of writing a workbook: for everybody, for the team with a password, and as CSV. */
final class ExportScenes {
    private ExportScenes() {}

    static List<Step> steps(Scenes scenes) {
        return List.of(
                Step.of("h0-export", () -> scenes.desk().openTables(), () -> scenes.press("workbook")),
                Step.then(
                        "h1-export-team",
                        () -> scenes.audience("TEAM"),
                        () -> scenes.type("export-password", "тегирмен чынар"),
                        () -> scenes.down("export-scroll")),
                Step.then("h2-export-refused", () -> scenes.press("export-write")),
                Step.then("h3-export-csv", () -> scenes.press("export-csv"), () -> scenes.press("export-write")),
                Step.then("h4-table-csv", () -> scenes.press("export-back")));
    }
}
