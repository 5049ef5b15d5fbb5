package org.jailoo.ui.record;

import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** The screen of one record, as the window's shell shows it. */
public final class RecordScreen implements Screen {
    private final RecordViewModel model;
    private final Supplier<Words> words;
    private final Navigator navigator;
    private final Page.Links links;
    private @Nullable RecordView view;

    /**
     * A screen for what the view model opens.
     *
     * @param words those of the language that is on; asked whenever the nodes are made
     */
    public RecordScreen(
            RecordViewModel model, Supplier<Words> words, Navigator navigator, RecordNames names, Tasks tasks) {
        this.model = model;
        this.words = words;
        this.navigator = navigator;
        this.links = new Page.Links(names, tasks, navigator::openRecord);
    }

    public RecordViewModel model() {
        return model;
    }

    @Override
    public Parent view() {
        if (view != null) {
            view.close();
        }
        RecordView made = new RecordView(model, words.get(), links, navigator::back);
        view = made;
        return made.root();
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public void hidden() {
        if (view != null) {
            view.close();
            view = null;
        }
    }

    @Override
    public boolean mayLeave(Runnable then) {
        if (!model.dirty().get()) {
            return true;
        }
        Words now = words.get();
        ButtonType save = new ButtonType(now.messages().text("record.leave.save"), ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType(now.messages().text("record.leave.discard"), ButtonBar.ButtonData.NO);
        ButtonType stay = new ButtonType(now.messages().text("record.leave.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION, now.messages().text("record.leave.question"), save, discard, stay);
        alert.setHeaderText(null);
        alert.setTitle(now.messages().text("record.leave.title"));
        if (view != null && view.root().getScene() != null) {
            alert.initOwner(view.root().getScene().getWindow());
            alert.getDialogPane()
                    .getStylesheets()
                    .setAll(view.root().getScene().getStylesheets());
        }
        alert.getDialogPane().lookupButton(save).setId("leave-save");
        alert.getDialogPane().lookupButton(discard).setId("leave-discard");
        alert.getDialogPane().lookupButton(stay).setId("leave-stay");
        alert.resultProperty().addListener((p, before, answer) -> {
            if (save.equals(answer)) {
                model.leave(RecordViewModel.Leaving.SAVE, then);
            } else if (discard.equals(answer)) {
                model.leave(RecordViewModel.Leaving.DISCARD, then);
            }
        });
        alert.show();
        return false;
    }
}
