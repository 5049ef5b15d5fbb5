package org.jailoo.sound;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jailoo.media.Bytes;
import org.jspecify.annotations.Nullable;

/** Opus in an Ogg file: the voice messages of messengers. */
final class OpusSound implements Sound {
    private static final int RATE = 48_000;
    /** The longest packet, in samples: 120 ms. */
    private static final int LONGEST = 5760;
    /** So much is decoded before a place, for the decoder to find its way: 80 ms. */
    private static final int BEFORE = 3840;

    private final Ogg ogg;
    private final int channels;
    private final int preSkip;
    private final int firstPage;
    private OpusDecoder decoder;
    private long skip;
    /** How many samples a channel are still to come; what follows was never said. */
    private long left;

    OpusSound(Bytes bytes) throws IOException, NotPlayable {
        this.ogg = new Ogg(bytes);
        byte[] head = ogg.packet();
        byte[] tags = ogg.packet();
        if (head == null || tags == null || head.length < 19 || head[9] < 1 || head[9] > 2) {
            throw new NotPlayable("Opus with " + (head == null || head.length < 19 ? 0 : head[9]) + " channels");
        }
        this.channels = head[9];
        this.preSkip = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(10) & 0xFFFF;
        this.firstPage = ogg.page();
        this.decoder = decoder();
        this.skip = preSkip;
        this.left = samples();
    }

    private OpusDecoder decoder() throws NotPlayable {
        try {
            return new OpusDecoder(RATE, channels);
        } catch (OpusException e) {
            throw new NotPlayable("Opus", e);
        }
    }

    private long samples() {
        return Math.max(0, ogg.end() - preSkip);
    }

    @Override
    public int rate() {
        return RATE;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public double seconds() {
        return (double) samples() / RATE;
    }

    @Override
    public short @Nullable [] next() throws IOException {
        short[] out = new short[LONGEST * channels];
        while (left > 0) {
            byte[] packet = ogg.packet();
            if (packet == null) {
                return null;
            }
            if (packet.length == 0) {
                continue;
            }
            int got;
            try {
                got = decoder.decode(packet, 0, packet.length, out, 0, LONGEST, false);
            } catch (OpusException | RuntimeException | AssertionError e) {
                throw new IOException("a broken Opus", e);
            }
            int from = (int) Math.min(got, skip);
            skip -= from;
            int count = (int) Math.min(got - from, left);
            if (count > 0) {
                left -= count;
                return Arrays.copyOfRange(out, from * channels, (from + count) * channels);
            }
        }
        return null;
    }

    @Override
    public double seek(double seconds) throws IOException {
        long to = Math.max(0, Math.min(samples(), (long) (seconds * RATE)));
        try {
            decoder = decoder();
        } catch (NotPlayable e) {
            throw new IOException(e);
        }
        long begins = ogg.seek(to + preSkip - BEFORE, firstPage);
        skip = to + preSkip - begins;
        left = samples() - to;
        return (double) to / RATE;
    }
}
