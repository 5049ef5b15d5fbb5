package org.jailoo.ui.files;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The way to the ears: the laptop's own, or a test's. */
interface Loudspeaker extends AutoCloseable {
    /** Makes one for a rate and a number of channels. */
    interface Maker {
        Loudspeaker open(int rate, int channels) throws LineUnavailableException;
    }

    /** Plays samples; waits while enough is waiting to be heard. */
    void play(short[] samples);

    /** How many seconds of what was given are not heard yet. */
    double waiting();

    /** Drops what is not heard yet. */
    void drop();

    @Override
    void close();

    /** The laptop's own. */
    static Loudspeaker open(int rate, int channels) throws LineUnavailableException {
        AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
        SourceDataLine line;
        try {
            line = AudioSystem.getSourceDataLine(format);
            line.open(format, rate * channels * 2 / 4);
            line.start();
        } catch (IllegalArgumentException e) {
            // What a laptop without a loudspeaker answers.
            throw new LineUnavailableException(String.valueOf(e.getMessage()));
        }
        return new Loudspeaker() {
            @Override
            public void play(short[] samples) {
                byte[] bytes = new byte[samples.length * 2];
                for (int i = 0; i < samples.length; i++) {
                    bytes[2 * i] = (byte) samples[i];
                    bytes[2 * i + 1] = (byte) (samples[i] >> 8);
                }
                line.write(bytes, 0, bytes.length);
            }

            @Override
            public double waiting() {
                return (double) (line.getBufferSize() - line.available()) / (rate * channels * 2);
            }

            @Override
            public void drop() {
                line.flush();
            }

            @Override
            public void close() {
                line.flush();
                line.close();
            }
        };
    }
}
