package org.jailoo.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.jailoo.app.Conflicts;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.FindEverything;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.HomeScan;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.app.ImportResult;
import org.jailoo.app.ListRecords;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.ShowTables;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Integrity;
import org.jailoo.notebook.Notebook;

/** The whole way of a bundle into a notebook, with the inputs of {@link SignedTarget}: to the last table that shows it. */
public final class ImportTarget {
    private static final Allowed ALLOWED = new Allowed(true, false);
    private static final Desk CHYNARA = new Desk("chynara", Team.CHYNARA, ImportTarget::fill);
    private static final Desk DAMIR =
            new Desk("damir", Team.DAMIR, notebook -> notebook.devices().trust(Team.card(Team.CHYNARA)));

    private ImportTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(ImportTarget::take, input);
    }

    /** She trusts Aida, and has the beginning of what Aida sends. */
    private static void fill(Notebook notebook) {
        Forged beginning = new Forged();
        while (beginning.revisions.size() > 3) {
            beginning.revisions.remove(3);
        }
        beginning.attachments.clear();
        beginning.cardsOfAllWhoSigned();
        Desk.fill(notebook, beginning.text(Forged.Left.of(0)).getBytes(StandardCharsets.UTF_8));
    }

    private static void take(byte[] input) throws Exception {
        Path bundle = Scene.file("bundle", Edits.file(input));
        String before = CHYNARA.lines();
        ImportResult first = CHYNARA.takes(bundle, ALLOWED, true);
        if (first == null) {
            Promise.equal(CHYNARA.lines(), before, "what is refused changes nothing");
            return;
        }
        try {
            String after = CHYNARA.lines();
            again(bundle, first, after);
            CHYNARA.notebook()
                    .integrity()
                    .check(found -> Promise.holds(
                            found.kind().severity() == Integrity.Severity.ATTENTION, "a sound notebook: " + found));
            look(CHYNARA.notebook());
            onwards(after, first);
        } finally {
            CHYNARA.clear();
        }
    }

    private static void again(Path bundle, ImportResult first, String after) throws IOException {
        ImportResult second = CHYNARA.takes(bundle, ALLOWED, false);
        Promise.holds(second != null, "what was taken is taken again");
        if (second != null) {
            Promise.equal(second.fresh() + second.changed(), 0L, "nothing is new the second time");
            Promise.equal(
                    second.same(), first.fresh() + first.changed() + first.same(), "all is the same the second time");
            Promise.equal(second.conflicts(), first.conflicts(), "the same conflicts");
        }
        Promise.equal(CHYNARA.lines(), after, "the second time changes nothing");
    }

    /** What the window shows of it. */
    private static void look(Notebook notebook) {
        HomeCounts.Counts counts = new HomeCounts(notebook).count();
        new HomeScan(notebook, Desk.CLOCK, ZoneOffset.UTC).scan(Steps.UNWATCHED);
        for (String type : counts.types().keySet()) {
            new ListRecords(notebook).page(ListRecords.Query.of(type));
        }
        new FindEverything(notebook).find("айлык p-1 2024", Steps.UNWATCHED);
        Conflicts conflicts = new Conflicts(notebook, Desk.CLOCK);
        conflicts.queue(Steps.UNWATCHED).lines().forEach(line -> conflicts.show(line.record()));
        RecordHistory history = new RecordHistory(notebook);
        notebook.revisions().eachRecord(record -> history.tell(record, 20));
        for (Audience audience : Audience.values()) {
            new ShowTables(notebook, Desk.CLOCK, ZoneOffset.UTC).tables(audience, "ky", Steps.UNWATCHED);
        }
    }

    /** Who gets all of it from her has the same; a purge is for each to accept. */
    private static void onwards(String after, ImportResult first) throws Exception {
        Path out = Scene.path("onwards");
        Files.deleteIfExists(out);
        new ExportBundle(CHYNARA.notebook(), Desk.CLOCK)
                .export(new ExportBundle.Order(out, List.of(), ExportBundle.Choice.ALL));
        ImportResult back = CHYNARA.takes(out, ALLOWED, false);
        Promise.holds(back != null && back.fresh() + back.changed() == 0, "what one sent oneself is the same");
        try {
            ImportResult there = DAMIR.takes(out, ALLOWED, false);
            Promise.holds(there != null, "what was written is taken");
            if (first.purged() == 0 && first.heldPurges() == 0) {
                Promise.equal(DAMIR.lines(), after, "two who hold the same see the same");
            }
        } finally {
            DAMIR.clear();
        }
    }
}
