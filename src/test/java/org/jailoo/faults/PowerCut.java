package org.jailoo.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jailoo.faults.DiskLog.Call;
import org.jailoo.faults.DiskLog.Op;

/**
 * What a disk may hold after the power went: of each file what it held when it was last forced, and of what was written
 * since anything, in any order, in whole sectors; of the names in a folder those of its last forcing, and of what was
 * created, renamed and removed since the first few.
 */
final class PowerCut {
    private static final int SECTOR = 512;
    private static final int NOWHERE = -1;
    private static final int FOLDER = -2;

    /** How much of what was not forced is there. */
    enum Kept {
        NOTHING,
        ALL,
        SOME
    }

    private final Map<Integer, byte[]> forced = new HashMap<>();
    private final Map<Integer, List<Call>> since = new LinkedHashMap<>();
    private final Map<Path, Integer> names = new HashMap<>();
    private final Map<Path, Integer> forcedNames = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();
    private final Map<Long, Integer> ofInode = new HashMap<>();
    private int files;

    /** A change of names: where the file was, where it is then, and which; a folder brings along what is in it. */
    private record Naming(Path from, Path to, int file) {}

    /** Begins with what lies in a folder, all of it long since forced. */
    PowerCut(Path folder, List<Path> lying) throws IOException {
        for (Path path : lying) {
            int file = files++;
            forced.put(file, Files.readAllBytes(path));
            names.put(path, file);
            forcedNames.put(path, file);
            ofInode.put((Long) Files.getAttribute(path, "unix:ino"), file);
        }
    }

    /** The next call was made. */
    void did(Call call) {
        Path path = call.path();
        switch (call.op()) {
            case CREATE -> {
                int file = files++;
                forced.put(file, new byte[0]);
                ofInode.put(call.inode(), file);
                name(new Naming(path, path, file));
                names.put(path, file);
            }
            case WRITE, TRUNCATE ->
                since.computeIfAbsent(file(call), f -> new ArrayList<>()).add(call);
            case SYNC -> force(call);
            case RENAME -> {
                Path to = Path.of(call.second());
                Naming naming = new Naming(path, to, names.getOrDefault(path, FOLDER));
                apply(names, naming);
                name(naming);
            }
            case LINK -> {
                int file = Objects.requireNonNull(names.get(path));
                Path to = Path.of(call.second());
                names.put(to, file);
                name(new Naming(to, to, file));
            }
            case UNLINK -> {
                Integer file = names.remove(path);
                if (file != null) {
                    name(new Naming(path, path, NOWHERE));
                }
            }
            default -> {
                // An empty folder is nothing; one that is made in vain stands in nobody's way.
            }
        }
    }

    private void name(Naming naming) {
        namings.add(naming);
    }

    private int file(Call call) {
        Integer file = ofInode.get(call.inode());
        if (file == null) {
            throw new IllegalStateException("written before it was there: " + call.path());
        }
        return file;
    }

    private void force(Call call) {
        Integer file = names.containsKey(call.path()) ? ofInode.get(call.inode()) : null;
        if (file != null) {
            forced.put(file, applied(Objects.requireNonNull(forced.get(file)), since.getOrDefault(file, List.of())));
            since.remove(file);
        } else {
            // A folder: the names in it last.
            namings.removeIf(naming -> {
                boolean here = call.path().equals(naming.to().getParent());
                if (here) {
                    apply(forcedNames, naming);
                }
                return here;
            });
        }
    }

    private static void apply(Map<Path, Integer> names, Naming naming) {
        if (naming.file() == NOWHERE) {
            names.remove(naming.from());
        } else if (naming.file() == FOLDER) {
            for (Path below : List.copyOf(names.keySet())) {
                if (below.startsWith(naming.from())) {
                    int file = Objects.requireNonNull(names.remove(below));
                    names.put(naming.to().resolve(naming.from().relativize(below)), file);
                }
            }
        } else {
            names.remove(naming.from(), naming.file());
            names.put(naming.to(), naming.file());
        }
    }

    private static byte[] applied(byte[] before, List<Call> calls) {
        byte[] after = before;
        for (Call call : calls) {
            after = applied(after, call, call.data().length);
        }
        return after;
    }

    private static byte[] applied(byte[] before, Call call, int length) {
        if (call.op() == Op.TRUNCATE) {
            return Arrays.copyOf(before, (int) call.offset());
        }
        int at = (int) call.offset();
        byte[] after = Arrays.copyOf(before, Math.max(before.length, at + length));
        System.arraycopy(call.data(), 0, after, at, length);
        return after;
    }

    /** Writes what the disk may hold now, if the power goes, from one folder's names to another folder. */
    void write(Path from, Path to, Kept kept, Random random) throws IOException {
        Map<Path, Integer> lasting = new HashMap<>(forcedNames);
        int few = kept == Kept.NOTHING ? 0 : kept == Kept.ALL ? namings.size() : random.nextInt(namings.size() + 1);
        namings.subList(0, few).forEach(naming -> apply(lasting, naming));
        for (Map.Entry<Path, Integer> name : lasting.entrySet()) {
            // What is shared between processes in memory has no bytes here; it is made anew.
            if (name.getKey().startsWith(from) && !name.getKey().toString().endsWith("-shm")) {
                Path target = to.resolve(from.relativize(name.getKey()).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.write(target, content(name.getValue(), kept, random));
            }
        }
    }

    private byte[] content(int file, Kept kept, Random random) {
        byte[] content = Objects.requireNonNull(forced.get(file));
        for (Call call : since.getOrDefault(file, List.of())) {
            int length = call.data().length;
            int part = switch (kept) {
                case NOTHING -> -1;
                case ALL -> length;
                case SOME ->
                    switch (random.nextInt(3)) {
                        case 0 -> -1;
                        case 1 -> length;
                        default ->
                            call.op() == Op.TRUNCATE || length <= SECTOR
                                    ? length
                                    : random.nextInt(length / SECTOR) * SECTOR;
                    };
            };
            if (part >= 0) {
                content = applied(content, call, part);
            }
        }
        return content;
    }
}
