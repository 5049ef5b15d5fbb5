package org.jailoo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {
    private static final int RED = 0xFFFF0000;
    private static final int GREEN = 0xFF00FF00;
    private static final int BLUE = 0xFF0000FF;

    private static Told told(byte[] file) throws IOException {
        return Told.of(Bytes.of(file), MediaType.of(Bytes.of(file)));
    }

    private static byte[] stripped(byte[] file) throws IOException {
        String type = MediaType.of(Bytes.of(file));
        try (InputStream copy = Objects.requireNonNull(
                Stripped.of(Bytes.of(file), type, told(file).orientation()))) {
            return copy.readAllBytes();
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The pure colour that is nearest to a dot at this part of the way across and down. */
    private static int colour(Picture picture, double across, double down) {
        int row = (int) (down * picture.height());
        int column = (int) (across * picture.width());
        int dot = picture.dots()[row * picture.width() + column];
        int red = (dot >> 16) & 0xFF;
        int green = (dot >> 8) & 0xFF;
        int blue = dot & 0xFF;
        return red > green && red > blue ? RED : green > blue ? GREEN : BLUE;
    }

    @Test
    void aPhotoTellsWhereWhenAndWithWhatItWasTaken() throws Exception {
        assertThat(told(Photos.camera(40, 30, 6))).isEqualTo(new Told(true, true, "2026-05-04", 6));
        assertThat(told(Photos.png(40, 30))).isEqualTo(new Told(true, true, "2026-05-04", 1));
        assertThat(told(Photos.plain(40, 30, "jpg"))).isEqualTo(Told.NOTHING);
        assertThat(told(Photos.plain(40, 30, "png"))).isEqualTo(Told.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void aStrippedCopyShowsTheSameAndTellsNothing(int orientation) throws Exception {
        byte[] photo = Photos.camera(400, 300, orientation);
        byte[] copy = stripped(photo);
        assertThat(latin(photo)).contains(Photos.SECRET);
        assertThat(latin(copy)).doesNotContain(Photos.SECRET).doesNotContain("after the end");
        assertThat(told(copy)).isEqualTo(new Told(false, false, null, orientation));
        Picture before = Picture.read(Bytes.of(photo), orientation, 400, 400);
        Picture after = Picture.read(Bytes.of(copy), told(copy).orientation(), 400, 400);
        assertThat(after.dots()).isEqualTo(before.dots());
        assertThat(after.width()).isEqualTo(orientation >= 5 ? 300 : 400);
    }

    @Test
    void aStrippedPngShowsTheSameAndTellsNothing() throws Exception {
        byte[] photo = Photos.png(400, 300);
        byte[] copy = stripped(photo);
        assertThat(latin(copy)).doesNotContain(Photos.SECRET).doesNotContain("eXIf");
        assertThat(copy).isEqualTo(Photos.plain(400, 300, "png"));
    }

    @ParameterizedTest
    @CsvSource({"1, R, G, B, B", "3, B, B, G, R", "6, B, R, B, G", "8, G, B, R, B", "2, G, R, B, B", "4, B, B, R, G"})
    void aPhotoIsShownAsItsCameraWasHeld(int orientation, char a, char b, char c, char d) throws Exception {
        Picture shown = Picture.read(Bytes.of(Photos.camera(400, 300, orientation)), orientation, 200, 200);
        StringBuilder corners = new StringBuilder();
        for (double[] at : new double[][] {{0.1, 0.1}, {0.9, 0.1}, {0.1, 0.9}, {0.9, 0.9}}) {
            int is = colour(shown, at[0], at[1]);
            corners.append(is == RED ? "R" : is == GREEN ? "G" : "B");
        }
        assertThat(corners.toString()).isEqualTo(new String(new char[] {a, b, c, d}));
        assertThat(Math.max(shown.width(), shown.height())).isEqualTo(200);
    }

    private static byte[] with(byte[] file, int at, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(piece);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    private static byte[] chunk(String name, String data) {
        byte[] bytes = (name + data).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(bytes.length + 8)
                .putInt(data.length())
                .put(bytes)
                .putInt(0)
                .array();
    }

    private static byte[] segment(int marker, String data) {
        byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(bytes.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (bytes.length + 2))
                .put(bytes)
                .array();
    }

    /** Chunks and segments of anybody's invention, and room that is left in known ones, do not come along. */
    @Test
    void aStrippedCopyHoldsNothingButWhatAPictureIsMadeOf() throws Exception {
        int afterHeader = 33;
        for (String name : List.of("vpAg", "\0\0\0\0", "gAMA", "pHYs")) {
            byte[] png = with(Photos.png(24, 16), afterHeader, chunk(name, "eXIfMM\0*SECRET"));
            assertThat(latin(png)).contains("SECRET");
            assertThat(latin(stripped(png))).doesNotContain("SECRET");
        }
        String jfif = "JFIF\0\1\2\0\0\1\0\1";
        for (byte[] segment : List.of(
                segment(0xF5, "SECRET"),
                segment(0xC8, "SECRET"),
                segment(0xE0, jfif + "\2\1SECRET"),
                segment(0xEE, "Adobe\0d\0\0\0\0\1SECRET"))) {
            byte[] jpeg = with(Photos.plain(24, 16, "jpg"), 2, segment);
            assertThat(latin(jpeg)).contains("SECRET");
            assertThat(latin(stripped(jpeg))).doesNotContain("SECRET");
        }
        byte[] little = stripped(with(Photos.plain(24, 16, "jpg"), 2, segment(0xE0, jfif + "\2\1SECRET")));
        assertThat(latin(little)).contains(jfif + "\0\0");
        assertThat(Picture.read(Bytes.of(little), 1, 64, 64).width()).isEqualTo(24);
    }

    @Test
    void brokenPhotosFailAndNothingElse() throws Exception {
        Random random = new Random(3);
        for (byte[] whole : new byte[][] {Photos.camera(200, 100, 6), Photos.png(200, 100)}) {
            for (int i = 0; i < 150; i++) {
                byte[] broken =
                        random.nextBoolean() ? Arrays.copyOf(whole, 4 + random.nextInt(whole.length)) : whole.clone();
                for (int flips = random.nextInt(20); flips > 0; flips--) {
                    broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                }
                String type = MediaType.of(Bytes.of(broken));
                try (InputStream copy = Stripped.of(Bytes.of(broken), type, 1)) {
                    Told.of(Bytes.of(broken), type);
                    if (copy != null) {
                        copy.readAllBytes();
                    }
                    Picture.read(Bytes.of(broken), 1, 50, 50);
                } catch (IOException e) {
                    assertThat(e).isNotNull();
                }
            }
        }
        assertThatThrownBy(() -> Picture.read(Bytes.of(new byte[] {1, 2, 3}), 1, 9, 9))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, application/pdf",
        "GIF89a, image/gif",
        "RIFF....WEBPVP8 , image/webp",
        "RIFF....WAVEfmt , audio/wav",
        "....ftypheic...., image/heic",
        "....ftypM4A ...., audio/mp4",
        "#!AMR, audio/amr",
        "ID3...., audio/mpeg",
        "OggS....................OpusHead, audio/opus",
        "hello, application/octet-stream"
    })
    void aFileIsWhatItsBytesSay(String bytes, String type) throws Exception {
        assertThat(MediaType.of(Bytes.of(bytes.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(type);
    }
}
