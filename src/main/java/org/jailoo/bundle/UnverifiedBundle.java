package org.jailoo.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jailoo.history.FormatException;
import org.jailoo.history.FormatException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that has been opened and not been verified: its envelope is peeled, its format and version are known, its
 * manifest is read. Anybody may have written what it says.
 */
public final class UnverifiedBundle implements AutoCloseable {
    static final String FORMAT = "jailoo-bundle";

    private final InputStream json;
    private final PartReader parts;
    private final Manifest manifest;
    private boolean used;

    private UnverifiedBundle(InputStream json, PartReader parts, Manifest manifest) {
        this.json = json;
        this.parts = parts;
        this.manifest = manifest;
    }

    /**
     * Opens a file and reads it as far as its manifest.
     *
     * @param file closed with the bundle, and where opening it fails
     * @param identities age identities, {@code AGE-SECRET-KEY-1…}, of which one may fit
     * @param passphrase for a file under one; stays the caller's to wipe
     * @throws BundleRefused for what the file is; the first reason in file order
     * @throws IOException for what befell the reading
     */
    public static UnverifiedBundle open(
            InputStream file, List<String> identities, char @Nullable [] passphrase, Progress progress)
            throws IOException, BundleRefused {
        try {
            InputStream json = json(new CountingInput(file, progress), identities, passphrase);
            PartReader parts = new PartReader(json);
            readFormat(parts);
            return new UnverifiedBundle(json, parts, readManifest(parts));
        } catch (IOException | RuntimeException | BundleRefused e) {
            try (file) {
                throw e;
            }
        }
    }

    private static InputStream json(InputStream file, List<String> identities, char @Nullable [] passphrase)
            throws IOException, BundleRefused {
        try {
            return Layers.peel(file, identities, passphrase);
        } catch (IOException e) {
            throw beforeFormat(BundleRefused.of(e));
        }
    }

    private static void readFormat(PartReader parts) throws IOException, BundleRefused {
        try {
            parts.beginObject();
            parts.name("format");
            if (!FORMAT.equals(parts.text("format"))) {
                throw new BundleRefused(Reason.NOT_A_BUNDLE, "another format", null);
            }
        } catch (IOException e) {
            throw beforeFormat(BundleRefused.of(e));
        }
    }

    /** Before the format is known, all that can be told from any other file is for whom it was encrypted. */
    private static BundleRefused beforeFormat(BundleRefused refused) {
        return refused.reason() == Reason.WRONG_RECIPIENT
                ? refused
                : new BundleRefused(Reason.NOT_A_BUNDLE, refused.detail(), refused);
    }

    private static Manifest readManifest(PartReader parts) throws IOException, BundleRefused {
        try {
            parts.name("version");
            long version = parts.integer("version");
            if (version != 1) {
                throw new FormatException(
                        version > 1 ? Fault.NEWER_VERSION : Fault.MALFORMED, "a bundle of version " + version);
            }
            parts.name("manifest");
            return Manifest.of(parts.object("manifest", PartReader.DEPTH, Manifest.MAX_BYTES));
        } catch (FormatException e) {
            throw BundleRefused.of(e);
        } catch (IOException e) {
            throw BundleRefused.of(e);
        }
    }

    /** What the bundle says of itself. Its signature has not been looked at: good for asking, not for believing. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads the rest of the file to its end, into the staging, and verifies all of it. Once.
     *
     * <p>Whether the sender is trusted is asked first; a blocked one is refused in any case. Signatures and hashes are
     * checked on the executor while the file is read, the staging is filled on this thread. Where this throws, what was
     * staged is worth nothing.
     *
     * @param trustSender takes the bundle of a sender of whom nothing is known, as if a person trusted it
     * @throws BundleRefused for what the file is; the first reason in file order
     * @throws IOException for what befell the reading or the staging
     * @throws java.util.concurrent.CancellationException if the progress throws it, or the thread is interrupted
     */
    public Bundle verify(Trust trust, boolean trustSender, Staging staging, ExecutorService executor)
            throws IOException, BundleRefused {
        if (used) {
            throw new IllegalStateException("verified before");
        }
        used = true;
        switch (trust.of(manifest.from())) {
            case TRUSTED -> {}
            case BLOCKED -> throw new BundleRefused(Reason.UNTRUSTED, "the sender is blocked", null);
            case UNKNOWN -> {
                if (!trustSender) {
                    throw new BundleRefused(Reason.UNTRUSTED, "the sender is unknown", null);
                }
            }
        }
        try {
            return new Verification(parts, manifest, staging, executor).run();
        } catch (FormatException e) {
            throw BundleRefused.of(e);
        } catch (IOException e) {
            throw BundleRefused.of(e);
        } catch (OutOfMemoryError e) {
            // A body within all limits can be made of so many tiny values that they fill a small heap; by now they
            // are garbage. Whoever sent it does not get to end the program.
            throw new BundleRefused(Reason.TOO_LARGE, "needs more memory than there is", e);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
