package org.jailoo.ui.identity;

import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.OpenNames;
import org.jspecify.annotations.Nullable;

/**
 * A screen that shows names, behind the door: while it is closed there is only the question, and when it closes the screen
 * is gone with all that it held; what was typed there is a draft.
 */
public final class LockedScreen implements Screen {
    private final NamesModel names;
    private final Texts texts;
    private final Supplier<Screen> making;
    private final StackPane room = new StackPane();
    private final ChangeListener<NamesModel.State> turned = (p, was, is) -> turn(is);
    private final ChangeListener<@Nullable Sentence> refused = (p, was, is) -> refuse(is);
    private final Runnable kept;
    private @Nullable OpenNames ask;
    private @Nullable Screen inside;

    public LockedScreen(NamesModel names, Texts texts, Supplier<Screen> making) {
        this.names = names;
        this.texts = texts;
        this.making = making;
        this.kept = names.keeping(this::rest);
    }

    @Override
    public Parent view() {
        names.state().addListener(turned);
        names.failure().addListener(refused);
        turn(names.state().get());
        return room;
    }

    private void turn(NamesModel.State state) {
        if (state == NamesModel.State.OPEN) {
            Screen made = making.get();
            inside = made;
            ask = null;
            room.getChildren().setAll(made.view());
            made.shown();
            made.focus();
        } else if (inside != null || ask == null) {
            letGo();
            OpenNames made = new OpenNames(names, texts.messages(), texts.text("identity.screen.closed"), null);
            ask = made;
            VBox page = new VBox(made);
            page.getStyleClass().addAll("page", "scrolled");
            room.getChildren().setAll(page);
        }
    }

    private void refuse(@Nullable Sentence why) {
        if (ask != null) {
            ask.refused(why);
        }
    }

    private void letGo() {
        Screen gone = inside;
        inside = null;
        if (gone != null) {
            gone.end();
            gone.hidden();
        }
    }

    @Override
    public void shown() {
        names.used();
    }

    @Override
    public void focus() {
        if (inside != null) {
            inside.focus();
        }
    }

    @Override
    public boolean mayLeave(Runnable then) {
        return inside == null || inside.mayLeave(then);
    }

    @Override
    public Runnable rest() {
        return inside == null ? () -> {} : inside.rest();
    }

    @Override
    public void end() {
        if (inside != null) {
            inside.end();
        }
    }

    @Override
    public void hidden() {
        names.state().removeListener(turned);
        names.failure().removeListener(refused);
        kept.run();
        if (inside != null) {
            inside.hidden();
            inside = null;
        }
        room.getChildren().clear();
    }
}
