package org.jailoo.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The bundles among what a person has dropped: files as they are, folders searched. In a folder a bundle is known by its
 * first bytes, because its name may tell nothing, or by its ending, because it may be damaged.
 */
public final class BundlesIn {
    private static final String ENDING = ".jailoo";
    private static final String FORMAT = "\"jailoo-bundle\"";
    private static final byte[] AGE = "age-encryption.org/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int LOOKED_AT = 512;
    private static final int DEEPEST = 16;

    private final Steps steps;
    private final List<Path> files = new ArrayList<>();
    private long skipped;

    private BundlesIn(Steps steps) {
        this.steps = steps;
    }

    /**
     * What was found.
     *
     * @param files the bundles, or what should be ones, in the order of their names
     * @param skipped how many other files the folders hold, or that could not be looked at
     */
    public record Found(List<Path> files, long skipped) {
        public Found {
            files = List.copyOf(files);
        }
    }

    /** Searches; links are not followed. */
    public static Found search(Collection<Path> dropped, Steps steps) throws IOException {
        BundlesIn search = new BundlesIn(steps);
        for (Path path : dropped) {
            if (Files.isDirectory(path)) {
                search.folder(path);
            } else {
                search.files.add(path);
            }
        }
        return new Found(search.files, search.skipped);
    }

    private void folder(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, java.util.Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                steps.done(found.size(), 0);
                if (attributes.isRegularFile() && isLikely(file)) {
                    found.add(file);
                } else {
                    skipped++;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // A folder of the system's own on a stick, or one that lies too deep: nothing that was dropped.
                skipped++;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        files.addAll(found);
    }

    static boolean isLikely(Path file) {
        String name = String.valueOf(file.getFileName());
        // What a Macintosh keeps beside every file on a stick, under nearly the same name.
        if (name.startsWith("._")) {
            return false;
        }
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING) || beginsLikeOne(file);
    }

    private static boolean beginsLikeOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(LOOKED_AT);
            return isAge(head) || isBundle(head) || isBundle(inflated(head));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAge(byte[] head) {
        return head.length >= AGE.length && java.util.Arrays.equals(head, 0, AGE.length, AGE, 0, AGE.length);
    }

    private static boolean isBundle(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") && text.contains(FORMAT);
    }

    private static byte[] inflated(byte[] head) {
        byte[] plain = new byte[LOOKED_AT];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            for (int read = in.read(plain); read > 0; read = in.read(plain, length, plain.length - length)) {
                length += read;
            }
        } catch (IOException e) {
            // No gzip, or more of it than was looked at: what came out so far counts.
        }
        return java.util.Arrays.copyOf(plain, length);
    }
}
