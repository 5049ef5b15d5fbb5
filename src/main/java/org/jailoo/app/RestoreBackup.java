package org.jailoo.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.jailoo.bundle.Bundle;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Reason;
import org.jailoo.bundle.Trust;
import org.jailoo.bundle.UnverifiedBundle;
import org.jailoo.history.Content;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Devices;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Passphrases;
import org.jailoo.notebook.Scratch;

/**
 * Makes a new notebook out of a backup: the same device, a new instance.
 *
 * <p>The purges in a backup are asked about once, together. Until the person answers, no body of their records is kept;
 * the backup still holds what there was.
 */
public final class RestoreBackup {
    private static final int MAX_DEPTH = 12;
    private static final byte[] UNDER_PASSPHRASE =
            "age-encryption.org/v1\n-> scrypt ".getBytes(StandardCharsets.US_ASCII);

    private final Kdf kdf;
    private final Clock clock;
    private final ExecutorService workers;

    public RestoreBackup(Kdf kdf, Clock clock, ExecutorService workers) {
        this.kdf = kdf;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * Restores a backup.
     *
     * @param into where the notebook shall be; nothing may be there
     * @param passphrase of the backup, and of the new notebook
     * @param acceptPurges the person's answer, if it is known: all purges in the backup are accepted
     */
    public ImportResult restore(Path backup, Path into, char[] passphrase, boolean acceptPurges, Progress progress)
            throws IOException, BundleRefused {
        // Under another name until it is whole: a notebook that misses half of its backup must not pass for one.
        Path making = into.resolveSibling(into.getFileName() + ".restoring");
        // A process that ended between the last two steps has left the keys alone, which nobody was told of.
        Passphrases.forgetUnfinished(into, making);
        if (Files.exists(into) || Files.exists(KeyFileStore.beside(into))) {
            throw new FileAlreadyExistsException(into.toString());
        }
        removeUnfinished(making);
        try (Scratch scratch = Scratch.beside(making);
                UnverifiedBundle unverified = UnverifiedBundle.open(
                        new BufferedInputStream(Files.newInputStream(backup)), List.of(), passphrase, progress)) {
            DeviceState device = device(unverified, passphrase);
            Bundle bundle = unverified.verify(
                    id -> id.equals(device.keys().deviceId()) ? Trust.Standing.TRUSTED : Trust.Standing.UNKNOWN,
                    true,
                    new ScratchStaging(scratch),
                    workers);
            ImportResult result = fill(making, scratch, bundle, device, passphrase, acceptPurges);
            Notebook.rename(making, into);
            return result;
        } finally {
            removeIfPossible(making);
        }
    }

    /** It is whole under its name by now, or it failed: what cannot be removed goes when the next is restored. */
    private static void removeIfPossible(Path making) {
        try {
            removeUnfinished(making);
        } catch (IOException e) {
            return;
        }
    }

    /** Whether a file is under a passphrase, told from a bundle for another device, for which none is the right one. */
    public static boolean isUnderPassphrase(Path backup) {
        try (InputStream in = Files.newInputStream(backup)) {
            return Arrays.equals(in.readNBytes(UNDER_PASSPHRASE.length), UNDER_PASSPHRASE);
        } catch (IOException e) {
            return false;
        }
    }

    private ImportResult fill(
            Path making, Scratch scratch, Bundle bundle, DeviceState device, char[] passphrase, boolean acceptPurges) {
        try (Notebook notebook = Notebook.create(making, passphrase, kdf, device.keys(), device.card())) {
            // What contradicts what is told of names too.
            notebook.identities().open(passphrase, Content.timeText(clock.instant()), null);
            notebook.inTransaction(() -> {
                device.known().stream()
                        .filter(d -> d.trust() != Devices.Trust.BLOCKED)
                        .forEach(notebook.devices()::restore);
                return device;
            });
            ImportResult result = new Merge(
                            notebook, scratch, bundle, new Merge.Rules(false, acceptPurges, true), clock.instant())
                    .write();
            // The blocked afterwards: the person's answer is about all purges, theirs too.
            notebook.inTransaction(() -> {
                device.known().forEach(notebook.devices()::restore);
                return device;
            });
            return result;
        }
    }

    /** Removes what a restore that was broken off has left, and nothing that is not known to be of one. */
    private static void removeUnfinished(Path making) throws IOException {
        Path folder = making.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return; // Whoever makes something there says so.
        }
        Pattern ours = Pattern.compile(Pattern.quote(String.valueOf(making.getFileName()))
                + "(|\\.keys|\\.keys\\..*\\.tmp|\\.lock|(\\.new|\\.staging-[0-9a-f]+)?(|-wal|-shm|-journal))");
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(
                folder, path -> ours.matcher(String.valueOf(path.getFileName())).matches())) {
            for (Path left : beside) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** The device that the backup was made on; of a bundle that is no backup, a new one. */
    private DeviceState device(UnverifiedBundle bundle, char[] passphrase) throws IOException, BundleRefused {
        String sealed = bundle.manifest().json().text(BackUp.DEVICE);
        if (sealed == null) {
            DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
            return DeviceState.alone(keys, Card.sign(keys, 1, "restored"));
        }
        byte[] file = Base64Text.decode(sealed).orElse(new byte[0]);
        try (InputStream plain = AgeEnvelope.decrypt(new ByteArrayInputStream(file), List.of(), passphrase)) {
            if (JsonReader.parse(plain.readAllBytes(), MAX_DEPTH) instanceof Json.Obj json) {
                DeviceState device = DeviceState.parse(json);
                if (device.keys().deviceId().equals(bundle.manifest().from())) {
                    return device;
                }
            }
        } catch (JsonException | IdentityException | org.jailoo.identity.EnvelopeException e) {
            throw new BundleRefused(Reason.ALTERED, "the device of the backup", e);
        }
        throw new BundleRefused(Reason.ALTERED, "the device of the backup", null);
    }
}
