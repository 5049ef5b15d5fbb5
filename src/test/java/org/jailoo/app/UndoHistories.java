package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.UndoPlan.Obstacle;
import org.jailoo.app.UndoPlan.Way;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;

/**
 * A small random history of three laptops, and imports into one of them that are taken back out in any order and come again.
 * What is held against it: a copy of the notebook of before into which only those bundles were taken that are in now.
 */
final class UndoHistories implements AutoCloseable {
    private static final List<String> TYPES = List.of("interview", "participant", "identity", "interview");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "interview", List.of("narrative", "summary", "code"),
            "participant", List.of("code", "occupation"),
            "identity", List.of("fullName", "phone"));

    /** What came about, so that a test can say that it did. */
    static final class Totals {
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

    /** All that a person or another laptop can see of what is held. */
    record Look(Map<String, String> lines, Set<String> erased, String rest) {
        static Look at(Laptop laptop) {
            Map<String, String> lines = new TreeMap<>();
            Set<String> erased = new TreeSet<>();
            laptop.notebook
                    .revisions()
                    .eachRecord(id -> laptop.notebook.revisions().state(id).ifPresent(state -> {
                        lines.put(id, state.line());
                        if (state.purged()) {
                            erased.add(id);
                        }
                    }));
            StringBuilder rest = new StringBuilder();
            for (int v = 0; v < 6; v++) {
                rest.append(laptop.notebook.search().count("v" + v)).append(' ');
            }
            for (String query : List.of(
                    "SELECT d.id || l.type || l.gone || l.day || l.code || l.place || l.words || l.campaign || l.conflicts"
                            + " || l.incomplete FROM listed l JOIN record d ON d.key = l.record ORDER BY 1",
                    "SELECT d.id || hex(s.digest) || s.sealed FROM state s JOIN record d ON d.key = s.record ORDER BY 1",
                    "SELECT n.sha256 || hex(r.id) FROM naming n JOIN revision r ON r.key = n.revision ORDER BY 1",
                    "SELECT d.id || a.participant FROM about a JOIN record d ON d.key = a.record ORDER BY 1",
                    "SELECT hex(id) || bodied FROM revision ORDER BY 1",
                    "SELECT d.id FROM record d ORDER BY 1",
                    "SELECT d.id || p.accepted FROM purge p JOIN record d ON d.key = p.record ORDER BY 1",
                    "SELECT hex(r.id) || c.time || (c.sealed > 0) FROM content c JOIN revision r ON r.key = c.revision"
                            + " ORDER BY 1")) {
                rest.append(Inside.texts(laptop.notebook, query)).append('\n');
            }
            for (Writer writer : laptop.notebook.holdings().writers()) {
                rest.append(writer)
                        .append(laptop.notebook.holdings().claim(writer, 100))
                        .append('\n');
            }
            rest.append(laptop.notebook.attachments().lacking(100))
                    .append(laptop.notebook.holdings().forks())
                    .append(laptop.notebook.purges().held());
            laptop.notebook.attachments().all().forEach(rest::append);
            return new Look(lines, erased, rest.toString());
        }

        void is(Look expected) {
            Set<String> gone = new HashSet<>(erased);
            gone.addAll(expected.erased());
            Map<String, String> mine = new TreeMap<>(lines);
            Map<String, String> theirs = new TreeMap<>(expected.lines());
            // An erasure that was accepted does not go back, whatever else does.
            mine.keySet().removeAll(gone);
            theirs.keySet().removeAll(gone);
            assertThat(String.join("\n", mine.values())).isEqualTo(String.join("\n", theirs.values()));
            if (gone.isEmpty()) {
                assertThat(rest).isEqualTo(expected.rest());
            }
        }
    }

    private record Parcel(Path file, Set<String> ids) {}

    private final Path place;
    private final Random random;
    private final Totals totals;
    private final List<Laptop> laptops;
    private final List<Parcel> parcels = new ArrayList<>();
    private final Map<BitSet, Look> expected = new HashMap<>();
    private final BitSet in = new BitSet();
    private Path before = Path.of("");
    private Set<String> heldBefore = Set.of();
    private int files;

    UndoHistories(Path place, long seed, Totals totals) {
        this.place = place;
        this.random = new Random(seed);
        this.totals = totals;
        this.laptops = new ArrayList<>(Laptop.friends(place, "home", "A", "B"));
    }

    private Laptop home() {
        return laptops.get(0);
    }

    void run() throws Exception {
        beginning();
        bundles();
        settleBefore();
        int first = random.nextInt(parcels.size());
        for (int op = 0; op < parcels.size() + 4; op++) {
            // All of them come at first, then any comes again or goes out.
            int which = op < parcels.size() ? (first + op) % parcels.size() : random.nextInt(parcels.size());
            boolean closed = random.nextInt(3) == 0;
            if (closed) {
                home().notebook.identities().close();
            }
            if (in.get(which) && random.nextInt(6) > 0) {
                takeOut(which);
                totals.add(closed ? "undone while closed" : "undone", 1);
            } else {
                totals.add(in.get(which) ? "came again" : "came", 1);
                home().takes(parcels.get(which).file());
                in.set(which);
            }
            if (random.nextInt(8) == 0) {
                restart();
            }
            TestDoor.openIdentities(home().notebook);
            compare();
        }
        buildOn();
        laptops.forEach(Laptop::isSound);
    }

    // ---- what was before

    private void beginning() throws Exception {
        for (int step = 0; step < 6 + random.nextInt(5); step++) {
            int who = random.nextInt(3);
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> save(who);
                case 3 -> attach(who);
                default -> send(who, random.nextInt(3));
            }
        }
    }

    private void bundles() throws Exception {
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < 4; step++) {
                int who = 1 + random.nextInt(2);
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> save(who);
                    case 3 -> attach(who);
                    case 4 -> purge(who);
                    default -> send(who, 3 - who);
                }
            }
            Laptop sender = laptops.get(1 + random.nextInt(2));
            Path file = sender.export(
                    place.resolve("bundle" + ++files + ".json"),
                    random.nextInt(5) == 0 ? Choice.CODES : Choice.ALL,
                    List.of());
            Set<String> ids = new HashSet<>();
            for (Json.Obj revision : Laptop.revisionsIn(file)) {
                ids.add(org.jailoo.history.Header.of(Objects.requireNonNull((Json.Obj) revision.get("header")))
                        .id());
            }
            parcels.add(new Parcel(file, ids));
        }
    }

    private List<String> known(int who) {
        List<String> known = new ArrayList<>();
        laptops.get(who).notebook.revisions().eachRecord(known::add);
        return known;
    }

    private void save(int who) {
        Laptop laptop = laptops.get(who);
        List<String> known = known(who);
        String record = known.isEmpty() || random.nextInt(4) == 0 ? null : known.get(random.nextInt(known.size()));
        String type = record == null || !laptop.knows(record)
                ? TYPES.get(random.nextInt(TYPES.size()))
                : laptop.state(record).type();
        Map<String, Json> body = new HashMap<>();
        if (random.nextInt(12) == 0) {
            body.put("deleted", random.nextBoolean() ? Json.TRUE : Json.NULL);
        } else {
            List<String> fields = FIELDS.getOrDefault(type, List.of());
            for (int i = 0; i <= random.nextInt(2); i++) {
                body.put(
                        fields.get(random.nextInt(fields.size())),
                        random.nextInt(10) == 0 ? Json.NULL : Json.of("v" + random.nextInt(6)));
            }
        }
        if (type.equals("identity") && random.nextBoolean()) {
            body.put("participant", Json.of(RecordId.random()));
        }
        laptop.trySave(laptop.form(type, record), body);
    }

    private void attach(int who) throws Exception {
        Laptop laptop = laptops.get(who);
        for (String record : known(who)) {
            if (laptop.knows(record)
                    && laptop.state(record).type().equals("interview")
                    && !laptop.state(record).purged()
                    && random.nextBoolean()) {
                laptop.attaches(record, new byte[] {1, 2, (byte) random.nextInt(4)});
                totals.add("files", 1);
                return;
            }
        }
    }

    private void purge(int who) {
        // Mostly of a record that somebody else began: it waits for a person.
        String own = laptops.get(who).device();
        List<String> known = known(who).stream()
                .filter(record -> random.nextInt(8) == 0
                        || laptops.get(who).notebook.revisions().headersOf(record).stream()
                                .map(org.jailoo.history.Held::header)
                                .noneMatch(h -> h.parents().isEmpty()
                                        && h.writer().device().equals(own)))
                .toList();
        if (!known.isEmpty()) {
            new PurgeRecord(laptops.get(who).notebook, Laptop.CLOCK).purge(known.get(random.nextInt(known.size())));
            totals.add("purges", 1);
        }
    }

    private void send(int from, int to) throws Exception {
        if (from != to) {
            laptops.get(to)
                    .takes(laptops.get(from)
                            .export(
                                    place.resolve("early" + ++files),
                                    random.nextInt(4) == 0 ? Choice.CODES : Choice.ALL,
                                    List.of()));
        }
    }

    private void settleBefore() throws Exception {
        heldBefore = new HashSet<>(home().revisionIds());
        Path file = home().file;
        home().close();
        before = Files.copy(file, place.resolve("before"));
        laptops.set(0, Laptop.open(file));
    }

    private void restart() {
        Path file = home().file;
        home().close();
        laptops.set(0, Laptop.open(file));
        totals.add("restarts", 1);
    }

    // ---- taking out

    private Came came(int which) throws Exception {
        String bundle = home().manifest(parcels.get(which).file()).bundle();
        return home().notebook.log().came(100).stream()
                .filter(c -> c.bundle().equals(bundle))
                .findFirst()
                .orElseThrow();
    }

    private UndoPlan look(int which) throws Exception {
        return new UndoImport(home().notebook, Laptop.CLOCK).look(came(which).key(), (done, of) -> {});
    }

    private void takeOut(int which) throws Exception {
        UndoPlan plan = look(which);
        assertThat(plan.way()).as(plan.obstacles().toString()).isEqualTo(Way.TAKE_OUT);
        totals.add("revisions taken out", plan.alone().revisions());
        totals.add("named by others", plan.alone().elsewhere());
        totals.add("files taken out", plan.alone().files().size());
        totals.add("records that vanished", plan.vanishing());
        totals.add("waiting erasures taken out", plan.waitingPurges());
        totals.add(
                "bodies taken out",
                plan.alone().records().stream()
                        .mapToLong(r -> r.bodies().size())
                        .sum());
        assertThat(new UndoImport(home().notebook, Laptop.CLOCK).undo(plan, (done, of) -> {}))
                .isInstanceOf(UndoImport.Done.class);
        assertThat(plan.alone().files()).noneMatch(home()::holdsFile);
        in.clear(which);
        assertThat(look(which).obstacles()).containsOnlyKeys(Obstacle.UNDONE);
    }

    private void compare() throws Exception {
        // The words of the search index, and everything else.
        home().isSound();
        Look mine = Look.at(home());
        Look theirs = expected();
        mine.is(theirs);
        totals.add("compared", 1);
        if (!mine.erased().isEmpty() || !theirs.erased().isEmpty()) {
            totals.add("compared with erasures", 1);
        }
    }

    private Look expected() throws Exception {
        Look known = expected.get(in);
        if (known == null) {
            Path copy = Files.copy(before, place.resolve("copy" + ++files));
            try (Laptop twin = Laptop.open(copy)) {
                for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
                    twin.takes(parcels.get(i).file());
                }
                known = Look.at(twin);
            }
            expected.put((BitSet) in.clone(), known);
        }
        return known;
    }

    // ---- building on it

    /** Goes on from what came: what that stands on does not go back out any more, and everything else does. */
    private void buildOn() throws Exception {
        Set<String> parents = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            List<String> known = known(0);
            String record = known.isEmpty() ? "" : known.get(random.nextInt(known.size()));
            if (home().knows(record) && !home().state(record).purged()) {
                SaveRecord.Form form = home().form(home().state(record).type(), record);
                if (home().trySave(
                                        form,
                                        Map.of(
                                                FIELDS.getOrDefault(form.type(), List.of("code"))
                                                        .get(0),
                                                Json.of("built")))
                        instanceof SaveRecord.Saved) {
                    parents.addAll(form.parents());
                }
            }
        }
        String lines = home().lines();
        for (int which = in.nextSetBit(0); which >= 0; which = in.nextSetBit(which + 1)) {
            Set<String> alone = new HashSet<>(parcels.get(which).ids());
            alone.removeAll(heldBefore);
            for (int other = in.nextSetBit(0); other >= 0; other = in.nextSetBit(other + 1)) {
                if (other != which) {
                    alone.removeAll(parcels.get(other).ids());
                }
            }
            alone.retainAll(parents);
            UndoPlan plan = look(which);
            if (!alone.isEmpty()) {
                assertThat(plan.obstacles()).containsKey(Obstacle.BUILT_ON);
                totals.add("built on", 1);
            }
        }
        assertThat(home().lines()).isEqualTo(lines);
        home().plain(Choice.RECEIPT);
        for (int which = in.nextSetBit(0); which >= 0; which = in.nextSetBit(which + 1)) {
            assertThat(look(which).obstacles()).containsKey(Obstacle.HANDED_ON);
        }
    }

    @Override
    public void close() {
        laptops.forEach(Laptop::close);
    }
}
