package org.jailoo.leaks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jailoo.search.Folding;

/**
 * A search for words in files, in every form in which a program may leave them: UTF-8 and both UTF-16, folded as the
 * index folds, in capitals, Base64 in each of its three positions, as numbers in XML, and each of these inside gzip and
 * zip.
 */
final class LeakScan {
    private static final int HEAD = 8;
    private static final int MOST_INFLATED = 64 << 20;

    /** What was looked at, and what was found there: the place a word was planted in, the form, and the file. */
    record Looked(int files, long bytes, Set<String> found) {
        Looked plus(Looked more) {
            Set<String> all = new TreeSet<>(found);
            all.addAll(more.found);
            return new Looked(files + more.files, bytes + more.bytes, all);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Form(byte[] bytes, String told) {}

    private final Map<Long, List<Form>> forms = new HashMap<>();
    /** A quick «no» for almost every position. */
    private final boolean[] starts = new boolean[1 << 24];

    LeakScan(Map<String, String> planted) {
        planted.forEach((word, place) -> {
            texts(word, place);
            String folded = Folding.fold(word);
            if (!folded.equals(word)) {
                texts(folded, place + " (folded)");
            }
            texts(word.toUpperCase(Locale.ROOT), place + " (capitals)");
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[shift + bytes.length];
                System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                String base = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                // The letters at both ends hold bits of what stands beside.
                add(
                        base.substring(shift == 0 ? 0 : shift + 1, base.length() - 1)
                                .getBytes(StandardCharsets.US_ASCII),
                        place + " (Base64)");
            }
            StringBuilder numbers = new StringBuilder();
            word.codePoints()
                    .forEach(c ->
                            numbers.append("&#x").append(Integer.toHexString(c)).append(';'));
            add(numbers.toString().getBytes(StandardCharsets.US_ASCII), place + " (XML)");
        });
    }

    private void texts(String word, String told) {
        add(word.getBytes(StandardCharsets.UTF_8), told);
        add(word.getBytes(StandardCharsets.UTF_16LE), told + " (UTF-16)");
        add(word.getBytes(StandardCharsets.UTF_16BE), told + " (UTF-16)");
    }

    private void add(byte[] bytes, String told) {
        forms.computeIfAbsent(head(bytes, 0), head -> new ArrayList<>()).add(new Form(bytes, told));
        starts[start(bytes, 0)] = true;
    }

    private static int start(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 16) | ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
    }

    private static long head(byte[] bytes, int at) {
        long head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = (head << 8) | (bytes[at + i] & 0xFF);
        }
        return head;
    }

    /** Looks into every file of these places, at any depth, and at its name. */
    Looked files(List<Path> places) throws IOException {
        Looked looked = new Looked(0, 0, Set.of());
        for (Path place : places) {
            try (Stream<Path> walk = Files.walk(place)) {
                for (Path file : walk.toList()) {
                    looked = looked.plus(named(file));
                    if (Files.isRegularFile(file)) {
                        String name = String.valueOf(file.getFileName());
                        byte[] bytes = Files.readAllBytes(file);
                        looked = looked.plus(bytes(bytes, name));
                        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
                            looked = looked.plus(new Looked(0, 0, zipped(file, name)));
                        }
                    }
                }
            } catch (NoSuchFileException | UncheckedIOException e) {
                // A file of a running process went away while we walked.
            }
        }
        return looked;
    }

    private Looked named(Path file) {
        Looked name = look(file.toString().getBytes(StandardCharsets.UTF_8), "the name of a file");
        return new Looked(0, 0, name.found());
    }

    /** Looks through bytes, and through what is packed in them. */
    Looked bytes(byte[] bytes, String where) {
        Looked looked = look(bytes, where);
        Set<String> found = new TreeSet<>(looked.found());
        for (int at = 0; at + 10 < bytes.length; at++) {
            if (bytes[at] == 0x1F && bytes[at + 1] == (byte) 0x8B && bytes[at + 2] == 8) {
                found.addAll(look(inflated(bytes, at), where + " (gzip)").found());
            }
        }
        return new Looked(1, bytes.length, found);
    }

    private Looked look(byte[] bytes, String where) {
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + HEAD <= bytes.length; at++) {
            if (starts[start(bytes, at)]) {
                for (Form form : forms.getOrDefault(head(bytes, at), List.of())) {
                    if (at + form.bytes().length <= bytes.length && matches(bytes, at, form.bytes())) {
                        found.add(form.told() + " in " + where);
                    }
                }
            }
        }
        return new Looked(1, bytes.length, found);
    }

    private static boolean matches(byte[] bytes, int at, byte[] form) {
        for (int i = HEAD; i < form.length; i++) {
            if (bytes[at + i] != form[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] inflated(byte[] bytes, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n > 0 && out.size() < MOST_INFLATED; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // Noise that looked like the beginning of one, or one that is cut off: what came is looked at.
        }
        return out.toByteArray();
    }

    private Set<String> zipped(Path file, String where) throws IOException {
        Set<String> found = new TreeSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                found.addAll(look(zip.getInputStream(entry).readAllBytes(), where + " (zip)")
                        .found());
            }
        }
        return found;
    }
}
