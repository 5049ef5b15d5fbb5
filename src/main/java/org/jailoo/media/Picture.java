package org.jailoo.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStreamImpl;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture made small enough while it is decoded: of fifty million dots only those are kept that are shown. Turned as
 * its camera was held.
 */
public final class Picture {
    /** More than a screen shows is read, then made smooth. */
    private static final int FINER = 2;

    /** Larger than any camera's; a few bytes can claim it. */
    private static final long MOST_DOTS = 400_000_000L;

    private final int width;
    private final int height;
    private final int[] dots;

    private Picture(int width, int height, int[] dots) {
        this.width = width;
        this.height = height;
        this.dots = dots;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The dots, line by line, as alpha, red, green, blue; to be read alone. */
    public int[] dots() {
        return dots;
    }

    /**
     * Draws a picture into a box, never larger than it is.
     *
     * @param orientation how it is to be turned, 1 to 8 as Exif counts
     * @throws IOException if it is no picture that can be drawn here
     */
    public static Picture read(Bytes bytes, int orientation, int boxWidth, int boxHeight) throws IOException {
        boolean aside = orientation >= 5;
        int wide = aside ? boxHeight : boxWidth;
        int high = aside ? boxWidth : boxHeight;
        try (Input input = new Input(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no picture that is known here");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_DOTS) {
                    throw new IOException("larger than any camera's");
                }
                double scale = Math.min(1, Math.min((double) wide / width, (double) high / height));
                int step = Math.max(1, (int) Math.floor(1 / (scale * FINER)));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                BufferedImage read = reader.read(0, param);
                return turned(
                        scaled(read, Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int)
                                Math.round(height * scale))),
                        orientation);
            } catch (RuntimeException e) {
                // Broken pictures make the readers of the JDK fail in many ways.
                throw new IOException("a picture that cannot be read", e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Dots as the bytes of a PNG, in memory alone: for what comes from the clipboard. */
    public static byte[] png(int width, int height, int[] dots) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, dots, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A stream of the JDK's own choice would pass through a file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    private static Picture scaled(BufferedImage image, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return new Picture(width, height, small.getRGB(0, 0, width, height, null, 0, width));
    }

    private static Picture turned(Picture from, int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return from;
        }
        boolean aside = orientation >= 5;
        int w = from.width;
        int h = from.height;
        int width = aside ? h : w;
        int height = aside ? w : h;
        int[] dots = new int[from.dots.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int toX = switch (orientation) {
                    case 2, 3 -> w - 1 - x;
                    case 5, 8 -> y;
                    case 6, 7 -> h - 1 - y;
                    default -> x;
                };
                int toY = switch (orientation) {
                    case 3, 4 -> h - 1 - y;
                    case 5, 6 -> x;
                    case 7, 8 -> w - 1 - x;
                    default -> y;
                };
                dots[toY * width + toX] = from.dots[y * w + x];
            }
        }
        return new Picture(width, height, dots);
    }

    /** Reads from where the bytes are: the JDK's own streams would copy them into a file, or into memory. */
    private static final class Input extends ImageInputStreamImpl {
        private final Bytes bytes;

        Input(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            checkClosed();
            bitOffset = 0;
            int n = bytes.read(streamPos, into, offset, length);
            streamPos += Math.max(0, n);
            return n <= 0 ? -1 : n;
        }

        @Override
        public long length() {
            return bytes.size();
        }
    }
}
