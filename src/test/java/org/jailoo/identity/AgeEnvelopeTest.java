package org.jailoo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jailoo.identity.EnvelopeException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgeEnvelopeTest {
    private static final int CHUNK = 64 * 1024;
    private static final int SEALED_CHUNK = CHUNK + 16;

    private final DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
    private final byte[] content = random(300_000);

    @Test
    void everyRecipientReadsItAndNobodyElse() throws Exception {
        List<DeviceKeys> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(DeviceKeys.generate(new SecureRandom()));
        }
        byte[] file = encrypt(content, all.stream().map(DeviceKeys::recipient).toList());

        for (DeviceKeys one : all) {
            assertThat(decrypt(file, List.of(one.identity()), null)).isEqualTo(content);
        }
        assertThat(decrypt(file, List.of(keys.identity(), all.get(4).identity()), "x".toCharArray()))
                .isEqualTo(content);
        assertKind(Kind.WRONG_RECIPIENT, file, List.of(keys.identity()), null);
        assertKind(Kind.WRONG_RECIPIENT, file, List.of(), "x".toCharArray());
        assertKind(Kind.WRONG_RECIPIENT, file, List.of(), null);
    }

    @Test
    void lengthsAroundAChunkComeBack() throws Exception {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1}) {
            byte[] some = random(length);
            byte[] file = encrypt(some, List.of(keys.recipient()));
            assertThat(decrypt(file)).as("%d bytes", length).isEqualTo(some);
            for (int cut = 1; cut <= 17 && cut < file.length - headerLength(file); cut++) {
                byte[] shorter = Arrays.copyOf(file, file.length - cut);
                assertKind(Kind.TRUNCATED, shorter);
            }
        }
    }

    @Test
    void headerOfFiveHundredRecipientsIsRead() throws Exception {
        byte[] file = encrypt(content, java.util.Collections.nCopies(AgeEnvelope.MAX_RECIPIENTS, keys.recipient()));
        assertThat(headerLength(file)).isGreaterThan(40_000);
        assertThat(decrypt(file)).isEqualTo(content);
        assertThatThrownBy(() -> encrypt(content, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encrypt(content, List.of("age1nobody"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fileCutAnywhereIsSaidToBeCut() throws Exception {
        byte[] file = encrypt(content, List.of(keys.recipient()));
        int header = headerLength(file);
        for (int percent = 0; percent < 100; percent++) {
            int length = (int) ((long) file.length * percent / 100);
            assertKind(length <= header ? Kind.NOT_AGE : Kind.TRUNCATED, Arrays.copyOf(file, length));
        }
        for (int chunks = 1; chunks <= 4; chunks++) {
            assertKind(Kind.TRUNCATED, Arrays.copyOf(file, header + chunks * SEALED_CHUNK));
            assertKind(Kind.TRUNCATED, Arrays.copyOf(file, header + chunks * SEALED_CHUNK + 1));
        }
        for (int length = 0; length <= header; length++) {
            assertKind(Kind.NOT_AGE, Arrays.copyOf(file, length));
        }
    }

    @Test
    void flippedBitIsNeverReadAsContent() throws Exception {
        byte[] file = encrypt(content, List.of(keys.recipient()));
        int header = headerLength(file);
        int lastChunk = header + 4 * SEALED_CHUNK;
        for (int at = 0; at < header; at++) {
            byte[] flipped = flipped(file, at, at % 7);
            assertThatThrownBy(() -> decrypt(flipped))
                    .isInstanceOfSatisfying(
                            EnvelopeException.class,
                            e -> assertThat(e.kind())
                                    // The nonce stands behind the code of the header: only the content shows it.
                                    .isIn(Kind.NOT_AGE, Kind.WRONG_RECIPIENT, Kind.ALTERED));
        }
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            int at = header + random.nextInt(file.length - header);
            assertKind(at < lastChunk ? Kind.ALTERED : Kind.TRUNCATED, flipped(file, at, random.nextInt(8)));
        }
    }

    @Test
    void wrongCodeOfTheHeaderIsNotAWrongRecipient() throws Exception {
        byte[] file = encrypt(content, List.of(keys.recipient()));
        int code = new String(file, StandardCharsets.ISO_8859_1).indexOf("\n--- ") + 5;
        byte[] other = file.clone();
        other[code + 3] = (byte) (file[code + 3] == 'A' ? 'B' : 'A');
        assertKind(Kind.NOT_AGE, other);
    }

    @Test
    void anotherFullChunkAtTheEndIsAltered() throws Exception {
        byte[] whole = random(2 * CHUNK);
        byte[] file = encrypt(whole, List.of(keys.recipient()));
        assertKind(Kind.ALTERED, flipped(file, file.length - 1, 0));
        assertKind(Kind.ALTERED, Arrays.copyOf(file, file.length + 1));
        byte[] exchanged = file.clone();
        int header = headerLength(file);
        System.arraycopy(file, header, exchanged, header + SEALED_CHUNK, SEALED_CHUNK);
        assertKind(Kind.ALTERED, exchanged);
    }

    @Test
    void whatIsNotAgeIsSaidNotToBe() {
        assertKind(Kind.NOT_AGE, new byte[0]);
        assertKind(Kind.NOT_AGE, "{\"format\":\"jailoo-bundle\"}".getBytes(StandardCharsets.UTF_8));
        assertKind(Kind.NOT_AGE, "age-encryption.org/v2\n-> X25519 a\nb\n--- c\n".getBytes(StandardCharsets.UTF_8));
        assertKind(
                Kind.NOT_AGE,
                ("age-encryption.org/v1\n--- " + "A".repeat(43) + "\n" + "x".repeat(99))
                        .getBytes(StandardCharsets.UTF_8));
        byte[] endless = ("age-encryption.org/v1\n" + "x".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8);
        assertKind(Kind.NOT_AGE, endless);
        Random random = new Random(17);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            String start = "age-encryption.org/v1\n-> X25519 " + "A".repeat(random.nextInt(50)) + "\n";
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(noise);
            out.writeBytes("\n--- x\n0123456789abcdefghij".getBytes(StandardCharsets.US_ASCII));
            assertKind(Kind.NOT_AGE, out.toByteArray());
        }
    }

    @Test
    void passphraseOpensAndAnotherDoesNot() throws Exception {
        byte[] file = encryptUnder("тоо жайлоо", 10);

        assertThat(decrypt(file, List.of(), "тоо жайлоо".toCharArray())).isEqualTo(content);
        assertThat(decrypt(file, List.of(keys.identity()), "тоо жаи\u0306лоо".toCharArray()))
                .isEqualTo(content);
        assertKind(Kind.WRONG_RECIPIENT, file, List.of(), "тоо".toCharArray());
        assertKind(Kind.WRONG_RECIPIENT, file, List.of(keys.identity()), null);
    }

    @Test
    void workFactorAbove20OrWrittenOddlyIsRefusedWithoutTryingIt() throws Exception {
        byte[] file = encryptUnder("x", 2);
        for (String factor : List.of("21", "30", "64", "0", "02", "+2", "2 2", "999999999999", "")) {
            String text = new String(file, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\n', text.indexOf("-> scrypt"));
            byte[] other =
                    (text.substring(0, end - 1) + factor + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
            assertKind(Kind.NOT_AGE, other, List.of(), "x".toCharArray());
        }
        assertThatThrownBy(() -> encryptUnder("x", 21)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void passphraseAmongRecipientsIsRefused() throws Exception {
        RecipientStanzaWriter device = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(keys.recipient());
        RecipientStanzaWriter passphrase =
                key -> List.of(ScryptStanza.wrap(key, new byte[] {'x'}, 2, new SecureRandom()));
        for (List<RecipientStanzaWriter> mixed : List.of(List.of(device, passphrase), List.of(passphrase, device))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream encrypting = Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), mixed))) {
                encrypting.write(content);
            }
            assertKind(Kind.NOT_AGE, out.toByteArray(), List.of(keys.identity()), null);
            assertKind(Kind.NOT_AGE, out.toByteArray(), List.of(), "x".toCharArray());
        }
    }

    @Test
    void closingEarlyIsQuietAndIsNotTheEnd() throws Exception {
        byte[] file = encrypt(content, List.of(keys.recipient()));
        InputStream in = AgeEnvelope.decrypt(new ByteArrayInputStream(file), List.of(keys.identity()), null);
        assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOf(content, 10));
        in.close();
        in.close();
        assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    }

    @Test
    void failureOfASourceIsNotMistakenForTheFile() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the stick was pulled out");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> AgeEnvelope.decrypt(broken, List.of(keys.identity()), null))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the stick was pulled out");
    }

    private byte[] encryptUnder(String passphrase, int workFactor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encrypting = AgeEnvelope.encryptWithPassphrase(out, passphrase.toCharArray(), workFactor)) {
            encrypting.write(content);
        }
        return out.toByteArray();
    }

    private void assertKind(Kind kind, byte[] file) {
        assertKind(kind, file, List.of(keys.identity()), null);
    }

    private static void assertKind(Kind kind, byte[] file, List<String> identities, char @Nullable [] passphrase) {
        assertThatThrownBy(() -> decrypt(file, identities, passphrase))
                .as("%d bytes", file.length)
                .isInstanceOfSatisfying(
                        EnvelopeException.class,
                        e -> assertThat(e.kind())
                                .as("%d bytes: %s", file.length, e)
                                .isEqualTo(kind));
    }

    private byte[] decrypt(byte[] file) throws IOException {
        return decrypt(file, List.of(keys.identity()), null);
    }

    static byte[] decrypt(byte[] file, List<String> identities, char @Nullable [] passphrase) throws IOException {
        try (InputStream in = AgeEnvelope.decrypt(new ByteArrayInputStream(file), identities, passphrase)) {
            return in.readAllBytes();
        }
    }

    static byte[] encrypt(byte[] content, List<String> recipients) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encrypting = AgeEnvelope.encryptTo(out, recipients)) {
            encrypting.write(content);
        }
        return out.toByteArray();
    }

    /** How many bytes stand before the first chunk: the header and the nonce. */
    private static int headerLength(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.indexOf('\n', text.indexOf("\n--- ") + 1) + 1 + 16;
    }

    private static byte[] flipped(byte[] file, int at, int bit) {
        byte[] copy = file.clone();
        copy[at] ^= (byte) (1 << bit);
        return copy;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
