package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.Lead;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.TeamFile;
import org.jailoo.app.TrustDevice;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;

/** The other devices that the gallery shows: one with a gap, a silent one, a changed key, a lost laptop; invented. */
final class DevicesScenes {
    private static final DeviceKeys STRANGER = DeviceKeys.generate(new SecureRandom());

    private final Notebook notebook;
    private final Clock clock;
    private final Path folder;

    DevicesScenes(Notebook notebook, Clock clock, Path folder) {
        this.notebook = notebook;
        this.clock = clock;
        this.folder = folder;
    }

    /** Has them write, and trusts them. */
    void prepare() throws IOException {
        Clock then = Clock.offset(clock, Duration.ofDays(-23));
        try (Notebook talas = friend("talas", "TALAS-04", then);
                Notebook naryn = friend("naryn", "NARYN-02", Clock.offset(clock, Duration.ofDays(-2)));
                Notebook lost = friend("lost", "BATKEN-07", then)) {
            save(talas, "TALAS-0001", then);
            save(talas, "TALAS-0002", then);
            take(talas, Choice.ALL, then);
            save(naryn, "NARYN-0001", clock);
            take(naryn, Choice.ALL, clock);
            for (int i = 2; i < 9; i++) {
                save(naryn, "NARYN-000" + i, clock);
            }
            take(naryn, Choice.RECEIPT, clock);
            save(lost, "BATKEN-0001", then);
            take(lost, Choice.ALL, then);
            notebook.devices().block(lost.device().deviceId());
            try (Notebook moved = friend("moved", "JALAL-05", then)) {
                notebook.devices().note(withOtherKey(moved.device()));
                for (Notebook one : List.of(naryn, moved)) {
                    talas.devices().trust(one.card());
                }
                Card fresh = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "OSH-09");
                talas.devices().trust(fresh);
                talas.devices().trust(Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "TALAS-04"));
                talas.devices().trust(lost.card());
                Card stolen = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "CHUI-11");
                talas.devices().note(stolen);
                talas.devices().block(stolen.deviceId());
                TeamFile.write(new JoinTeam(talas, clock).list(), team());
            }
        } catch (ExportBundle.ReceiverRefused | BundleRefused | IdentityException e) {
            throw new IOException(e);
        }
    }

    private Path team() {
        return folder.resolve("team" + TeamFile.ENDING);
    }

    private Notebook friend(String file, String name, Clock since) {
        Notebook friend = new NewNotebook(Kdf.FLOOR).create(folder.resolve("device-" + file), file.toCharArray(), name);
        friend.devices().trust(notebook.card());
        new TrustDevice(notebook, since).trust(friend.card());
        return friend;
    }

    private static void save(Notebook notebook, String code, Clock clock) {
        SaveRecord save = new SaveRecord(notebook, clock);
        save.save(save.open("interview", null), Json.object(Map.of("code", Json.of(code))));
    }

    private void take(Notebook from, Choice choice, Clock when)
            throws IOException, ExportBundle.ReceiverRefused, BundleRefused {
        Path file = folder.resolve("sent-" + System.nanoTime() + ".jailoo");
        new ExportBundle(from, Clock.offset(when, Duration.ofDays(-1)))
                .export(new ExportBundle.Order(file, List.of(notebook.card()), choice));
        try (ImportBundle.Waiting waiting = new ImportBundle(notebook, when, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    /** The card of a device after its key to encrypt to was made anew. */
    private static Card withOtherKey(DeviceKeys keys) throws IdentityException {
        Json.Obj mixed = DeviceKeys.generate(new SecureRandom()).json();
        String seed = keys.json().text("signingSeed");
        return Card.sign(DeviceKeys.parse(mixed.with("signingSeed", Json.of(seed == null ? "" : seed))), 2, "JALAL-05");
    }

    static List<Scenes.Step> steps(WithdrawalScenes.Hands hands, Clock clock, Path folder) {
        Card stranger = Card.sign(STRANGER, 1, "NARYN-02");
        List<Scenes.Step> steps = new ArrayList<>();
        steps.add(Scenes.Step.of(
                "cz-record-received",
                () -> new Lead(hands.desk().notebook()).name(device(hands.desk().notebook(), "TALAS-04")),
                () -> hands.desk().openRecord("participant", hands.found("participant"))));
        steps.add(Scenes.Step.of(
                "d0-devices",
                () -> forgetLead(hands.desk().notebook()),
                () -> hands.desk().devices().model().reset(),
                () -> hands.desk().openDevices()));
        steps.add(Scenes.Step.then("d1-devices-more", () -> hands.down("devices-scroll")));
        steps.add(Scenes.Step.of(
                "d2-devices-compare",
                () -> hands.desk().devices().model().reset(),
                () -> hands.desk().openDevices(),
                () -> copy("NARYN-02: " + new String(stranger.canonicalBytes(), StandardCharsets.UTF_8)),
                () -> hands.press("paste-card")));
        steps.add(Scenes.Step.then("d3-devices-compare-wrong", () -> hands.type("heard-group", "00000")));
        steps.add(Scenes.Step.then(
                "d4-devices-compare-right", () -> hands.type("heard-group", missing(hands, stranger))));
        steps.add(pressed("d5-devices-key", hands, "JALAL-05", "key"));
        steps.add(pressed("d6-devices-block", hands, "TALAS-04", "block"));
        steps.add(pressed("d7-devices-unblock", hands, "BATKEN-07", "compare"));
        steps.add(Scenes.Step.of(
                "d8-devices-team",
                () -> hands.desk().devices().model().reset(),
                () -> hands.desk().openDevices(),
                () -> hands.desk().devices().read(new DevicesScenes(hands.desk().notebook(), clock, folder).team())));
        return steps;
    }

    private static void forgetLead(Notebook notebook) {
        notebook.inTransaction(() -> {
            notebook.settings().remove("lead");
            return notebook;
        });
    }

    private static Scenes.Step pressed(String scene, WithdrawalScenes.Hands hands, String name, String button) {
        return Scenes.Step.of(
                scene,
                () -> hands.desk().devices().model().reset(),
                () -> hands.desk().openDevices(),
                () -> hands.press(button + "-" + device(hands.desk().notebook(), name)));
    }

    private static String device(Notebook notebook, String name) {
        return notebook.devices().all().stream()
                .filter(d -> d.card().name().equals(name))
                .map(d -> d.card().deviceId())
                .findFirst()
                .orElseThrow();
    }

    /** The group of a fingerprint that stands nowhere on the page. */
    private static String missing(WithdrawalScenes.Hands hands, Card card) {
        List<String> shown = hands.desk().view().lookupAll(".heard-box .digit-group").stream()
                .map(node -> ((Label) node).getText())
                .toList();
        return card.fingerprint().groups().stream()
                .filter(group -> !shown.contains(group))
                .findFirst()
                .orElseThrow();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
