package org.jailoo.identity;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jailoo.identity.ScryptStanza.RefusedStanza;
import org.jspecify.annotations.Nullable;

/**
 * The age layer of a bundle or a backup: <a href="https://age-encryption.org/v1">age v1</a>, to X25519 recipients or
 * under a passphrase, without armor, streaming in constant memory. What it writes the public tool reads, and the
 * reverse.
 */
public final class AgeEnvelope {
    /** The greatest work factor of a passphrase that is tried or used; it takes 1 GiB. */
    public static final int MAX_WORK_FACTOR = 20;

    /** The most recipients of one envelope: the library keeps a header in one buffer of 64 KiB. */
    public static final int MAX_RECIPIENTS = 500;

    private static final byte[] MAGIC = "age-encryption.org/v1".getBytes(StandardCharsets.US_ASCII);

    private AgeEnvelope() {}

    /** Whether a file that starts with these bytes is meant to be age; 21 bytes tell. */
    public static boolean isAge(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Whether this text is a recipient that can be encrypted to, {@code age1…}. */
    public static boolean isRecipient(String text) {
        return AgeKeys.isRecipient(text);
    }

    /**
     * Encrypts to these recipients, {@code age1…}. Closing finishes the envelope and closes the target, so a stream
     * that is closed after a failure leaves a whole envelope with half its content: write to a temporary name.
     */
    public static OutputStream encryptTo(OutputStream target, List<String> recipients) throws IOException {
        if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
            throw new IllegalArgumentException(recipients.size() + " recipients; from 1 to " + MAX_RECIPIENTS);
        }
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        for (String recipient : recipients) {
            if (!isRecipient(recipient)) {
                throw new IllegalArgumentException("not an age recipient: " + recipient);
            }
            try {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK from 11 on has X25519", e);
            }
        }
        return encrypt(target, writers);
    }

    /**
     * Encrypts under a passphrase, normalised to NFC as a keyboard gives it. Closing as for {@link #encryptTo}.
     *
     * @param workFactor from 1 to {@link #MAX_WORK_FACTOR}: two to this power KiB of memory are needed, and as much
     *     again to open it. 18 is the public tool's, 256 MiB
     * @throws EnvelopeException {@code TOO_COSTLY} where there is not that much memory
     */
    public static OutputStream encryptWithPassphrase(OutputStream target, char[] passphrase, int workFactor)
            throws IOException {
        if (workFactor < 1 || workFactor > MAX_WORK_FACTOR) {
            throw new IllegalArgumentException("work factor " + workFactor);
        }
        byte[] bytes = Passphrase.utf8(passphrase, Normalizer.Form.NFC);
        try {
            return encrypt(target, List.of(key -> passphraseStanza(key, bytes, workFactor)));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static List<RecipientStanza> passphraseStanza(FileKey key, byte[] passphrase, int workFactor)
            throws GeneralSecurityException {
        return List.of(ScryptStanza.wrap(key, passphrase, workFactor, new SecureRandom()));
    }

    private static OutputStream encrypt(OutputStream target, List<RecipientStanzaWriter> writers) throws IOException {
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(target), writers));
        } catch (RefusedStanza e) {
            throw new EnvelopeException(e.kind(), "cannot encrypt", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("age encryption", e);
        }
    }

    /**
     * Opens an envelope with whichever of these identities, {@code AGE-SECRET-KEY-1…}, or the passphrase fits.
     *
     * <p>The content comes before the end is authenticated: only having read to the end (−1) proves that it is whole.
     * Closing early proves nothing and does not throw. Closing closes the source; so does a failure here.
     *
     * @throws EnvelopeException here {@code WRONG_RECIPIENT}, {@code NOT_AGE} or {@code TOO_COSTLY}; while reading,
     *     {@code TRUNCATED} or {@code ALTERED}
     */
    public static InputStream decrypt(InputStream source, List<String> identities, char @Nullable [] passphrase)
            throws IOException {
        byte[] bytes = passphrase == null ? null : Passphrase.utf8(passphrase, Normalizer.Form.NFC);
        InputStream buffered = new BufferedInputStream(source, 64 * 1024);
        try {
            return new AgePayload(buffered, AgeHeader.payloadKey(buffered, identities, bytes));
        } catch (IOException | RuntimeException e) {
            try (buffered) {
                throw e;
            }
        } finally {
            if (bytes != null) {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }
}
