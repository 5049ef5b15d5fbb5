package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.Lead;
import org.jailoo.app.NamesTime;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.Content;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.identity.IdentitiesModel;
import org.jailoo.ui.identity.IdentitiesPane;
import org.jspecify.annotations.Nullable;

/** Names under their lock: in a notebook of its own, for those of the sample are open to everybody. */
final class IdentityScenes implements AutoCloseable {
    private static final String PASSPHRASE = "тегирмен кычкач үзөңгү";

    private final Shell shell;
    private final Clock clock;
    private final Path file;
    private @Nullable Notebook notebook;
    private final InnerDesk inner;
    private String one = "";
    private String twice = "";

    IdentityScenes(Shell shell, Clock clock, Path folder) {
        this.shell = shell;
        this.inner = new InnerDesk(shell);
        this.clock = clock;
        this.file = folder.resolve("names.jailoo-notebook");
    }

    /** Makes the notebook; off the toolkit's thread. */
    void prepare() {
        char[] passphrase = PASSPHRASE.toCharArray();
        Notebook made = new NewNotebook(Kdf.FLOOR).create(file, passphrase, "A7");
        notebook = made;
        made.identities().open(passphrase, Content.timeText(clock.instant()), null);
        one = participant(made, "A7-0003");
        named(made, one, "Асанова Айчүрөк Бекбосуновна", "+996 700 123 456");
        twice = participant(made, "A7-0004");
        named(made, twice, "Жумабаев Канат", "+996 555 000 111");
        named(made, twice, "Жумабай уулу Канат", "");
        Card lead = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "BISHKEK-01");
        made.inTransaction(() -> {
            made.devices().trust(lead);
            return lead;
        });
        new Lead(made).name(lead.deviceId());
        made.identities().close();
    }

    private String participant(Notebook made, String code) {
        SaveRecord save = new SaveRecord(made, clock);
        SaveRecord.Form form = save.open("participant", null);
        save.save(form, Json.object(Map.of("code", Json.of(code), "sex", Json.of("female"))));
        return form.record();
    }

    private void named(Notebook made, String participant, String name, String phone) {
        SaveRecord save = new SaveRecord(made, clock);
        Json.Obj body = Json.object(Map.of("participant", Json.of(participant), "fullName", Json.of(name)));
        save.save(save.open("identity", null), phone.isEmpty() ? body : body.with("phone", Json.of(phone)));
    }

    Scenes.Step closed() {
        return Scenes.Step.of("2a-names-closed", this::begin, () -> inner.desk().openRecord("participant", one));
    }

    Scenes.Step open() {
        return Scenes.Step.then("2b-names-open", () -> inner.desk().names().open(PASSPHRASE.toCharArray(), one));
    }

    Scenes.Step several() {
        return Scenes.Step.then("2c-names-several", () -> inner.desk().openRecord("participant", twice));
    }

    Scenes.Step pane() {
        return Scenes.Step.then("2d-identities", this::show);
    }

    Scenes.Step passphrase() {
        return Scenes.Step.then("2e-identities-passphrase", () -> {
            if (inner.desk().view().lookup("#names-own") instanceof Button button) {
                button.fire();
            }
        });
    }

    Scenes.Step gone() {
        return Scenes.Step.then("2f-names-gone", inner::end);
    }

    private void begin() {
        inner.begin(notebook, file);
    }

    private void show() {
        Notebook open = Objects.requireNonNull(notebook);
        IdentitiesModel model = new IdentitiesModel(
                inner.desk().room().tasks(),
                new IdentitiesModel.Uses(
                        new HandOverIdentities(open, clock), new NamesTime(open), open.identities(), clock),
                inner.desk().names());
        IdentitiesPane pane = new IdentitiesPane(
                model,
                Texts.of(shell.messages().locale().getLanguage()),
                new IdentitiesPane.Asking(
                        inner.desk().room().files(), inner.desk().room().prompts()));
        VBox card = new VBox(pane);
        card.getStyleClass().add("card");
        VBox page = new VBox(card);
        page.setPadding(new Insets(24));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setStyle("-fx-background-color: -color-bg-default");
        page.setStyle("-fx-background-color: -color-bg-default");
        Node root = ((StackPane) inner.desk().view()).getChildren().get(0);
        ((BorderPane) root).setCenter(scroll);
    }

    @Override
    public void close() {
        if (notebook != null) {
            notebook.close();
        }
    }
}
