package org.jailoo.identity;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyReader;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.identity.EnvelopeException.Kind;
import org.jailoo.identity.ScryptStanza.RefusedStanza;
import org.jspecify.annotations.Nullable;

/** Reads the header of an age file and finds the key of its content. One object a file. */
final class AgeHeader {
    private static final byte[] VERSION_LINE = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LENGTH = 1024 * 1024;
    private static final int NONCE = 16;

    /** What the library's readers saw; it reports every failure in the same way. */
    private boolean parsed;

    private boolean unwrapped;
    private @Nullable RefusedStanza refusal;

    private AgeHeader() {}

    /** The 32 bytes of the payload key; the source then stands at the first chunk. */
    static byte[] payloadKey(InputStream source, List<String> identities, byte @Nullable [] passphrase)
            throws IOException {
        return new AgeHeader().key(readHeader(source), identities, passphrase);
    }

    private byte[] key(ByteBuffer header, List<String> identities, byte @Nullable [] passphrase) throws IOException {
        List<RecipientStanzaReader> readers = new ArrayList<>();
        for (String identity : identities) {
            readers.add(watched(reader(identity)));
        }
        readers.add(watched(stanzas -> fromPassphrase(stanzas, passphrase)));
        try {
            return new StandardPayloadKeyReader().getPayloadKey(header, readers).getEncoded();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new EnvelopeException(kind(), "an age header does not open", e);
        }
    }

    private Kind kind() {
        if (refusal != null) {
            return refusal.kind();
        }
        // Unwrapped, and yet no key: the code over the header does not hold.
        return parsed && !unwrapped ? Kind.WRONG_RECIPIENT : Kind.NOT_AGE;
    }

    private RecipientStanzaReader watched(RecipientStanzaReader reader) {
        return stanzas -> {
            parsed = true;
            try {
                refuseMixed(stanzas);
                FileKey key = reader.getFileKey(stanzas);
                unwrapped = true;
                return key;
            } catch (RefusedStanza e) {
                refusal = e;
                throw e;
            }
        };
    }

    /** A passphrase must be alone: among recipients, whoever knows it could pass as any sender. */
    private static void refuseMixed(Iterable<RecipientStanza> stanzas) throws RefusedStanza {
        int all = 0;
        int passphrases = 0;
        for (RecipientStanza stanza : stanzas) {
            all++;
            passphrases += stanza.getType().equals(ScryptStanza.TYPE) ? 1 : 0;
        }
        if (all == 0 || (passphrases > 0 && all > 1)) {
            throw new RefusedStanza(Kind.NOT_AGE, all == 0 ? "no recipient" : "a passphrase among recipients");
        }
    }

    private static FileKey fromPassphrase(Iterable<RecipientStanza> stanzas, byte @Nullable [] passphrase)
            throws GeneralSecurityException {
        for (RecipientStanza stanza : stanzas) {
            if (passphrase != null && stanza.getType().equals(ScryptStanza.TYPE)) {
                return ScryptStanza.unwrap(stanza, passphrase);
            }
        }
        throw new UnsupportedRecipientStanzaException("no stanza for a passphrase, or no passphrase");
    }

    private static RecipientStanzaReader reader(String identity) {
        if (AgeKeys.scalar(identity).isEmpty()) {
            throw new IllegalArgumentException("not an age identity");
        }
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 11 on has X25519", e);
        }
    }

    /** The version line, the stanzas, the line with the code, and the nonce behind it. */
    private static ByteBuffer readHeader(InputStream source) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream(1024);
        for (byte expected : VERSION_LINE) {
            int c = source.read();
            if (c != expected) {
                throw new EnvelopeException(Kind.NOT_AGE, "not an age file of version 1", null);
            }
            header.write(c);
        }
        while (!readLine(source, header).startsWith("---")) {
            if (header.size() > MAX_LENGTH) {
                throw new EnvelopeException(Kind.NOT_AGE, "a header over 1 MiB", null);
            }
        }
        byte[] nonce = source.readNBytes(NONCE);
        if (nonce.length < NONCE) {
            throw new EnvelopeException(Kind.NOT_AGE, "ends behind its header", null);
        }
        header.write(nonce);
        return ByteBuffer.wrap(header.toByteArray());
    }

    private static String readLine(InputStream source, ByteArrayOutputStream header) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = source.read(); c != '\n'; c = source.read()) {
            if (c < 0 || line.length() > MAX_LENGTH) {
                throw new EnvelopeException(Kind.NOT_AGE, "ends inside its header", null);
            }
            header.write(c);
            line.append((char) c);
        }
        header.write('\n');
        return line.toString();
    }
}
