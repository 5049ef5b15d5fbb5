package org.jailoo.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a photo that shows the same and tells nothing beside it: pieces of the original, without those that hold
 * descriptions. No dot of the picture is coded anew; how it is to be turned is kept.
 */
public final class Stripped {
    private static final int HEAD = 64 * 1024;
    private static final int ANY = Integer.MAX_VALUE;

    /** The chunks that a picture is made of, and how many bytes each may hold; anybody may invent others. */
    private static final Map<String, Integer> PNG = Map.ofEntries(
            Map.entry("IHDR", 13),
            Map.entry("PLTE", 768),
            Map.entry("IDAT", ANY),
            Map.entry("IEND", 0),
            Map.entry("tRNS", 256),
            Map.entry("cHRM", 32),
            Map.entry("gAMA", 4),
            Map.entry("iCCP", ANY),
            Map.entry("cICP", 4),
            Map.entry("sBIT", 4),
            Map.entry("sRGB", 1),
            Map.entry("bKGD", 6),
            Map.entry("pHYs", 9),
            Map.entry("acTL", 8),
            Map.entry("fcTL", 26),
            Map.entry("fdAT", ANY));

    private static final Set<String> WEBP = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int JFIF = 18;
    private static final int ADOBE = 16;

    private final Bytes bytes;
    private final List<InputStream> pieces = new ArrayList<>();

    private Stripped(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Whether a photo of this type can be copied so. */
    public static boolean knows(String type) {
        return type.equals(MediaType.JPEG) || type.equals(MediaType.PNG) || type.equals("image/webp");
    }

    /** The copy, as it streams; null where the photo is not built as its type says. */
    public static @Nullable InputStream of(Bytes bytes, String type, int orientation) throws IOException {
        Stripped stripped = new Stripped(bytes);
        boolean whole = switch (type) {
            case MediaType.JPEG -> stripped.jpeg(orientation);
            case MediaType.PNG -> stripped.png();
            case "image/webp" -> stripped.webp();
            default -> false;
        };
        return whole ? new SequenceInputStream(Collections.enumeration(stripped.pieces)) : null;
    }

    private void keep(long from, long to) {
        pieces.add(new BytesStream(bytes, from, to));
    }

    private void put(byte... literal) {
        pieces.add(new ByteArrayInputStream(literal));
    }

    private boolean jpeg(int orientation) throws IOException {
        put((byte) 0xFF, (byte) 0xD8);
        if (orientation > 1) {
            put(turned(orientation));
        }
        long at = 2;
        while (true) {
            byte[] head = bytes.some(at, 4);
            if (head.length < 2 || head[0] != (byte) 0xFF) {
                return false;
            }
            int marker = head[1] & 0xFF;
            if (marker == 0xD9) {
                // What follows the end is a second picture, or worse.
                keep(at, at + 2);
                return true;
            }
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (head.length < 4) {
                return false;
            }
            long end = at + 2 + (((head[2] & 0xFF) << 8) | (head[3] & 0xFF));
            if (marker == 0xDA) {
                end = endOfScan(end);
            }
            if (end < 0 || end > bytes.size()) {
                return false;
            }
            if (marker == 0xE0 && names(at, "JFIF\0") && end - at > JFIF) {
                // A little picture follows, perhaps of what was cut away from the large one.
                put((byte) 0xFF, (byte) 0xE0, (byte) 0, (byte) (JFIF - 2));
                keep(at + 4, at + JFIF - 2);
                put((byte) 0, (byte) 0);
            } else if (shows(marker, at, end)) {
                keep(at, end);
            }
            at = end;
        }
    }

    /** Whether a segment is a part of the picture: its coding, its colours, and how wide a dot is. */
    private boolean shows(int marker, long at, long end) throws IOException {
        boolean coding = (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8) || (marker >= 0xDA && marker <= 0xDD);
        return coding
                || (marker == 0xE0 && names(at, "JFIF\0"))
                || (marker == 0xE2 && names(at, "ICC_PROFILE"))
                || (marker == 0xEE && names(at, "Adobe") && end - at <= ADOBE);
    }

    private boolean names(long at, String name) throws IOException {
        return new String(bytes.some(at + 4, 12), StandardCharsets.ISO_8859_1).startsWith(name);
    }

    /** Where the next marker stands after coded dots. */
    private long endOfScan(long from) throws IOException {
        long at = from;
        while (true) {
            byte[] block = bytes.some(at, HEAD);
            for (int i = 0; i + 1 < block.length; i++) {
                int next = block[i + 1] & 0xFF;
                if (block[i] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return at + i;
                }
            }
            if (block.length < HEAD) {
                return -1;
            }
            at += block.length - 1;
        }
    }

    /** An Exif block that says how to turn the photo, and nothing else. */
    private static byte[] turned(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return exif.putInt(0).array();
    }

    private boolean png() throws IOException {
        keep(0, 8);
        long at = 8;
        while (true) {
            byte[] head = bytes.some(at, 8);
            if (head.length < 8) {
                return false;
            }
            String name = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            long end = at + 12 + (ByteBuffer.wrap(head).getInt(0) & 0xFFFFFFFFL);
            if (end > bytes.size()) {
                return false;
            }
            Integer most = PNG.get(name);
            if (most != null && end - at - 12 <= most) {
                keep(at, end);
            }
            if (name.equals("IEND")) {
                return true;
            }
            at = end;
        }
    }

    private boolean webp() throws IOException {
        long end = Math.min(bytes.size(), 8 + (chunk(0).getInt(4) & 0xFFFFFFFFL));
        long left = 4;
        List<InputStream> kept = new ArrayList<>();
        for (long at = 12; at + 8 <= end; ) {
            ByteBuffer head = chunk(at);
            String name = new String(bytes.exactly(at, 4), StandardCharsets.ISO_8859_1);
            long next = at + 8 + ((head.getInt(4) + 1L) & 0xFFFFFFFEL);
            if (next > end) {
                return false;
            }
            if (name.equals("VP8X")) {
                byte[] whole = bytes.exactly(at, (int) Math.min(18, next - at));
                if (next - at != whole.length) {
                    return false;
                }
                // That there are descriptions.
                whole[8] &= ~0x0C;
                kept.add(new ByteArrayInputStream(whole));
                left += whole.length;
            } else if (WEBP.contains(name)) {
                kept.add(new BytesStream(bytes, at, next));
                left += next - at;
            }
            at = next;
        }
        ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt((int) left);
        put(head.put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).array());
        pieces.addAll(kept);
        return true;
    }

    private ByteBuffer chunk(long at) throws IOException {
        return ByteBuffer.wrap(bytes.exactly(at, 8)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
