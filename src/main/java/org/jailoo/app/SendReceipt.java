package org.jailoo.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.Order;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Notebook;

/**
 * Writes a receipt: a tiny file that says what is held here, for one device to read.
 *
 * <p>Sent back after an import it tells the other side what has arrived, and makes its next bundle of changes small.
 */
public final class SendReceipt {
    private static final int MANY = 100;

    private final Notebook notebook;
    private final Clock clock;

    public SendReceipt(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** The name for a receipt: the day and the first digits of the receiver's fingerprint, and nothing else. */
    public String name(Card to) {
        LocalDate day = LocalDate.now(clock.withZone(ZoneId.systemDefault()));
        return "receipt-" + to.fingerprint().digits().substring(0, 5) + "-" + day + ".jailoo";
    }

    /**
     * Writes a receipt; the file appears whole or not at all.
     *
     * @throws FileAlreadyExistsException if there is something of that name, which stays
     */
    public Path write(Path out, Card to) throws IOException, ReceiverRefused {
        new ExportBundle(notebook, clock).export(new Order(out, List.of(to), Choice.RECEIPT));
        return out;
    }

    /**
     * Writes a receipt into the folder where a bundle of that device lay: it goes back on the stick on which the bundle
     * came.
     *
     * @return the file; empty where that folder cannot be written to
     */
    public Optional<Path> beside(Path bundle, Card to) throws ReceiverRefused {
        Path folder = bundle.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            return Optional.empty();
        }
        String name = name(to);
        String stem = name.substring(0, name.length() - ".jailoo".length());
        try {
            for (int i = 1; i < MANY; i++) {
                Path file = folder.resolve(i == 1 ? name : stem + "-" + i + ".jailoo");
                try {
                    return Optional.of(write(file, to));
                } catch (FileAlreadyExistsException e) {
                    // One of this day is there already: the next name.
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
