import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Draws icon.svg, whose paths may hold M, L, C and Z alone, to the files that the systems want: java installer/icon/Icon.java.
 * They are kept beside it, so that only who changes the drawing needs this.
 */
class Icon {
    private static final Pattern PATH = Pattern.compile("<path fill=\"(#[0-9a-f]{6})\" d=\"([^\"]*)\"");
    private static final double DRAWN = 64;
    private static final int SHARPNESS = 8;

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of("installer", "icon");
        String svg = Files.readString(folder.resolve("icon.svg"));
        Map<Integer, byte[]> sizes = new TreeMap<>();
        for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
            sizes.put(size, png(svg, size));
            if (size < 512) {
                Files.write(folder.resolve("jailoo-" + size + ".png"), sizes.get(size));
            }
        }
        Files.write(folder.resolve("jailoo.ico"), ico(sizes));
        Files.write(folder.resolve("jailoo.icns"), icns(sizes));
        Path window = Path.of("src", "main", "resources", "org", "jailoo", "ui", "icons");
        Files.createDirectories(window);
        for (int size : new int[] {16, 32, 64}) {
            Files.write(window.resolve("jailoo-" + size + ".png"), sizes.get(size));
        }
    }

    private static byte[] png(String svg, int size) throws IOException {
        int large = size * SHARPNESS;
        BufferedImage image = new BufferedImage(large, large, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(large / DRAWN, large / DRAWN);
        Matcher paths = PATH.matcher(svg);
        while (paths.find()) {
            pen.setColor(Color.decode(paths.group(1)));
            pen.fill(shape(paths.group(2)));
        }
        BufferedImage small = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                small.setRGB(x, y, mean(image, x * SHARPNESS, y * SHARPNESS));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static int mean(BufferedImage image, int left, int top) {
        long alpha = 0;
        long[] colours = new long[3];
        for (int y = top; y < top + SHARPNESS; y++) {
            for (int x = left; x < left + SHARPNESS; x++) {
                int pixel = image.getRGB(x, y);
                alpha += pixel >>> 24;
                for (int i = 0; i < 3; i++) {
                    colours[i] += (long) (pixel >>> 24) * (pixel >>> (16 - 8 * i) & 255);
                }
            }
        }
        int mean = (int) (alpha / (SHARPNESS * SHARPNESS)) << 24;
        for (int i = 0; i < 3 && alpha > 0; i++) {
            mean |= (int) (colours[i] / alpha) << (16 - 8 * i);
        }
        return mean;
    }

    private static Path2D shape(String d) {
        Path2D shape = new Path2D.Double();
        try (Scanner words = new Scanner(d.replaceAll("([MLCZ])", " $1 "))) {
            words.useLocale(java.util.Locale.ROOT);
            while (words.hasNext()) {
                switch (words.next()) {
                    case "M" -> shape.moveTo(words.nextDouble(), words.nextDouble());
                    case "L" -> shape.lineTo(words.nextDouble(), words.nextDouble());
                    case "C" -> shape.curveTo(
                            words.nextDouble(), words.nextDouble(), words.nextDouble(),
                            words.nextDouble(), words.nextDouble(), words.nextDouble());
                    case "Z" -> shape.closePath();
                    default -> throw new IllegalArgumentException(d);
                }
            }
        }
        return shape;
    }

    /** What Windows wants: a table of pictures, and the pictures. */
    private static byte[] ico(Map<Integer, byte[]> sizes) {
        int[] wanted = {16, 24, 32, 48, 64, 128, 256};
        ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) wanted.length);
        int at = 6 + 16 * wanted.length;
        for (int size : wanted) {
            int length = sizes.get(size).length;
            out.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(length).putInt(at);
            at += length;
        }
        for (int size : wanted) {
            out.put(sizes.get(size));
        }
        return whole(out);
    }

    /** What macOS wants: each picture under the name of its size. */
    private static byte[] icns(Map<Integer, byte[]> sizes) {
        Map<String, Integer> names = Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512);
        ByteBuffer out = ByteBuffer.allocate(1 << 20).position(8);
        new TreeMap<>(names).forEach((name, size) -> out.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + sizes.get(size).length)
                .put(sizes.get(size)));
        int length = out.position();
        out.put(0, "icns".getBytes(StandardCharsets.US_ASCII)).putInt(4, length);
        return whole(out);
    }

    private static byte[] whole(ByteBuffer out) {
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }
}
