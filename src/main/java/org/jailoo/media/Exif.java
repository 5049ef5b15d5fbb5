package org.jailoo.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The few entries of an Exif block that matter to people: the place, the day, whose camera it was, how to turn it. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int CHANGED = 0x0132;
    private static final int MORE = 0x8769;
    private static final int GPS = 0x8825;
    private static final int TAKEN = 0x9003;
    private static final int LATITUDE = 2;
    /** Owner, serial number of the body, and that of the lens. */
    private static final Set<Integer> DEVICE = Set.of(0xA430, 0xA431, 0xA435);

    private static final Pattern DAY = Pattern.compile("([12][0-9]{3}):([01][0-9]):([0-3][0-9]) .*");

    private final Bytes bytes;
    private final long base;
    private final ByteOrder order;
    private boolean place;
    private boolean device;
    private @Nullable String taken;
    private @Nullable String changed;
    private int orientation = 1;

    private Exif(Bytes bytes, long base, ByteOrder order) {
        this.bytes = bytes;
        this.base = base;
        this.order = order;
    }

    static Told read(Bytes bytes, long base) throws IOException {
        byte[] head = bytes.some(base, 8);
        if (head.length < 8) {
            return Told.NOTHING;
        }
        Exif exif = new Exif(bytes, base, head[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        exif.entries(exif.buffer(head).getInt(4) & 0xFFFFFFFFL, false, 0);
        String day = exif.taken == null ? exif.changed : exif.taken;
        return new Told(exif.place, exif.device, day, exif.orientation);
    }

    private ByteBuffer buffer(byte[] of) {
        return ByteBuffer.wrap(of).order(order);
    }

    private void entries(long at, boolean gps, int depth) throws IOException {
        byte[] head = bytes.some(base + at, 2);
        if (head.length < 2 || depth > 2) {
            return;
        }
        int count = buffer(head).getShort(0) & 0xFFFF;
        ByteBuffer entries = buffer(bytes.some(base + at + 2, 12 * count));
        for (int entry = 0; entry + 12 <= entries.limit(); entry += 12) {
            int tag = entries.getShort(entry) & 0xFFFF;
            long value = entries.getInt(entry + 8) & 0xFFFFFFFFL;
            if (gps) {
                place |= tag == LATITUDE;
            } else if (tag == ORIENTATION) {
                int turn = entries.getShort(entry + 8) & 0xFFFF;
                orientation = turn >= 1 && turn <= 8 ? turn : 1;
            } else if (tag == MORE || tag == GPS) {
                entries(value, tag == GPS, depth + 1);
            } else if (tag == TAKEN) {
                taken = day(value);
            } else if (tag == CHANGED) {
                changed = day(value);
            } else {
                device |= DEVICE.contains(tag);
            }
        }
    }

    private @Nullable String day(long at) throws IOException {
        Matcher day = DAY.matcher(new String(bytes.some(base + at, 20), StandardCharsets.ISO_8859_1));
        return day.lookingAt() ? day.group(1) + "-" + day.group(2) + "-" + day.group(3) : null;
    }
}
