package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jailoo.app.DeviceContacts.Overview;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.notebook.BundleLog.Handover;
import org.jailoo.notebook.Inside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is missing, held against a truth that the test keeps: each gap while it lasts, and none afterwards. */
class DeviceContactsTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int SEEDS = LONG ? 200 : 4;
    private static final int STEPS = LONG ? 80 : 40;

    @TempDir
    Path folder;

    private static Overview look(Laptop laptop) {
        return new DeviceContacts(laptop.notebook, Laptop.CLOCK).look();
    }

    private static Contact contact(Laptop here, Laptop other) {
        return look(here).contacts().stream()
                .filter(c -> c.device().card().deviceId().equals(other.device()))
                .findFirst()
                .orElseThrow();
    }

    // ---- random weeks

    /** What a bundle said when it was written: all places, and those not kept back. */
    private record Word(long serial, Set<String> has, Set<String> given) {}

    private record Parcel(Path file, int from, int to, String instance, Word word) {}

    @Test
    void everyGapIsToldWhileItLastsAndNoneAfterwards() throws Exception {
        long gaps = 0;
        long looks = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Weeks weeks = new Weeks(Files.createDirectory(folder.resolve("s" + seed)), seed);
            try {
                weeks.run();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
            gaps += weeks.gaps;
            looks += weeks.looks;
        }
        System.out.println("contacts: " + SEEDS + " seeds × " + STEPS + " steps: " + looks + " looks, " + gaps
                + " devices with gaps seen");
        assertThat(gaps).isGreaterThan(SEEDS);
    }

    private static final class Weeks {
        private final Path place;
        private final Random random;
        private final List<Laptop> laptops;
        /** At each laptop: of each device, of each of its instances, the last word that came. */
        private final List<Map<Integer, Map<String, Word>>> words = new ArrayList<>();

        private final List<Parcel> onTheWay = new ArrayList<>();
        private final List<String> names = List.of("A7", "B2", "C3", "lead");
        private int files;
        private long gaps;
        private long looks;

        Weeks(Path place, long seed) {
            this.place = place;
            this.random = new Random(seed);
            this.laptops = new ArrayList<>(Laptop.friends(place, names.toArray(String[]::new)));
            laptops.forEach(l -> words.add(new HashMap<>()));
        }

        void run() throws Exception {
            for (int i = 0; i < STEPS; i++) {
                int who = random.nextInt(laptops.size());
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> write(laptops.get(who));
                    case 3, 4, 5 -> send(who);
                    case 6 -> {
                        if (random.nextInt(5) == 0) {
                            restore(who);
                        }
                    }
                    default -> deliver();
                }
            }
            onTheWay.clear();
            for (int round = 0; round < 2; round++) {
                for (int from = 0; from < laptops.size(); from++) {
                    for (int to = 0; to < laptops.size(); to++) {
                        if (from != to) {
                            send(from, Choice.ALL, new int[] {to});
                            take(onTheWay.remove(0));
                        }
                    }
                }
            }
            for (Laptop laptop : laptops) {
                // What only a laptop held that broke is missing until a person says that it is no more.
                laptop.notebook.claims().all().stream()
                        .map(spoken -> spoken.word().from())
                        .filter(from ->
                                laptops.stream().noneMatch(l -> l.writer().equals(from)))
                        .forEach(laptop.notebook.claims()::retire);
                Overview overview = look(laptop);
                assertThat(overview.missing()).isZero();
                for (Contact contact : overview.contacts()) {
                    assertThat(contact.gaps()).isEmpty();
                }
            }
            laptops.forEach(Laptop::close);
        }

        private void write(Laptop laptop) {
            List<String> known = new ArrayList<>();
            laptop.notebook.revisions().eachRecord(known::add);
            if (known.isEmpty() || random.nextInt(3) == 0) {
                boolean identity = random.nextInt(4) == 0;
                laptop.writes(identity ? "identity" : "interview", identity ? "fullName" : "code", "n");
            } else {
                String record = known.get(random.nextInt(known.size()));
                if (laptop.knows(record)
                        && !laptop.state(record).purged()
                        && random.nextInt(8) > 0
                        && laptop.state(record).type().equals("interview")) {
                    laptop.edits(record, "code", "e" + random.nextInt(9));
                }
            }
        }

        /** The laptop breaks, and goes on from nothing as another instance of its device. */
        private void restore(int who) throws Exception {
            Laptop old = laptops.get(who);
            Laptop fresh = Laptop.create(
                    Files.createDirectory(place.resolve("again" + ++files)), names.get(who), old.notebook.device());
            laptops.forEach(fresh::trusts);
            old.close();
            laptops.set(who, fresh);
            words.set(who, new HashMap<>());
        }

        private void send(int who) throws Exception {
            int[] to = random.ints(0, laptops.size())
                    .filter(i -> i != who)
                    .distinct()
                    .limit(1 + random.nextInt(2))
                    .toArray();
            List<Choice> choices = List.of(Choice.values());
            // Whoever says what it has, and sends nothing of it, makes gaps.
            Choice choice = random.nextBoolean() ? Choice.RECEIPT : choices.get(random.nextInt(choices.size()));
            send(who, choice, to);
        }

        private void send(int who, Choice choice, int[] to) throws Exception {
            Laptop sender = laptops.get(who);
            Path out = place.resolve("bundle" + ++files);
            sender.export(
                    out,
                    choice,
                    Arrays.stream(to).mapToObj(i -> laptops.get(i).card()).toList());
            List<Handover> log = sender.notebook.log().handovers();
            Handover last = log.get(log.size() - 1);
            Set<String> has = places(sender, "r.bodied = 1");
            Set<String> given = new HashSet<>(has);
            if (last.scope().equals("codes")) {
                given.removeAll(places(sender, "r.type = 'identity'"));
            }
            for (int receiver : to) {
                onTheWay.add(new Parcel(out, who, receiver, last.instance(), new Word(last.serial(), has, given)));
            }
        }

        private static Set<String> places(Laptop laptop, String where) {
            return new HashSet<>(Inside.texts(
                    laptop.notebook,
                    "SELECT w.device || '/' || w.instance || ' ' || r.seq"
                            + " FROM revision r JOIN writer w ON w.key = r.writer WHERE " + where));
        }

        private void deliver() throws Exception {
            if (!onTheWay.isEmpty()) {
                Parcel parcel = onTheWay.remove(random.nextInt(onTheWay.size()));
                if (random.nextInt(4) > 0) {
                    take(parcel);
                }
            }
        }

        private void take(Parcel parcel) throws Exception {
            Laptop laptop = laptops.get(parcel.to());
            laptop.takes(parcel.file());
            words.get(parcel.to())
                    .computeIfAbsent(parcel.from(), d -> new HashMap<>())
                    .merge(parcel.instance(), parcel.word(), (a, b) -> a.serial() > b.serial() ? a : b);
            check(parcel.to());
        }

        private void check(int who) {
            Laptop laptop = laptops.get(who);
            Set<String> held = places(laptop, "1");
            Overview overview = look(laptop);
            Set<String> missingAtAll = new HashSet<>();
            looks++;
            for (int other = 0; other < laptops.size(); other++) {
                if (other == who) {
                    continue;
                }
                Map<String, Word> said = words.get(who).getOrDefault(other, Map.of());
                Set<String> missing = said.values().stream()
                        .flatMap(word -> word.given().stream())
                        .filter(place -> !held.contains(place))
                        .collect(Collectors.toCollection(TreeSet::new));
                missingAtAll.addAll(missing);
                String device = laptops.get(other).device();
                Contact contact = overview.contacts().stream()
                        .filter(c -> c.device().card().deviceId().equals(device))
                        .findFirst()
                        .orElseThrow();
                assertThat(told(contact)).isEqualTo(missing);
                gaps += missing.isEmpty() ? 0 : 1;
                assertThat(contact.heard() == null).isEqualTo(said.isEmpty());
                assertThat(contact.counted()).isEqualTo(said.size());
                assertThat(contact.written().revisions())
                        .isEqualTo(
                                held.stream().filter(p -> p.startsWith(device)).count());
                if (contact.ahead() != null) {
                    assertThat(contact.ahead().records()).isEqualTo(ahead(laptop, said.values(), held));
                }
            }
            assertThat(overview.missing()).isEqualTo(missingAtAll.size());
            assertThat(new DeviceContacts(laptop.notebook, Laptop.CLOCK).brief().missing())
                    .isEqualTo(missingAtAll.size());
        }

        private static Set<String> told(Contact contact) {
            Set<String> told = new TreeSet<>();
            contact.gaps()
                    .forEach(gap -> gap.places()
                            .ranges()
                            .forEach(range -> LongStream.rangeClosed(range.first(), range.last())
                                    .forEach(seq -> told.add(gap.from() + " " + seq))));
            return told;
        }

        /** Slowly: what every instance claims of a writer counts where all of the claim is held here. */
        private static long ahead(Laptop laptop, java.util.Collection<Word> said, Set<String> held) {
            Set<String> known = null;
            for (Word word : said) {
                Set<String> unheld = word.has().stream()
                        .filter(p -> !held.contains(p))
                        .map(p -> p.substring(0, p.indexOf(' ')))
                        .collect(Collectors.toSet());
                Set<String> believed = word.has().stream()
                        .filter(p -> !unheld.contains(p.substring(0, p.indexOf(' '))))
                        .collect(Collectors.toSet());
                if (known == null) {
                    known = believed;
                } else {
                    known.retainAll(believed);
                }
            }
            Set<String> records = new HashSet<>();
            for (String line : Inside.texts(
                    laptop.notebook,
                    "SELECT r.record || ' ' || w.device || '/' || w.instance || ' ' || r.seq FROM revision r"
                            + " JOIN writer w ON w.key = r.writer WHERE r.type = 'interview'")) {
                int space = line.indexOf(' ');
                if (known == null || !known.contains(line.substring(space + 1))) {
                    records.add(line.substring(0, space));
                }
            }
            return records.size();
        }
    }

    // ---- one by one

    @Test
    void aGapSaysWhomToAskAndIsGoneOnceTheMissingBundleHasCome() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A7", "B2", "lead");
        try (Laptop a = all.get(0);
                Laptop b = all.get(1);
                Laptop lead = all.get(2)) {
            b.interview("B's");
            a.takes(b.export(Choice.ALL, a));
            Path lost = a.export(Choice.ALL, lead);
            lead.takes(a.export(Choice.RECEIPT, lead));
            Contact contact = contact(lead, a);
            assertThat(contact.missing()).isOne();
            assertThat(contact.gaps().get(0).writer().name()).isEqualTo("B2");
            assertThat(contact(lead, b).gaps()).as("nothing was heard of B").isEmpty();
            assertThat(look(lead).contacts().get(0).device().card().name()).isEqualTo("A7");
            lead.takes(lost);
            assertThat(contact(lead, a).gaps()).isEmpty();
            assertThat(contact(lead, b).written())
                    .extracting("records", "revisions")
                    .containsExactly(1L, 1L);
            assertThat(contact(lead, b).heard()).isNull();
        }
    }

    @Test
    void silenceBeginsAfterFourteenDaysOfThisClockWhateverTheOtherClockSaid() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A7", "B2");
        try (Laptop a = all.get(0);
                Laptop b = all.get(1);
                Laptop c = Laptop.create(folder, "C3")) {
            new TrustDevice(a.notebook, Laptop.CLOCK).trust(c.card());
            Clock wrong = Clock.offset(Laptop.CLOCK, Duration.ofDays(900));
            Path bundle = folder.resolve("from the future");
            new ExportBundle(b.notebook, wrong)
                    .export(new ExportBundle.Order(bundle, List.of(a.card()), Choice.RECEIPT));
            a.takes(bundle);
            assertThat(contact(a, b).heard())
                    .isEqualTo(new Contact.Heard("2024-05-06T07:08:09Z", "2026-10-23T07:08:09Z"));
            for (int days : new int[] {0, 13, 14, 40}) {
                Clock later = Clock.offset(Laptop.CLOCK, Duration.ofDays(days));
                DeviceContacts contacts = new DeviceContacts(a.notebook, later);
                assertThat(contacts.brief().silent()).isEqualTo(days < 14 ? 0 : 2);
                for (Contact contact : contacts.look().contacts()) {
                    assertThat(contact.silentDays()).isEqualTo(days);
                    assertThat(contact.silent()).isEqualTo(days >= 14);
                }
            }
            a.notebook.devices().block(b.device());
            Clock later = Clock.offset(Laptop.CLOCK, Duration.ofDays(40));
            assertThat(new DeviceContacts(a.notebook, later).brief().silent()).isOne();
            assertThat(new DeviceContacts(a.notebook, Clock.offset(Laptop.CLOCK, Duration.ofDays(-40)))
                            .brief()
                            .silent())
                    .isZero();
        }
    }

    @Test
    void filesAreToldByWhoLacksThemAndWhoHasThem() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A7", "lead");
        try (Laptop a = all.get(0);
                Laptop lead = all.get(1)) {
            String one = a.interview("one");
            a.attaches(one, "a photograph".getBytes(StandardCharsets.UTF_8));
            a.names(one, "cd".repeat(32));
            lead.takes(a.export(Choice.ALL, lead));
            // What nobody holds is nobody's to give.
            assertThat(contact(lead, a)).extracting("filesHere", "filesThere").containsExactly(0L, 0L);
            assertThat(look(lead).filesLost()).isOne();
            Inside.run(lead.notebook, "DELETE FROM chunk; DELETE FROM attachment");
            assertThat(contact(lead, a).filesThere()).isOne();
            a.takes(lead.export(Choice.RECEIPT, a));
            assertThat(contact(a, lead).filesHere()).isOne();
            lead.takes(a.export(Choice.CHANGES, lead));
            assertThat(contact(lead, a).filesThere()).isZero();
        }
    }

    @Test
    void aRetiredNotebookCountsNoMoreUntilItSpeaksAgain() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A7", "B2");
        try (Laptop a = all.get(0);
                Laptop b = all.get(1)) {
            b.interview("lost with the laptop");
            a.takes(b.export(Choice.RECEIPT, a));
            assertThat(contact(a, b).missing()).isOne();
            try (Laptop restored =
                    Laptop.create(Files.createDirectory(folder.resolve("new")), "B2", b.notebook.device())) {
                restored.trusts(a);
                a.takes(restored.export(folder.resolve("receipt"), Choice.RECEIPT, List.of(a.card())));
                assertThat(contact(a, b).counted()).isEqualTo(2);
                assertThat(contact(a, b).missing()).isOne();
                new TrustDevice(a.notebook, Laptop.CLOCK).retire(b.writer());
                assertThat(contact(a, b).counted()).isOne();
                assertThat(contact(a, b).missing()).isZero();
                assertThat(contact(a, b).instances()).hasSize(2);
                // It was not lost after all: what it lacks would never be sent to it.
                a.takes(b.export(Choice.RECEIPT, a));
                assertThat(contact(a, b).counted()).isEqualTo(2);
                assertThat(contact(a, b).missing()).isOne();
            }
        }
    }

    @Test
    void whatAnotherNotebookOfThisVeryDeviceHoldsIsToldToo() throws Exception {
        try (Laptop a = Laptop.create(folder, "A7");
                Laptop restored =
                        Laptop.create(Files.createDirectory(folder.resolve("new")), "A7", a.notebook.device())) {
            a.interview("only on the old one");
            restored.takes(a.export(Choice.RECEIPT, restored));
            assertThat(look(restored)).extracting("missing", "ownMissing").containsExactly(1L, 1L);
            assertThat(new DeviceContacts(restored.notebook, Laptop.CLOCK)
                            .brief()
                            .missing())
                    .isOne();
            restored.takes(a.export(Choice.ALL, restored));
            assertThat(look(restored)).extracting("missing", "ownMissing").containsExactly(0L, 0L);
        }
    }

    @Test
    void aCopiedNotebookIsToldWithItsDevice() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A7", "lead");
        Laptop a = all.get(0);
        try (Laptop lead = all.get(1)) {
            String record = a.interview("first");
            a.close();
            Inside.forgetPlace(a.file);
            Path copy = Files.copy(
                    a.file, Files.createDirectory(folder.resolve("copy")).resolve("A"));
            try (Laptop twin = Laptop.open(copy);
                    Laptop again = Laptop.open(a.file)) {
                twin.edits(record, "code", "on the copy");
                again.edits(record, "code", "on the laptop");
                lead.takes(again.export(Choice.ALL, lead));
                assertThat(contact(lead, again).forks()).isZero();
                twin.export(Choice.RECEIPT, lead);
                lead.takes(twin.export(Choice.RECEIPT, lead));
                assertThat(contact(lead, again).forks())
                        .as("known from the ids alone")
                        .isOne();
                lead.takes(twin.export(Choice.ALL, lead));
                assertThat(contact(lead, again).forks()).isOne();
                assertThat(look(again).ownForks()).isZero();
                again.takes(lead.export(Choice.ALL, again));
                assertThat(look(again).ownForks()).isOne();
            }
        }
    }
}
