package org.jailoo.ui.shell;

import java.time.ZoneId;
import java.util.function.Function;
import org.jailoo.app.ProgressRound;
import org.jailoo.app.QuarterRegister;
import org.jailoo.app.RoundSheet;
import org.jailoo.app.TakeSheetBack;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.round.RoundModel;
import org.jailoo.ui.round.RoundScreen;
import org.jailoo.ui.round.SheetModel;

/** The quarterly round wired to its use cases; where a person is in it is kept while the notebook is open. */
final class RoundWork {
    private final Notebook notebook;
    private final Desk.Room room;
    private final Navigator navigator;
    private final RoundModel model;
    private final SheetModel sheets;

    RoundWork(Notebook notebook, Desk.Room room, Navigator navigator, Runnable changed) {
        this.notebook = notebook;
        this.room = room;
        this.navigator = navigator;
        ZoneId zone = ZoneId.systemDefault();
        this.model = new RoundModel(new ProgressRound(notebook, room.clock(), zone), room.tasks(), changed);
        this.sheets = new SheetModel(
                new SheetModel.Uses(
                        new RoundSheet(notebook, room.clock(), zone),
                        new QuarterRegister(notebook, room.clock(), zone),
                        new TakeSheetBack(notebook, room.clock(), zone)),
                room.tasks());
    }

    RoundModel model() {
        return model;
    }

    SheetModel sheets() {
        return sheets;
    }

    Function<Texts, Screen> screen() {
        return texts -> new RoundScreen(
                model,
                sheets,
                texts,
                new RoundScreen.Around(
                        navigator, room.files(), room.prompts(), ProgressRound.statuses(notebook.schema())));
    }
}
