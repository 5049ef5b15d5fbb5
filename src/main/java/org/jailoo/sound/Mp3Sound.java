package org.jailoo.sound;

import java.io.IOException;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;
import org.jailoo.media.Bytes;
import org.jspecify.annotations.Nullable;

/** An MP3 file. Where its frames lie is looked up at the opening: their bit rate may change with every one. */
final class Mp3Sound implements Sound {
    private static final int[] RATES = {44100, 48000, 32000};
    private static final int[] BITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] BITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    /** A frame borrows bits of those before it. */
    private static final int BEFORE = 10;

    private final Bytes bytes;
    private final FrameIndex index = new FrameIndex();
    private final int rate;
    private final int channels;
    private final int perFrame;
    private Bitstream stream;
    private Decoder decoder = new Decoder();
    private int skip;

    Mp3Sound(Bytes bytes) throws IOException, NotPlayable {
        this.bytes = bytes;
        FrameScan scan = new FrameScan(bytes, afterTag(bytes));
        byte[] head = new byte[4];
        int first = 0;
        while (scan.peek(head)) {
            int length = length(head);
            boolean same = first == 0 || kind(head) == first;
            if (length > 0 && same) {
                first = kind(head);
                index.add(scan.at());
                scan.forward(length);
            } else {
                scan.forward(1);
            }
        }
        if (index.count() == 0) {
            throw new NotPlayable("an MP3 without a frame");
        }
        boolean one = ((first >> 19) & 3) == 3;
        this.rate = rate((first >> 19) & 3, (first >> 10) & 3);
        this.perFrame = one ? 1152 : 576;
        this.channels = ((index.lone(bytes) >> 6) & 3) == 3 ? 1 : 2;
        this.stream = new Bitstream(bytes.stream(index.at(0)));
    }

    private static long afterTag(Bytes bytes) throws IOException {
        byte[] tag = bytes.some(0, 10);
        return tag.length == 10 && tag[0] == 'I' && tag[1] == 'D' && tag[2] == '3'
                ? 10 + ((tag[6] << 21) | (tag[7] << 14) | (tag[8] << 7) | tag[9])
                : 0;
    }

    /** What is the same in every frame of a file: version, layer and rate. */
    private static int kind(byte[] head) {
        return ((head[0] & 0xFF) << 24) | ((head[1] & 0xFE) << 16) | ((head[2] & 0x0C) << 8);
    }

    private static int rate(int version, int code) {
        return RATES[code] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    }

    /** The length of the frame that begins so; 0 where none does. */
    private static int length(byte[] head) {
        int version = (head[1] >> 3) & 3;
        int bits = (head[2] >> 4) & 15;
        int code = (head[2] >> 2) & 3;
        boolean layer3 = ((head[1] >> 1) & 3) == 1;
        if (head[0] != (byte) 0xFF || (head[1] & 0xE0) != 0xE0 || !layer3 || version == 1 || bits == 15 || code == 3) {
            return 0;
        }
        int kilobits = version == 3 ? BITS_1[bits] : BITS_2[bits];
        return (version == 3 ? 144 : 72) * kilobits * 1000 / rate(version, code) + ((head[2] >> 1) & 1);
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
        return (double) index.count() * perFrame / rate;
    }

    @Override
    public short @Nullable [] next() throws IOException {
        try {
            while (true) {
                Header header = stream.readFrame();
                if (header == null) {
                    return null;
                }
                SampleBuffer out = (SampleBuffer) decoder.decodeFrame(header, stream);
                stream.closeFrame();
                if (skip > 0) {
                    skip--;
                    continue;
                }
                return Arrays.copyOf(out.getBuffer(), out.getBufferLength());
            }
        } catch (BitstreamException | DecoderException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("a broken MP3", e);
        }
    }

    @Override
    public double seek(double seconds) {
        int frame = (int) Math.max(0, Math.min(index.count(), (long) (seconds * rate / perFrame)));
        int from = Math.max(0, frame - BEFORE);
        skip = frame - from;
        stream = new Bitstream(from == index.count() ? bytes.stream(bytes.size()) : bytes.stream(index.at(from)));
        decoder = new Decoder();
        return (double) frame * perFrame / rate;
    }
}
