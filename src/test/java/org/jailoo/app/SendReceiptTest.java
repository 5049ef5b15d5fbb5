package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ReceivedByLead.Standing;
import org.jailoo.history.Claim;
import org.jailoo.history.Writer;
import org.jailoo.notebook.Claims.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt is tiny, makes the next bundle small, and says of each record whether the lead has it; a false one says nothing. */
class SendReceiptTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop lead;

    @BeforeEach
    void friends() {
        List<Laptop> all = Laptop.friends(folder, "A7", "lead");
        a = all.get(0);
        lead = all.get(1);
        new Lead(a.notebook).name(lead.device());
    }

    @AfterEach
    void close() {
        a.close();
        lead.close();
    }

    private Path receipt() throws Exception {
        Path out = folder.resolve("receipt" + System.nanoTime());
        return new SendReceipt(lead.notebook, Laptop.CLOCK).write(out, a.card());
    }

    private Standing standing(String record) {
        return new ReceivedByLead(a.notebook).of(record).orElseThrow();
    }

    @Test
    void aTrueReceiptMakesTheNextBundleSmallAndAFalseOneDoesNot() throws Exception {
        String record = "";
        for (int i = 0; i < 60; i++) {
            record = a.interview("a long story " + i + " ".repeat(i % 7)
                    + Integer.toHexString(i * 7919).repeat(200));
        }
        Path first = a.export(Choice.CHANGES, lead);
        assertThat(standing(record)).isEqualTo(new Standing(lead.card(), false, null, "2024-05-06T07:08:09Z"));
        lead.takes(first);
        Path receipt = receipt();
        a.takes(receipt);
        Path second = a.export(Choice.CHANGES, lead);
        System.out.println("receipt: " + Files.size(receipt) + " bytes of 1 writer; changes " + Files.size(first)
                + " bytes before it, " + Files.size(second) + " after");
        assertThat(Files.size(receipt)).isLessThan(1500);
        assertThat(Files.size(second)).isLessThan(Files.size(first) / 5).isLessThan(1500);
        assertThat(standing(record))
                .isEqualTo(new Standing(lead.card(), true, "2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"));
        // The same claim with other ids: somebody else's notebook, or a lie. Nothing of it counts.
        Word word = a.notebook.claims().of(lead.device()).get(0);
        TreeMap<Writer, Claim> has = new TreeMap<>(word.has());
        has.replaceAll((writer, claim) -> new Claim(claim.ranges(), "ab".repeat(32)));
        a.notebook
                .claims()
                .remember(new Word(word.from(), word.serial() + 1, word.created(), has, word.withheld(), word.lacks()));
        assertThat(Files.size(a.export(Choice.CHANGES, lead))).isGreaterThan(Files.size(first) / 2);
        assertThat(standing(record).received()).isFalse();
        a.takes(receipt());
        a.takes(receipt());
        assertThat(standing(record).received()).isTrue();
    }

    @Test
    void aRecordThatWasChangedSinceIsNotReceivedAsItStands() throws Exception {
        String record = a.interview("one");
        lead.takes(a.export(Choice.ALL, lead));
        a.takes(receipt());
        assertThat(standing(record).received()).isTrue();
        a.edits(record, "code", "A7-0001");
        assertThat(standing(record))
                .as("handed over as it was, not as it stands")
                .isEqualTo(new Standing(lead.card(), false, "2024-05-06T07:08:09Z", null));
        Path handed = a.export(Choice.CHANGES, lead);
        assertThat(standing(record).handedOver()).isEqualTo("2024-05-06T07:08:09Z");
        lead.takes(handed);
        lead.takes(a.export(Choice.CHANGES, lead));
        a.takes(receipt());
        assertThat(standing(record).received()).isTrue();
    }

    @Test
    void whatStaysHereSaysNothingAndNeitherDoesALaptopWithoutALead() throws Exception {
        String identity = a.writes("identity", "fullName", "Айгүл");
        String interview = a.interview("one");
        assertThat(new ReceivedByLead(a.notebook).of(identity)).isEmpty();
        assertThat(new ReceivedByLead(lead.notebook).of(interview)).isEmpty();
        lead.takes(a.export(Choice.CODES, lead));
        assertThat(new ReceivedByLead(lead.notebook).of(interview)).isEmpty();
    }

    @Test
    void aReceiptOfTwelveLaptopsIsStillTiny() throws Exception {
        for (int i = 0; i < 12; i++) {
            try (Laptop other = Laptop.create(folder, "L" + i)) {
                lead.trusts(other);
                for (int n = 0; n < 5; n++) {
                    other.interview("x");
                }
                lead.takes(other.plain(Choice.ALL));
            }
        }
        Path receipt = receipt();
        System.out.println("receipt: " + Files.size(receipt) + " bytes of 12 writers");
        assertThat(Files.size(receipt)).isLessThan(4096);
    }

    @Test
    void itGoesBesideTheBundleUnderANameThatNamesNobody() throws Exception {
        a.writes("participant", "code", "P-1");
        Path stick = Files.createDirectory(folder.resolve("stick"));
        Path bundle = stick.resolve("from a.jailoo");
        a.export(bundle, Choice.ALL, List.of(lead.card()));
        lead.takes(bundle);
        SendReceipt receipts = new SendReceipt(lead.notebook, Laptop.CLOCK);
        Optional<Path> one = receipts.beside(bundle, a.card());
        Optional<Path> two = receipts.beside(bundle, a.card());
        assertThat(one.orElseThrow().getFileName().toString())
                .matches("receipt-[0-9]{5}-2024-05-06\\.jailoo")
                .doesNotContain("A7");
        assertThat(two).isPresent().isNotEqualTo(one);
        assertThat(a.takes(two.orElseThrow())).extracting("fresh", "gaps").containsExactly(0L, 0L);
        assertThat(receipts.beside(folder.resolve("no such folder").resolve("x"), a.card()))
                .isEmpty();
    }
}
