package org.jailoo.ui.identity;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.HandOverIdentities.Standing;
import org.jailoo.app.NamesTime;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.OpenNames;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.identity.IdentitiesModel.Said;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What protects names in this notebook, as a person sees and changes it. Whoever shows it closes it. */
public final class IdentitiesPane extends VBox implements AutoCloseable {
    private static final String SHEET = Objects.requireNonNull(
                    IdentitiesPane.class.getResource("/org/jailoo/ui/identity.css"))
            .toExternalForm();

    /** What it asks the person with. */
    public record Asking(FileDialogs files, Prompts prompts) {}

    private final IdentitiesModel model;
    private final Texts texts;
    private final Asking asking;
    private final VBox handover = new VBox(10);
    private final VBox passphrase = new VBox(10);
    private final Label said = words("");
    private final ChangeListener<Object> onChange = (p, was, is) -> fill();
    private final ChangeListener<@Nullable Said> onSaid = (p, was, is) -> say(is);
    private final ChangeListener<@Nullable Sentence> onRefused = (p, was, is) -> refuse(is);
    private @Nullable OpenNames ask;

    public IdentitiesPane(IdentitiesModel model, Texts texts, Asking asking) {
        super(18);
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        setId("identities");
        getStyleClass().add("identities");
        getStylesheets().add(SHEET);
        Label title = new Label(texts.text("identity.pane.title"));
        title.getStyleClass().add("section-title");
        said.setId("identities-said");
        said.managedProperty().bind(said.visibleProperty());
        getChildren()
                .addAll(
                        new VBox(6, title, quiet(texts.text("identity.pane.words"))),
                        times(),
                        passphrase,
                        handover,
                        said);
        model.standing().addListener(onChange);
        model.apart().addListener(onChange);
        model.names().state().addListener(onChange);
        model.names().failure().addListener(onRefused);
        model.said().addListener(onSaid);
        say(model.said().get());
        fill();
        model.look();
    }

    @Override
    public void close() {
        model.standing().removeListener(onChange);
        model.apart().removeListener(onChange);
        model.names().state().removeListener(onChange);
        model.names().failure().removeListener(onRefused);
        model.said().removeListener(onSaid);
    }

    private Node times() {
        HBox choices = new HBox(18);
        ToggleGroup group = new ToggleGroup();
        for (int minutes : NamesTime.CHOICES) {
            RadioButton button = new RadioButton(texts.plural("identity.time.minutes", minutes));
            button.setId("names-minutes-" + minutes);
            button.setToggleGroup(group);
            button.setSelected(model.names().minutes().get() == minutes);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> model.choose(minutes));
            choices.getChildren().add(button);
        }
        return new VBox(8, head("identity.time.title"), choices);
    }

    private void fill() {
        boolean editing = !passphrase.getChildren().isEmpty() && passphrase.lookup(".password-field") != null;
        if (!editing) {
            fillPassphrase();
        }
        fillHandover();
    }

    private void fillPassphrase() {
        boolean apart = model.apart().get();
        Button change = new Button(texts.text(apart ? "identity.own.change" : "identity.own.set"));
        change.setId("names-own");
        change.setOnAction(event -> passphrase.getChildren().setAll(head("identity.own.title"), own()));
        HBox row = new HBox(10, change);
        if (apart) {
            Button common = new Button(texts.text("identity.own.back"));
            common.setId("names-common");
            common.setOnAction(event -> passphrase.getChildren().setAll(head("identity.own.title"), common()));
            row.getChildren().add(common);
        }
        row.setDisable(model.names().isSample());
        passphrase
                .getChildren()
                .setAll(
                        head("identity.own.title"),
                        quiet(texts.text(apart ? "identity.own.apart" : "identity.own.same")),
                        row);
    }

    private Node own() {
        PassphraseForm form = new PassphraseForm(
                texts,
                List.of(
                        model.apart().get() ? "identity.open.own" : "identity.open.passphrase",
                        "identity.own.new",
                        "identity.own.again"),
                this::fillPassphrase);
        form.onDone(secrets -> {
            fillPassphrase();
            model.setOwn(secrets.get(0), secrets.get(1), secrets.get(2));
        });
        return form;
    }

    private Node common() {
        PassphraseForm form = new PassphraseForm(
                texts, List.of("identity.open.own", "identity.open.passphrase"), this::fillPassphrase);
        form.onDone(secrets -> {
            fillPassphrase();
            model.setCommon(secrets.get(0), secrets.get(1));
        });
        return form;
    }

    private void fillHandover() {
        handover.getChildren().setAll(head("identity.handover.title"));
        ask = null;
        Standing now = model.standing().get();
        if (now == null) {
            return;
        }
        handover.getChildren().add(words(texts.plural("identity.handover.here", now.here())));
        if (now.elsewhere() > 0) {
            handover.getChildren().add(quiet(texts.plural("identity.handover.elsewhere", now.elsewhere())));
        }
        if (now.lead() == null) {
            handover.getChildren().add(quiet(texts.text("identity.handover.no-lead")));
            return;
        }
        String lead = now.lead().shownName();
        if (now.here() == 0) {
            return;
        }
        handover.getChildren().add(quiet(texts.text("identity.handover.words", lead)));
        handover.getChildren().add(quiet(standing(now, lead)));
        Button write = new Button(texts.text("identity.handover.write", lead), new FontIcon(Feather.UPLOAD));
        write.setId("names-write");
        write.disableProperty().bind(model.busy());
        write.setOnAction(event -> write());
        Button remove =
                new Button(texts.plural("identity.handover.remove", now.confirmed()), new FontIcon(Feather.TRASH_2));
        remove.setId("names-remove");
        remove.getStyleClass().add(Styles.DANGER);
        remove.setVisible(now.confirmed() > 0);
        remove.disableProperty().bind(model.busy());
        remove.setOnAction(event -> remove(now, lead));
        HBox row = new HBox(10, write, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        if (!model.names().isOpen()) {
            OpenNames made =
                    new OpenNames(model.names(), texts.messages(), texts.text("identity.handover.closed", lead), null);
            ask = made;
            handover.getChildren().add(made);
            write.setVisible(false);
            write.setManaged(false);
        }
        if (now.confirmed() > 0 || model.names().isOpen()) {
            handover.getChildren().add(row);
        }
    }

    private String standing(Standing now, String lead) {
        if (now.confirmed() == now.here()) {
            return texts.text("identity.handover.confirmed", lead);
        }
        if (now.confirmed() > 0) {
            return texts.plural("identity.handover.partly", now.here() - now.confirmed(), lead);
        }
        return now.handedOver() == null
                ? texts.text("identity.handover.not-yet")
                : texts.text(
                        "identity.handover.waiting",
                        texts.labels().date(now.handedOver().substring(0, 10)),
                        lead);
    }

    private void write() {
        Path file = asking.files().save(texts.text("identity.handover.title"), "bundle.jailoo");
        if (file != null) {
            model.write(file);
        }
    }

    private void remove(Standing now, String lead) {
        asking.prompts()
                .ask(
                        texts.plural("identity.handover.remove", now.confirmed()),
                        texts.text("identity.handover.question", lead),
                        List.of(
                                new Prompts.Answer(
                                        texts.text("identity.handover.yes"), Prompts.Kind.DANGER, model::giveUp),
                                new Prompts.Answer(texts.text("identity.handover.no"), Prompts.Kind.MAIN, () -> {})));
    }

    private void say(@Nullable Said is) {
        said.setVisible(is != null);
        said.getStyleClass().removeAll("notice", "warning");
        if (is != null) {
            said.getStyleClass().add(is.done() ? "notice" : "warning");
            said.setText(is.words().in(texts.messages()));
        }
    }

    private void refuse(@Nullable Sentence why) {
        if (ask != null) {
            ask.refused(why);
        }
    }

    private Label head(String key) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add("pane-head");
        return label;
    }

    private static Label words(String text) {
        return Wrapped.words(text);
    }

    private static Label quiet(String text) {
        return Wrapped.words(text, "quiet");
    }

    /** What the door is. */
    NamesModel names() {
        return model.names();
    }
}
