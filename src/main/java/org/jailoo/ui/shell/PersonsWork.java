package org.jailoo.ui.shell;

import java.util.function.Function;
import org.jailoo.app.LikelySame;
import org.jailoo.app.LinkPersons;
import org.jailoo.app.LookAtPersons;
import org.jailoo.app.SamePersons;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.persons.PersonsModel;
import org.jailoo.ui.persons.PersonsScreen;

/** The search for the same person wired to its use cases; what it has read is kept while the notebook is open. */
final class PersonsWork {
    private final SamePersons same;
    private final PersonsModel model;
    private final Navigator navigator;

    PersonsWork(Notebook notebook, Desk.Room room, Navigator navigator, NamesModel names, Runnable changed) {
        this.navigator = navigator;
        this.same = new SamePersons(notebook);
        this.model = new PersonsModel(
                room.tasks(),
                new PersonsModel.Uses(
                        same, new LinkPersons(notebook, room.clock()), new LookAtPersons(notebook, room.clock())),
                names,
                changed);
    }

    Function<Texts, Screen> screen() {
        return texts -> new PersonsScreen(model, texts, navigator);
    }

    /** What tells a preview how many of those who come are here already. */
    LikelySame likely() {
        return same;
    }

    void close() {
        model.close();
    }
}
