package org.jailoo.ui.shell;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jailoo.app.AddFile;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;

/** An interview with a photo, a scan, a recording and a file that is not held: drawn and sounded here, of nobody. */
final class FileScenes {
    private static final int RATE = 16_000;
    private static final int SECONDS = 95;

    private final AddFile add;
    private final Map<String, Json> body = new TreeMap<>();

    private FileScenes(Notebook notebook) {
        this.add = new AddFile(notebook);
    }

    /** Saves the interview; its id. */
    static String prepare(Notebook notebook, Clock clock) throws IOException {
        FileScenes scenes = new FileScenes(notebook);
        scenes.put("IMG_20260504_101112.jpg", "Котельнанын алдындагы барак", photo());
        scenes.put("tabel-04-2026.png", "", scan());
        scenes.put("AUD-20260504-0003.wav", "", sound());
        scenes.body.put(
                "attachments/" + RecordId.random(),
                Json.object(Map.of(
                        "sha256", Json.of("ab".repeat(32)),
                        "name", Json.of("spravka.pdf"),
                        "mediaType", Json.of("application/pdf"),
                        "size", Json.of(482_113))));
        scenes.body.put("code", Json.of("A7-0031"));
        scenes.body.put("synthetic", Json.TRUE);
        scenes.body.put(
                "consent",
                Json.object(
                        Map.of("given", Json.of("yes"), "purposes", Json.texts(java.util.List.of("keep", "photo")))));
        SaveRecord save = new SaveRecord(notebook, clock);
        SaveRecord.Form form = save.open("interview", null);
        save.save(form, Json.object(scenes.body));
        return form.record();
    }

    private void put(String name, String caption, byte[] bytes) throws IOException {
        if (add.add(new ByteArrayInputStream(bytes), bytes.length, Steps.UNWATCHED) instanceof AddFile.Added added) {
            Map<String, Json> item = new TreeMap<>(Map.of(
                    "sha256", Json.of(added.sha256()),
                    "name", Json.of(name),
                    "mediaType", Json.of(added.mediaType()),
                    "size", Json.of(added.size())));
            if (!caption.isEmpty()) {
                item.put("caption", Json.of(caption));
            }
            if (added.seconds() != null) {
                item.put("seconds", Json.of(added.seconds()));
            }
            body.put("attachments/" + RecordId.random(), Json.object(item));
        }
    }

    private static byte[] image(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, out);
        }
        return bytes.toByteArray();
    }

    /** A hut below mountains, with the place and the day in its Exif. */
    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0x8FB8D8), 0, 800, new Color(0xE8EEF0)));
        g.fillRect(0, 0, 1600, 1200);
        g.setColor(new Color(0x6F8088));
        g.fillPolygon(new int[] {0, 420, 760, 1120, 1600, 1600, 0}, new int[] {640, 260, 560, 200, 600, 800, 800}, 7);
        g.setColor(new Color(0x7C8F5A));
        g.fillRect(0, 760, 1600, 440);
        g.setColor(new Color(0x9A6B4A));
        g.fillRect(520, 620, 560, 320);
        g.setColor(new Color(0x5A4A44));
        g.fillPolygon(new int[] {470, 800, 1130}, new int[] {630, 470, 630}, 3);
        g.fillRect(620, 760, 110, 180);
        g.dispose();
        byte[] plain = image(image, "jpg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(exif());
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static byte[] exif() {
        ByteBuffer exif = ByteBuffer.allocate(112);
        exif.putShort((short) 0xFFE1).putShort((short) 110);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 2);
        entry(exif, 0x0132, 2, 20, 56);
        entry(exif, 0x8825, 4, 1, 38);
        exif.putInt(0);
        exif.putShort((short) 1);
        entry(exif, 2, 5, 3, 78);
        exif.putInt(0);
        exif.put("2026:05:04 10:11:12\0".getBytes(StandardCharsets.US_ASCII));
        return exif.array();
    }

    private static void entry(ByteBuffer out, int tag, int kind, int count, int value) {
        out.putShort((short) tag).putShort((short) kind).putInt(count).putInt(value);
    }

    /** A sheet of lines. */
    private static byte[] scan() throws IOException {
        BufferedImage image = new BufferedImage(1000, 1400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0xFAF8F2));
        g.fillRect(0, 0, 1000, 1400);
        g.setColor(new Color(0x3A4452));
        g.fillRect(120, 120, 460, 34);
        for (int y = 230; y < 1250; y += 44) {
            g.fillRect(120, y, y * 7919 % 380 + 380, 12);
        }
        g.dispose();
        return image(image, "png");
    }

    private static byte[] sound() {
        int size = RATE * SECONDS;
        ByteBuffer out = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
        out.putShort((short) 1).putShort((short) 8);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        for (int i = 0; i < size; i++) {
            out.put((byte) (128 + 40 * Math.sin(2 * Math.PI * 220 * i / RATE)));
        }
        return out.array();
    }
}
