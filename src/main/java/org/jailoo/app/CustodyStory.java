package org.jailoo.app;

import java.util.List;
import java.util.OptionalLong;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.notebook.BundleLog.Handover;
import org.jailoo.notebook.CustodyLog.Entry;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/** Tells who had a record, and what was done with everything here, by the custody log. */
public final class CustodyStory {
    private final Notebook notebook;

    public CustodyStory(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * An entry of the log, with the devices that it is about.
     *
     * @param from the device of which a bundle came; null where none did
     * @param to the devices for which a bundle was written
     */
    public record Line(Entry entry, @Nullable Who from, List<Who> to) {
        public Line {
            to = List.copyOf(to);
        }
    }

    /** What was done with a record, the latest first. */
    public List<Line> of(String record) {
        return notebook.reading(at -> {
            List<Line> lines = new java.util.ArrayList<>();
            at.custody().of(record).forEach(entry -> lines.add(0, line(at, entry)));
            return List.copyOf(lines);
        });
    }

    /** Some entries of the whole log before a number, the latest first. */
    public List<Line> before(long number, int limit) {
        return notebook.reading(at -> at.custody().before(number, limit).stream()
                .map(entry -> line(at, entry))
                .toList());
    }

    /**
     * How the log stands.
     *
     * @param seal the code over all entries, to be noted elsewhere
     */
    public record Sealed(long entries, String seal) {}

    /** How the log stands now. */
    public Sealed sealed() {
        return notebook.reading(
                at -> new Sealed(at.custody().count(), at.custody().seal()));
    }

    /** The code as it was after an entry, to be held against what was noted then; null where there is no such entry. */
    public @Nullable String seal(long number) {
        return notebook.<@Nullable String>reading(at -> at.custody().seal(number));
    }

    /** The number of the first entry that was changed, or is missing; empty where all are as they were written. */
    public OptionalLong check() {
        return notebook.reading(at -> at.custody().firstBroken());
    }

    private Line line(Snapshot at, Entry entry) {
        String self = notebook.device().deviceId();
        String about = entry.note().about();
        if (about == null) {
            return new Line(entry, null, List.of());
        }
        return switch (entry.note().what()) {
            case IMPORT, IMPORT_UNDONE, IMPORT_REVERTED -> {
                String device = Receivers.cameFrom(at, about);
                yield new Line(entry, device == null ? null : Who.of(at, self, device), List.of());
            }
            case HANDOVER, RECEIPT, IDENTITIES_HANDED_OVER -> {
                Handover handover = at.log().handover(about);
                yield new Line(
                        entry,
                        null,
                        handover == null
                                ? List.of()
                                : handover.recipients().stream()
                                        .map(device -> Who.of(at, self, device))
                                        .toList());
            }
            case PURGE_ACCEPTED -> {
                String device = at.revisions().writerOf(about);
                yield new Line(entry, device == null ? null : Who.of(at, self, device), List.of());
            }
            default -> new Line(entry, null, List.of());
        };
    }
}
