package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jailoo.bundle.TooManyRevisions;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.notebook.NotebookException;
import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and a sentence for the person. */
final class CommandFailure extends RuntimeException {
    private final int exitCode;
    private final String key;
    private final transient Object[] args;

    private CommandFailure(int exitCode, @Nullable Throwable cause, String key, Object... args) {
        super(key, cause);
        this.exitCode = exitCode;
        this.key = key;
        this.args = args;
    }

    /** The command may not be given like this. */
    static CommandFailure usage(String key, Object... args) {
        return new CommandFailure(ExitCode.USAGE, null, key, args);
    }

    /** What was given is refused. */
    static CommandFailure refused(String key, Object... args) {
        return new CommandFailure(ExitCode.REFUSED, null, key, args);
    }

    /** A file that was to be read. */
    static CommandFailure reading(Path file, IOException e) {
        boolean missing = e instanceof NoSuchFileException;
        return file(missing ? "failure.file.missing" : "failure.file.cannot-read", file, e);
    }

    /** A file that was to be written. */
    static CommandFailure writing(Path file, IOException e) {
        if (e instanceof TooManyRevisions) {
            return new CommandFailure(ExitCode.REFUSED, e, "failure.bundle.too-many");
        }
        boolean exists = e instanceof FileAlreadyExistsException;
        return file(exists ? "failure.file.exists" : "failure.file.cannot-write", file, e);
    }

    /** Standard input broke off for another reason than its content. */
    static CommandFailure input(IOException e) {
        return new CommandFailure(ExitCode.FILE, e, "failure.input.cannot-read");
    }

    /** Standard output took no more. */
    static CommandFailure output(IOException e) {
        return new CommandFailure(ExitCode.FILE, e, "failure.output.cannot-write");
    }

    /** A notebook that cannot be opened, read or written. */
    static CommandFailure notebook(Path notebook, NotebookException e) {
        return switch (e.fault()) {
            case MISSING -> file("failure.file.missing", Files.exists(notebook) ? keys(notebook) : notebook, e);
            case EXISTS -> file("failure.file.exists", Files.exists(notebook) ? notebook : keys(notebook), e);
            case BUSY -> file("failure.notebook.in-use", notebook, e);
            case NOT_WRITABLE -> file("failure.file.cannot-write", notebook, e);
            case WRONG_PASSPHRASE ->
                new CommandFailure(
                        ExitCode.WRONG_PASSPHRASE, e, "failure.notebook.wrong-passphrase", notebook.toString());
            case IDENTITIES_CLOSED -> new CommandFailure(ExitCode.REFUSED, e, "failure.identities.closed");
            case IDENTITIES_NOT_KEPT -> new CommandFailure(ExitCode.REFUSED, e, "failure.identities.not-kept");
            case NEWER -> new CommandFailure(ExitCode.DAMAGED, e, "failure.notebook.newer", notebook.toString());
            case DAMAGED -> new CommandFailure(ExitCode.DAMAGED, e, "failure.notebook.damaged", notebook.toString());
        };
    }

    /** The passphrase of the identities, which is not that of the notebook, is another one. */
    static CommandFailure wrongIdentities(NotebookException e) {
        return new CommandFailure(ExitCode.WRONG_PASSPHRASE, e, "cli.identities.wrong");
    }

    private static Path keys(Path notebook) {
        return KeyFileStore.beside(notebook);
    }

    private static CommandFailure file(String key, Path file, Exception e) {
        return new CommandFailure(ExitCode.FILE, e, key, file.toString());
    }

    int exitCode() {
        return exitCode;
    }

    /** Says what happened. */
    int tell(Session session) {
        session.say(key, args);
        return exitCode;
    }
}
