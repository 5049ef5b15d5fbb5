package org.jailoo.ui.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.ImportResult;
import org.jailoo.app.LikelySame;
import org.jailoo.app.NoRoom;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Manifest;
import org.jailoo.identity.Card;
import org.jailoo.notebook.BundleLog;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.exchange.Arrival.Claim;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jspecify.annotations.Nullable;

/** Reads, verifies and looks at one file, off the window's thread, and words why it is not taken. */
final class ReadBundle {
    private static final int MIB = 20;

    private final ImportBundle imports;
    private final Notebook notebook;
    private final @Nullable LikelySame likely;

    ReadBundle(ImportBundle imports, Notebook notebook, @Nullable LikelySame likely) {
        this.imports = imports;
        this.notebook = notebook;
        this.likely = likely;
    }

    /** What came of a file. */
    sealed interface Outcome {}

    /** It waits, and this is what writing it would do. */
    record CanBeRead(Seen seen, ImportResult preview) implements Outcome {
        /** What was looked at before, as it looks now. */
        Arrival renew(Arrival was) {
            if (seen.trust() == Trust.BLOCKED) {
                return was.refusedAfterAll(Sentence.of("exchange.import.refused.blocked"));
            }
            Arrival ready = was.ready(seen, preview);
            Arrival saying = was.said() == null ? ready : ready.saying(was.said());
            return was.stage() == Stage.CHOSEN ? saying.to(Stage.CHOSEN) : saying;
        }
    }

    /** It is not taken. */
    record Refused(@Nullable Claim claim, Sentence why) implements Outcome {}

    /** Reads a file; nothing is written. */
    Outcome read(Path file, Watch watch) {
        AtomicReference<@Nullable Manifest> claims = new AtomicReference<>();
        Waiting waiting = null;
        boolean done = false;
        try {
            long size = Files.size(file);
            // A sender of whom nothing is known is read as if trusted: reading writes nothing.
            waiting = imports.stage(file, null, new Allowed(true, false), bytes -> watch.at(bytes, size), claims::set);
            CanBeRead readable = look(waiting);
            done = true;
            return readable;
        } catch (BundleRefused e) {
            Claim claim = claim(claims.get());
            return new Refused(claim, refusal(e, claim));
        } catch (NoRoom e) {
            return new Refused(null, Sentence.of("exchange.import.no-room", (e.needed() >> MIB) + 1));
        } catch (NotebookException e) {
            return new Refused(
                    claim(claims.get()),
                    e.fault() == NotebookException.Fault.NOT_WRITABLE
                            ? Sentence.of("exchange.import.disk")
                            : Failures.of(e, file));
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return new Refused(claim(claims.get()), Failures.reading(e, file));
        } finally {
            if (!done && waiting != null) {
                waiting.close();
            }
        }
    }

    /** Looks again at a bundle that waits: something was written since. */
    CanBeRead look(Waiting waiting) {
        Manifest manifest = waiting.bundle().manifest();
        Card sender = waiting.bundle().cards().get(manifest.from());
        if (sender == null) {
            throw new IllegalStateException("a bundle without the card of its sender");
        }
        BundleLog.Imported before = notebook.reading(at -> at.log().imported(manifest.bundle()));
        ImportResult preview = waiting.preview();
        int same = likely == null || preview.fresh() == 0
                ? 0
                : likely.among(waiting.records().fresh("participant"));
        Seen seen = new Seen(
                waiting,
                sender,
                trust(manifest.from()),
                manifest.created(),
                before == null || !before.device().equals(manifest.from()) ? null : before.imported(),
                same,
                Set.copyOf(waiting.records().erased()));
        return new CanBeRead(seen, preview);
    }

    Trust trust(String device) {
        return notebook.reading(at -> at.devices().trust(device));
    }

    private @Nullable Claim claim(@Nullable Manifest manifest) {
        if (manifest == null) {
            return null;
        }
        String id = manifest.from();
        Device device = notebook.reading(at -> at.devices().find(id));
        return device == null
                ? new Claim(id, null, null, Trust.UNKNOWN, manifest.created())
                : new Claim(
                        id, device.name(), device.card().fingerprint().digits(), device.trust(), manifest.created());
    }

    private Sentence refusal(BundleRefused e, @Nullable Claim claim) {
        return switch (e.reason()) {
            case WRONG_RECIPIENT ->
                Sentence.of(
                        "exchange.import.refused.wrong-recipient",
                        notebook.card().shownName());
            case NOT_A_BUNDLE -> Sentence.of("exchange.import.refused.not-a-bundle");
            case TRUNCATED -> Sentence.of("exchange.import.refused.truncated");
            case UNTRUSTED ->
                claim != null && claim.trust() == Trust.BLOCKED
                        ? Sentence.of("exchange.import.refused.blocked")
                        : Failures.of(e, Path.of(""));
            default -> Failures.of(e, Path.of(""));
        };
    }
}
