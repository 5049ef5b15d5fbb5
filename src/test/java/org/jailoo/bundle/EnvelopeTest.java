package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layers around a bundle, and what is not a bundle. */
class EnvelopeTest {
    private static final String NOT = Reason.NOT_A_BUNDLE.code();
    private static final byte[] SAMPLE = BundleBuilder.sample().bytes();

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void oneLayerOfEachIsPeeled() throws IOException {
        assertThat(Attempt.of(SAMPLE)).isEqualTo(Attempt.ACCEPTED);
        assertThat(Attempt.of(Wrapped.gzip(SAMPLE))).isEqualTo(Attempt.ACCEPTED);
        assertThat(Attempt.of(Wrapped.age(SAMPLE, Devices.CHYNARA))).isEqualTo(Attempt.ACCEPTED);
        assertThat(Attempt.of(Wrapped.age(Wrapped.gzip(SAMPLE), Devices.BEK, Devices.CHYNARA)))
                .isEqualTo(Attempt.ACCEPTED);
    }

    @Test
    void passphrase() throws IOException {
        byte[] file = Wrapped.agePassphrase(Wrapped.gzip(SAMPLE), "жайлоо");
        Attempt attempt = new Attempt();
        attempt.passphrase = "жайлоо".toCharArray();
        assertThat(attempt.read(file)).isEqualTo(Attempt.ACCEPTED);
        attempt.passphrase = "Жайлоо".toCharArray();
        assertThat(attempt.read(file)).isEqualTo(Reason.WRONG_RECIPIENT.code());
        attempt.passphrase = null;
        assertThat(attempt.read(file)).isEqualTo(Reason.WRONG_RECIPIENT.code());
    }

    @Test
    void encryptedForSomeoneElse() throws IOException {
        byte[] file = Wrapped.age(Wrapped.gzip(SAMPLE), Devices.BEK);
        assertThat(Attempt.of(file)).isEqualTo(Reason.WRONG_RECIPIENT.code());
        Attempt nobody = new Attempt();
        nobody.identities = List.of();
        assertThat(nobody.read(file)).isEqualTo(Reason.WRONG_RECIPIENT.code());
        // For whom a file is counts even where what it holds is no bundle.
        assertThat(Attempt.of(Wrapped.age(new byte[9], Devices.BEK))).isEqualTo(Reason.WRONG_RECIPIENT.code());
    }

    @Test
    void twoLayersOfEitherOrInTheOtherOrder() throws IOException {
        assertThat(Attempt.of(Wrapped.gzip(Wrapped.gzip(SAMPLE)))).isEqualTo(NOT);
        assertThat(Attempt.of(Wrapped.age(Wrapped.age(SAMPLE, Devices.CHYNARA), Devices.CHYNARA)))
                .isEqualTo(NOT);
        assertThat(Attempt.of(Wrapped.gzip(Wrapped.age(SAMPLE, Devices.CHYNARA))))
                .isEqualTo(NOT);
        assertThat(Attempt.of(Wrapped.age(Wrapped.gzip(Wrapped.gzip(SAMPLE)), Devices.CHYNARA)))
                .isEqualTo(NOT);
    }

    @Test
    void anArmoredFile() throws IOException {
        String armored = "-----BEGIN AGE ENCRYPTED FILE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Wrapped.age(SAMPLE, Devices.CHYNARA))
                + "\n-----END AGE ENCRYPTED FILE-----\n";
        assertThat(Attempt.of(armored)).isEqualTo(NOT);
    }

    @Test
    void filesOfOtherKinds() throws IOException {
        for (String text : List.of(
                "",
                " ",
                "{",
                "{}",
                "[]",
                "{\"format\":1}",
                "{\"format\":\"jailoo-card\"}",
                "{\"format\":\"Jailoo-bundle\",\"version\":1}",
                "{\"format\":[[[[[[[[[[[]]]]]]]]]]]}",
                "{\"version\":1,\"format\":\"jailoo-bundle\"}",
                "\uFEFF{\"format\":\"jailoo-bundle\"",
                " {\"format\":\"jailoo-bundle\"",
                "PK\u0003\u0004",
                "age-encryption.org/v1",
                "age-encryption.org/v1\n",
                "age-encryption.org/v2\n-> X25519 a\n",
                "age-encryption.org/v1\n-> X25519 nonsense\nx\n--- y\n",
                "\u001f\u008b",
                "SQLite format 3\0")) {
            assertThat(Attempt.of(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(text)
                    .isEqualTo(NOT);
        }
        assertThat(Attempt.of(Wrapped.gzip(new byte[0]))).isEqualTo(NOT);
        assertThat(Attempt.of(Wrapped.age(new byte[0], Devices.CHYNARA))).isEqualTo(NOT);
        assertThat(Attempt.of("{\"format\":\"" + "x".repeat(1_000_000))).isEqualTo(NOT);
    }

    @Test
    void whatFollowsTheFormatIsABundleThatIsWrong() throws IOException {
        assertThat(Attempt.of("{\"format\":\"jailoo-bundle\"")).isEqualTo(Reason.TRUNCATED.code());
        assertThat(Attempt.of("{\"format\":\"jailoo-bundle\"}")).isEqualTo(Reason.MALFORMED.code());
        assertThat(Attempt.of("{\"format\":\"jailoo-bundle\",]")).isEqualTo(Reason.MALFORMED.code());
        assertThat(Attempt.of("{ \"format\" : \"jailoo-bundl\\u0065\" , \"version\" :1"))
                .isEqualTo("truncated");
    }

    @Test
    void aGzipLayerOfTwoMembersOrWithSomethingBehindIt() throws IOException {
        byte[] gzip = Wrapped.gzip(SAMPLE);
        assertThat(Attempt.of(join(gzip, new byte[] {0}))).isEqualTo(Reason.MALFORMED.code());
        assertThat(Attempt.of(join(gzip, Wrapped.gzip(new byte[0])))).isEqualTo(Reason.MALFORMED.code());
        assertThat(Attempt.of(Wrapped.age(join(gzip, new byte[70_000]), Devices.CHYNARA)))
                .isEqualTo(Reason.MALFORMED.code());
        String whole = new String(SAMPLE, StandardCharsets.UTF_8);
        byte[] first = Wrapped.gzip(BundleBuilder.utf8(whole.substring(0, 300)));
        byte[] second = Wrapped.gzip(BundleBuilder.utf8(whole.substring(300)));
        assertThat(Attempt.of(join(first, second))).isEqualTo(Reason.MALFORMED.code());
        byte[] early = Wrapped.gzip(BundleBuilder.utf8(whole.substring(0, 10)));
        assertThat(Attempt.of(join(early, second))).isEqualTo(NOT);
    }

    @Test
    void aGzipChecksumOrLengthThatDoesNotHold() throws IOException {
        byte[] gzip = Wrapped.gzip(SAMPLE);
        for (int back : new int[] {8, 5, 4, 1}) {
            byte[] damaged = gzip.clone();
            damaged[gzip.length - back] ^= 1;
            assertThat(Attempt.of(damaged)).isEqualTo(Reason.ALTERED.code());
        }
    }

    @Test
    void somethingBehindAnAgeLayerOrAChunkChanged() throws IOException {
        byte[] age =
                Wrapped.age(join(SAMPLE, " ".repeat(200_000).getBytes(StandardCharsets.US_ASCII)), Devices.CHYNARA);
        assertThat(Attempt.of(age)).isEqualTo(Attempt.ACCEPTED);
        byte[] damaged = age.clone();
        damaged[120_000] ^= 1;
        assertThat(Attempt.of(damaged)).isEqualTo(Reason.ALTERED.code());
        byte[] first = age.clone();
        first[1_000] ^= 1;
        assertThat(Attempt.of(first)).isEqualTo(NOT);
        assertThat(Attempt.of(join(age, new byte[] {1}))).isIn(Reason.ALTERED.code(), Reason.TRUNCATED.code());
    }

    @Test
    void theBundleIsWholeInsideButItsLastAgeChunkIsNot() throws IOException {
        byte[] padded = join(SAMPLE, " ".repeat(65_536 - SAMPLE.length + 10).getBytes(StandardCharsets.US_ASCII));
        byte[] age = Wrapped.age(padded, Devices.CHYNARA);
        Attempt attempt = new Attempt();
        assertThat(attempt.read(age)).isEqualTo(Attempt.ACCEPTED);
        // The closing brace lies in the first chunk: a reader that stopped there would not notice.
        for (int cut : new int[] {1, 5, 25, 26}) {
            assertThat(Attempt.of(java.util.Arrays.copyOf(age, age.length - cut)))
                    .as("%d bytes cut", cut)
                    .isIn(Reason.TRUNCATED.code(), NOT);
        }
        byte[] damaged = age.clone();
        damaged[age.length - 1] ^= 1;
        assertThat(Attempt.of(damaged)).isIn(Reason.ALTERED.code(), Reason.TRUNCATED.code());
    }

    @Test
    void aFaultOfTheDiskIsNotAFaultOfTheBundle() {
        java.io.InputStream broken = new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(SAMPLE, 0, 900), new java.io.InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the stick was pulled out");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("the stick was pulled out");
                    }
                });
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Attempt().read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the stick was pulled out");
    }

    @Test
    void unusedPartsOfAGzipHeaderAreRead() throws IOException {
        byte[] gzip = Wrapped.gzip(SAMPLE);
        byte[] named = join(
                new byte[] {0x1F, (byte) 0x8B, 8, 4 | 8 | 16, 1, 2, 3, 4, 0, 3, 3, 0, 9, 9, 9},
                BundleBuilder.utf8("name\0comment\0"),
                java.util.Arrays.copyOfRange(gzip, 10, gzip.length));
        assertThat(Attempt.of(named)).isEqualTo(Attempt.ACCEPTED);
    }
}
