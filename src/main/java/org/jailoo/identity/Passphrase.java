package org.jailoo.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** The bytes of a passphrase, the same for every keyboard and system that composes letters its own way. */
final class Passphrase {
    private Passphrase() {}

    /** Normalised UTF-8, for the caller to wipe. The characters stay the caller's, who wipes them too. */
    static byte[] utf8(char[] passphrase, Normalizer.Form form) {
        // The JDK normalises into a String, which nothing can wipe; most passphrases need none.
        boolean normal = Normalizer.isNormalized(CharBuffer.wrap(passphrase), form);
        CharBuffer chars = CharBuffer.wrap(
                normal ? passphrase : normalized(passphrase, form).toCharArray());
        ByteBuffer encoded = ByteBuffer.allocate(chars.remaining() * 3);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(chars, encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static String normalized(char[] passphrase, Normalizer.Form form) {
        return Normalizer.normalize(CharBuffer.wrap(passphrase), form);
    }
}
