package org.jailoo.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import org.jailoo.i18n.Messages;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;

/** One run of the program: what it prints, what it says, and in which language. */
final class Session {
    private final Surroundings surroundings;
    private final Messages messages;
    private final OutputStream out;
    private final PrintStream err;

    Session(Surroundings surroundings, Messages messages) {
        this.surroundings = surroundings;
        this.messages = messages;
        this.out = new BufferedOutputStream(surroundings.streams().out(), 64 * 1024);
        this.err = surroundings.streams().err();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Messages messages() {
        return messages;
    }

    /** A sentence to the person. Texts that came from elsewhere are shown without what a terminal would obey. */
    void say(String key, Object... args) {
        err.println(messages.text(key, visible(args)));
        err.flush();
    }

    /** A sentence about a count. */
    void sayCount(String key, long count, Object... more) {
        err.println(messages.plural(key, count, visible(more)));
        err.flush();
    }

    /** A sentence that is one of this language already. */
    void sentence(String sentence) {
        err.println(visible(new Object[] {sentence})[0]);
        err.flush();
    }

    /** A line of help to somebody who needs it without having asked. */
    void help(String line) {
        err.println(line);
    }

    private static Object[] visible(Object[] args) {
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = args[i] instanceof String text ? visible(text) : args[i];
        }
        return shown;
    }

    /** A name on a card is anybody's: escape sequences and reversed writing could make it say something else. */
    static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "\ufffd");
    }

    /** A line of data, on its way when this returns: whoever reads it may rely on what it says. */
    void line(Map<String, Json> members) {
        line(CanonicalJson.text(Json.object(members)));
        flush();
    }

    /** A line of data, which {@link #flush} sends. */
    void line(String json) {
        try {
            out.write(json.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw CommandFailure.output(e);
        }
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw CommandFailure.output(e);
        }
    }

    /**
     * Says what ended a command, and answers with its exit code. Of what was not foreseen only the kind is told: its
     * message may hold what a record says.
     */
    int failed(Throwable failure) {
        int exitCode = ExitCode.FAULT;
        if (failure instanceof CommandFailure told) {
            exitCode = told.tell(this);
        } else if (failure instanceof FileSystemException file && file.getFile() != null) {
            exitCode = CommandFailure.writing(Path.of(file.getFile()), file).tell(this);
        } else {
            say("failure.program.fault", failure.getClass().getSimpleName());
        }
        if (surroundings.env().containsKey(Surroundings.DEBUG)) {
            for (Throwable t = failure; t != null; t = t.getCause()) {
                err.println(t.getClass().getName());
                for (StackTraceElement frame : t.getStackTrace()) {
                    err.println("    at " + frame);
                }
            }
            err.flush();
        }
        return exitCode;
    }
}
