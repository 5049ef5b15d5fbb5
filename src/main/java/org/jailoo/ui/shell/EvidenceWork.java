package org.jailoo.ui.shell;

import java.time.ZoneId;
import java.util.function.Function;
import org.jailoo.app.CrossTabs;
import org.jailoo.app.Evidence;
import org.jailoo.app.RecordLines;
import org.jailoo.app.RecordsBehind;
import org.jailoo.app.References;
import org.jailoo.app.WriteTestimony;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.CrossQuery;
import org.jailoo.ui.behind.BehindModel;
import org.jailoo.ui.behind.BehindScreen;
import org.jailoo.ui.common.Figure;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.testimony.EvidenceControls;
import org.jailoo.ui.testimony.TestimonyModel;
import org.jailoo.ui.testimony.TestimonyScreen;

/** What leads from a claim to those who said it, wired: a number to its records, a recommendation to its testimonies. */
final class EvidenceWork {
    private final Notebook notebook;
    private final Desk.Room room;
    private final Navigator navigator;

    EvidenceWork(Notebook notebook, Desk.Room room, Navigator navigator) {
        this.notebook = notebook;
        this.room = room;
        this.navigator = navigator;
    }

    /** The way to make the screen on which a testimony becomes a document. */
    Function<Texts, Screen> testimony(String interview) {
        TestimonyModel model = new TestimonyModel(
                room.tasks(),
                new WriteTestimony(notebook, room.clock(), ZoneId.systemDefault()),
                new References(notebook),
                interview,
                room.look().language());
        TestimonyScreen.Asking asking = new TestimonyScreen.Asking(room.files(), room.prompts(), navigator);
        return texts -> new TestimonyScreen(model, texts, asking);
    }

    /** The way to make the screen of what stands behind a number. */
    Function<Texts, Screen> behind(Figure figure) {
        RecordsBehind records = new RecordsBehind(notebook, room.clock(), ZoneId.systemDefault());
        CrossTabs crossed = new CrossTabs(notebook, room.clock(), ZoneId.systemDefault());
        RecordLines lines = new RecordLines(notebook);
        BehindModel model = new BehindModel(
                room.tasks(),
                (asked, watch) -> {
                    CrossQuery query = asked.query();
                    return lines.of(
                            query == null
                                    ? records.records(asked.quantity(), asked.audience(), asked.language(), watch::at)
                                    : crossed.behind(
                                            query, asked.quantity(), asked.audience(), asked.language(), watch::at),
                            watch::at);
                },
                figure);
        return texts -> new BehindScreen(model, texts, navigator);
    }

    /** Which testimonies support a recommendation, and what rests on one. */
    OwnControls controls() {
        return new EvidenceControls(new Evidence(notebook, room.clock(), ZoneId.systemDefault()));
    }
}
