package org.jailoo.sound;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;
import org.jailoo.media.Bytes;
import org.jspecify.annotations.Nullable;

/** Vorbis in an Ogg file. */
final class VorbisSound implements Sound {
    private static final int HEADERS = 3;

    private static final int COMMENTS = 1;

    /** What stands in the place of the comments: nothing needs them, and the decoder believes any length that they say. */
    private static final byte[] NO_COMMENTS = {3, 'v', 'o', 'r', 'b', 'i', 's', 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private final Ogg ogg;
    private final Info info = new Info();
    private final int firstPage;
    private DspState state = new DspState();
    private Block block = new Block(state);
    private long skip;
    private int packets;

    VorbisSound(Bytes bytes) throws IOException, NotPlayable {
        this.ogg = new Ogg(bytes);
        Comment comment = new Comment();
        info.init();
        comment.init();
        for (int i = 0; i < HEADERS; i++) {
            byte[] head = ogg.packet();
            if (head != null && i == COMMENTS) {
                head = NO_COMMENTS;
            }
            if (head == null || info.synthesis_headerin(comment, packet(head)) < 0) {
                throw new NotPlayable("Vorbis without its heads");
            }
        }
        this.firstPage = ogg.page();
        begin();
    }

    private Packet packet(byte[] bytes) {
        Packet packet = new Packet();
        packet.packet_base = bytes;
        packet.bytes = bytes.length;
        packet.b_o_s = packets == 0 ? 1 : 0;
        packet.packetno = packets++;
        packet.granulepos = -1;
        return packet;
    }

    private void begin() {
        state = new DspState();
        state.synthesis_init(info);
        block = new Block(state);
    }

    @Override
    public int rate() {
        return info.rate;
    }

    @Override
    public int channels() {
        return info.channels;
    }

    @Override
    public double seconds() {
        return (double) ogg.end() / info.rate;
    }

    @Override
    public short @Nullable [] next() throws IOException {
        float[][][] pcm = new float[1][][];
        int[] offsets = new int[info.channels];
        while (true) {
            byte[] bytes = ogg.packet();
            if (bytes == null) {
                return null;
            }
            int count;
            try {
                if (block.synthesis(packet(bytes)) != 0) {
                    continue;
                }
                state.synthesis_blockin(block);
                count = state.synthesis_pcmout(pcm, offsets);
            } catch (RuntimeException e) {
                throw new IOException("a broken Vorbis", e);
            }
            if (count <= 0) {
                continue;
            }
            int from = (int) Math.min(skip, count);
            skip -= from;
            short[] out = new short[(count - from) * info.channels];
            for (int c = 0; c < info.channels; c++) {
                for (int i = from; i < count; i++) {
                    float sample = pcm[0][c][offsets[c] + i] * Short.MAX_VALUE;
                    out[(i - from) * info.channels + c] =
                            (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
                }
            }
            state.synthesis_read(count);
            if (out.length > 0) {
                return out;
            }
        }
    }

    @Override
    public double seek(double seconds) {
        long to = Math.max(0, Math.min(ogg.end(), (long) (seconds * info.rate)));
        long begins = ogg.seek(to, firstPage);
        skip = to - begins;
        begin();
        return (double) to / info.rate;
    }
}
