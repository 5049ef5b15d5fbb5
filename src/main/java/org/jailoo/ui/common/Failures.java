package org.jailoo.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.TooManyRevisions;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.notebook.NotebookException;

/** What the person is told when something failed: what happened, what is safe, what to do next. */
public final class Failures {
    private Failures() {}

    /** The sentence for a failure to do with a file that is read, or with the notebook. */
    public static Sentence reading(Exception failure, Path file) {
        if (failure instanceof NoSuchFileException) {
            return Sentence.of("failure.file.missing", file.toString());
        }
        return failure instanceof IOException
                ? Sentence.of("failure.file.cannot-read", file.toString())
                : of(failure, file);
    }

    /** The sentence for a receiver for whom nothing may be written as things stand. */
    public static Sentence receiver(ReceiverRefused refused, Card to) {
        return switch (refused.why()) {
            case BLOCKED -> Sentence.of("cli.export.receiver-blocked", to.shownName());
            case RECIPIENT_NOT_CONFIRMED -> Sentence.of("cli.export.not-confirmed", to.shownName());
        };
    }

    /** The sentence for a failure to do with a file that is written, or with the notebook. */
    public static Sentence of(Exception failure, Path file) {
        String name = file.toString();
        if (failure instanceof NotebookException notebook) {
            return switch (notebook.fault()) {
                case MISSING -> Sentence.of("failure.file.missing", name);
                case EXISTS -> Sentence.of("failure.file.exists", name);
                case BUSY -> Sentence.of("failure.notebook.in-use", name);
                case WRONG_PASSPHRASE -> Sentence.of("failure.notebook.wrong-passphrase", name);
                case DAMAGED -> Sentence.of("failure.notebook.damaged", name);
                case IDENTITIES_CLOSED -> Sentence.of("failure.identities.closed");
                case IDENTITIES_NOT_KEPT -> Sentence.of("failure.identities.not-kept");
                case NEWER -> Sentence.of("failure.notebook.newer", name);
                case NOT_WRITABLE -> Sentence.of("failure.file.cannot-write", name);
            };
        }
        if (failure instanceof BundleRefused refused) {
            return Sentence.of("bundle.reason." + refused.reason().code());
        }
        if (failure instanceof IdentityException card) {
            return switch (card.reason()) {
                case MALFORMED -> Sentence.of("cli.card.malformed", name);
                case NEWER_VERSION -> Sentence.of("cli.card.newer-version", name);
                case ALTERED -> Sentence.of("cli.card.altered", name);
            };
        }
        if (failure instanceof TooManyRevisions) {
            return Sentence.of("failure.bundle.too-many");
        }
        if (failure instanceof FileAlreadyExistsException) {
            return Sentence.of("failure.file.exists", name);
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return Sentence.of("failure.file.cannot-write", name);
        }
        // Of what was not foreseen only the kind is told: its message may hold what a record says.
        return Sentence.of("failure.program.fault", failure.getClass().getSimpleName());
    }
}
