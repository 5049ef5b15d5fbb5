package org.jailoo.ui.withdrawal;

import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.app.WithdrawalPlan;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.OpenNames;
import org.jailoo.ui.controls.Sheets;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A withdrawal: first everything that it would do, and then the three ways, of which two change something. */
public final class WithdrawScreen implements Screen {
    static final String SHEET = Objects.requireNonNull(
                    WithdrawScreen.class.getResource("/org/jailoo/ui/withdrawal.css"))
            .toExternalForm();

    private final WithdrawModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final VBox body = new VBox(14);
    private final InvalidationListener onChange = p -> fill();
    private final InvalidationListener onNames;
    private final InvalidationListener onRefused;
    private final @Nullable Runnable encryptAnew;
    private @Nullable ChoicePane choice;

    /**
     * The screen of one withdrawal.
     *
     * @param encryptAnew the way to where everything is encrypted under new keys, offered after an erasure: until then an
     *     expert may find freed parts of the file in older copies of it; null where there is no such way
     */
    public WithdrawScreen(WithdrawModel model, Texts texts, Navigator navigator, @Nullable Runnable encryptAnew) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.encryptAnew = encryptAnew;
        this.onNames = p -> model.namesTurned();
        this.onRefused = p -> {
            if (body.lookup(".open-names") instanceof OpenNames ask) {
                ask.refused(model.names().failure().get());
            }
        };
    }

    @Override
    public Parent view() {
        Button back = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        back.setId("withdraw-back");
        back.getStyleClass().addAll("button-icon", "flat");
        back.setAccessibleText(texts.text("withdrawal.action.back"));
        back.setOnAction(event -> navigator.back());
        Label title = new Label(texts.text("withdrawal.page.title"));
        title.getStyleClass().add("page-title");
        HBox head = new HBox(8, back, title);
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().addAll("scrolled", "withdrawal-column");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("withdraw-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = new VBox(head, scroll);
        page.getStyleClass().addAll("page", "withdrawal");
        page.getStylesheets().addAll(Sheets.CONTROLS, SHEET);
        fill();
        return page;
    }

    private List<Observable> watched() {
        return List.of(model.planProperty(), model.missingProperty(), model.doneProperty(), model.more());
    }

    @Override
    public void shown() {
        watched().forEach(each -> each.addListener(onChange));
        model.names().state().addListener(onNames);
        model.names().failure().addListener(onRefused);
        model.plan();
    }

    @Override
    public void hidden() {
        watched().forEach(each -> each.removeListener(onChange));
        model.names().state().removeListener(onNames);
        model.names().failure().removeListener(onRefused);
        if (choice != null) {
            choice.close();
        }
    }

    @Override
    public void end() {
        model.stop();
    }

    private void fill() {
        WithdrawalPlan plan = model.planProperty().get();
        WithdrawModel.Done done = model.doneProperty().get();
        if (choice != null) {
            choice.close();
            choice = null;
        }
        if (done != null) {
            body.getChildren().setAll(new DonePane(texts, navigator, done).view(encryptAnew));
        } else if (model.missingProperty().get()) {
            body.getChildren().setAll(Parts.words(texts.text("withdrawal.plan.missing")));
        } else if (plan == null) {
            ProgressBar bar = new ProgressBar();
            bar.progressProperty().bind(model.progressProperty());
            bar.setMaxWidth(Double.MAX_VALUE);
            body.getChildren().setAll(Parts.words(texts.text("withdrawal.plan.looking")), bar);
        } else {
            ChoicePane made = new ChoicePane(model, texts, navigator);
            choice = made;
            body.getChildren().setAll(new PlanPane(model, texts).of(plan));
            body.getChildren().add(made);
        }
    }
}
