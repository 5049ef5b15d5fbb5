package org.jailoo.ui.record;

import java.util.List;
import javafx.scene.Parent;
import org.jailoo.app.CustodyStory;
import org.jailoo.app.ReceivedByLead;
import org.jailoo.app.References;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/** The screen of one record in one language, as the window's shell shows it. What was typed is the view model's. */
public final class RecordScreen implements Screen {
    private final RecordViewModel model;
    private final Texts texts;
    private final Around around;
    private @Nullable RecordView view;

    /**
     * What lies around the screen.
     *
     * @param received tells whether the lead has the record; null where that is not told
     */
    public record Around(
            Navigator navigator,
            Prompts prompts,
            References references,
            Tasks tasks,
            List<OwnControls> own,
            CustodyStory custody,
            @Nullable ReceivedByLead received) {
        public Around {
            own = List.copyOf(own);
        }

        /** Where nothing is told of what the lead has. */
        public Around(
                Navigator navigator,
                Prompts prompts,
                References references,
                Tasks tasks,
                List<OwnControls> own,
                CustodyStory custody) {
            this(navigator, prompts, references, tasks, own, custody, null);
        }
    }

    public RecordScreen(RecordViewModel model, Texts texts, Around around) {
        this.model = model;
        this.texts = texts;
        this.around = around;
    }

    public RecordViewModel model() {
        return model;
    }

    @Override
    public Parent view() {
        hidden();
        Navigator navigator = around.navigator();
        RecordView made = new RecordView(
                model,
                texts,
                new Page.Links(around.references(), around.tasks(), navigator::openRecord, around.own()),
                new RecordView.Ways(
                        navigator::back,
                        this::next,
                        this::withdraw,
                        this::settle,
                        this::word,
                        around.custody(),
                        around.received() == null ? null : new ReceivedMark(around.received(), around.tasks(), texts)));
        view = made;
        return made.root();
    }

    private void settle() {
        RecordForm form = model.form().get();
        if (form != null) {
            around.navigator().openConflictQueue(form.opened().form().record());
        }
    }

    private void word() {
        RecordForm form = model.form().get();
        if (form != null) {
            around.navigator().openTestimony(form.opened().form().record());
        }
    }

    private void next() {
        RecordForm form = model.form().get();
        if (form != null) {
            around.navigator().nextLike(form.typeName(), form.opened().form().record());
        }
    }

    private void withdraw() {
        RecordForm form = model.form().get();
        if (form != null) {
            around.navigator().withdraw(form.typeName(), form.opened().form().record());
        }
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public void focus() {
        if (view != null) {
            view.focus();
        }
    }

    @Override
    public void hidden() {
        if (view != null) {
            view.close();
            view = null;
        }
    }

    @Override
    public Runnable rest() {
        return model.rest();
    }

    @Override
    public void end() {
        model.end();
    }

    @Override
    public boolean mayLeave(Runnable then) {
        if (!model.dirty().get()) {
            return true;
        }
        around.prompts()
                .ask(
                        texts.text("record.leave.title"),
                        texts.text("record.leave.question"),
                        List.of(
                                answer("record.leave.save", Prompts.Kind.MAIN, Leaving.SAVE, then),
                                answer("record.leave.keep", Prompts.Kind.OTHER, Leaving.KEEP, then),
                                answer("record.leave.discard", Prompts.Kind.DANGER, Leaving.DISCARD, then)));
        return false;
    }

    private Prompts.Answer answer(String key, Prompts.Kind kind, Leaving leaving, Runnable then) {
        return new Prompts.Answer(texts.text(key), kind, () -> model.leave(leaving, then));
    }
}
