package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.CardFile;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;

/** The devices that the notebook knows: this one's card, and what the person thinks of the others. */
public final class DevicesModel {
    private final Tasks tasks;
    private final Notebook notebook;
    private final Card own;
    private final ObservableList<Device> others = FXCollections.observableArrayList();

    public DevicesModel(Tasks tasks, Notebook notebook) {
        this.tasks = tasks;
        this.notebook = notebook;
        this.own = notebook.card();
    }

    Card own() {
        return own;
    }

    /** Every other device, the trusted first. */
    ObservableList<Device> others() {
        return others;
    }

    /** Reads them again. */
    public void reload() {
        tasks.of(watch -> all()).onSuccess(others::setAll).start();
    }

    private List<Device> all() {
        return notebook.devices().all().stream()
                .filter(d -> !d.card().deviceId().equals(own.deviceId()))
                .sorted((a, b) -> rank(a) - rank(b))
                .toList();
    }

    private static int rank(Device device) {
        return switch (device.trust()) {
            case TRUSTED -> 0;
            case UNKNOWN -> 1;
            case BLOCKED -> 2;
        };
    }

    /** Reads a card from a file, for the person to compare its fingerprint. */
    void read(Path file, Consumer<Card> read, Consumer<Sentence> failed) {
        tasks.of(watch -> CardFile.read(file))
                .onSuccess(read)
                .onFailure(e -> failed.accept(Failures.reading(e, file)))
                .start();
    }

    /** Trusts a device whose fingerprint the person has compared. */
    void trust(Card card) {
        change(() -> notebook.devices().trust(card));
    }

    /** Blocks a lost laptop. */
    void block(Card card) {
        change(() -> notebook.devices().block(card.deviceId()));
    }

    private void change(Runnable change) {
        tasks.of(watch -> notebook.inTransaction(() -> {
                    change.run();
                    return own;
                }))
                .onSuccess(done -> reload())
                .start();
    }

    /** Writes this device's card; never over a file that is there. */
    void save(Path file, Runnable saved, Consumer<Sentence> failed) {
        tasks.of(watch -> {
                    CardFile.write(own, file);
                    return file;
                })
                .onSuccess(done -> saved.run())
                .onFailure(e -> failed.accept(Failures.of(e, file)))
                .start();
    }
}
