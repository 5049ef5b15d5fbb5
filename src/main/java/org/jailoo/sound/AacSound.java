package org.jailoo.sound;

import java.io.IOException;
import java.util.List;
import java.util.logging.Logger;
import net.sourceforge.jaad.aac.Decoder;
import net.sourceforge.jaad.mp4.MP4Exception;
import org.jailoo.media.Bytes;
import org.jailoo.media.Mp4;
import org.jspecify.annotations.Nullable;

/** AAC, as phones record it: in the boxes of an M4A, 3GP or MP4 file, or frame by frame. */
final class AacSound implements Sound {
    /** Kept, so that it stays silent: the decoder would write a line for every frame of a broken file. */
    private static final Logger DECODER = Logger.getLogger("jaad");

    static {
        DECODER.setUseParentHandlers(false);
    }

    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };
    private static final int HEAD = 7;
    /** A frame overlaps the one before it. */
    private static final int BEFORE = 2;

    private final Frames frames;
    private final byte[] config;
    private final double seconds;
    private Decoder decoder;
    private int rate;
    private int channels;
    private int at;
    private short @Nullable [] first;

    /** Where the frames of a recording come from. */
    private interface Frames {
        int count();

        byte[] get(int number) throws IOException;
    }

    private AacSound(Frames frames, byte[] config, double seconds) throws IOException, NotPlayable {
        this.frames = frames;
        this.config = config;
        this.seconds = seconds;
        this.decoder = decoder();
        // What comes out tells its rate and channels: the head of a file may tell half of it.
        this.first = decode();
        if (first == null || channels < 1 || rate < 1) {
            throw new NotPlayable("an AAC without a frame");
        }
    }

    static AacSound boxes(Bytes bytes) throws IOException, NotPlayable {
        Mp4.Track track;
        try {
            track = Mp4.read(bytes).tracks().stream()
                    .filter(t -> t.handler().equals("soun") && t.codec().equals("mp4a") && t.config().length > 0)
                    .findFirst()
                    .orElseThrow(() -> new NotPlayable("no track of AAC"));
        } catch (IOException e) {
            throw new NotPlayable("no list of tracks", e);
        }
        return new AacSound(
                new Frames() {
                    @Override
                    public int count() {
                        return track.samples();
                    }

                    @Override
                    public byte[] get(int number) throws IOException {
                        return bytes.exactly(track.offset(number), track.size(number));
                    }
                },
                track.config(),
                track.seconds());
    }

    static AacSound adts(Bytes bytes) throws IOException, NotPlayable {
        FrameIndex index = new FrameIndex();
        FrameScan scan = new FrameScan(bytes, 0);
        byte[] head = new byte[HEAD];
        while (scan.peek(head)) {
            int length = ((head[3] & 3) << 11) | ((head[4] & 0xFF) << 3) | ((head[5] & 0xFF) >> 5);
            if (head[0] == (byte) 0xFF && (head[1] & 0xF6) == 0xF0 && length > HEAD) {
                index.add(scan.at());
                scan.forward(length);
            } else {
                scan.forward(1);
            }
        }
        if (index.count() == 0) {
            throw new NotPlayable("an AAC without a frame");
        }
        head = bytes.exactly(index.at(0), HEAD);
        int profile = ((head[2] >> 6) & 3) + 1;
        int code = (head[2] >> 2) & 15;
        int channels = ((head[2] & 1) << 2) | ((head[3] >> 6) & 3);
        byte[] config = {(byte) ((profile << 3) | (code >> 1)), (byte) ((code << 7) | (channels << 3))};
        if (code >= RATES.length) {
            throw new NotPlayable("an AAC of no rate");
        }
        return new AacSound(
                new Frames() {
                    @Override
                    public int count() {
                        return index.count();
                    }

                    @Override
                    public byte[] get(int number) throws IOException {
                        byte[] whole = bytes.some(
                                index.at(number), (int) (index.end(number, bytes.size()) - index.at(number)));
                        int from = (whole[1] & 1) == 1 ? HEAD : HEAD + 2;
                        return java.util.Arrays.copyOfRange(whole, Math.min(from, whole.length), whole.length);
                    }
                },
                config,
                index.count() * 1024.0 / RATES[code]);
    }

    private Decoder decoder() throws NotPlayable {
        try {
            return Decoder.create(config.clone());
        } catch (MP4Exception e) {
            throw new NotPlayable("AAC of a kind that is not known", e);
        }
    }

    private short @Nullable [] decode() throws IOException {
        if (at >= frames.count()) {
            return null;
        }
        Samples samples = new Samples();
        try {
            decoder.decodeFrame(frames.get(at++), samples);
        } catch (RuntimeException e) {
            throw new IOException("a broken AAC", e);
        }
        // A frame may hold nothing at all.
        if (samples.channels > 0 && samples.rate > 0) {
            rate = samples.rate;
            channels = samples.channels;
        }
        return samples.out;
    }

    /** Takes what the decoder gives: a list of channels, each with its samples from -1 to 1, or in whole numbers. */
    private static final class Samples implements net.sourceforge.jaad.aac.Receiver {
        private short[] out = new short[0];
        private int channels;
        private int rate;

        @Override
        public void accept(List<float[]> samples, int length, int rate) {
            this.rate = rate;
            this.channels = samples.size();
            this.out = new short[length * channels];
            for (int c = 0; c < channels; c++) {
                float[] from = samples.get(c);
                for (int i = 0; i < length; i++) {
                    out[i * channels + c] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, from[i]));
                }
            }
        }
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public short @Nullable [] next() throws IOException {
        short[] ready = first;
        first = null;
        return ready == null ? decode() : ready;
    }

    @Override
    public double seek(double to) throws IOException {
        int frame = seconds <= 0
                ? 0
                : (int) Math.max(0, Math.min(frames.count(), Math.round(to / seconds * frames.count())));
        first = null;
        try {
            decoder = decoder();
        } catch (NotPlayable e) {
            throw new IOException(e);
        }
        at = Math.max(0, frame - BEFORE);
        while (at < frame) {
            decode();
        }
        return frame * seconds / Math.max(1, frames.count());
    }
}
