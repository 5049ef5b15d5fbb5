package org.jailoo.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of one run: a disk with the notebook, and two sticks. */
record Place(Path folder) {
    /** The disk of the laptop. */
    Path disk() {
        return folder.resolve("disk");
    }

    /** The notebook on it. */
    Path notebook() {
        return disk().resolve("notebook");
    }

    /** A stick that is written to. */
    Path out() {
        return folder.resolve("out");
    }

    /** A stick that is read. */
    Path in() {
        return folder.resolve("in");
    }

    /** Makes the folders. */
    Place made() throws IOException {
        for (Path each : List.of(disk(), out(), in())) {
            Files.createDirectories(each);
        }
        return this;
    }

    /** Makes this place what another one is. */
    void copy(Place from) throws IOException {
        clear();
        made();
        for (Path file : from.files()) {
            Files.copy(
                    file,
                    folder.resolve(from.folder().relativize(file).toString()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Every file, in order. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The names below a folder of this place, without that of the folder; folders end with a stroke. */
    static List<String> names(Path below) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.walk(below)) {
            all.filter(path -> !path.equals(below))
                    .forEach(path -> names.add(below.relativize(path) + (Files.isDirectory(path) ? "/" : "")));
        }
        names.sort(null);
        return names;
    }

    void clear() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
