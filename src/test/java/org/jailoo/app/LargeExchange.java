package org.jailoo.app;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jailoo.app.ExportBundle.Choice;

/** Sends many long records and one large file from one notebook to another, in a process whose heap is the test. */
final class LargeExchange {
    private LargeExchange() {}

    /** Folder, number of records, bytes of the file. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int records = Integer.parseInt(args[1]);
        long size = Long.parseLong(args[2]);
        List<Laptop> both = Laptop.friends(folder, "A", "lead");
        Laptop a = both.get(0);
        Laptop lead = both.get(1);
        Random random = new Random(3);
        a.notebook.inTransaction(() -> {
            for (int i = 0; i < records; i++) {
                a.interview(narrative(random));
            }
            return a;
        });
        String record = a.interview("with a file");
        String sha256 = a.notebook.attachments().store(noise(size)).sha256();
        a.names(record, sha256);
        Path bundle = a.export(Choice.ALL, lead);
        ImportResult result;
        try (ImportBundle.Waiting waiting = lead.stage(bundle, Laptop.NOTHING)) {
            ImportResult told = waiting.preview();
            result = waiting.write();
            if (!told.equals(result)) {
                throw new AssertionError("the preview told something else");
            }
        }
        Long came = lead.notebook.attachments().size(sha256);
        if (result.fresh() != records + 1 || result.gaps() != 0 || came == null || came != size) {
            throw new AssertionError(result.toString());
        }
        lead.takes(a.export(Choice.CHANGES, lead));
        both.forEach(Laptop::close);
        System.out.println("taken " + result.fresh() + " records, a bundle of " + Files.size(bundle) + " bytes, heap "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        System.exit(0);
    }

    /** About 3 KB of UTF-8. */
    private static String narrative(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 1500) {
            for (int i = 3 + random.nextInt(8); i > 0; i--) {
                text.append("абвгдежзийклмнңоөпрстуүфхцчшщъыьэюя".charAt(random.nextInt(35)));
            }
            text.append(' ');
        }
        return text.toString();
    }

    /** Bytes that do not compress. */
    private static InputStream noise(long size) {
        byte[] block = new byte[1 << 20];
        new Random(4).nextBytes(block);
        return new InputStream() {
            private long left = size;
            private InputStream now = new ByteArrayInputStream(block);

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left == 0) {
                    return -1;
                }
                try {
                    int n = now.read(into, from, (int) Math.min(left, length));
                    if (n < 0) {
                        block[(int) (left >> 20) & 1023]++;
                        now = new ByteArrayInputStream(block);
                        return read(into, from, length);
                    }
                    left -= n;
                    return n;
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }
}
