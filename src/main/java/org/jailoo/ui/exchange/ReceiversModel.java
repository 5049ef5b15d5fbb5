package org.jailoo.ui.exchange;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;

/** The devices that a bundle can be written for: those that are trusted. */
public final class ReceiversModel {
    private final Latest latest;
    private final Notebook notebook;
    private final ObservableList<Device> trusted = FXCollections.observableArrayList();

    public ReceiversModel(Tasks tasks, Notebook notebook) {
        this.latest = new Latest(tasks);
        this.notebook = notebook;
    }

    /** Every other device that is trusted. */
    ObservableList<Device> trusted() {
        return trusted;
    }

    /** Reads them again. */
    public void reload() {
        String self = notebook.device().deviceId();
        latest.start(
                watch -> notebook.reading(at -> at.devices().all().stream()
                        .filter(d -> d.trust() == Trust.TRUSTED
                                && !d.card().deviceId().equals(self))
                        .toList()),
                trusted::setAll);
    }
}
