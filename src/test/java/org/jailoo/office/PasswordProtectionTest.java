package org.jailoo.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with a password opens with it, in other people's programs, and with nothing else; nothing of it lies open. */
class PasswordProtectionTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final String PASSWORD = "Жайлоо ң7 / тоо";

    @TempDir
    Path folder = Path.of("");

    private static char[] password() {
        return PASSWORD.toCharArray();
    }

    /** Reads with Apache POI, which is no part of how it was encrypted, and checks the seal as well. */
    private static boolean opens(Path file, String password, byte[] wanted) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            EncryptionInfo info = new EncryptionInfo(container);
            Decryptor decryptor = Decryptor.getInstance(info);
            if (!decryptor.verifyPassword(password)) {
                return false;
            }
            try (InputStream in = decryptor.getDataStream(container)) {
                assertThat(in.readAllBytes()).isEqualTo(wanted);
            }
            Mac seal = Mac.getInstance("HmacSHA512");
            seal.init(new SecretKeySpec(decryptor.getIntegrityHmacKey(), "HmacSHA512"));
            try (InputStream in = container.createDocumentInputStream("EncryptedPackage")) {
                assertThat(seal.doFinal(in.readAllBytes())).isEqualTo(decryptor.getIntegrityHmacValue());
            }
            return true;
        }
    }

    /** Around the ends of segments, of sectors, of what one sector of the table and the header's list of them speak of. */
    @Test
    void filesOfEveryLengthOpenWithThePasswordAndWithNoOther() throws Exception {
        Random random = new Random(7);
        int[] lengths = LONG
                ? new int[] {1, 15, 16, 17, 4087, 4088, 4089, 4095, 4096, 4097, 8191, 8192, 32_000, 33_000, 65_536}
                : new int[] {1, 4096, 4097, 32_760, 100_001};
        for (int length : lengths) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            Path file = folder.resolve(length + ".xlsx");
            PasswordProtection.write(file, password(), out -> {
                for (int at = 0; at < length; ) {
                    int piece = Math.min(length - at, 1 + random.nextInt(9000));
                    out.write(bytes, at, piece);
                    at += piece;
                }
                return length;
            });
            assertThat(opens(file, PASSWORD, bytes)).as(length + " bytes").isTrue();
            assertThat(opens(file, PASSWORD + " ", bytes)).isFalse();
        }
        assertThat(opens(folder.resolve(lengths[0] + ".xlsx"), "", new byte[0])).isFalse();
    }

    /** More than 7 MB is where the header's list of tables goes on elsewhere, 15 MB where that goes on once more. */
    @Test
    void aFileOfManyMegabytesComesBackWhole() throws Exception {
        long megabytes = LONG ? 700 : 17;
        Path file = folder.resolve("large.xlsx");
        byte[] piece = new byte[1 << 20];
        new Random(5).nextBytes(piece);
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long began = System.nanoTime();
        PasswordProtection.write(file, password(), out -> {
            for (long i = 0; i < megabytes; i++) {
                out.write(piece);
            }
            return true;
        });
        System.out.println(megabytes + " MB encrypted in " + (System.nanoTime() - began) / 1_000_000
                + " ms, heap before " + (before >> 20) + " MB");
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
            assertThat(decryptor.verifyPassword(PASSWORD)).isTrue();
            try (InputStream in = decryptor.getDataStream(container)) {
                for (long i = 0; i < megabytes; i++) {
                    assertThat(in.readNBytes(piece.length)).isEqualTo(piece);
                }
                assertThat(in.read()).isNegative();
            }
        }
    }

    @Test
    void withoutAPasswordItIsTheFileItself() throws Exception {
        Path file = folder.resolve("open.txt");
        PasswordProtection.write(file, new char[0], out -> {
            out.write("abc".getBytes(StandardCharsets.UTF_8));
            return true;
        });
        assertThat(file).hasContent("abc");
    }

    @Test
    void noWordOfItLiesOpenWhileItIsWrittenNorAfterAFailure() throws Exception {
        Path file = folder.resolve("secret.xlsx");
        byte[] word = "canary canary ".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> PasswordProtection.write(file, password(), out -> {
                    for (int i = 0; i < 50_000; i++) {
                        out.write(word);
                    }
                    try (Stream<Path> all = Files.list(folder)) {
                        Path part = all.toList().get(0);
                        assertThat(part.getFileName()).hasToString(".jailoo-secret.xlsx.workbook");
                        assertThat(Files.size(part)).isGreaterThan(500_000);
                        assertThat(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1))
                                .doesNotContain("canary");
                    }
                    throw new IOException("the stick was drawn");
                }))
                .hasMessage("the stick was drawn");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twoFilesOfOneContentAndPasswordHaveNothingInCommon() throws Exception {
        byte[] bytes = new byte[8192];
        for (String name : new String[] {"a", "b"}) {
            PasswordProtection.write(folder.resolve(name), password(), out -> {
                out.write(bytes);
                return true;
            });
        }
        byte[] a = Files.readAllBytes(folder.resolve("a"));
        byte[] b = Files.readAllBytes(folder.resolve("b"));
        int at = (int) Container.PACKAGE + 8;
        int same = 0;
        for (int i = 0; i < bytes.length; i++) {
            same += a[at + i] == b[at + i] ? 1 : 0;
        }
        assertThat(same).isLessThan(100);
        // Two segments of the same bytes differ as well.
        assertThat(java.util.Arrays.equals(a, at, at + 4096, a, at + 4096, at + 8192))
                .isFalse();
    }

    @Test
    void whatIsThereStaysAndATooLongPasswordIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertThatThrownBy(() -> PasswordProtection.write(file, password(), out -> true))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        Path other = folder.resolve("other");
        assertThatThrownBy(() -> PasswordProtection.write(other, new char[256], out -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(other).doesNotExist();
    }
}
