package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jailoo.app.CrossTabs;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.CrossField;
import org.jailoo.report.CrossQuery;
import org.jailoo.report.CrossTables;
import org.jailoo.report.CrossUnit;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.crosstab.Crossing;
import org.jailoo.ui.crosstab.CrosstabModel;
import org.jailoo.ui.crosstab.CrosstabScreen;

/** The cross-tab of an open notebook, wired to its use case. */
final class CrosstabWork {
    private CrosstabWork() {}

    /** The way to make its screen in a language; what is asked lives on in its model. */
    static Function<Texts, Screen> screen(Notebook notebook, Desk.Room room, Navigator navigator) {
        CrosstabModel model = new CrosstabModel(
                room.tasks(), crossing(new CrossTabs(notebook, room.clock(), ZoneId.systemDefault())));
        CrosstabScreen.Asking asking =
                new CrosstabScreen.Asking(room.files(), room.prompts(), navigator::openTables, navigator::openBehind);
        return texts -> new CrosstabScreen(model, texts, asking);
    }

    private static Crossing crossing(CrossTabs tabs) {
        return new Crossing() {
            @Override
            public List<CrossField> fields(CrossUnit unit, Audience audience, String language) {
                return tabs.fields(unit, audience, language);
            }

            @Override
            public List<CrossTables.Value> values(
                    CrossUnit unit, String field, Audience audience, String language, Watch watch) {
                return tabs.values(unit, field, audience, language, watch::at);
            }

            @Override
            public Table table(CrossQuery query, Audience audience, String language, Watch watch) {
                return tabs.table(query, audience, language, watch::at);
            }

            @Override
            public void write(Path file, Table table, Audience audience, String language) throws IOException {
                tabs.write(file, table, audience, language);
            }
        };
    }
}
