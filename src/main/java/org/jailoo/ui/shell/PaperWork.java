package org.jailoo.ui.shell;

import java.util.Objects;
import java.util.function.Function;
import org.jailoo.app.ImportTable;
import org.jailoo.app.NextCode;
import org.jailoo.app.PrintForms;
import org.jailoo.notebook.Notebook;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.intake.IntakeModel;
import org.jailoo.ui.intake.IntakeScreen;
import org.jailoo.ui.paper.PaperModel;
import org.jailoo.ui.paper.PaperScreen;
import org.jspecify.annotations.Nullable;

/** What lies between the notebook and the papers on a desk: tables that come in, forms that go out. */
final class PaperWork {
    private final Notebook notebook;
    private final Desk.Room room;
    private final Navigator navigator;
    private final NamesModel names;
    private @Nullable IntakeModel intake;

    PaperWork(Notebook notebook, Desk.Room room, Navigator navigator, NamesModel names) {
        this.names = names;
        this.notebook = notebook;
        this.room = room;
        this.navigator = navigator;
    }

    /** The way to make the screen of a table that comes in. */
    Function<Texts, Screen> intake(String type) {
        ImportTable imports = new ImportTable(notebook, room.clock(), new NextCode(notebook)::next);
        PrintForms forms = new PrintForms(notebook);
        IntakeModel model = new IntakeModel(room.tasks(), imports, forms::campaigns, notebook.schema(), type);
        model.holding(names::hold);
        intake = model;
        IntakeScreen.Asking asking = new IntakeScreen.Asking(room.files(), room.prompts(), navigator, names);
        return texts -> new IntakeScreen(model, notebook.schema(), texts, asking);
    }

    /** The table that came in last. */
    IntakeModel last() {
        return Objects.requireNonNull(intake, "a table that comes in");
    }

    /** The way to make the screen of forms; that of a meeting's list, or of consent, is chosen first. */
    Function<Texts, Screen> forms(String type) {
        Form first = switch (type) {
            case "focusGroup" -> Form.ATTENDANCE;
            case "guide" -> Form.PAGE;
            default -> Form.CONSENT;
        };
        PaperModel model = new PaperModel(
                room.tasks(), new PrintForms(notebook), first, room.look().language());
        PaperScreen.Asking asking = new PaperScreen.Asking(room.files(), room.prompts(), navigator);
        return texts -> new PaperScreen(model, texts, asking);
    }
}
