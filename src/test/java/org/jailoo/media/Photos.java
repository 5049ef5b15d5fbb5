package org.jailoo.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos with everything in them that a camera writes; tests only. */
public final class Photos {
    /** Stands in every part that must not leave. */
    public static final String SECRET = "SERIAL-4711-KANAREIKA";

    private Photos() {}

    /** Red on the left, green on the right, blue below. */
    public static byte[] plain(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG with the place, the day, a serial number, a comment, XMP, and a second picture after its end. */
    public static byte[] camera(int width, int height, int orientation) throws IOException {
        byte[] plain = plain(width, height, "jpg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, concat("Exif\0\0", tiff(orientation)));
        segment(
                out,
                0xE1,
                concat(
                        "http://ns.adobe.com/xap/1.0/\0",
                        ("<GPSLatitude " + SECRET + ">").getBytes(StandardCharsets.US_ASCII)));
        segment(out, 0xED, concat("Photoshop 3.0\0", SECRET.getBytes(StandardCharsets.US_ASCII)));
        segment(out, 0xFE, SECRET.getBytes(StandardCharsets.US_ASCII));
        out.write(plain, 2, plain.length - 2);
        out.write((SECRET + " after the end").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** A PNG with the place in its Exif, and words. */
    public static byte[] png(int width, int height) throws IOException {
        byte[] plain = plain(width, height, "png");
        int head = 8 + 12 + 13;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, head);
        chunk(out, "eXIf", tiff(1));
        chunk(out, "tEXt", ("Comment\0" + SECRET).getBytes(StandardCharsets.US_ASCII));
        out.write(plain, head, plain.length - head);
        return out.toByteArray();
    }

    private static byte[] concat(String name, byte[] rest) {
        byte[] start = name.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(start.length + rest.length)
                .put(start)
                .put(rest)
                .array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) throws IOException {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.write(content);
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        byte[] named = concat(name, content);
        CRC32 check = new CRC32();
        check.update(named);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(named);
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    /** Exif: orientation; Exif block with the day and the serial number; GPS block with a latitude. */
    static byte[] tiff(int orientation) {
        ByteBuffer out = ByteBuffer.allocate(300);
        out.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        out.putShort((short) 3);
        entry(out, 0x0112, 3, 1, orientation << 16);
        entry(out, 0x8769, 4, 1, 60);
        entry(out, 0x8825, 4, 1, 100);
        out.putInt(0);
        out.position(60);
        out.putShort((short) 2);
        entry(out, 0x9003, 2, 20, 150);
        entry(out, 0xA431, 2, SECRET.length() + 1, 180);
        out.putInt(0);
        out.position(100);
        out.putShort((short) 1);
        entry(out, 2, 5, 3, 220);
        out.putInt(0);
        out.position(150);
        out.put("2026:05:04 10:11:12\0".getBytes(StandardCharsets.US_ASCII));
        out.position(180);
        out.put((SECRET + "\0").getBytes(StandardCharsets.US_ASCII));
        out.position(220);
        for (int number : new int[] {42, 1, 52, 1, 30, 1}) {
            out.putInt(number);
        }
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int kind, int count, int value) {
        out.putShort((short) tag).putShort((short) kind).putInt(count).putInt(value);
    }
}
