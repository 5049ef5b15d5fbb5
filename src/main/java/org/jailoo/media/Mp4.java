package org.jailoo.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tracks of an MP4, M4A or 3GP file: what phones write. Their list may stand at the end of the file. */
public final class Mp4 {
    /** Far more than a file of 64 MiB can have. */
    private static final int MOST = 4_000_000;

    private static final int LARGEST_HEAD = 48 << 20;

    private final List<Track> tracks = new ArrayList<>();

    private Mp4() {}

    /** The tracks of a file; fails where it has no list of them. */
    public static Mp4 read(Bytes bytes) throws IOException {
        Mp4 mp4 = new Mp4();
        long at = 0;
        while (at + 8 <= bytes.size()) {
            ByteBuffer head = ByteBuffer.wrap(bytes.some(at, 16));
            long size = head.getInt(0) & 0xFFFFFFFFL;
            int header = 8;
            if (size == 1 && head.limit() == 16) {
                size = head.getLong(8);
                header = 16;
            } else if (size == 0) {
                size = bytes.size() - at;
            }
            if (size < header || size > bytes.size()) {
                break;
            }
            if (name(head, 4).equals("moov") && size <= LARGEST_HEAD) {
                mp4.movie(ByteBuffer.wrap(bytes.exactly(at + header, (int) size - header)));
                return mp4;
            }
            at += size;
        }
        throw new IOException("no list of tracks");
    }

    public List<Track> tracks() {
        return List.copyOf(tracks);
    }

    /** A track: how it is coded, and where its samples lie. */
    public static final class Track {
        private String handler = "";
        private String codec = "";
        private long timescale;
        private long duration;
        private byte[] config = new byte[0];
        private int[] sizes = new int[0];
        private long[] offsets = new long[0];

        /** {@code soun}, {@code vide} or another. */
        public String handler() {
            return handler;
        }

        /** {@code mp4a}, {@code samr} or another. */
        public String codec() {
            return codec;
        }

        /** In seconds. */
        public double seconds() {
            return timescale == 0 ? 0 : (double) duration / timescale;
        }

        /** What its decoder has to know; empty where nothing is said. */
        public byte[] config() {
            return config.clone();
        }

        public int samples() {
            return offsets.length;
        }

        public long offset(int sample) {
            return offsets[sample];
        }

        public int size(int sample) {
            return sizes[sample];
        }
    }

    private interface Box {
        void take(String name, ByteBuffer content) throws IOException;
    }

    private static String name(ByteBuffer bytes, int at) {
        byte[] name = new byte[4];
        for (int i = 0; i < 4; i++) {
            name[i] = bytes.get(at + i);
        }
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static void each(ByteBuffer boxes, Box box) throws IOException {
        while (boxes.remaining() >= 8) {
            int size = boxes.getInt(boxes.position());
            if (size < 8 || size > boxes.remaining()) {
                return;
            }
            String name = name(boxes, boxes.position() + 4);
            ByteBuffer content = boxes.slice(boxes.position() + 8, size - 8);
            boxes.position(boxes.position() + size);
            box.take(name, content);
        }
    }

    private void movie(ByteBuffer movie) throws IOException {
        try {
            each(movie, (name, content) -> {
                if (name.equals("trak")) {
                    Track track = new Track();
                    Places places = new Places();
                    within(content, track, places);
                    places.fill(track);
                    tracks.add(track);
                }
            });
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            throw new IOException("a list of tracks that is not whole", e);
        }
    }

    private static void within(ByteBuffer boxes, Track track, Places places) throws IOException {
        each(boxes, (name, content) -> {
            switch (name) {
                case "mdia", "minf", "stbl" -> within(content, track, places);
                case "hdlr" -> track.handler = name(content, 8);
                case "mdhd" -> {
                    boolean wide = content.get(0) == 1;
                    track.timescale = content.getInt(wide ? 20 : 12) & 0xFFFFFFFFL;
                    track.duration = wide ? content.getLong(24) : content.getInt(16) & 0xFFFFFFFFL;
                }
                case "stsd" -> {
                    track.codec = name(content, 12);
                    track.config = config(content);
                }
                case "stsz" -> {
                    places.same = content.getInt(4);
                    places.sizes = places.same == 0 ? ints(content, 12, 8, 4, 0) : new int[count(content, 8)];
                    if (places.same != 0) {
                        Arrays.fill(places.sizes, places.same);
                    }
                }
                case "stsc" -> {
                    places.firsts = ints(content, 8, 4, 12, 0);
                    places.each = ints(content, 8, 4, 12, 4);
                }
                case "stco" ->
                    places.chunks = Arrays.stream(ints(content, 8, 4, 4, 0))
                            .mapToLong(i -> i & 0xFFFFFFFFL)
                            .toArray();
                case "co64" -> {
                    places.chunks = new long[count(content, 4)];
                    for (int i = 0; i < places.chunks.length; i++) {
                        places.chunks[i] = content.getLong(8 + 8 * i);
                    }
                }
                default -> {
                    // Nothing that has to be known to play it.
                }
            }
        });
    }

    private static int count(ByteBuffer content, int at) throws IOException {
        int count = content.getInt(at);
        if (count < 0 || count > MOST) {
            throw new IOException("too many samples");
        }
        return count;
    }

    private static int[] ints(ByteBuffer content, int from, int countAt, int step, int offset) throws IOException {
        int[] ints = new int[count(content, countAt)];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = content.getInt(from + step * i + offset);
        }
        return ints;
    }

    /** The decoder's own part of an {@code esds}: descriptor 5 inside 4 inside 3. */
    private static byte[] config(ByteBuffer description) {
        for (int at = 4; at + 8 < description.limit(); at++) {
            if (name(description, at).equals("esds")) {
                description.position(at + 8);
                return descriptor(description);
            }
        }
        return new byte[0];
    }

    private static byte[] descriptor(ByteBuffer in) {
        while (in.remaining() > 1) {
            int tag = in.get();
            int length = 0;
            int b;
            do {
                b = in.get();
                length = (length << 7) | (b & 0x7F);
            } while (b < 0);
            if (tag == 3) {
                in.getShort();
                int flags = in.get();
                in.position(in.position() + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0));
            } else if (tag == 4) {
                in.position(in.position() + 13);
            } else if (tag == 5) {
                byte[] config = new byte[Math.min(length, in.remaining())];
                in.get(config);
                return config;
            } else {
                in.position(Math.min(in.limit(), in.position() + length));
            }
        }
        return new byte[0];
    }

    /** Where samples lie, as the file says it: chunks, and how many samples each holds. */
    private static final class Places {
        private int same;
        private int[] sizes = new int[0];
        private int[] firsts = new int[0];
        private int[] each = new int[0];
        private long[] chunks = new long[0];

        void fill(Track track) {
            long[] offsets = new long[sizes.length];
            int sample = 0;
            int run = 0;
            for (int chunk = 0; chunk < chunks.length && sample < sizes.length && firsts.length > 0; chunk++) {
                while (run + 1 < firsts.length && firsts[run + 1] <= chunk + 1) {
                    run++;
                }
                long at = chunks[chunk];
                for (int i = 0; i < each[run] && sample < sizes.length; i++) {
                    offsets[sample] = at;
                    at += sizes[sample++];
                }
            }
            track.sizes = sizes;
            track.offsets = Arrays.copyOf(offsets, sample);
        }
    }
}
