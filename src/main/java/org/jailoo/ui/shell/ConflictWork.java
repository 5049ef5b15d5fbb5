package org.jailoo.ui.shell;

import java.util.function.Function;
import org.jailoo.app.Conflicts;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.References;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.conflicts.ConflictsModel;
import org.jailoo.ui.conflicts.ConflictsScreen;
import org.jspecify.annotations.Nullable;

/** The queue of contradictions wired to its use cases; what was read of it is kept while the notebook is open. */
final class ConflictWork {
    private final Notebook notebook;
    private final Desk.Room room;
    private final Screens.Ways ways;
    private final NamesModel names;
    private final Conflicts conflicts;
    private final Runnable changed;

    ConflictWork(Notebook notebook, Desk.Room room, Screens.Ways ways, NamesModel names, Runnable changed) {
        this.notebook = notebook;
        this.room = room;
        this.ways = ways;
        this.names = names;
        this.changed = changed;
        this.conflicts = new Conflicts(notebook, room.clock());
    }

    /** The queue, at a record where one is named. */
    Function<Texts, Screen> of(@Nullable String record) {
        ConflictsModel model = new ConflictsModel(new ConflictsModel.Desk(
                new ConflictsModel.Uses(conflicts, new KeepDrafts(notebook, room.clock()), room.clock()),
                notebook.schema(),
                room.tasks(),
                names,
                changed));
        model.want(record);
        return texts -> new ConflictsScreen(
                model, texts, new ConflictsScreen.Around(ways.navigator(), new References(notebook)));
    }
}
