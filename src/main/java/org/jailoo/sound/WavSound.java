package org.jailoo.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jailoo.media.Bytes;
import org.jspecify.annotations.Nullable;

/** A WAV file of whole numbers, of fractions, or as telephones code it. */
final class WavSound implements Sound {
    private static final int FRAMES = 4096;
    private static final int WHOLE = 1;
    private static final int FRACTIONS = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    private final Bytes bytes;
    private int format;
    private int channels;
    private int rate;
    private int width;
    private long start;
    private long end;
    private long at;

    WavSound(Bytes bytes) throws IOException, NotPlayable {
        this.bytes = bytes;
        long place = 12;
        while (end == 0 && place + 8 <= bytes.size()) {
            byte[] named = bytes.exactly(place, 8);
            ByteBuffer head = little(named);
            long size = head.getInt(4) & 0xFFFFFFFFL;
            String name = new String(named, 0, 4, StandardCharsets.ISO_8859_1);
            if (name.equals("fmt ")) {
                ByteBuffer fmt = little(bytes.exactly(place + 8, (int) Math.min(size, 40)));
                format = fmt.getShort(0) & 0xFFFF;
                channels = fmt.getShort(2);
                rate = fmt.getInt(4);
                width = (fmt.getShort(14) + 7) / 8;
                format = format == EXTENSIBLE && fmt.limit() >= 26 ? fmt.getShort(24) & 0xFFFF : format;
            } else if (name.equals("data")) {
                start = place + 8;
                // A recorder that lost its power has not written how much there is.
                end = size == 0 ? bytes.size() : Math.min(bytes.size(), start + size);
            }
            place += 8 + size + (size & 1);
        }
        boolean known = (format == WHOLE && width >= 1 && width <= 4)
                || (format == FRACTIONS && width == 4)
                || ((format == A_LAW || format == MU_LAW) && width == 1);
        if (!known || channels < 1 || channels > 8 || rate < 1000 || rate > 400_000 || start == 0) {
            throw new NotPlayable("a WAV of kind " + format);
        }
        at = start;
    }

    private static ByteBuffer little(byte[] of) {
        return ByteBuffer.wrap(of).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    private int frame() {
        return width * channels;
    }

    @Override
    public double seconds() {
        long frames = (end - start) / frame();
        return (double) frames / rate;
    }

    @Override
    public short @Nullable [] next() throws IOException {
        byte[] read = bytes.some(at, (int) Math.min((long) FRAMES * frame(), (end - at) / frame() * frame()));
        int count = read.length / frame() * channels;
        if (count == 0) {
            return null;
        }
        at += (long) count * width;
        ByteBuffer in = little(read);
        short[] out = new short[count];
        for (int i = 0; i < count; i++) {
            out[i] = (short) sample(in, i * width);
        }
        return out;
    }

    private int sample(ByteBuffer in, int from) {
        if (format == FRACTIONS) {
            return Math.round(Math.max(-1f, Math.min(1f, in.getFloat(from))) * Short.MAX_VALUE);
        }
        if (format == A_LAW || format == MU_LAW) {
            return format == A_LAW ? aLaw(in.get(from)) : muLaw(in.get(from));
        }
        // The two highest bytes; of one byte alone, zero stands in the middle.
        return width == 1 ? ((in.get(from) & 0xFF) - 128) << 8 : in.getShort(from + width - 2);
    }

    private static int muLaw(byte coded) {
        int u = ~coded & 0xFF;
        int size = ((((u & 0x0F) << 3) + 0x84) << ((u & 0x70) >> 4)) - 0x84;
        return (u & 0x80) != 0 ? -size : size;
    }

    private static int aLaw(byte coded) {
        int a = coded ^ 0x55;
        int exponent = (a & 0x70) >> 4;
        int size = (a & 0x0F) << 4;
        size = exponent == 0 ? size + 8 : (size + 0x108) << (exponent - 1);
        return (a & 0x80) != 0 ? size : -size;
    }

    @Override
    public double seek(double seconds) {
        long frames = Math.max(0, Math.min((end - start) / frame(), (long) (seconds * rate)));
        at = start + frames * frame();
        return (double) frames / rate;
    }
}
