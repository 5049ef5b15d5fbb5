package org.jailoo.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import org.jailoo.bundle.Envelope;
import org.jailoo.bundle.Manifest;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.Base64Text;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;

/**
 * Writes a backup: a bundle of everything under the notebook's passphrase, with what makes this device this device.
 *
 * <p>The device's keys lie in a member of the manifest, encrypted once more under the same passphrase: who decrypts the
 * backup with the public tool and hands the JSON on does not hand on the keys.
 */
public final class BackUp {
    /** The member of the manifest that holds the sealed keys of the device. */
    static final String DEVICE = "device";

    /** The work factor of the public tool itself: about a second, 256 MiB. */
    public static final int WORK_FACTOR = 18;

    private final Notebook notebook;
    private final Clock clock;
    private final int workFactor;

    /** With {@link #WORK_FACTOR} where it is not a test. */
    public BackUp(Notebook notebook, Clock clock, int workFactor) {
        this.notebook = notebook;
        this.clock = clock;
        this.workFactor = workFactor;
    }

    /**
     * Writes the backup; the file appears whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public Manifest write(Path out, char[] passphrase) throws IOException {
        Json sealed = Json.of(Base64Text.encode(seal(passphrase)));
        Manifest written = new ExportBundle(notebook, clock)
                .writeAll(
                        out, new Envelope.WithPassphrase(passphrase, workFactor), draft -> draft.with(DEVICE, sealed));
        remember(written.created());
        return written;
    }

    /** The backup is there: that the notebook cannot remember when it was made only means that it reminds too early. */
    private void remember(String time) {
        try {
            Backups.remember(notebook, time);
        } catch (NotebookException e) {
            // Whatever the notebook's own disk has, the backup is good, and perhaps all the more needed.
            return;
        }
    }

    private byte[] seal(char[] passphrase) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream plain = AgeEnvelope.encryptWithPassphrase(sealed, passphrase, workFactor)) {
            plain.write(CanonicalJson.bytes(DeviceState.of(notebook).json()));
        }
        return sealed.toByteArray();
    }
}
