package org.jailoo.ui.shell;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture of a screen made small enough for a repository: narrower, and of few colours. The same screen is the same file. */
final class SmallPicture {
    private static final int WIDTH = 900;
    private static final int COLOURS = 48;

    private SmallPicture() {}

    static void write(BufferedImage whole, Path file) throws IOException {
        int height = whole.getHeight() * WIDTH / whole.getWidth();
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(whole.getScaledInstance(WIDTH, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(paletted(small), "png", file.toFile());
    }

    private static BufferedImage paletted(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        // How often each colour is there, in five bits a part.
        int[] often = new int[1 << 15];
        for (int pixel : pixels) {
            often[coarse(pixel)]++;
        }
        List<Box> boxes = new ArrayList<>(List.of(Box.of(often)));
        while (boxes.size() < COLOURS) {
            Box largest =
                    boxes.stream().max(Comparator.comparingDouble(Box::spread)).orElseThrow();
            if (largest.spread() == 0) {
                break;
            }
            boxes.remove(largest);
            boxes.addAll(largest.halves());
        }
        byte[] palette = new byte[3 * boxes.size()];
        int[] index = new int[1 << 15];
        long[][] sums = new long[boxes.size()][4];
        for (int i = 0; i < boxes.size(); i++) {
            for (int colour : boxes.get(i).colours) {
                index[colour] = i;
            }
        }
        for (int pixel : pixels) {
            long[] sum = sums[index[coarse(pixel)]];
            sum[0] += pixel >> 16 & 0xff;
            sum[1] += pixel >> 8 & 0xff;
            sum[2] += pixel & 0xff;
            sum[3]++;
        }
        for (int i = 0; i < boxes.size(); i++) {
            for (int part = 0; part < 3; part++) {
                palette[3 * i + part] = (byte) (sums[i][part] / Math.max(1, sums[i][3]));
            }
        }
        IndexColorModel colours = new IndexColorModel(8, boxes.size(), palette, 0, false);
        BufferedImage paletted =
                new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int i = 0; i < pixels.length; i++) {
            paletted.getRaster().setSample(i % width, i / width, 0, index[coarse(pixels[i])]);
        }
        return paletted;
    }

    private static int coarse(int rgb) {
        return (rgb >> 9 & 0x7c00) | (rgb >> 6 & 0x3e0) | (rgb >> 3 & 0x1f);
    }

    /** Colours that lie near one another. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; all boxes share it.
    private record Box(List<Integer> colours, int[] often) {
        static Box of(int[] often) {
            List<Integer> colours = new ArrayList<>();
            for (int i = 0; i < often.length; i++) {
                if (often[i] > 0) {
                    colours.add(i);
                }
            }
            return new Box(colours, often);
        }

        private static int part(int colour, int part) {
            return colour >> (10 - 5 * part) & 0x1f;
        }

        private int width(int part) {
            int least = colours.stream().mapToInt(c -> part(c, part)).min().orElse(0);
            return colours.stream().mapToInt(c -> part(c, part)).max().orElse(0) - least;
        }

        private int widest() {
            return width(1) >= width(0) && width(1) >= width(2) ? 1 : width(0) >= width(2) ? 0 : 2;
        }

        /** How much is lost when all of it becomes one colour. */
        double spread() {
            long pixels = colours.stream().mapToLong(c -> often[c]).sum();
            return width(widest()) * Math.pow((double) pixels, 0.25);
        }

        List<Box> halves() {
            int part = widest();
            List<Integer> sorted = new ArrayList<>(colours);
            sorted.sort(Comparator.comparingInt(c -> part(c, part)));
            int middle = (part(sorted.get(0), part) + part(sorted.get(sorted.size() - 1), part) + 1) / 2;
            int cut = 1;
            while (cut < sorted.size() - 1 && part(sorted.get(cut), part) < middle) {
                cut++;
            }
            return List.of(
                    new Box(new ArrayList<>(sorted.subList(0, cut)), often),
                    new Box(new ArrayList<>(sorted.subList(cut, sorted.size())), often));
        }
    }
}
