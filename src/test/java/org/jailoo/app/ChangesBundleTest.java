package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.notebook.Claims;
import org.jailoo.notebook.Inside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a bundle of changes: all that the receiver may miss, and no more. */
class ChangesBundleTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop b;
    private Laptop lead;

    @BeforeEach
    void threeFriends() {
        List<Laptop> all = Laptop.friends(folder, "A", "B", "lead");
        a = all.get(0);
        b = all.get(1);
        lead = all.get(2);
    }

    @AfterEach
    void close() {
        List.of(a, b, lead).forEach(Laptop::close);
    }

    /** The records in what A would send to these. */
    private Set<String> changes(Laptop... to) throws Exception {
        Path sent = a.export(Choice.CHANGES, to);
        try (ImportBundle.Waiting waiting = to[0].stage(sent, Laptop.NOTHING)) {
            var field = ImportBundle.Waiting.class.getDeclaredField("scratch");
            field.setAccessible(true);
            Set<String> records = new TreeSet<>();
            ((org.jailoo.notebook.Scratch) field.get(waiting)).eachRecord(records::add);
            return records;
        }
    }

    private Set<String> filesTo(Laptop to) throws Exception {
        try (ImportBundle.Waiting waiting = to.stage(a.export(Choice.CHANGES, to), Laptop.NOTHING)) {
            var field = ImportBundle.Waiting.class.getDeclaredField("scratch");
            field.setAccessible(true);
            Set<String> files = new TreeSet<>();
            ((org.jailoo.notebook.Scratch) field.get(waiting)).eachAttachment(f -> files.add(f.sha256()));
            return files;
        }
    }

    private void receipt(Laptop from) throws Exception {
        a.takes(from.export(Choice.RECEIPT, a));
    }

    @Test
    void holdExactlyTheRecordsWithSomethingBeyondWhatTheReceiverSaidItHolds() throws Exception {
        String one = a.interview("one");
        String two = a.interview("two");
        assertThat(changes(lead)).containsExactlyInAnyOrder(one, two);
        lead.takes(a.export(Choice.CHANGES, lead));
        // Sent is not received.
        assertThat(changes(lead)).containsExactlyInAnyOrder(one, two);
        receipt(lead);
        assertThat(changes(lead)).isEmpty();
        a.edits(two, "summary", "more");
        String three = a.interview("three");
        assertThat(changes(lead)).containsExactlyInAnyOrder(two, three);
        ImportResult result = lead.takes(a.export(Choice.CHANGES, lead));
        assertThat(result).extracting("fresh", "changed", "same", "gaps").containsExactly(1L, 1L, 0L, 0L);
        assertThat(lead.lines()).isEqualTo(a.lines());
        // Of two receivers, what both hold.
        receipt(lead);
        assertThat(changes(lead)).isEmpty();
        assertThat(changes(lead, b)).containsExactlyInAnyOrder(one, two, three);
    }

    /** Held against a slow count on random notebooks. */
    @Test
    void areNeitherTooManyNorTooFewOnRandomNotebooks() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            Laptop who = random.nextBoolean() ? a : b;
            Set<String> known = new TreeSet<>();
            who.notebook.revisions().eachRecord(known::add);
            if (known.isEmpty() || random.nextInt(3) == 0) {
                who.interview("i" + round);
            } else {
                who.edits(List.copyOf(known).get(random.nextInt(known.size())), "code", "c" + round);
            }
            switch (random.nextInt(5)) {
                case 0 -> a.takes(b.export(Choice.ALL, a));
                case 1 -> lead.takes(b.export(Choice.CHANGES, lead));
                case 2 -> lead.takes(a.export(Choice.CHANGES, lead));
                case 3 -> receipt(lead);
                default -> {}
            }
            assertThat(changes(lead)).as("round " + round).isEqualTo(expected());
        }
    }

    private Set<String> expected() {
        Set<String> known = a.notebook.claims().of(lead.device()).isEmpty()
                ? Set.of()
                : a.notebook.claims().of(lead.device()).get(0).has().entrySet().stream()
                        .filter(e -> a.notebook
                                .holdings()
                                .ids(e.getKey(), e.getValue().ranges())
                                .equals(e.getValue().ids()))
                        .flatMap(e -> e.getValue().ranges().ranges().stream()
                                .flatMap(r -> java.util.stream.LongStream.rangeClosed(r.first(), r.last())
                                        .mapToObj(s -> e.getKey() + " " + s)))
                        .collect(Collectors.toSet());
        Set<String> expected = new TreeSet<>();
        for (String line : Inside.texts(
                a.notebook,
                "SELECT d.id || ' ' || w.device || '/' || w.instance || ' ' || r.seq FROM"
                        + " revision r JOIN record d ON d.key = r.record JOIN writer w ON w.key = r.writer")) {
            if (!known.contains(line.substring(37))) {
                expected.add(line.substring(0, 36));
            }
        }
        return expected;
    }

    @Test
    void countNothingOfAWriterAsKnownWhoseIdsDiffer() throws Exception {
        String one = a.interview("one");
        String other = b.interview("B's");
        a.takes(b.export(Choice.ALL, a));
        lead.takes(a.export(Choice.ALL, lead));
        receipt(lead);
        assertThat(changes(lead)).isEmpty();
        Claims.Word word = a.notebook.claims().of(lead.device()).get(0);
        var has = new java.util.TreeMap<>(word.has());
        has.put(a.writer(), new Claim(SeqRanges.parse("1", 10), "ab".repeat(32)));
        a.notebook
                .claims()
                .remember(new Claims.Word(
                        word.from(), word.serial() + 1, word.created(), has, word.withheld(), List.of()));
        assertThat(changes(lead)).containsExactly(one).doesNotContain(other);
    }

    @Test
    void countAsKnownOnlyWhatEveryInstanceOfTheReceiverHoldsUntilOneIsRetired() throws Exception {
        String one = a.interview("one");
        lead.takes(a.export(Choice.ALL, lead));
        receipt(lead);
        String two = a.interview("two");
        try (Laptop restored =
                Laptop.create(Files.createDirectory(folder.resolve("new")), "lead", lead.notebook.device())) {
            restored.trusts(a);
            Path second = folder.resolve("second");
            restored.export(second, Choice.RECEIPT, List.of(a.card()));
            a.takes(second);
            // What was lost with the old laptop goes again.
            assertThat(changes(lead)).containsExactlyInAnyOrder(one, two);
            restored.takes(a.export(Choice.CHANGES, lead));
            assertThat(restored.lines()).isEqualTo(a.lines());
            a.takes(restored.export(folder.resolve("third"), Choice.RECEIPT, List.of(a.card())));
            assertThat(changes(lead)).containsExactly(two);
            a.notebook.claims().retire(lead.writer());
            assertThat(changes(lead)).isEmpty();
            a.notebook.claims().retire(restored.writer());
            assertThat(changes(lead)).containsExactlyInAnyOrder(one, two);
        }
    }

    @Test
    void olderWordThatComesLateDoesNotReplaceANewerOne() throws Exception {
        Path old = lead.export(Choice.RECEIPT, a);
        String one = a.interview("one");
        lead.takes(a.export(Choice.ALL, lead));
        receipt(lead);
        assertThat(changes(lead)).isEmpty();
        a.takes(old);
        assertThat(changes(lead)).isEmpty();
        assertThat(one).isNotEmpty();
    }

    @Test
    void carryAFileAgainOnlyWhenTheReceiverLacksIt() throws Exception {
        String one = a.interview("one");
        String sha256 = a.attaches(one, "a photograph".getBytes(StandardCharsets.UTF_8));
        assertThat(filesTo(lead)).containsExactly(sha256);
        lead.takes(a.export(Choice.CHANGES, lead));
        receipt(lead);
        a.edits(one, "summary", "more");
        assertThat(changes(lead)).containsExactly(one);
        assertThat(filesTo(lead)).isEmpty();
        lead.takes(a.export(Choice.CHANGES, lead));
        receipt(lead);
        // The lead lost the file: it says so, and gets it again with nothing else new.
        Inside.run(lead.notebook, "DELETE FROM chunk; DELETE FROM attachment");
        receipt(lead);
        assertThat(changes(lead)).containsExactly(one);
        assertThat(filesTo(lead)).containsExactly(sha256);
        assertThat(lead.takes(a.export(Choice.CHANGES, lead)))
                .extracting("changed", "same")
                .containsExactly(0L, 1L);
        assertThat(lead.holdsFile(sha256)).isTrue();
        // Named by a second revision that is new, the file itself is known to be there.
        receipt(lead);
        String two = a.interview("two");
        a.names(two, sha256);
        assertThat(changes(lead)).containsExactly(two);
        assertThat(filesTo(lead)).isEmpty();
    }

    @Test
    void fileThatNobodyHoldsLeavesAPlaceholderAndIsAskedFor() throws Exception {
        String one = a.interview("one");
        String missing = "cd".repeat(32);
        a.names(one, missing);
        lead.takes(a.export(Choice.ALL, lead));
        assertThat(lead.notebook.attachments().lacking(10)).containsExactly(missing);
        assertThat(a.manifest(lead.plain(Choice.RECEIPT)).lacks()).containsExactly(missing);
        assertThat(lead.lines()).isEqualTo(a.lines());
    }

    @Test
    void receiptHoldsNothingAndSaysWhatIsHeld() throws Exception {
        a.interview("one");
        lead.takes(a.export(Choice.ALL, lead));
        lead.interview("lead's");
        Path receipt = lead.plain(Choice.RECEIPT);
        assertThat(Laptop.revisionsIn(receipt)).isEmpty();
        String revisions = Inside.table(a.notebook, "revision");
        // What the lead holds beyond is a gap, told with the lead as the one to ask.
        assertThat(a.takes(receipt)).extracting("fresh", "changed", "gaps").containsExactly(0L, 0L, 1L);
        assertThat(Inside.table(a.notebook, "revision")).isEqualTo(revisions);
        assertThat(a.takes(lead.export(Choice.ALL, a)).gaps()).isZero();
    }

    @Test
    void gapIsToldWhileItLasts() throws Exception {
        String record = a.interview("one");
        lead.takes(a.export(Choice.ALL, lead));
        receipt(lead);
        a.edits(record, "narrative", "two");
        Path lost = a.export(Choice.CHANGES, lead);
        receiptPretended();
        a.interview("another");
        Path next = a.export(Choice.CHANGES, lead);
        assertThat(lead.takes(next).gaps()).isEqualTo(1);
        assertThat(lead.takes(next).gaps()).isEqualTo(1);
        // The late one closes it.
        assertThat(lead.takes(lost).gaps()).isZero();
        assertThat(lead.lines()).isEqualTo(a.lines());
        assertThat(Files.size(lost)).isPositive();
    }

    /** A comes to believe that the lead has everything: as after a lead's laptop was set back. */
    private void receiptPretended() {
        Claims.Word word = a.notebook.claims().of(lead.device()).get(0);
        var has = new java.util.TreeMap<Writer, Claim>(word.has());
        has.put(a.writer(), a.notebook.holdings().claim(a.writer(), 100));
        a.notebook
                .claims()
                .remember(new Claims.Word(
                        word.from(), word.serial() + 100, word.created(), has, word.withheld(), word.lacks()));
    }
}
