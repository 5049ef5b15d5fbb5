package org.jailoo.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jailoo.media.Bytes;
import org.jailoo.media.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTest {
    private static byte[] sample(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SoundTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static Sound open(byte[] file) throws Exception {
        return Sound.open(Bytes.of(file), MediaType.of(Bytes.of(file)));
    }

    /** A mono tone of 440 Hz as a WAV of 16 bits. */
    private static byte[] wav(int rate, double seconds) {
        int frames = (int) (rate * seconds);
        ByteBuffer out = ByteBuffer.allocate(44 + frames * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(36 + frames * 2);
        out.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
        out.putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(frames * 2);
        for (int i = 0; i < frames; i++) {
            out.putShort((short) (8000 * Math.sin(2 * Math.PI * 440 * i / rate)));
        }
        return out.array();
    }

    /** What is heard: the pitch, by how often the first channel passes zero upwards, and how loud it is. */
    private record Heard(double seconds, double pitch, double loudness) {
        static Heard of(Sound sound) throws IOException {
            long frames = 0;
            long up = 0;
            double square = 0;
            short before = 0;
            for (short[] samples = sound.next(); samples != null; samples = sound.next()) {
                for (int i = 0; i < samples.length; i += sound.channels()) {
                    up += before <= 0 && samples[i] > 0 ? 1 : 0;
                    before = samples[i] == 0 ? before : samples[i];
                    square += (double) samples[i] * samples[i];
                    frames++;
                }
            }
            double seconds = (double) frames / sound.rate();
            return new Heard(seconds, up / seconds, Math.sqrt(square / frames));
        }
    }

    private static void hearsTheTone(Sound sound, double seconds) throws IOException {
        Heard heard = Heard.of(sound);
        assertThat(heard.seconds()).as("heard").isCloseTo(seconds, within(0.15));
        assertThat(heard.pitch()).as("pitch").isCloseTo(440, within(12.0));
        assertThat(heard.loudness()).as("loudness").isBetween(1000.0, 9000.0);
    }

    @ParameterizedTest
    @CsvSource({
        "tone.mp3, audio/mpeg",
        "tone.m4a, audio/mp4",
        "tone.3gp, audio/3gpp",
        "tone.aac, audio/aac",
        "tone.opus, audio/opus",
        "tone.ogg, audio/ogg"
    })
    void aRecordingIsHeardWholeAndFromAnyPlace(String name, String type) throws Exception {
        byte[] file = sample(name);
        assertThat(MediaType.of(Bytes.of(file))).isEqualTo(type);
        Sound sound = open(file);
        assertThat(sound.seconds()).isCloseTo(3, within(0.1));
        assertThat(Sound.seconds(Bytes.of(file), type)).isEqualTo(3);
        hearsTheTone(sound, 3);
        for (double from : new double[] {2, 0.5, 1.25, 0}) {
            assertThat(sound.seek(from)).isCloseTo(from, within(0.06));
            hearsTheTone(sound, 3 - from);
        }
        sound.seek(99);
        assertThat(Heard.of(sound).seconds()).isLessThan(0.1);
    }

    @Test
    void aWavIsHeardWholeFromAnyPlaceAndWithoutItsLength() throws Exception {
        byte[] file = wav(16_000, 2);
        Sound sound = open(file);
        assertThat(sound.seconds()).isEqualTo(2);
        hearsTheTone(sound, 2);
        assertThat(sound.seek(1.5)).isEqualTo(1.5);
        hearsTheTone(sound, 0.5);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0);
        hearsTheTone(open(file), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.m4a", "tone.3gp", "tone.aac", "tone.opus", "tone.ogg"})
    void aBrokenRecordingEndsOrFailsAndNeverHangsOrFallsThrough(String name) throws Exception {
        byte[] whole = sample(name);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] broken =
                    random.nextBoolean() ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
            for (int flips = random.nextInt(40); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                Sound sound = open(broken);
                long samples = 0;
                for (short[] next = sound.next(); next != null; next = sound.next()) {
                    samples += next.length;
                    assertThat(samples).isLessThan(10_000_000);
                }
            } catch (NotPlayable | IOException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void whatNothingHereDecodesSaysSo() {
        byte[] amr = "#!AMR\nxxxxxxxx".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> open(amr)).isInstanceOf(NotPlayable.class);
    }

    /** The comments of a recording are not needed; the decoder would make room for whatever length they say. */
    @Test
    void aCommentThatSaysToBeTwoGigabytesLongTakesNoMemory() throws Exception {
        byte[] file = sample("tone.ogg");
        int comments = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\3vorbis") + 7;
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(comments, Integer.MAX_VALUE - 1);
        assertThat(Heard.of(open(file)).seconds()).isGreaterThan(0.5);
    }

    /** Nobody can be asked for a loudspeaker with no channels. */
    @Test
    void anAacWhoseFramesHoldNothingIsNotPlayable() throws Exception {
        byte[] file = new byte[70];
        for (int at = 0; at < file.length; at += 10) {
            // A frame of ten bytes, whose content is the end of a block.
            byte[] head = {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80, 0x01, 0x5F, (byte) 0xFC, (byte) 0xE0, 0, 0};
            System.arraycopy(head, 0, file, at, head.length);
        }
        assertThatThrownBy(() -> Sound.open(Bytes.of(file), "audio/aac")).isInstanceOf(NotPlayable.class);
    }
}
