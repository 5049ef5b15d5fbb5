package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.json.Json;
import org.jailoo.notebook.BundleLog;
import org.jailoo.notebook.Inside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random weeks of field work with real notebooks: forms that stay open over an import, bundles of all kinds late, twice,
 * cut off or lost. What is held against them: a preview tells what then happens and writes nothing; what is refused or
 * came before changes nothing; every gap is told while it lasts; after one full exchange nothing is lost and all agree.
 */
class ExchangeSimulationTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int SEEDS = LONG ? 300 : 12;
    private static final int STEPS = LONG ? 60 : 40;

    @TempDir
    Path folder;

    @Test
    void whateverHappensOnTheWayNothingIsLostAndAllAgree() throws Exception {
        Totals totals = new Totals();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Path place = Files.createDirectory(folder.resolve("seed" + seed));
            try {
                new Weeks(place, seed, totals).run();
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.println("exchange simulation: " + SEEDS + " seeds × " + STEPS + " steps: " + totals);
        assertThat(totals.sum("gaps seen")).isPositive();
        assertThat(totals.sum("conflicts at the end")).isPositive();
        assertThat(totals.sum("late saves")).isPositive();
        assertThat(totals.sum("refused")).isPositive();
        assertThat(totals.sum("purges")).isPositive();
    }

    private static final class Totals {
        private final Map<String, Long> sums = new TreeMap<>();

        void add(String what, long n) {
            sums.merge(what, n, Long::sum);
        }

        long sum(String what) {
            return sums.getOrDefault(what, 0L);
        }

        @Override
        public String toString() {
            return sums.toString();
        }
    }

    /** A bundle on its way, and which revisions its sender then held and did not withhold. */
    private record Parcel(Path file, int to, Word word) {}

    private record Word(String instance, long serial, Set<String> claimed) {}

    private record Open(int who, SaveRecord.Form form) {}

    private static final class Weeks {
        private static final List<String> TYPES = List.of("interview", "participant", "identity", "recommendation");
        private static final Map<String, List<String>> FIELDS = Map.of(
                "interview", List.of("narrative", "summary", "code"),
                "participant", List.of("code", "occupation"),
                "identity", List.of("fullName", "phone"),
                "recommendation", List.of("text", "direction"));

        private final Path place;
        private final Random random;
        private final Totals totals;
        private final List<Laptop> laptops;
        private final List<Parcel> onTheWay = new ArrayList<>();
        private final List<Open> forms = new ArrayList<>();
        private final Set<String> acknowledged = new HashSet<>();
        private final List<Map<String, Word>> words = new ArrayList<>();
        private int files;

        Weeks(Path place, long seed, Totals totals) {
            this.place = place;
            this.random = new Random(seed);
            this.totals = totals;
            this.laptops = Laptop.friends(place, "A", "B", "C", "lead");
            laptops.forEach(l -> words.add(new HashMap<>()));
        }

        void run() throws Exception {
            for (String type : TYPES) {
                save(3, laptops.get(3).form(type, null));
            }
            send(3, Choice.ALL, new int[] {0, 1, 2}, false);
            takeAll();
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            exchangeEverything();
            agree();
            again();
            for (Laptop laptop : laptops) {
                laptop.isSound();
                assertThat(laptop.leftovers()).isZero();
                laptop.close();
            }
        }

        private void step() throws Exception {
            int who = random.nextInt(laptops.size());
            switch (random.nextInt(12)) {
                case 0, 1 -> forms.add(new Open(who, form(who)));
                case 2, 3 -> save(who, form(who));
                case 4, 5 -> saveLate();
                case 6, 7 -> send(who);
                case 8, 9, 10 -> deliver();
                default -> {
                    if (random.nextInt(4) == 0) {
                        purge(who);
                    } else {
                        deliver();
                    }
                }
            }
        }

        private SaveRecord.Form form(int who) {
            Laptop laptop = laptops.get(who);
            List<String> known = new ArrayList<>();
            laptop.notebook.revisions().eachRecord(known::add);
            if (known.isEmpty() || random.nextInt(8) == 0) {
                return laptop.form(TYPES.get(random.nextInt(TYPES.size())), null);
            }
            String record = known.get(random.nextInt(known.size()));
            return laptop.form(laptop.knows(record) ? laptop.state(record).type() : "interview", record);
        }

        private void save(int who, SaveRecord.Form form) {
            Map<String, Json> body = new HashMap<>();
            if (random.nextInt(15) == 0) {
                body.put("deleted", random.nextBoolean() ? Json.TRUE : Json.NULL);
            } else {
                List<String> fields = FIELDS.getOrDefault(form.type(), List.of("narrative"));
                for (int i = 0; i <= random.nextInt(2); i++) {
                    Json value = random.nextInt(10) == 0 ? Json.NULL : Json.of("v" + random.nextInt(6));
                    body.put(fields.get(random.nextInt(fields.size())), value);
                }
            }
            if (laptops.get(who).trySave(form, body) instanceof SaveRecord.Saved saved) {
                acknowledged.add(saved.revision());
                if (random.nextBoolean()) {
                    forms.add(new Open(who, saved.form()));
                }
            }
        }

        private void saveLate() {
            if (!forms.isEmpty()) {
                Open open = forms.remove(random.nextInt(forms.size()));
                totals.add("late saves", 1);
                save(open.who(), open.form());
            }
        }

        private void purge(int who) {
            List<String> known = new ArrayList<>();
            laptops.get(who).notebook.revisions().eachRecord(known::add);
            if (!known.isEmpty()) {
                String record = known.get(random.nextInt(known.size()));
                new PurgeRecord(laptops.get(who).notebook, Laptop.CLOCK)
                        .purge(record)
                        .ifPresent(p -> {
                            acknowledged.add(p.revision());
                            totals.add("purges", 1);
                        });
            }
        }

        /** Writes a bundle for one or two others; each copy may be lost, or come twice. */
        private void send(int who) throws Exception {
            int[] to = random.ints(0, laptops.size())
                    .filter(i -> i != who)
                    .distinct()
                    .limit(1 + random.nextInt(2))
                    .toArray();
            List<Choice> choices = List.of(Choice.values());
            Choice choice = random.nextInt(8) == 0 ? null : choices.get(random.nextInt(choices.size()));
            send(who, choice, to, true);
        }

        private void send(int who, @org.jspecify.annotations.Nullable Choice choice, int[] to, boolean careless)
                throws Exception {
            Laptop sender = laptops.get(who);
            Path out = place.resolve("bundle" + ++files);
            sender.export(
                    out,
                    choice,
                    Arrays.stream(to).mapToObj(i -> laptops.get(i).card()).toList());
            Word word = word(sender);
            for (int receiver : to) {
                int copies = careless ? random.nextInt(3) : 1;
                for (int i = 0; i < copies; i++) {
                    onTheWay.add(new Parcel(out, receiver, word));
                }
                totals.add(copies == 0 ? "lost" : copies == 1 ? "sent" : "sent twice", 1);
            }
        }

        private static Word word(Laptop sender) {
            List<BundleLog.Handover> log = sender.notebook.log().handovers();
            BundleLog.Handover last = log.get(log.size() - 1);
            return new Word(last.instance(), last.serial(), claimed(sender, last));
        }

        private static Set<String> claimed(Laptop sender, BundleLog.Handover bundle) {
            Set<String> claimed = places(
                    sender,
                    "(r.bodied = 1 OR EXISTS (SELECT 1 FROM purge p WHERE p.record = r.record"
                            + " AND p.accepted = 1))");
            if (bundle.scope().equals("codes")) {
                claimed.removeAll(places(
                        sender,
                        "r.edit = 1 AND EXISTS (SELECT 1 FROM revision t WHERE t.record ="
                                + " r.record AND t.type NOT IN"
                                + " ('campaign', 'participant', 'interview', 'focusGroup', 'recommendation'))"));
            }
            return claimed;
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
                if (random.nextInt(6) == 0) {
                    deliverCutOff(parcel);
                } else {
                    take(parcel, random.nextInt(6) == 0);
                }
            }
        }

        private void deliverCutOff(Parcel parcel) throws Exception {
            Laptop laptop = laptops.get(parcel.to());
            String before = laptop.dump();
            byte[] whole = Files.readAllBytes(parcel.file());
            Path cut = Files.write(place.resolve("cut"), Arrays.copyOf(whole, random.nextInt(whole.length)));
            try (ImportBundle.Waiting waiting = laptop.stage(cut, Laptop.NOTHING)) {
                throw new AssertionError(
                        "a cut bundle was taken: " + waiting.bundle().counts());
            } catch (BundleRefused refused) {
                totals.add("refused", 1);
            }
            assertThat(laptop.dump()).isEqualTo(before);
        }

        private void take(Parcel parcel, boolean acceptPurges) throws Exception {
            Laptop laptop = laptops.get(parcel.to());
            String before = laptop.dump();
            Set<String> already = new HashSet<>(laptop.revisionIds());
            try (ImportBundle.Waiting waiting = laptop.stage(parcel.file(), new Allowed(false, acceptPurges))) {
                ImportResult preview = waiting.preview();
                assertThat(laptop.dump()).isEqualTo(before);
                ImportResult result = waiting.write();
                assertThat(result).isEqualTo(preview);
                words.get(parcel.to())
                        .merge(parcel.word().instance(), parcel.word(), (a, b) -> a.serial() > b.serial() ? a : b);
                Set<String> missing = new HashSet<>(words.get(parcel.to())
                        .getOrDefault(parcel.word().instance(), parcel.word())
                        .claimed());
                missing.removeAll(places(laptop, "1"));
                assertThat(result.gaps()).isEqualTo(missing.size());
                totals.add("gaps seen", result.gaps());
                totals.add("taken", 1);
            }
            assertThat(laptop.revisionIds()).containsAll(already);
        }

        private void exchangeEverything() throws Exception {
            onTheWay.clear();
            for (int i = 0; i < 3; i++) {
                send(i, Choice.ALL, new int[] {3}, false);
            }
            takeAll();
            send(3, Choice.ALL, new int[] {0, 1, 2}, false);
            takeAll();
        }

        private void takeAll() throws Exception {
            while (!onTheWay.isEmpty()) {
                take(onTheWay.remove(random.nextInt(onTheWay.size())), true);
            }
        }

        private void agree() {
            String lines = laptops.get(3).lines();
            for (Laptop laptop : laptops) {
                assertThat(laptop.lines()).isEqualTo(lines);
                assertThat(laptop.revisionIds()).containsAll(acknowledged);
            }
            totals.add("records", lines.lines().count());
            totals.add(
                    "conflicts at the end",
                    lines.lines()
                            .filter(l -> !l.startsWith("{\"conflicts\":{}"))
                            .count());
            totals.add("saves", acknowledged.size());
        }

        /** The last bundle once more: nothing new, nothing changed, no gap. */
        private void again() throws Exception {
            Path last = place.resolve("bundle" + files);
            for (Laptop laptop : laptops.subList(0, 3)) {
                String before = laptop.dump();
                ImportResult result = laptop.takes(last);
                assertThat(result.fresh() + result.changed() + result.gaps() + result.forks() + result.heldPurges())
                        .isZero();
                assertThat(laptop.dump()).isEqualTo(before);
            }
            ImportResult receipt =
                    laptops.get(3).takes(laptops.get(0).export(place.resolve("receipt"), Choice.RECEIPT, List.of()));
            assertThat(receipt.gaps()).isZero();
        }
    }
}
