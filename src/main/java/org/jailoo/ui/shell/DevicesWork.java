package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;
import org.jailoo.app.DeviceContacts;
import org.jailoo.app.JoinTeam;
import org.jailoo.app.SendReceipt;
import org.jailoo.app.TrustDevice;
import org.jailoo.i18n.Messages;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.devices.DevicesModel;
import org.jailoo.ui.devices.DevicesScreen;
import org.jailoo.ui.exchange.ImportWays;

/** The page of devices wired to its use cases; what is being compared is kept while the notebook is open. */
final class DevicesWork {
    private final Desk.Room room;
    private final DevicesModel model;
    private final ReceiptOffer receipts;

    /**
     * With a word for whoever shows the notebook.
     *
     * @param changed runs after something was decided about a device
     */
    DevicesWork(Notebook notebook, Desk.Room room, Runnable changed) {
        this.room = room;
        SendReceipt sending = new SendReceipt(notebook, room.clock());
        this.receipts = new ReceiptOffer(sending, room);
        this.model = new DevicesModel(
                room.tasks(),
                new DevicesModel.Uses(
                        new DeviceContacts(notebook, room.clock()),
                        new TrustDevice(notebook, room.clock()),
                        sending,
                        new JoinTeam(notebook, room.clock()),
                        new SecureRandom()),
                changed);
    }

    Function<Texts, Screen> screen() {
        return texts -> new DevicesScreen(model, texts, new DevicesScreen.Asking(room.files(), room.prompts()));
    }

    /** What the import desk offers to give back. */
    ImportWays.Receipts receipts(Texts texts) {
        return receipts.in(texts);
    }

    /** Reads a file as if it had been dropped on the page. */
    void read(Path file) {
        Messages messages = Messages.of(room.look().language());
        model.read(
                List.of(file),
                new DevicesModel.Ears(
                        said -> room.prompts().tell(said.in(messages)),
                        said -> room.prompts().warn(said.in(messages))));
    }

    DevicesModel model() {
        return model;
    }
}
