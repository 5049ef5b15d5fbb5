package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jailoo.notebook.BundleLog.Handover;
import org.jailoo.notebook.CustodyLog.Note;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Integrity.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The custody log tells what was done, and misses whatever was changed behind its back. */
class CustodyLogTest {
    private static final String ONE = "00000000-0000-4000-8000-000000000001";
    private static final String TWO = "00000000-0000-4000-8000-000000000002";

    @TempDir
    Path folder = Path.of("");

    private Notebook notebook;

    @BeforeEach
    void fill() {
        notebook = TestDoor.create(folder.resolve("notebook"), "A1");
        Pen.save(notebook, ONE, "interview", "narrative", "биринчи");
        note(Note.ofRecord(What.INTAKE, ONE, "r1"));
        Pen.save(notebook, TWO, "interview", "narrative", "экинчи");
        note(Note.ofRecord(What.INTAKE, TWO, "r2"));
        note(Note.ofRecord(What.CHANGE, ONE, "r3"));
        note(Note.of(What.IDENTITIES_OPENED));
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private void note(Note note) {
        notebook.custody().note(Pen.TIME, note);
    }

    private List<Kind> findings() {
        List<Kind> kinds = new ArrayList<>();
        notebook.integrity().check(f -> kinds.add(f.kind()));
        return kinds;
    }

    @Test
    void entriesAreNumberedAndTheFirstSaysWhatWasHeldBefore() {
        assertThat(notebook.custody().before(Long.MAX_VALUE, 9))
                .extracting(
                        e -> e.number() + " " + e.note().what() + " " + e.note().count())
                .containsExactly("5 IDENTITIES_OPENED -1", "4 CHANGE -1", "3 INTAKE -1", "2 INTAKE -1", "1 BEGUN 1");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aRecordIsToldItsOwnEntriesAndTheBundlesThatCarriedIt() {
        BitSet carried = new BitSet();
        carried.set(Math.toIntExact(Objects.requireNonNull(notebook.revisions().keyOf(ONE))));
        for (String bundle : List.of("b1", "b2")) {
            notebook.log()
                    .handedOver(
                            new Handover(bundle, "i", 1, Pen.TIME, "records", "all", "everything", List.of("x"), 0));
            note(Note.ofBundle(What.HANDOVER, bundle, 2));
        }
        notebook.log().carried("b1", 2, carried);
        notebook.sql.update("UPDATE handover SET revisions = 2, records = NULL WHERE bundle = 'b2'");

        assertThat(notebook.custody().of(ONE))
                .extracting(e -> e.note().what())
                .containsExactly(What.INTAKE, What.CHANGE, What.HANDOVER);
        assertThat(notebook.custody().of(TWO)).extracting(e -> e.note().what()).containsExactly(What.INTAKE);
        assertThat(notebook.log().thatCarried(ONE).surely())
                .extracting(Handover::bundle)
                .containsExactly("b1");
        assertThat(notebook.log().thatCarried(TWO).surely()).isEmpty();
        // Of a bundle written before this was kept nobody can say that it did not.
        assertThat(notebook.log().thatCarried(TWO).perhaps())
                .extracting(Handover::bundle)
                .containsExactly("b2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE custody SET entry = replace(CAST(entry AS TEXT), 'intake', 'change') WHERE number = 2",
                "UPDATE custody SET entry = CAST(replace(CAST(entry AS TEXT), '2023', '2022') AS BLOB) WHERE number = 5",
                "UPDATE custody SET record = '00000000-0000-4000-8000-000000000002' WHERE number = 2",
                "UPDATE custody SET record = NULL WHERE number = 4",
                "UPDATE custody SET about = 'r9' WHERE number = 3",
                "UPDATE custody SET hash = zeroblob(32) WHERE number = 3",
                "DELETE FROM custody WHERE number = 1",
                "DELETE FROM custody WHERE number = 3",
                "DELETE FROM custody WHERE number = 5",
                "DELETE FROM custody",
                "UPDATE custody SET number = 9 WHERE number = 5",
                "DELETE FROM meta WHERE name = 'custody'"
            })
    void whateverIsChangedBehindItsBackIsMissedNowAndAfterMoreEntries(String tampering) {
        notebook.sql.update(tampering);
        assertThat(findings()).contains(Kind.CUSTODY_ALTERED);
        note(Note.ofRecord(What.CHANGE, ONE, "r4"));
        assertThat(findings()).contains(Kind.CUSTODY_ALTERED);
    }

    @Test
    void theSealChangesWithEveryEntry() {
        String before = notebook.custody().seal();
        note(Note.of(What.KEYS_ROTATED));
        assertThat(notebook.custody().seal()).hasSize(64).isNotEqualTo(before);
    }
}
