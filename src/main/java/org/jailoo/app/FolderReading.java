package org.jailoo.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jailoo.app.FolderView.Found;
import org.jailoo.app.FolderView.State;
import org.jailoo.bundle.Reason;
import org.jailoo.folder.FileKind;
import org.jailoo.folder.Looks;
import org.jailoo.folder.Mark;
import org.jailoo.folder.Retries;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Offered.Row;
import org.jspecify.annotations.Nullable;

/** Looks into a shared folder; writes nothing there, and remembers in the notebook what it found, so that no file is read twice. */
final class FolderReading {
    /** So long a file may stand still and not be whole before it is called damaged. */
    static final Duration PATIENCE = Duration.ofDays(1);

    /** As many files are remembered together. */
    private static final int TOGETHER = 100;

    private final Notebook notebook;
    private final OfferedFile offered;
    private final Clock clock;
    private final LongSupplier ticks;
    private final Looks looks = new Looks();
    private final Retries retries = new Retries();

    /** With a clock that nobody sets, in nanoseconds. */
    FolderReading(Notebook notebook, ImportBundle imports, Clock clock, LongSupplier ticks) {
        this.notebook = notebook;
        this.offered = new OfferedFile(notebook, imports, clock);
        this.clock = clock;
        this.ticks = ticks;
    }

    /**
     * Looks.
     *
     * @param again whether files that were not whole, or too new, are read again although they have not changed
     */
    FolderView look(Path folder, boolean again, Steps steps) {
        try {
            return new Look(folder, again, steps).all();
        } catch (DirectoryIteratorException e) {
            IOException cause = e.getCause();
            return failed(folder, cause == null ? new IOException(e) : cause);
        } catch (IOException e) {
            return failed(folder, e);
        }
    }

    private static FolderView failed(Path folder, IOException failure) {
        return new FolderView(FolderTrouble.reading(folder, failure), false, List.of());
    }

    /** The mark of a file that is neither a folder nor a link; null for any other. */
    private static @Nullable Mark mark(Path path) throws IOException {
        BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return is.isRegularFile() ? new Mark(is.size(), is.lastModifiedTime().toMillis()) : null;
    }

    /** One look. */
    private final class Look implements OfferedFile.Memory {
        private final Path folder;
        private final boolean again;
        private final Steps steps;
        private final Map<String, List<Row>> byName = new HashMap<>();
        private final Map<String, Row> byHash = new HashMap<>();
        private final Map<String, Row> owns = new HashMap<>();
        private final List<Found> files = new ArrayList<>();
        /** What was read and is not remembered yet. */
        private final List<Row> read = new ArrayList<>();

        private final Set<String> listed = new HashSet<>();
        private final Set<String> told = new HashSet<>();

        Look(Path folder, boolean again, Steps steps) {
            this.folder = folder;
            this.again = again;
            this.steps = steps;
            notebook.offered().all().forEach(this::know);
        }

        private void know(Row row) {
            byName.computeIfAbsent(row.name(), n -> new ArrayList<>()).add(row);
            if (OfferedFile.isOurs(row)) {
                owns.put(row.sha256(), row);
            } else if (!row.sha256().isEmpty()) {
                byHash.put(row.sha256(), row);
            }
        }

        FolderView all() throws IOException {
            try {
                return look();
            } finally {
                keep();
            }
        }

        private FolderView look() throws IOException {
            List<Path> paths = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(paths::add);
            }
            // The shortest name first: of several copies that one is the file itself.
            paths.sort(
                    Comparator.comparing((Path p) -> p.getFileName().toString().length())
                            .thenComparing(p -> p.getFileName().toString()));
            for (Path path : paths) {
                steps.done(0, 0);
                listed.add(String.valueOf(path.getFileName()));
                try {
                    one(path);
                } catch (NoSuchFileException e) {
                    // Gone between two moments: as if it had not been listed. If all is gone, that is told.
                    if (!Files.isDirectory(folder)) {
                        throw e;
                    }
                }
            }
            looks.keep(listed);
            keep();
            forget();
            return new FolderView(null, paths.isEmpty() && !byName.isEmpty(), files);
        }

        private void one(Path path) throws IOException {
            String name = String.valueOf(path.getFileName());
            FileKind kind = FileKind.of(name);
            if (kind == FileKind.OTHER) {
                return;
            }
            try {
                Mark mark = mark(path);
                if (mark == null) {
                    return;
                }
                switch (kind) {
                    case PLACEHOLDER -> found(path, mark, State.PLACEHOLDER, null);
                    case ARRIVING -> half(path, mark);
                    default -> bundle(path, name, mark);
                }
            } catch (AccessDeniedException e) {
                found(path, new Mark(0, 0), State.UNREADABLE, null);
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
                found(path, new Mark(0, 0), State.UNREADABLE, null);
            }
        }

        /** What a sync program has not finished: those that nobody finished for a day are leftovers, and nobody's news. */
        private void half(Path path, Mark mark) {
            if (Math.abs(clock.millis() - mark.modified()) < PATIENCE.toMillis()) {
                found(path, mark, State.ARRIVING, null);
            }
        }

        private void bundle(Path path, String name, Mark mark) throws IOException {
            for (Row row : byName.getOrDefault(name, List.of())) {
                if (OfferedFile.isOurs(row)) {
                    ours(path, row, mark);
                    return;
                }
            }
            boolean settled = looks.settled(name, mark, ticks.getAsLong());
            Row known = byName.getOrDefault(name, List.of()).stream()
                    .filter(r -> r.size() == mark.size() && r.modified() == mark.modified())
                    .findFirst()
                    .orElse(null);
            if (known != null && !isDue(known)) {
                known(path, mark, known);
            } else if (mark.size() == 0) {
                found(path, mark, State.ARRIVING, null);
            } else if (settled) {
                examine(path, name, mark, known);
            } else if (known != null) {
                known(path, mark, known);
            } else {
                found(path, mark, State.ARRIVING, null);
            }
        }

        /** Whether a file that has not changed is worth reading once more. */
        private boolean isDue(Row row) {
            if (row.verdict().equals(OfferedFile.REFUSED + Reason.UNTRUSTED.code())) {
                return row.sender() == null || notebook.devices().trust(row.sender()) != Trust.BLOCKED;
            }
            if (row.verdict().equals(OfferedFile.INCOMPLETE)) {
                return again || retries.isDue(row.name(), ticks.getAsLong());
            }
            return again && row.verdict().startsWith(OfferedFile.REFUSED);
        }

        private void known(Path path, Mark mark, Row row) {
            State state;
            if (row.verdict().equals(OfferedFile.READY)) {
                boolean taken = row.bundle() != null
                        && row.sender() != null
                        && notebook.log().knows(row.bundle(), row.sender());
                // One content under several names is one bundle.
                state = !told.add(row.bundle() + "/" + row.sender()) ? State.COPY : taken ? State.TAKEN : State.READY;
            } else if (row.verdict().equals(OfferedFile.COPY)) {
                state = owns.containsKey(row.sha256()) ? State.OURS : State.NOT_FOR_US;
            } else if (row.verdict().equals(OfferedFile.NOT_FOR_US)) {
                state = State.NOT_FOR_US;
            } else if (row.verdict().equals(OfferedFile.INCOMPLETE)) {
                state = Duration.between(Instant.parse(row.seen()), clock.instant())
                                        .abs()
                                        .compareTo(PATIENCE)
                                > 0
                        ? State.DAMAGED
                        : State.ARRIVING;
            } else {
                state = row.verdict().equals(OfferedFile.REFUSED + Reason.UNTRUSTED.code())
                        ? State.BLOCKED
                        : State.REFUSED;
            }
            found(path, mark, state, row);
        }

        /** One of ours counts only while it is what was written. */
        private void ours(Path path, Row row, Mark mark) throws IOException {
            boolean same = row.size() == mark.size() && row.modified() == mark.modified();
            if (!same
                    && row.size() == mark.size()
                    && OfferedFile.hash(path, row.size(), steps).equals(row.sha256())) {
                String word = notebook.offered().word(row.name());
                remember(row.name(), mark, row, word);
                same = true;
            }
            found(path, mark, same ? State.OURS : State.OURS_DAMAGED, row);
        }

        private void examine(Path path, String name, Mark mark, @Nullable Row before) throws IOException {
            Row row = offered.read(path, new OfferedFile.Asked(name, mark, before, this, steps));
            if (!mark.equals(mark(path))) {
                // Something wrote while it was read: the next looks will tell.
                found(path, mark, State.ARRIVING, null);
                return;
            }
            if (row.verdict().equals(OfferedFile.INCOMPLETE)) {
                retries.failed(name, mark, ticks.getAsLong());
            }
            put(row);
            known(path, mark, row);
        }

        /** Under whichever name. */
        @Override
        public @Nullable Row of(String sha256) {
            Row own = owns.get(sha256);
            Row row = own != null ? own : byHash.get(sha256);
            return row == null || isDue(row) ? null : row;
        }

        @Override
        public boolean mayBeOurs(long size) {
            return owns.values().stream().anyMatch(r -> r.size() == size);
        }

        private void put(Row row) {
            know(row);
            read.add(row);
            if (read.size() >= TOGETHER) {
                keep();
            }
        }

        /** Many in one transaction: of thousands of files each would cost the disk a moment. */
        private void keep() {
            if (!read.isEmpty()) {
                notebook.inTransaction(() -> {
                    for (Row row : read) {
                        // Of a file that was not whole, only how it is now; what was whole once is known for ever.
                        notebook.offered().remove(row.name(), "");
                        notebook.offered().put(row, null);
                    }
                    return read;
                });
                read.clear();
            }
        }

        private void remember(String name, Mark mark, Row row, @Nullable String word) {
            notebook.inTransaction(() -> {
                notebook.offered()
                        .put(
                                new Row(
                                        name,
                                        mark.size(),
                                        mark.modified(),
                                        row.sha256(),
                                        row.bundle(),
                                        row.sender(),
                                        OfferedFile.OURS,
                                        row.seen()),
                                word);
                return row;
            });
        }

        /** What was never read whole, and is gone, is nothing to remember. */
        private void forget() {
            List<Row> gone = byName.values().stream()
                    .flatMap(List::stream)
                    .filter(r -> r.sha256().isEmpty() && !listed.contains(r.name()))
                    .toList();
            if (!gone.isEmpty()) {
                notebook.inTransaction(() -> {
                    gone.forEach(r -> notebook.offered().remove(r.name(), ""));
                    return gone;
                });
            }
        }

        /** The name under which one of ours was written, of itself or of another copy. */
        private @Nullable String own(Row row) {
            Row own = OfferedFile.isOurs(row) ? row : owns.get(row.sha256());
            return own == null ? null : own.name();
        }

        private void found(Path path, Mark mark, State state, @Nullable Row row) {
            String own = row == null ? null : own(row);
            files.add(new Found(
                    path,
                    String.valueOf(path.getFileName()),
                    state,
                    mark.size(),
                    row == null ? null : row.bundle(),
                    row == null ? null : row.sender(),
                    own));
        }
    }
}
