package org.jailoo.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jailoo.history.Sha256;

/** What files hold: their hashes, to show that not a byte changed, and words that must not stand in them. */
final class Traces {
    private static final int PAGE = 4096;
    private static final int RESERVED = 80;

    private Traces() {}

    /** The hash of every file of a notebook but its lock, which every attempt to open touches. */
    static Map<String, String> hashes(Path notebook) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : filesOf(notebook)) {
            String name = String.valueOf(file.getFileName());
            // Neither belongs to the data: who has it open, and how many wrong passphrases there were.
            if (!name.endsWith(".lock") && !name.endsWith(".tries")) {
                hashes.put(name, java.util.HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))));
            }
        }
        return hashes;
    }

    /** The files whose names begin with the notebook's. */
    static List<Path> filesOf(Path notebook) throws IOException {
        Path folder = notebook.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(java.util.Objects.requireNonNull(folder))) {
            return files.filter(f -> String.valueOf(f.getFileName()).startsWith(String.valueOf(notebook.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    /** The files in a folder, at any depth, that hold a word in UTF-8 or UTF-16. */
    static List<Path> holding(Path folder, String word) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file) && holds(read(file), word)) {
                    found.add(file);
                }
            }
        } catch (UncheckedIOException e) {
            // A file of another process went away while the folder was walked.
        }
        return found;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Whether these bytes hold a word in UTF-8 or in either UTF-16. */
    static boolean holds(byte[] bytes, String word) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .anyMatch(c -> latin.contains(new String(word.getBytes(c), StandardCharsets.ISO_8859_1)));
    }

    /** The cells of a database, in whatever table, that hold a word: {@code table.column}. Decrypts nothing sealed. */
    static List<String> cellsHolding(Sql sql, String word) {
        List<String> found = new ArrayList<>();
        for (String table : sql.list("SELECT name FROM sqlite_master WHERE type = 'table'", r -> r.getString(1))) {
            sql.each("SELECT * FROM \"" + table + "\"", r -> {
                for (int c = 1; c <= r.getMetaData().getColumnCount(); c++) {
                    byte[] cell = r.getBytes(c);
                    if (cell != null && holds(cell, word)) {
                        found.add(table + "." + r.getMetaData().getColumnName(c));
                    }
                }
            });
        }
        return found.stream().distinct().toList();
    }

    /** Every page of a database made through the test's door as it lies in the file, unused ones too, decrypted. */
    static String pages(Path database) throws IOException, GeneralSecurityException {
        return pages(database, 0, 0);
    }

    /** The same of a database that the test's door does not open. */
    static String pages(Path database, byte[] key) throws IOException, GeneralSecurityException {
        return pages(database, 0, 0, key);
    }

    /** The pages of a file with a head, and a head before each page: 32 and 24 bytes in a -wal. */
    static String pages(Path file, int head, int pageHead) throws IOException, GeneralSecurityException {
        return pages(file, head, pageHead, TestDoor.keys().notebook());
    }

    private static String pages(Path file, int head, int pageHead, byte[] key)
            throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        StringBuilder text = new StringBuilder();
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        for (int at = head + pageHead; at + PAGE <= bytes.length; at += PAGE + pageHead) {
            // The first page begins with the salt; each ends with its nonce and its HMAC.
            int from = head + pageHead == 0 && at == 0 ? Database.SALT_BYTES : 0;
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(bytes, at + PAGE - RESERVED, 16));
            text.append(new String(cipher.doFinal(bytes, at + from, PAGE - RESERVED - from), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Every word of the search index with its places: {@code word record offset}. */
    static List<String> index(Sql sql) {
        sql.update("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search, instance)");
        try {
            return sql.list(
                    "SELECT term, doc, \"offset\" FROM temp.words ORDER BY term, doc, \"offset\"",
                    r -> r.getString(1) + " " + r.getLong(2) + " " + r.getLong(3));
        } finally {
            sql.update("DROP TABLE temp.words");
        }
    }

    /** Everything that is derived, line by line. */
    static List<String> derived(Sql sql) {
        List<String> lines = new ArrayList<>(sql.list(
                "SELECT record, type, deleted, purged, incomplete, conflicts, hex(digest) FROM state ORDER BY record",
                r -> "state " + r.getLong(1) + " " + r.getString(2) + r.getInt(3) + r.getInt(4) + r.getInt(5)
                        + r.getInt(6) + " " + r.getString(7)));
        lines.addAll(sql.list(
                "SELECT record, type || gone || day, code, place, words, campaign, conflicts, incomplete FROM listed"
                        + " ORDER BY record",
                r -> "listed " + r.getLong(1) + " " + r.getString(2) + "|" + r.getString(3) + "|" + r.getString(4) + "|"
                        + r.getString(5) + "|" + r.getString(6) + "|" + r.getInt(7) + r.getInt(8)));
        lines.addAll(sql.list(
                "SELECT sha256, revision FROM naming ORDER BY sha256, revision",
                r -> "naming " + r.getString(1) + " " + r.getLong(2)));
        lines.addAll(sql.list(
                "SELECT type || '/' || gone || '/' || campaign, records, conflicts, incomplete FROM tally ORDER BY 1",
                r -> "tally " + r.getString(1) + " " + r.getLong(2) + " " + r.getLong(3) + " " + r.getLong(4)));
        lines.addAll(sql.list(
                "SELECT writer, seq FROM fork ORDER BY writer, seq",
                r -> "fork " + r.getLong(1) + " " + r.getLong(2)));
        index(sql).forEach(word -> lines.add("word " + word));
        return lines;
    }
}
