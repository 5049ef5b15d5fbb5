package org.jailoo.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;

/** Makes a new encrypted notebook and its device. */
public final class NewNotebook {
    private final Kdf kdf;

    /** The way passphrases become keys; {@link Kdf#calibrated()} where it is not a test. */
    public NewNotebook(Kdf kdf) {
        this.kdf = kdf;
    }

    /**
     * The new notebook, open.
     *
     * @param name the device's name on its card: a code, at most 128 code points
     */
    public Notebook create(Path file, char[] passphrase, String name) {
        try (DeviceKeys device = DeviceKeys.generate(new SecureRandom())) {
            return Notebook.create(file, passphrase, kdf, device, Card.sign(device, 1, name));
        }
    }
}
