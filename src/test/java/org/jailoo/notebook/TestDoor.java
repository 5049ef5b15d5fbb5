package org.jailoo.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jailoo.identity.Card;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jspecify.annotations.Nullable;

/** Opens notebooks by their data keys, so that simulations do not spend their hours in Argon2; tests only. */
public final class TestDoor {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] FIRST = filled(1);
    private static final byte[] SECOND = filled(2);

    private TestDoor() {}

    private static byte[] filled(int value) {
        byte[] key = new byte[DataKeys.LENGTH];
        java.util.Arrays.fill(key, (byte) value);
        return key;
    }

    /** The data keys of every notebook made through this door. */
    public static DataKeys keys() {
        return new DataKeys(FIRST, SECOND);
    }

    /** A new notebook without a key file. */
    public static Notebook create(Path file, String name) {
        return create(file, DeviceKeys.generate(RANDOM), name);
    }

    /** A new notebook without a key file, for this device. */
    public static Notebook create(Path file, DeviceKeys device, String name) {
        return Opening.create(file, keys(), device, Card.sign(device, 1, name), (keys, salt) -> null);
    }

    /** A new notebook that opens through this door and by its passphrase. */
    public static Notebook createWithKeys(Path file, String name, String passphrase, Kdf kdf) {
        DeviceKeys device = DeviceKeys.generate(RANDOM);
        return Opening.create(
                file,
                keys(),
                device,
                Card.sign(device, 1, name),
                (keys, salt) -> KeyFile.create(salt, keys, passphrase.toCharArray(), kdf, RANDOM));
    }

    /** Opens a notebook made through this door, and its identities. */
    public static Notebook open(Path file) {
        return Opening.open(file, files -> keys());
    }

    /** Every data key of a notebook with a key file, whoever made it. */
    public static DataKeys keys(Path file, String passphrase, @Nullable String identities) {
        try {
            return Passphrases.all(
                    new NotebookFiles(file),
                    passphrase.toCharArray(),
                    identities == null ? null : identities.toCharArray());
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /** Opens a notebook by its data keys, and its identities where their key is among them. */
    public static Notebook open(Path file, DataKeys keys) {
        return Opening.open(
                file,
                files -> keys.hasIdentities()
                        ? new DataKeys(keys.notebook(), keys.identities())
                        : new DataKeys(keys.notebook(), null));
    }

    /** The salt of a notebook's file, by which its keys are known. */
    public static byte[] salt(Path file) {
        return Database.salt(file);
    }

    /** Opens a notebook made through this door, with its identities closed. */
    public static Notebook openClosed(Path file) {
        return Opening.open(file, files -> new DataKeys(FIRST, null));
    }

    /** Opens the identities of a notebook made through this door. */
    public static void openIdentities(Notebook notebook) {
        notebook.identities().open(SECOND.clone(), "2023-07-04T00:00:00Z", null);
    }

    /** A bare connection to a notebook made through this door, past every rule: to look, and to tamper. */
    static Sql raw(Path file) {
        return Database.connect(file, FIRST.clone());
    }
}
