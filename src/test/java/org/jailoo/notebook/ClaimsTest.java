package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
    private static final String DEVICE = "ab".repeat(16);
    private static final Writer ONE = new Writer(DEVICE, "01".repeat(16));
    private static final Writer TWO = new Writer(DEVICE, "02".repeat(16));

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Notebook notebook;

    @BeforeEach
    void create() {
        notebook = TestDoor.create(folder.resolve("n"), "A1");
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private static Claims.Word word(Writer from, long serial, String ranges) throws Exception {
        SeqRanges places = SeqRanges.parse(ranges, 100);
        return new Claims.Word(
                from,
                serial,
                Pen.TIME,
                Map.of(ONE, new Claim(places, "cd".repeat(32)), TWO, new Claim(places, "ef".repeat(32))),
                Map.of(TWO, places),
                List.of("aa".repeat(32), "bb".repeat(32)));
    }

    @Test
    void theGreatestSerialOfEachInstanceCounts() throws Exception {
        notebook.claims().remember(word(ONE, 2, "1-9"));
        notebook.claims().remember(word(ONE, 1, "1-5"));
        notebook.claims().remember(word(ONE, 2, "1-7"));
        notebook.claims().remember(word(TWO, 1, "1,3-4"));
        assertThat(notebook.claims().of(DEVICE)).containsExactly(word(ONE, 2, "1-9"), word(TWO, 1, "1,3-4"));
        notebook.claims().remember(word(ONE, 3, "1-12"));
        assertThat(notebook.claims().of(DEVICE)).containsExactly(word(ONE, 3, "1-12"), word(TWO, 1, "1,3-4"));
        assertThat(notebook.claims().devices()).containsExactly(DEVICE);
        assertThat(notebook.claims().of("cd".repeat(16))).isEmpty();
    }

    @Test
    void aRetiredInstanceCountsNoLongerUntilItSpeaksAgain() throws Exception {
        notebook.claims().remember(word(ONE, 1, "1-9"));
        notebook.claims().remember(word(TWO, 1, "1-3"));
        notebook.claims().retire(ONE);
        assertThat(notebook.claims().of(DEVICE)).containsExactly(word(TWO, 1, "1-3"));
        notebook.claims().remember(word(ONE, 1, "1-10"));
        assertThat(notebook.claims().of(DEVICE)).containsExactly(word(TWO, 1, "1-3"));
        notebook.claims().remember(word(ONE, 2, "1-10"));
        assertThat(notebook.claims().of(DEVICE)).containsExactly(word(ONE, 2, "1-10"), word(TWO, 1, "1-3"));
    }

    @Test
    void bundlesAreNumberedWithinAnInstanceAndLogged() {
        BundleLog log = notebook.log();
        assertThat(log.nextSerial(ONE.instance())).isEqualTo(1);
        BundleLog.Handover handover = new BundleLog.Handover(
                "b", ONE.instance(), 1, Pen.TIME, "records", "all", "everything", List.of("x", "y"), 7);
        log.handedOver(handover);
        assertThat(log.nextSerial(ONE.instance())).isEqualTo(2);
        assertThat(log.nextSerial(TWO.instance())).isEqualTo(1);
        assertThat(log.handovers()).containsExactly(handover);
        long first = log.imported("b", DEVICE, ONE.instance(), 1, Pen.TIME, Pen.TIME);
        assertThat(log.imported("c", DEVICE, ONE.instance(), 2, Pen.TIME, Pen.TIME))
                .isGreaterThan(first);
    }
}
