package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A sync program at its worst: every laptop has a copy of the folder; what appears in one comes to the others late, twice, in
 * parts, in another order, as a conflict copy, and sometimes as an older state of itself once more. Tests only.
 */
final class HostileFolder {
    private final List<Path> copies = new ArrayList<>();
    private final Random random;
    /** By copy and name: what the program itself has put there, and its bytes now. */
    private final List<Map<String, byte[]>> brought = new ArrayList<>();
    /** Every bundle that a laptop wrote: its bytes, for ever. */
    final Map<String, byte[]> written = new TreeMap<>();

    private final List<Parcel> onTheWay = new ArrayList<>();
    final Map<String, Long> done = new TreeMap<>();

    /** A file on its way; its bytes are those of {@link #written}, and nobody changes them. */
    private static final class Parcel {
        private final int to;
        private final String name;
        private final byte[] bytes;

        Parcel(int to, String name, byte[] bytes) {
            this.to = to;
            this.name = name;
            this.bytes = bytes;
        }

        int to() {
            return to;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    HostileFolder(Path place, int laptops, Random random) throws IOException {
        this.random = random;
        for (int i = 0; i < laptops; i++) {
            copies.add(Files.createDirectory(place.resolve("copy" + i)));
            brought.add(new HashMap<>());
            Files.writeString(copies.get(i).resolve(".stfolder"), "");
            Files.writeString(copies.get(i).resolve("отчет.docx"), "not ours");
            Files.createDirectory(copies.get(i).resolve("x.jailoo.d"));
        }
    }

    Path copy(int laptop) {
        return copies.get(laptop);
    }

    /** Everything that lies in a copy, with its bytes. */
    Map<String, byte[]> state(int laptop) throws IOException {
        Map<String, byte[]> state = new TreeMap<>();
        try (Stream<Path> files = Files.list(copies.get(laptop))) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file)) {
                    state.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return state;
    }

    /** Takes up what a laptop has done: it may have added whole files of its own, and nothing else. */
    void after(int laptop, Map<String, byte[]> before) throws IOException {
        Map<String, byte[]> now = state(laptop);
        before.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, now.get(name))) {
                throw new AssertionError("a file that lay there was touched: " + name);
            }
        });
        for (Map.Entry<String, byte[]> file : now.entrySet()) {
            if (!before.containsKey(file.getKey())) {
                if (!file.getKey().matches("[0-9a-f]{32}\\.jailoo")) {
                    throw new AssertionError("a name that tells something: " + file.getKey());
                }
                if (written.put(file.getKey(), file.getValue()) != null) {
                    throw new AssertionError("written twice: " + file.getKey());
                }
                for (int other = 0; other < copies.size(); other++) {
                    if (other != laptop) {
                        onTheWay.add(new Parcel(other, file.getKey(), file.getValue()));
                    }
                }
            }
        }
    }

    boolean isQuiet() {
        return onTheWay.isEmpty();
    }

    private void count(String what) {
        done.merge(what, 1L, Long::sum);
    }

    /** Does one of its tricks. */
    void step() throws IOException {
        if (onTheWay.isEmpty()) {
            return;
        }
        Parcel parcel = onTheWay.get(random.nextInt(onTheWay.size()));
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                put(parcel.to(), parcel.name(), Arrays.copyOf(parcel.bytes(), random.nextInt(parcel.bytes().length)));
                count("cut");
            }
            case 2 -> {
                put(parcel.to(), parcel.name(), new byte[parcel.bytes().length]);
                count("room kept, empty");
            }
            case 3 -> {
                String conflict = conflict(parcel.name());
                boolean half = random.nextBoolean();
                put(
                        parcel.to(),
                        conflict,
                        half ? Arrays.copyOf(parcel.bytes(), parcel.bytes().length / 2) : parcel.bytes());
                count("conflict copy");
            }
            case 4 -> {
                put(parcel.to(), "." + "syncthing." + parcel.name() + ".tmp", parcel.bytes());
                count("temporary");
            }
            case 5 -> {
                older();
                count("older again");
            }
            case 6 -> {
                // Also into the copy of its own writer, under another name.
                int writer = random.nextInt(copies.size());
                put(writer, conflict(parcel.name()), parcel.bytes());
                count("conflict copy elsewhere");
            }
            default -> deliver(parcel);
        }
    }

    private void deliver(Parcel parcel) throws IOException {
        put(parcel.to(), parcel.name(), parcel.bytes());
        onTheWay.remove(parcel);
        count("delivered");
    }

    /** A file that was whole is cut again, and comes whole later. */
    private void older() throws IOException {
        int to = random.nextInt(copies.size());
        for (Map.Entry<String, byte[]> file : brought.get(to).entrySet()) {
            byte[] whole = written.get(file.getKey());
            if (whole != null) {
                onTheWay.add(new Parcel(to, file.getKey(), whole));
                put(to, file.getKey(), Arrays.copyOf(whole, random.nextInt(whole.length)));
                return;
            }
        }
    }

    private String conflict(String name) {
        String stem = name.substring(0, name.length() - 7);
        return switch (random.nextInt(6)) {
            case 0 -> stem + ".sync-conflict-20240506-070809-ABCDEFG.jailoo";
            case 1 -> stem + " (conflicted copy 2024-05-06 070809).jailoo";
            case 2 -> stem + " (1).jailoo";
            case 3 -> name + "~";
            case 4 -> stem.toUpperCase(java.util.Locale.ROOT) + ".JAILOO";
            default -> "._" + name;
        };
    }

    /** Brings everything that is still on its way, whole. */
    void finish() throws IOException {
        while (!onTheWay.isEmpty()) {
            deliver(onTheWay.get(random.nextInt(onTheWay.size())));
        }
    }

    private void put(int to, String name, byte[] bytes) throws IOException {
        Path file = copies.get(to).resolve(name);
        boolean own = Files.exists(file) && !brought.get(to).containsKey(name);
        if (!own) {
            brought.get(to).put(name, bytes);
            Files.write(file, bytes);
            // As a stick tells time.
            long now = System.currentTimeMillis() / 2000 * 2000 + 2000L * random.nextInt(3);
            Files.setLastModifiedTime(file, FileTime.fromMillis(now));
        }
    }
}
