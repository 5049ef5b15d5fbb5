package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jailoo.app.WriteTestimony.Order;
import org.jailoo.app.WriteTestimony.Outcome;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.jailoo.report.RandomNotebook;
import org.jailoo.report.RandomNotebook.Leaf;
import org.jailoo.report.RandomNotebook.Made;
import org.jailoo.report.WhoMayRead;
import org.jailoo.testimony.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Testimonies out of notebooks made at random, for every receiver: no word that consent, or the receiver, keeps back. */
class TestimonyLeaksTest {
    private static final int NOTEBOOKS = "long".equals(System.getProperty("jailoo.size")) ? 300 : 5;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-10T10:00:00Z"), ZoneOffset.UTC);

    /** What stays with the team, said in other words than the program's: it lists what goes. */
    private static final Set<String> OF_THE_TEAM = Set.of(
            "interview.interviewer",
            "interview.interpreter",
            "interview.othersPresent",
            "interview.risk",
            "interview.protection",
            "interview.notes",
            "interview.feedbackPromised",
            "interview.feedbackGiven",
            "interview.violations.note",
            "interview.attachments.name",
            "interview.attachments.caption",
            "interview.attachments.derivedFrom",
            "interview.consent.withdrawn",
            "participant.notes",
            "participant.place.district",
            "participant.place.settlement",
            "participant.ethnicity",
            "participant.education",
            "participant.maritalStatus",
            "participant.children",
            "participant.householdSize",
            "participant.roles",
            "participant.union",
            "participant.sameAs",
            "participant.notSameAs");

    @TempDir
    Path folder = Path.of("");

    private final Map<Receiver, Set<String>> seen = new TreeMap<>();
    private final Map<Receiver, Integer> written = new TreeMap<>();
    private final Map<Receiver, Integer> refused = new TreeMap<>();
    private int kept;
    private int listed;
    private int unlisted;

    @Test
    void noDocumentHoldsWhatItsReceiverMayNotRead() throws Exception {
        long seed = Long.getLong("jailoo.seed", 12_000);
        for (int n = 0; n < NOTEBOOKS; n++) {
            RandomNotebook made = new RandomNotebook(seed + n, true);
            WhoMayRead rules = new WhoMayRead(made);
            try (Laptop laptop = Laptop.create(Files.createDirectory(folder.resolve("n" + n)), "laptop")) {
                Map<String, String> photos = new TreeMap<>();
                for (Made record : made.records()) {
                    write(laptop, record, photos);
                }
                for (Made record : made.records()) {
                    if (record.type().equals("interview")) {
                        every(laptop, made, rules, record, photos);
                    }
                }
            }
        }
        System.out.println("testimonies written " + written + ", refused " + refused + ", leaves kept back " + kept
                + ", files listed " + listed + " and not " + unlisted);
        assertThat(written.keySet()).containsExactly(Receiver.values());
        assertThat(refused.keySet()).containsExactly(Receiver.values());
        assertThat(listed).isPositive();
        assertThat(unlisted).isPositive();
        for (Receiver receiver : Receiver.values()) {
            assertThat(seen.get(receiver))
                    .contains(
                            "interview.narrative",
                            "interview.violations.quote",
                            "interview.place.settlement",
                            "participant.citizenship",
                            "participant.journeys.sector",
                            "campaign.title");
        }
        assertThat(seen.get(Receiver.TEAM))
                .contains("interview.interviewer", "participant.ethnicity", "interview.violations.note");
    }

    private void every(Laptop laptop, RandomNotebook made, WhoMayRead rules, Made interview, Map<String, String> photos)
            throws Exception {
        WriteTestimony write = new WriteTestimony(laptop.notebook, CLOCK, ZoneOffset.UTC);
        for (Receiver receiver : Receiver.values()) {
            for (boolean abroad : receiver == Receiver.TEAM ? List.of(false) : List.of(false, true)) {
                Path out = laptop.file.resolveSibling("t-" + interview.id() + receiver + abroad + ".docx");
                Outcome outcome = write.write(
                        new Order(interview.id(), receiver, abroad, "ky"), out, new char[0], Steps.UNWATCHED);
                Set<String> needed = needed(receiver, abroad);
                boolean may = !interview.isDeleted()
                        && !interview.isPurged()
                        && needed.stream().allMatch(purpose -> rules.agreed(interview, purpose));
                assertThat(outcome instanceof Outcome.Written)
                        .as("%s for %s", interview.id(), needed)
                        .isEqualTo(may);
                assertThat(Files.exists(out)).isEqualTo(may);
                assertThat(Objects.requireNonNull(
                                        write.answers(interview.id(), abroad).get(receiver))
                                .isYes())
                        .isEqualTo(may);
                (may ? written : refused).merge(receiver, 1, Integer::sum);
                if (may) {
                    check(made, rules, interview, receiver, unzipped(out));
                    String photo = photos.get(interview.id());
                    boolean shows = rules.agreed(interview, "photo");
                    listed += shows ? 1 : 0;
                    unlisted += shows ? 0 : 1;
                    assertThat(unzipped(out).contains(String.valueOf(photo))).isEqualTo(shows);
                }
            }
        }
    }

    private static Set<String> needed(Receiver receiver, boolean abroad) {
        Set<String> needed = new TreeSet<>(Set.of("keep"));
        switch (receiver) {
            case TEAM -> {
                // Read at home.
            }
            case COURT -> needed.add("court");
            case PARTNER -> needed.add("share-partners");
            case AUTHORITIES -> needed.add("share-authorities");
            case UN -> needed.add("share-un");
        }
        if (abroad) {
            needed.add("share-abroad");
        }
        return needed;
    }

    private void check(RandomNotebook made, WhoMayRead rules, Made interview, Receiver receiver, String document) {
        Set<String> found = RandomNotebook.wordsIn(document);
        Set<String> leaked = new TreeSet<>();
        for (Leaf leaf : made.leaves().values()) {
            boolean may = may(rules, interview, receiver, leaf);
            kept += may ? 0 : 1;
            if (found.contains(leaf.word())) {
                seen.computeIfAbsent(receiver, r -> new TreeSet<>()).add(name(leaf));
                if (!may) {
                    leaked.add(name(leaf));
                }
            }
        }
        assertThat(leaked).as("%s of %s", receiver, interview.id()).isEmpty();
        made.records().stream()
                .filter(r -> r.type().equals("identity"))
                .forEach(r -> assertThat(document).doesNotContain(r.id()));
    }

    private static boolean may(WhoMayRead rules, Made interview, Receiver receiver, Leaf leaf) {
        Made of = leaf.record();
        if (of.isDeleted() || of.isPurged() || name(leaf).contains("future")) {
            return false;
        }
        boolean outside = receiver != Receiver.TEAM;
        if (of.type().equals("campaign")) {
            return leaf.field().equals("title");
        }
        if (outside
                && (OF_THE_TEAM.contains(name(leaf))
                        || leaf.field().equals("translations")
                        || leaf.field().equals("functioning"))) {
            return false;
        }
        if (of.equals(interview)) {
            boolean words = name(leaf).startsWith("interview.violations.quote");
            return !words || rules.agreed(of, "quote-anonymously") || rules.agreed(of, "quote-by-name");
        }
        return of.type().equals("participant") && interview.everything().containsKey("participants/" + of.id());
    }

    private static String name(Leaf leaf) {
        return leaf.record().type() + "." + leaf.field() + (leaf.member().isEmpty() ? "" : "." + leaf.member());
    }

    /** Writes a record as its revisions, two beside each other where it contradicts itself; an interview has a photo. */
    private static void write(Laptop laptop, Made record, Map<String, String> photos) throws Exception {
        TreeMap<String, Json> first = new TreeMap<>();
        TreeMap<String, Json> left = new TreeMap<>();
        TreeMap<String, Json> right = new TreeMap<>();
        record.everything().forEach((path, all) -> {
            if (all.size() > 1) {
                left.put(path, all.get(0));
                right.put(path, all.get(1));
            } else if (!(all.get(0) instanceof Json.Null)) {
                first.put(path, all.get(0));
            }
        });
        if (record.type().equals("interview")) {
            byte[] photo = ("\u0089PNG\r\n\u001a\n" + record.id()).getBytes(StandardCharsets.ISO_8859_1);
            String sha256 = laptop.notebook
                    .attachments()
                    .store(new ByteArrayInputStream(photo))
                    .sha256();
            // What the record says of the file is a lie: the bytes tell.
            first.put(
                    "attachments/" + RecordId.random(),
                    Json.object(Map.of("sha256", Json.of(sha256), "mediaType", Json.of("text/plain"))));
            photos.put(record.id(), sha256);
        }
        List<String> none = record.isIncomplete() ? List.of("d".repeat(64)) : List.of();
        String id = laptop.foreign(record.id(), record.type(), none, Json.object(first), Map.of())
                .id();
        List<String> heads = new ArrayList<>(List.of(id));
        if (!left.isEmpty()) {
            heads.clear();
            for (TreeMap<String, Json> side : List.of(left, right)) {
                heads.add(laptop.foreign(record.id(), record.type(), List.of(id), Json.object(side), Map.of())
                        .id());
            }
        }
        if (record.isDeleted()) {
            laptop.foreign(
                    record.id(),
                    record.type(),
                    heads.stream().sorted().toList(),
                    Json.object(Map.of("deleted", Json.TRUE)),
                    Map.of());
        }
        if (record.isPurged()) {
            laptop.purges(record.id());
        }
    }

    private static String unzipped(Path file) throws Exception {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
