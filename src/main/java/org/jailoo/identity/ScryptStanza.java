package org.jailoo.identity;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.jailoo.identity.EnvelopeException.Kind;

/** The one stanza of an age file that a passphrase opens: {@code -> scrypt SALT LOG2N}, age specification v1. */
final class ScryptStanza implements RecipientStanza {
    static final String TYPE = "scrypt";

    private static final String LABEL = "age-encryption.org/v1/scrypt";
    private static final int SALT = 16;
    private static final int FILE_KEY = 16;
    private static final int TAG = 16;

    private final List<String> arguments;
    private final byte[] body;

    private ScryptStanza(List<String> arguments, byte[] body) {
        this.arguments = arguments;
        this.body = body;
    }

    /** Wraps a file key under a passphrase; each step of the work factor doubles time and memory. */
    static ScryptStanza wrap(FileKey fileKey, byte[] passphrase, int workFactor, SecureRandom random)
            throws GeneralSecurityException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, workFactor).doFinal(fileKey.getEncoded());
        String saltText = CanonicalBase64.getEncoder().encodeToString(salt);
        return new ScryptStanza(List.of(saltText, Integer.toString(workFactor)), body);
    }

    /** The file key, if this is the passphrase. */
    static FileKey unwrap(RecipientStanza stanza, byte[] passphrase) throws GeneralSecurityException {
        Iterator<String> arguments = stanza.getArguments().iterator();
        if (stanza.getArguments().size() != 2 || stanza.getBody().length != FILE_KEY + TAG) {
            throw new RefusedStanza(Kind.NOT_AGE, "a malformed passphrase stanza");
        }
        byte[] salt = salt(arguments.next());
        int workFactor = workFactor(arguments.next());
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, passphrase, salt, workFactor);
        try {
            return new FileKey(cipher.doFinal(stanza.getBody()));
        } catch (AEADBadTagException e) {
            throw new RefusedStanza(Kind.WRONG_RECIPIENT, "another passphrase");
        }
    }

    private static byte[] salt(String text) throws RefusedStanza {
        try {
            byte[] salt = CanonicalBase64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            if (salt.length == SALT) {
                return salt;
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedStanza(Kind.NOT_AGE, "the salt of a passphrase is not Base64");
        }
        throw new RefusedStanza(Kind.NOT_AGE, "the salt of a passphrase has another length");
    }

    private static int workFactor(String text) throws RefusedStanza {
        // A stranger chooses this number, and 30 would take a terabyte.
        if (!text.matches("[1-9][0-9]?") || Integer.parseInt(text) > AgeEnvelope.MAX_WORK_FACTOR) {
            throw new RefusedStanza(Kind.NOT_AGE, "a work factor that is not from 1 to 20");
        }
        return Integer.parseInt(text);
    }

    private static Cipher cipher(int mode, byte[] passphrase, byte[] salt, int workFactor)
            throws GeneralSecurityException {
        byte[] key;
        try {
            key = SCrypt.generate(passphrase, Digests.labelled(LABEL, salt), 1 << workFactor, 8, 1, 32);
        } catch (OutOfMemoryError e) {
            // All of it was asked for here and is free again.
            throw new RefusedStanza(Kind.TOO_COSTLY, "work factor " + workFactor + " needs more memory than there is");
        }
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
        return cipher;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public List<String> getArguments() {
        return arguments;
    }

    @Override
    public byte[] getBody() {
        return body.clone();
    }

    /** Says why a stanza is refused, in a type that passes through the library. */
    static final class RefusedStanza extends GeneralSecurityException {
        private final Kind kind;

        RefusedStanza(Kind kind, String message) {
            super(message);
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }
    }
}
