package org.jailoo.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells of itself beside what it shows: a camera writes more into a photo than people think of.
 *
 * @param place whether it holds the place where it was taken
 * @param device whether it holds the serial number of the device, or the name of its owner
 * @param taken the day, {@code YYYY-MM-DD} by the device's own clock; null where it is not said
 * @param orientation how a photo is to be turned, 1 to 8 as Exif counts
 */
public record Told(boolean place, boolean device, @Nullable String taken, int orientation) {
    public static final Told NOTHING = new Told(false, false, null, 1);

    /** A photo's Exif stands near its beginning, wherever it stands. */
    private static final int SEARCHED = 2 << 20;

    /** What a file of this type tells; what cannot be understood tells nothing that is known here. */
    public static Told of(Bytes bytes, String type) throws IOException {
        if (type.equals("image/tiff")) {
            return Exif.read(bytes, 0);
        }
        if (MediaType.isPicture(type)) {
            long at = exif(bytes);
            Told told = at < 0 ? NOTHING : Exif.read(bytes, at);
            // A description in XMP may hold the place a second time, or alone.
            boolean xmp = find(bytes, "GPSLatitude") >= 0;
            return xmp && !told.place ? new Told(true, told.device, told.taken, told.orientation) : told;
        }
        if (type.startsWith("video/") || type.equals("audio/mp4") || type.equals("audio/3gpp")) {
            boolean place = find(bytes, "\u00a9xyz") >= 0
                    || find(bytes, "location.ISO6709") >= 0
                    || tail(bytes).contains("\u00a9xyz")
                    || tail(bytes).contains("location.ISO6709");
            return new Told(place, false, null, 1);
        }
        return NOTHING;
    }

    private static String tail(Bytes bytes) throws IOException {
        return new String(bytes.some(Math.max(0, bytes.size() - SEARCHED), SEARCHED), StandardCharsets.ISO_8859_1);
    }

    private static long find(Bytes bytes, String word) throws IOException {
        return new String(bytes.some(0, SEARCHED), StandardCharsets.ISO_8859_1).indexOf(word);
    }

    /** Where the Exif of a photo begins; below 0 where there is none. */
    private static long exif(Bytes bytes) throws IOException {
        String head = new String(bytes.some(0, SEARCHED), StandardCharsets.ISO_8859_1);
        for (String start : new String[] {"Exif\0\0MM\0*", "Exif\0\0II*\0"}) {
            int at = head.indexOf(start);
            if (at >= 0) {
                return at + 6L;
            }
        }
        // In PNG and WebP it stands in a chunk of its own, without that word before it.
        for (String start : new String[] {"eXIfMM\0*", "eXIfII*\0"}) {
            int at = head.indexOf(start);
            if (at >= 0) {
                return at + 4L;
            }
        }
        String tail = tail(bytes);
        for (String order : new String[] {"MM\0*", "II*\0"}) {
            for (int at = tail.indexOf("EXIF"); at >= 0; at = tail.indexOf("EXIF", at + 4)) {
                if (tail.startsWith(order, at + 8)) {
                    return Math.max(0, bytes.size() - SEARCHED) + at + 8;
                }
            }
        }
        return -1;
    }
}
