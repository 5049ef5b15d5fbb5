package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Reason;
import org.jailoo.bundle.UnverifiedBundle;
import org.jailoo.folder.Mark;
import org.jailoo.history.Content;
import org.jailoo.history.Sha256;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Offered.Row;
import org.jspecify.annotations.Nullable;

/** Reads a file of a shared folder that has come to rest, and says what it is: verified whole, or not yet. */
final class OfferedFile {
    /** Verified, and for us. */
    static final String READY = "ready";
    /** Written by this notebook. */
    static final String OURS = "ours";
    /** About to be written by this notebook: the process ended in the middle, or is in it. */
    static final String OUTGOING = "outgoing";
    /** Another copy of one that this notebook has written. */
    static final String COPY = "copy-of-ours";

    static final String NOT_FOR_US = "not-for-us";
    static final String INCOMPLETE = "incomplete";
    /** The beginning of those that a code of {@link Reason} ends. */
    static final String REFUSED = "refused.";

    private final Notebook notebook;
    private final ImportBundle imports;
    private final Clock clock;

    OfferedFile(Notebook notebook, ImportBundle imports, Clock clock) {
        this.notebook = notebook;
        this.imports = imports;
        this.clock = clock;
    }

    /** What is known of contents. */
    interface Memory {
        /** What is known of a content; null where it is to be read. */
        @Nullable
        Row of(String sha256);

        /** Whether a file of this size may be another copy of one of ours: they are for others too. */
        boolean mayBeOurs(long size);
    }

    /**
     * A file to be read.
     *
     * @param before what was known of it as it lay there; null if nothing
     */
    record Asked(String name, Mark mark, @Nullable Row before, Memory memory, Steps steps) {
        Row row(String sha256, Said said, String verdict, String now) {
            String seen = before != null && before.verdict().equals(verdict) ? before.seen() : now;
            return new Row(name, mark.size(), mark.modified(), sha256, said.bundle(), said.sender(), verdict, seen);
        }
    }

    /** What a file says of itself, and why it was refused. */
    record Said(
            @Nullable String bundle,
            @Nullable String sender,
            @Nullable Reason refused) {}

    static boolean isOurs(Row row) {
        return row.verdict().equals(OURS) || row.verdict().equals(OUTGOING);
    }

    /** The hash of a file's bytes, 64 hex digits. */
    static String hash(Path path, long size, Steps steps) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] part = new byte[256 * 1024];
            long done = 0;
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
                done += read;
                steps.done(done, size);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads as little as is needed: of a file for others only its beginning, of a content that is known only its bytes. */
    Row read(Path path, Asked asked) throws IOException {
        String now = Content.timeText(clock.instant());
        Said said = said(path, asked);
        boolean forOthers = said.refused() == Reason.WRONG_RECIPIENT;
        if (said.refused() != null
                && !(forOthers && asked.memory().mayBeOurs(asked.mark().size()))) {
            return asked.row("", said, verdict(said.refused()), now);
        }
        if (said.bundle() != null && said.sender() != null && notebook.log().knows(said.bundle(), said.sender())) {
            // It came another way, or before this folder was chosen; whoever forges its id gains nothing by that.
            return asked.row("", said, READY, now);
        }
        String sha256 = hash(path, asked.mark().size(), asked.steps());
        Row known = asked.memory().of(sha256);
        if (known != null) {
            return asked.row(
                    sha256,
                    new Said(known.bundle(), known.sender(), null),
                    isOurs(known) ? COPY : known.verdict(),
                    now);
        }
        if (forOthers) {
            return asked.row(sha256, said, NOT_FOR_US, now);
        }
        try (ImportBundle.Waiting waiting = imports.stage(
                path,
                null,
                new Allowed(true, false),
                read -> asked.steps().done(read, asked.mark().size()))) {
            Manifest manifest = waiting.bundle().manifest();
            return asked.row(sha256, new Said(manifest.bundle(), manifest.from(), null), READY, now);
        } catch (BundleRefused refused) {
            String verdict = verdict(refused.reason());
            return asked.row(verdict.equals(INCOMPLETE) ? "" : sha256, said, verdict, now);
        }
    }

    /** What cannot be read to its end today may be a file that is still being brought. */
    private static String verdict(Reason reason) {
        return switch (reason) {
            case TRUNCATED, ALTERED, MALFORMED, NOT_A_BUNDLE -> INCOMPLETE;
            case WRONG_RECIPIENT -> NOT_FOR_US;
            case NEWER_VERSION, TOO_LARGE, UNTRUSTED -> REFUSED + reason.code();
        };
    }

    private Said said(Path path, Asked asked) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                UnverifiedBundle bundle = UnverifiedBundle.open(
                        in,
                        List.of(notebook.device().identity()),
                        null,
                        read -> asked.steps().done(0, 0))) {
            return new Said(bundle.manifest().bundle(), bundle.manifest().from(), null);
        } catch (BundleRefused refused) {
            return new Said(null, null, refused.reason());
        }
    }
}
