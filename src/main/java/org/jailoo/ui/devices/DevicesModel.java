package org.jailoo.ui.devices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.CardFile;
import org.jailoo.app.CardText;
import org.jailoo.app.DeviceContacts;
import org.jailoo.app.DeviceContacts.Overview;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.SendReceipt;
import org.jailoo.app.TeamFile;
import org.jailoo.app.TeamRefused;
import org.jailoo.app.TrustDevice;
import org.jailoo.app.TrustDevice.Came;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.TeamList;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.HeardGroup;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * The other devices and what is being decided about them. It is kept while the notebook is open, so that a comparison
 * that was begun is still there when the language changes.
 */
public final class DevicesModel {
    /** What the page does. */
    public record Uses(
            DeviceContacts contacts, TrustDevice trust, SendReceipt receipts, JoinTeam team, Random random) {}

    /** Who hears what became of it. */
    public record Ears(Consumer<Sentence> tell, Consumer<Sentence> warn) {}

    /** A file is longer than this only if it is no card. */
    private static final int MAX_BYTES = 4 << 20;

    private final Tasks tasks;
    private final Uses uses;
    private final Runnable changed;
    private final Latest looking;
    private final ObjectProperty<@Nullable Overview> overview = new SimpleObjectProperty<>();
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(new Step.All());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Deque<Step> waiting = new ArrayDeque<>();

    /**
     * With a word for whoever shows the notebook.
     *
     * @param changed runs after something was decided
     */
    public DevicesModel(Tasks tasks, Uses uses, Runnable changed) {
        this.tasks = tasks;
        this.uses = uses;
        this.changed = changed;
        this.looking = new Latest(tasks);
    }

    /** Null until it was looked up once. */
    ReadOnlyObjectProperty<@Nullable Overview> overviewProperty() {
        return overview;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** How many more cards wait to be compared. */
    int left() {
        return waiting.size();
    }

    /** Looks again. */
    public void reload() {
        looking.start(watch -> uses.contacts().look(), overview::set);
    }

    // ---- cards

    /** Takes cards out of a text that was pasted or dropped. */
    public void paste(String text, Ears ears) {
        tasks.of(watch -> noted(CardText.read(text)))
                .onSuccess(noted -> take(noted, ears))
                .start();
    }

    /** Takes cards, or a team list, out of files. */
    public void read(List<Path> files, Ears ears) {
        for (Path file : files) {
            if (String.valueOf(file.getFileName()).endsWith(TeamFile.ENDING)) {
                readTeam(file, ears);
            } else {
                tasks.of(watch -> noted(CardText.read(text(file))))
                        .onSuccess(noted -> take(noted, ears))
                        .onFailure(e -> ears.warn().accept(Failures.reading(e, file)))
                        .start();
            }
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_BYTES + 1), StandardCharsets.UTF_8);
        }
    }

    private record Noted(List<Came> cards, @Nullable Sentence refused) {}

    private Noted noted(CardText.Found found) {
        List<Came> came = new ArrayList<>();
        found.cards().forEach(card -> came.add(uses.trust().note(card)));
        if (found.refused() == null) {
            return new Noted(came, null);
        }
        return new Noted(
                came,
                switch (found.refused()) {
                    case MALFORMED -> Sentence.of("devices.add.not-a-card");
                    case ALTERED -> Sentence.of("devices.add.altered");
                    case NEWER_VERSION -> Sentence.of("devices.add.newer-version");
                });
    }

    private void take(Noted noted, Ears ears) {
        for (Came came : noted.cards()) {
            Card card = came.card();
            switch (came.is()) {
                case OWN -> ears.tell().accept(Sentence.of("devices.add.own"));
                case KNOWN -> ears.tell().accept(Sentence.of("devices.add.known", card.shownName()));
                case RENEWED -> ears.tell().accept(Sentence.of("devices.add.renewed", card.shownName()));
                case DISPUTED ->
                    ears.warn()
                            .accept(Sentence.of(
                                    "devices.add.disputed", card.fingerprint().digits()));
                case STRANGER, BLOCKED -> waiting.add(compare(came, null));
                case OTHER_KEY -> {
                    // It stands among the devices, with the way to look at it.
                }
            }
        }
        if (noted.refused() != null) {
            ears.warn().accept(noted.refused());
        }
        if (step.get() instanceof Step.All) {
            next();
        }
        reload();
    }

    private Step.Compare compare(Came came, @Nullable TeamList then) {
        return new Step.Compare(
                came,
                HeardGroup.drawn(came.card().fingerprint(), uses.random()),
                came.is() == TrustDevice.Is.BLOCKED,
                then);
    }

    /** What waits next, or all devices. */
    private void next() {
        Step following = waiting.poll();
        step.set(following == null ? new Step.All() : following);
    }

    /** Shows all devices again; what was begun is left. */
    public void reset() {
        waiting.clear();
        step.set(new Step.All());
    }

    /** Nothing is decided. */
    void leave() {
        next();
        reload();
    }

    /** Begins a comparison with a device that is known. */
    void compare(Device device) {
        tasks.of(watch -> uses.trust().note(device.card()))
                .onSuccess(came -> step.set(compare(came, null)))
                .start();
    }

    /** Trusts the device whose digits were heard. */
    void trust(Step.Compare compared, String typed, Ears ears) {
        if (!compared.heard().isHeard(typed)) {
            return;
        }
        Card card = compared.came().card();
        TeamList list = compared.then();
        change(() -> uses.trust().trust(card), () -> {
            ears.tell().accept(Sentence.of("devices.compare.done", card.shownName()));
            if (list == null) {
                next();
            } else {
                plan(list, ears);
            }
        });
    }

    // ---- keys that changed, lost laptops, notebooks that are no more

    void look(Device device) {
        step.set(new Step.Key(device, HeardGroup.drawn(device.card().recipientFingerprint(), uses.random())));
    }

    void confirm(Step.Key key, String typed, Ears ears) {
        if (!key.heard().isHeard(typed)) {
            return;
        }
        Card card = key.device().card();
        change(() -> uses.trust().trust(card), () -> {
            ears.tell().accept(Sentence.of("devices.key.done", card.shownName()));
            next();
        });
    }

    void askToBlock(Device device) {
        step.set(new Step.Block(device));
    }

    void block(Device device, Ears ears) {
        change(() -> uses.trust().block(device.card().deviceId()), () -> {
            ears.tell().accept(Sentence.of("devices.block.done", device.card().shownName()));
            next();
        });
    }

    void retire(Writer instance) {
        change(() -> uses.trust().retire(instance), () -> {});
    }

    private void change(Runnable work, Runnable then) {
        busy.set(true);
        tasks.of(watch -> {
                    work.run();
                    return watch;
                })
                .onEnd(() -> busy.set(false))
                .onSuccess(done -> {
                    then.run();
                    reload();
                    changed.run();
                })
                .start();
    }

    // ---- files

    /** Writes this device's card; never over a file that is there. */
    void save(Card own, Path file, Ears ears) {
        tasks.of(watch -> {
                    CardFile.write(own, file);
                    return file;
                })
                .onSuccess(done -> ears.tell().accept(Sentence.of("devices.own.saved", file.toString())))
                .onFailure(e -> ears.warn().accept(Failures.of(e, file)))
                .start();
    }

    /** The name for a receipt. */
    String receiptName(Card to) {
        return uses.receipts().name(to);
    }

    void receipt(Card to, Path file, Ears ears) {
        tasks.of(watch -> uses.receipts().write(file, to))
                .onSuccess(done -> {
                    ears.tell().accept(Sentence.of("devices.receipt.written", to.shownName(), file.toString()));
                    reload();
                })
                .onFailure(e -> ears.warn()
                        .accept(
                                e instanceof ReceiverRefused refused
                                        ? Failures.receiver(refused, to)
                                        : Failures.of(e, file)))
                .start();
    }

    /** Writes the team list; {@code told} hears how many devices are in it. */
    void writeTeam(Path file, Consumer<Integer> told, Ears ears) {
        tasks.of(watch -> {
                    TeamList list = uses.team().list();
                    TeamFile.write(list, file);
                    return list.members().size();
                })
                .onSuccess(told)
                .onFailure(e -> ears.warn().accept(Failures.of(e, file)))
                .start();
    }

    /** Reads a team list, and shows what is in it once its signer is trusted. */
    void readTeam(Path file, Ears ears) {
        tasks.of(watch -> TeamFile.read(file))
                .onSuccess(list -> plan(list, ears))
                .onFailure(e -> ears.warn()
                        .accept(e instanceof TeamRefused refused ? refused(refused.why()) : Failures.reading(e, file)))
                .start();
    }

    private static Sentence refused(TeamRefused.Why why) {
        return Sentence.of(
                switch (why) {
                    case NOT_A_LIST -> "devices.team.refused.not-a-list";
                    case TRUNCATED -> "devices.team.refused.truncated";
                    case NEWER_VERSION -> "devices.team.refused.newer-version";
                    case ALTERED -> "devices.team.refused.altered";
                });
    }

    private record Planned(JoinTeam.Plan plan, @Nullable Came signer) {}

    /** Shows what is in a list; who signed it must be trusted first. */
    private void plan(TeamList list, Ears ears) {
        tasks.of(watch -> {
                    JoinTeam.Plan plan = uses.team().plan(list);
                    boolean stranger = plan.signer() == JoinTeam.Signer.STRANGER;
                    return new Planned(plan, stranger ? uses.trust().note(list.signer()) : null);
                })
                .onSuccess(planned -> {
                    if (planned.plan().signer() == JoinTeam.Signer.BLOCKED) {
                        ears.warn()
                                .accept(Sentence.of(
                                        "devices.team.signer-blocked",
                                        list.signer().shownName()));
                        next();
                    } else {
                        step.set(
                                planned.signer() == null
                                        ? new Step.Team(planned.plan())
                                        : compare(planned.signer(), list));
                    }
                })
                .start();
    }

    /** Does what was ticked in a list. */
    void apply(TeamList list, Set<String> ticked, Ears ears) {
        busy.set(true);
        tasks.of(watch -> uses.team().apply(list, Set.copyOf(ticked)))
                .onEnd(() -> busy.set(false))
                .onSuccess(done -> {
                    ears.tell().accept(Sentence.of("devices.team.done", done.trusted(), done.blocked()));
                    next();
                    reload();
                    changed.run();
                })
                .start();
    }
}
