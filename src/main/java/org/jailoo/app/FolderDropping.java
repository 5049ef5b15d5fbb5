package org.jailoo.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jailoo.app.ExportBundle.FolderOrder;
import org.jailoo.app.ExportBundle.Knowing;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.FolderTrouble.Stopped;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Manifest.Kind;
import org.jailoo.folder.FileKind;
import org.jailoo.history.Content;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Offered.Row;
import org.jailoo.record.RecordId;

/**
 * Writes one file into a shared folder, once and for ever: made beside the notebook first, so that no slow stick holds the
 * notebook up; then copied under a name that nobody takes for a bundle, forced to the disk, and named.
 *
 * <p>The notebook knows the name before anything of it lies there. So what a crash leaves is known to be ours, and goes.
 */
final class FolderDropping {
    /** A leftover younger than this may be another process's, of a copied notebook, in the middle of its work. */
    static final Duration OLD = Duration.ofHours(1);

    /** The moments between which a process may end. */
    enum Moment {
        MADE,
        NOTED,
        BEGUN,
        HALF,
        WHOLE,
        NAMED,
        DONE
    }

    private final Notebook notebook;
    private final Clock clock;
    private final Consumer<Moment> at;

    FolderDropping(Notebook notebook, Clock clock, Consumer<Moment> at) {
        this.notebook = notebook;
        this.clock = clock;
        this.at = at;
    }

    /** What is to be written, and what is known of those who get it. */
    record Order(Path folder, FolderPlan plan, Knowing knowing, List<String> relies, String heard) {}

    /**
     * Writes it.
     *
     * @throws Stopped where the folder did not let it; nothing of it is left there, as far as the folder can still be reached
     */
    Manifest write(Order order, Steps steps) throws IOException, ReceiverRefused {
        if (!Files.isDirectory(order.folder())) {
            throw new Stopped(FolderTrouble.MISSING, new IOException());
        }
        clearLeftovers(order.folder());
        Path made = notebook.offered().newOutgoing();
        try {
            long upTo = notebook.arrivals().last();
            Manifest manifest = new ExportBundle(notebook, clock)
                    .forFolder(new FolderOrder(
                            made,
                            order.plan().to(),
                            order.plan().scope(),
                            order.plan().what() == FolderPlan.What.RECEIPT ? Kind.RECEIPT : Kind.RECORDS,
                            order.knowing()));
            at.accept(Moment.MADE);
            bring(order, made, manifest, steps);
            noteIfPossible(() -> {
                if (manifest.kind() == Kind.RECORDS) {
                    HandedOver.remember(notebook, manifest.to(), new HandedOver(upTo, manifest.created()));
                }
            });
            return manifest;
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private void bring(Order order, Path made, Manifest manifest, Steps steps) throws IOException {
        // The name says nothing: neither who, nor when, nor which bundle.
        String name = RecordId.random().replace("-", "") + FileKind.ENDING;
        Path target = order.folder().resolve(name);
        Path part = order.folder().resolve(FileKind.unfinished(name));
        long size = Files.size(made);
        String word = OnTheWay.text(manifest, order.relies(), order.heard());
        Row row = new Row(
                name,
                size,
                0,
                OfferedFile.hash(made, size, Steps.UNWATCHED),
                manifest.bundle(),
                manifest.from(),
                OfferedFile.OUTGOING,
                Content.timeText(clock.instant()));
        put(row, word);
        at.accept(Moment.NOTED);
        boolean named = false;
        try {
            copy(made, part, size, steps);
            at.accept(Moment.WHOLE);
            name(part, target);
            named = true;
            at.accept(Moment.NAMED);
            BundleFile.force(order.folder());
            if (Files.size(target) != size) {
                throw new IOException("another size than was written");
            }
            Row delivered = delivered(row, target);
            noteIfPossible(() -> notebook.offered().put(delivered, word));
            at.accept(Moment.DONE);
        } catch (IOException e) {
            throw new Stopped(FolderTrouble.writing(order.folder(), e, size), e);
        } finally {
            if (!named) {
                forget(row, part);
            }
        }
    }

    /** It lies there for others to take: a notebook whose disk is full knows it by its name, as after a crash. */
    void noteIfPossible(Runnable noted) {
        try {
            notebook.inTransaction(() -> {
                noted.run();
                return noted;
            });
        } catch (NotebookException e) {
            if (e.fault() != NotebookException.Fault.NOT_WRITABLE) {
                throw e;
            }
        }
    }

    private Row delivered(Row row, Path target) throws IOException {
        return new Row(
                row.name(),
                row.size(),
                Files.getLastModifiedTime(target).toMillis(),
                row.sha256(),
                row.bundle(),
                row.sender(),
                OfferedFile.OURS,
                row.seen());
    }

    private void put(Row row, String word) {
        notebook.inTransaction(() -> {
            notebook.offered().put(row, word);
            return row;
        });
    }

    private void copy(Path made, Path part, long size, Steps steps) throws IOException {
        try (FileChannel in = FileChannel.open(made, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            at.accept(Moment.BEGUN);
            ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
            long done = 0;
            boolean half = false;
            while (in.read(buffer) >= 0) {
                buffer.flip();
                if (!half && done + buffer.remaining() >= size / 2) {
                    half = true;
                    int rest = buffer.limit();
                    buffer.limit(rest / 2);
                    done += drain(buffer, out);
                    at.accept(Moment.HALF);
                    buffer.limit(rest);
                }
                done += drain(buffer, out);
                buffer.clear();
                steps.done(done, size);
            }
            out.force(true);
        }
    }

    private static int drain(ByteBuffer buffer, FileChannel out) throws IOException {
        int count = buffer.remaining();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        return count;
    }

    /** Nothing is replaced: a random name is nobody else's, and is looked for all the same. */
    private static void name(Path part, Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(String.valueOf(target.getFileName()));
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target);
        }
    }

    /** Where the folder is out of reach the name is kept, to clear up when it is back. */
    private void forget(Row row, Path part) {
        try {
            // An empty folder may be where the stick was: only what was seen to go is gone.
            if (Files.deleteIfExists(part)) {
                remove(row);
            }
        } catch (IOException e) {
            // The next writing clears it up; what stopped this one is on its way to the person.
        }
    }

    private void remove(Row row) {
        notebook.inTransaction(() -> {
            notebook.offered().remove(row.name(), row.sha256());
            return row;
        });
    }

    /** What a process that ended in the middle has left: ours by its name, and old. */
    private void clearLeftovers(Path folder) throws IOException {
        for (Row row : notebook.offered().all()) {
            boolean old = Duration.between(Instant.parse(row.seen()), clock.instant())
                            .abs()
                            .compareTo(OLD)
                    > 0;
            if (row.verdict().equals(OfferedFile.OUTGOING) && old && !Files.exists(folder.resolve(row.name()))) {
                Files.deleteIfExists(folder.resolve(FileKind.unfinished(row.name())));
                remove(row);
            }
        }
    }
}
