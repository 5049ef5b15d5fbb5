package org.jailoo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jailoo.cli.Surroundings.Prompt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase comes from: a file that is named, else the environment, else the person. Never an argument. */
final class PassphraseOption {
    private static final int MAX_BYTES = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char UNREADABLE = '\ufffd';

    @Option(names = "--passphrase-file", paramLabel = "F", description = "${bundle:cli.option.passphrase-file}")
    private @Nullable Path file;

    /** The passphrase of something that has one. */
    Secret ask(Session session) {
        Secret given = given(session);
        return given != null ? given : prompt(session, "cli.passphrase.prompt", Surroundings.PASSPHRASE);
    }

    /** A new passphrase; a person types it twice, for nobody can open what was locked with a slip of the finger. */
    Secret askTwice(Session session) {
        Secret given = given(session);
        if (given != null) {
            return given;
        }
        Secret first = prompt(session, "cli.passphrase.prompt", Surroundings.PASSPHRASE);
        try (Secret second = prompt(session, "cli.passphrase.again", Surroundings.PASSPHRASE)) {
            if (first.isSame(second)) {
                return first;
            }
        }
        first.close();
        throw CommandFailure.usage("cli.passphrase.differ");
    }

    private @Nullable Secret given(Session session) {
        if (file != null) {
            return checked(read(file));
        }
        String variable = session.surroundings().env().get(Surroundings.PASSPHRASE);
        return variable == null || variable.isEmpty() ? null : checked(variable.toCharArray());
    }

    /** What a person at a terminal types; without one the variable is named that could have held it. */
    static Secret prompt(Session session, String key, String variable) {
        Prompt console = session.surroundings().console();
        char[] typed =
                console == null ? null : console.passphrase(session.messages().text(key) + " ");
        if (typed == null) {
            throw CommandFailure.usage("cli.passphrase.none", variable);
        }
        return checked(typed);
    }

    /** What a platform could not read as letters it made the same sign of: many passphrases would become one. */
    static Secret checked(char[] chars) {
        Secret secret = new Secret(chars);
        if (chars.length == 0) {
            throw CommandFailure.usage("cli.passphrase.empty");
        }
        for (char c : chars) {
            if (c == UNREADABLE) {
                secret.close();
                throw CommandFailure.usage("cli.passphrase.unreadable");
            }
        }
        return secret;
    }

    /** The first line, without its end. */
    static char[] read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw CommandFailure.reading(file, e);
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        boolean tooLong = end > MAX_BYTES;
        if (end < bytes.length && end > 0 && bytes[end - 1] == '\r') {
            end--;
        }
        CharBuffer decoded = CharBuffer.allocate(end);
        try {
            boolean whole = !StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, end), decoded, true)
                    .isError();
            if (tooLong || !whole) {
                throw CommandFailure.usage("cli.passphrase.unreadable");
            }
            // Editors on Windows put a mark before the text that nobody typed.
            boolean marked = decoded.position() > 0 && decoded.get(0) == BYTE_ORDER_MARK;
            return Arrays.copyOfRange(decoded.array(), marked ? 1 : 0, decoded.position());
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(decoded.array(), '\0');
        }
    }
}
