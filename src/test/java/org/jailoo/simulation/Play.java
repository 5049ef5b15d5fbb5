package org.jailoo.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.simulation.Event.Damage;
import org.jailoo.simulation.Fleet.Written;
import org.jailoo.simulation.Ledger.Book;
import org.jailoo.simulation.Ledger.Rec;
import org.jailoo.simulation.Ledger.Rev;
import org.jspecify.annotations.Nullable;

/** A season played on a fleet, held against the ledger at every step. */
final class Play {
    private static final Instant SPRING = Instant.parse("2024-03-01T06:00:00Z");
    private static final List<String> TYPES =
            List.of("interview", "interview", "participant", "identity", "recommendation");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "interview", List.of("narrative", "summary", "code"),
            "participant", List.of("code", "occupation"),
            "identity", List.of("fullName", "phone"),
            "recommendation", List.of("text", "direction"));

    private record OpenForm(int machine, Fleet.Form form, Rec record, BitSet parents) {}

    private final Season season;
    private final Fleet fleet;
    private final Totals totals;
    private final Consumer<String> story;
    private final Ledger ledger = new Ledger();
    private final Map<Integer, OpenForm> forms = new HashMap<>();
    private final Map<Integer, Long> clocks = new HashMap<>();
    private final Map<Integer, Book> kept = new HashMap<>();
    private final Map<Integer, Fleet.Parcel> parcels = new HashMap<>();
    private final Map<Integer, Ledger.Sent> sent = new HashMap<>();
    private final Map<Integer, List<BitSet>> vanished = new HashMap<>();
    /** Held at some time on a machine that lives on, or by one that does. */
    private final BitSet shared = new BitSet();

    private final BitSet perished = new BitSet();
    private long ticks;
    private int day;

    Play(Season season, Fleet fleet, Totals totals, Consumer<String> story) {
        this.season = season;
        this.fleet = fleet;
        this.totals = totals;
        this.story = story;
        for (int i = 0; i < season.size().laptops(); i++) {
            ledger.books.add(new Book(i, fleet.writer(i)));
        }
    }

    void run() {
        for (List<Event> events : season.days()) {
            day++;
            for (Event event : events) {
                if (story != Totals.SILENT) {
                    story.accept("day " + day + ": " + event);
                }
                try {
                    happen(event);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("day " + day + ", " + event + ": " + e.getMessage(), e);
                }
            }
        }
        try {
            exchangeEverything();
            agree();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("at the end: " + e.getMessage(), e);
        }
    }

    private void happen(Event event) {
        if (event.machine() >= ledger.books.size()) {
            // The copy is not made yet.
            return;
        }
        if (!ledger.books.get(event.machine()).lives) {
            totals.add("came to a lost laptop", event instanceof Event.Arrive ? 1 : 0);
        } else if (event instanceof Event.Write write) {
            write(write);
        } else if (event instanceof Event.Open open) {
            open(open);
        } else if (event instanceof Event.Save save) {
            saveLate(save);
        } else if (event instanceof Event.Purge purge) {
            purge(purge);
        } else if (event instanceof Event.Send send) {
            send(send.machine(), send.parcel(), send.choice(), send.to());
        } else if (event instanceof Event.Arrive arrive) {
            arrive(arrive);
        } else if (event instanceof Event.Vanish vanish) {
            totals.add("bundles lost", 1);
            vanished.computeIfAbsent(vanish.machine(), m -> new ArrayList<>())
                    .add(Ledger.minus(sentAs(vanish.parcel()).revs(), ledger.books.get(vanish.machine()).held));
        } else if (event instanceof Event.Clock clock) {
            clocks.put(clock.machine(), clock.seconds());
            totals.add("clocks changed", 1);
        } else {
            accident(event);
        }
    }

    private void accident(Event event) {
        Book book = ledger.books.get(event.machine());
        if (event instanceof Event.Copy copy) {
            fleet.copy(copy.machine(), copy.copy(), copy.noticed());
            Checks.equal("who writes in the original", fleet.writer(copy.machine()), book.self);
            Checks.equal("the copy", copy.copy(), ledger.books.size());
            Book other = book.copy(fleet.writer(copy.copy()));
            ledger.books.add(other);
            Checks.equal("a new instance of the copy", !other.self.equals(book.self), copy.noticed());
            totals.add(copy.noticed() ? "copies noticed" : "copies unnoticed", 1);
        } else if (event instanceof Event.Keep keep) {
            fleet.keep(keep.machine(), keep.how(), now(keep.machine()));
            kept.put(keep.machine(), book.copy(book.self));
            // The notebook notes its backup itself, which is no part of the ledger but takes a serial.
            if (keep.how() == Event.Back.BACKUP) {
                book.serials.merge(book.self.instance(), 1L, Long::sum);
            }
        } else if (event instanceof Event.Restore restore) {
            restore(restore, book);
        } else if (event instanceof Event.Lose lose) {
            book.lives = false;
            perish(book.held);
            fleet.lose(lose.machine());
            totals.add("laptops lost", 1);
        } else if (event instanceof Event.Block block) {
            fleet.block(block.machine(), block.lost());
            book.blocked.add(block.lost());
            totals.add("blocked", 1);
        } else {
            throw new AssertionError("an event nobody knows");
        }
    }

    private void perish(BitSet held) {
        BitSet alone = (BitSet) held.clone();
        for (Book other : ledger.books) {
            if (other.lives) {
                alone.andNot(other.held);
            }
        }
        perished.or(alone);
    }

    private void restore(Event.Restore restore, Book book) {
        Book old = kept.get(restore.machine());
        if (old == null) {
            return;
        }
        fleet.restore(restore.machine(), restore.how(), now(restore.machine()));
        Book back = old.copy(fleet.writer(restore.machine()));
        Checks.equal(
                "a new instance of what was set back",
                !back.self.equals(old.self),
                restore.how() != Event.Back.FILE_UNNOTICED);
        if (restore.how() == Event.Back.BACKUP) {
            long serial = 1 + old.serials.getOrDefault(old.self.instance(), 0L);
            BitSet claimed = (BitSet) old.bodied.clone();
            for (Rev rev : ledger.of(old.held)) {
                // The one answer about all purges of the backup was yes.
                if (!rev.isEdit()) {
                    back.purged.set(rev.record.number);
                    back.bodied.andNot(rev.record.revs);
                }
                if (old.purged.get(rev.record.number)) {
                    claimed.set(rev.number);
                }
            }
            back.came = (BitSet) old.held.clone();
            back.words = new HashMap<>();
            back.words.put(back.device, new HashMap<>(Map.of(old.self, ledger.word(serial, claimed, new BitSet()))));
            back.serials = new HashMap<>();
        }
        back.taken.clear();
        ledger.books.set(restore.machine(), back);
        book.lives = false;
        perish(book.held);
        forms.values().removeIf(f -> f.machine() == restore.machine());
        sees(restore.machine());
        totals.add("set back: " + restore.how(), 1);
    }

    private Instant now(int machine) {
        return SPRING.plusSeconds(day * 86_400L + ++ticks + clocks.getOrDefault(machine, 0L));
    }

    // ---- writing

    private static <T> @Nullable T pick(List<T> from, int pick) {
        return from.isEmpty() ? null : from.get(pick % from.size());
    }

    private void write(Event.Write write) {
        Book book = ledger.books.get(write.machine());
        Random random = new Random(write.body());
        List<Rec> known = ledger.known(book, false);
        Event.Kind kind = write.kind();
        if (kind == Event.Kind.SETTLE) {
            known.removeIf(r -> r.edits.cardinality() < 2 || conflicts(book, r).isEmpty());
        } else if (kind == Event.Kind.REVIVE) {
            known.removeIf(r -> !ledger.standing(book, r).containsKey("deleted"));
        }
        Rec record = kind == Event.Kind.NEW ? null : pick(known, write.pick());
        if (record == null) {
            kind = Event.Kind.NEW;
        }
        OpenForm form = form(write.machine(), record, TYPES.get(random.nextInt(TYPES.size())));
        Map<String, Json> body = new TreeMap<>();
        switch (kind) {
            case DELETE -> body.put("deleted", Json.TRUE);
            case REVIVE -> body.put("deleted", Json.NULL);
            case SETTLE ->
                conflicts(book, form.record())
                        .forEach((path, values) -> body.put(
                                path,
                                values.stream()
                                        .min(java.util.Comparator.comparing(Object::toString))
                                        .orElseThrow()));
            default -> body.putAll(body(form.record().type, random));
        }
        totals.add("writes: " + kind, 1);
        save(write.machine(), form, body);
    }

    private Map<String, Set<Json>> conflicts(Book book, Rec record) {
        Map<String, Set<Json>> conflicts = ledger.values(book, record);
        conflicts.values().removeIf(v -> v.size() < 2);
        return conflicts;
    }

    private static Map<String, Json> body(String type, Random random) {
        List<String> fields = FIELDS.getOrDefault(type, List.of("narrative"));
        Map<String, Json> body = new TreeMap<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            Json value = random.nextInt(10) == 0 ? Json.NULL : Json.of("v" + random.nextInt(9));
            body.put(fields.get(random.nextInt(fields.size())), value);
        }
        return body;
    }

    private OpenForm form(int machine, @Nullable Rec record, String type) {
        Book book = ledger.books.get(machine);
        if (record == null) {
            Fleet.Form form = fleet.open(machine, type, null);
            return new OpenForm(machine, form, ledger.record(form.record(), type), new BitSet());
        }
        looksRight(machine, record);
        Fleet.Form form = fleet.open(machine, record.type, record.id);
        return new OpenForm(machine, form, record, ledger.heads(book, record));
    }

    private void open(Event.Open open) {
        Rec record = pick(ledger.known(ledger.books.get(open.machine()), false), open.pick());
        if (record != null) {
            forms.put(open.form(), form(open.machine(), record, record.type));
        }
    }

    private void saveLate(Event.Save save) {
        OpenForm form = forms.remove(save.form());
        if (form == null) {
            return;
        }
        Book book = ledger.books.get(save.machine());
        boolean stale = !ledger.heads(book, form.record()).equals(form.parents());
        totals.add(stale ? "forms saved after an import or another save" : "forms saved late", 1);
        OpenForm after = save(save.machine(), form, body(form.record().type, new Random(save.body())));
        if (after != null && save.again()) {
            forms.put(save.form(), after);
        }
    }

    private @Nullable OpenForm save(int machine, OpenForm form, Map<String, Json> body) {
        Book book = ledger.books.get(machine);
        Written written = fleet.save(machine, form.form(), body, now(machine));
        boolean erased = book.purged.get(form.record().number);
        Checks.equal("refused, since the record was erased", written == null, erased);
        if (written == null) {
            totals.add("saves on erased records refused", 1);
            return null;
        }
        Rev rev = ledger.written(book, written, form.record(), body, form.parents());
        shared.set(rev.number);
        Checks.equal("what the person knew", ledger.numbers(new HashSet<>(written.parents())), form.parents());
        totals.add("acknowledged writes", 1);
        BitSet itself = new BitSet();
        itself.set(rev.number);
        return new OpenForm(machine, Objects.requireNonNull(written.form()), form.record(), itself);
    }

    private void purge(Event.Purge purge) {
        Book book = ledger.books.get(purge.machine());
        List<Rec> known = ledger.known(book, true);
        if (purge.own()) {
            known.removeIf(r -> ledger.revs.get(Ledger.next(r.revs, 0)).device != book.device);
        }
        Rec record = pick(known, purge.pick());
        if (record != null) {
            purge(purge.machine(), record);
        }
    }

    private void purge(int machine, Rec record) {
        Written written = fleet.purge(machine, record.id, now(machine));
        Rev rev = ledger.written(ledger.books.get(machine), written, record, Map.of(), new BitSet());
        shared.set(rev.number);
        totals.add("purges", 1);
    }

    // ---- bundles

    private Ledger.Sent sentAs(int parcel) {
        Ledger.Sent as = sent.get(parcel);
        if (as == null) {
            throw new AssertionError("parcel " + parcel + " was never sent");
        }
        return as;
    }

    private void send(int machine, int parcel, @Nullable Choice choice, List<Integer> to) {
        List<Integer> devices = to.stream()
                .map(m -> ledger.books.get(m).device)
                .distinct()
                .filter(d -> !ledger.books.get(machine).blocked.contains(d))
                .toList();
        if (devices.isEmpty()) {
            return;
        }
        Ledger.Sent as = ledger.send(ledger.books.get(machine), choice, devices);
        parcels.put(parcel, fleet.send(machine, choice, devices, now(machine)));
        sent.put(parcel, as);
        totals.add("bundles: " + choice, 1);
    }

    private void arrive(Event.Arrive arrive) {
        if (!sent.containsKey(arrive.parcel())) {
            return;
        }
        Ledger.Sent as = sentAs(arrive.parcel());
        Book book = ledger.books.get(arrive.machine());
        if (arrive.damage() != Damage.NONE || book.blocked.contains(as.device())) {
            String before = fleet.fingerprint(arrive.machine());
            Checks.that(
                    "a bundle was taken that is to be refused",
                    fleet.take(
                                    arrive.machine(),
                                    parcel(arrive.parcel()),
                                    arrive.damage(),
                                    arrive.at(),
                                    arrive.yes(),
                                    now(arrive.machine()))
                            == null);
            Checks.equal("a refused bundle changed something", fleet.fingerprint(arrive.machine()), before);
            totals.add("refused: " + (arrive.damage() == Damage.NONE ? "of the lost laptop" : arrive.damage()), 1);
            return;
        }
        totals.add("late bundles", arrive.late() ? 1 : 0);
        take(arrive.machine(), arrive.parcel(), arrive.yes());
    }

    private Fleet.Parcel parcel(int number) {
        return Objects.requireNonNull(parcels.get(number));
    }

    private void take(int machine, int number, boolean yes) {
        Ledger.Sent as = sentAs(number);
        Book book = ledger.books.get(machine);
        boolean twice = !book.taken.add(number);
        String before = twice && !yes ? fleet.fingerprint(machine) : "";
        boolean knewRight = as.changes() && knewRight(as, book);
        boolean knownWord = heard(book, as);
        Ledger.Expected expected = ledger.take(book, as, yes);
        boolean heardFirst = !knownWord && heard(book, as);
        Fleet.Told told = fleet.take(machine, parcel(number), Damage.NONE, 0, yes, now(machine));
        Checks.equal("what the import said", told, expected.told());
        Checks.equal("a new instance was drawn", !fleet.writer(machine).equals(book.self), expected.draws());
        if (expected.draws()) {
            totals.add("new instances drawn after a copy or a set-back", 1);
            book.self = fleet.writer(machine);
        }
        if (twice) {
            totals.add("taken twice", 1);
            Checks.that(
                    "a bundle that came twice brought something",
                    expected.gained().isEmpty());
            // A copy's word is heard only once this notebook has a name of its own.
            if (!yes && !expected.draws() && !heardFirst) {
                Checks.equal("a bundle that came twice changed something", fleet.fingerprint(machine), before);
            }
        }
        sees(machine);
        if (knewRight) {
            Checks.that(
                    "a bundle of changes left something out",
                    Ledger.minus(Ledger.minus(as.word().claimed(), as.word().withheld()), book.held)
                            .isEmpty());
            totals.add("changes that closed every gap", 1);
        }
        count(machine, expected);
    }

    private static boolean heard(Book book, Ledger.Sent as) {
        Ledger.Word word = book.words.getOrDefault(as.device(), Map.of()).get(as.from());
        return as.word().equals(word);
    }

    /** Whether what the sender took this notebook to hold, it holds. */
    private static boolean knewRight(Ledger.Sent as, Book book) {
        return as.takenToHold().stream()
                .anyMatch(word -> Ledger.minus(word, book.held).isEmpty());
    }

    private void count(int machine, Ledger.Expected expected) {
        totals.add("bundles taken", 1);
        totals.add("imports that told a gap", expected.told().gaps() > 0 ? 1 : 0);
        totals.add("imports that told a fork", expected.told().forks() > 0 ? 1 : 0);
        totals.add("imports that told a held purge", expected.told().heldPurges() > 0 ? 1 : 0);
        for (BitSet missing : vanished.getOrDefault(machine, List.of())) {
            if (missing.intersects(expected.gained())) {
                missing.andNot(expected.gained());
                totals.add("lost on the way and brought by a later bundle", 1);
            }
        }
    }

    /** A notebook holds what it is said to hold, and tells of the gaps that there are. */
    private void sees(int machine) {
        Book book = ledger.books.get(machine);
        Fleet.Sums sums = fleet.sums(machine);
        if (sums.revisions() != ledger.sum(book.held)) {
            Checks.equal("revisions held", ledger.numbers(fleet.ids(machine)), book.held);
        }
        Checks.equal("bodies held", sums.bodied(), ledger.sum(book.bodied));
        BitSet purged = new BitSet();
        sums.purged().forEach(r -> purged.set(ledger.record(r).number));
        Checks.equal("records erased", purged, book.purged);
        if (day % 6 == 0 || day > season.size().days()) {
            Checks.equal("gaps by sender", fleet.gaps(machine), ledger.gaps(book));
        }
    }

    // ---- looking

    /** The state of a record says what stands, without a word on which of several values is shown. */
    private void looksRight(int machine, Rec record) {
        Book book = ledger.books.get(machine);
        RecordState state = fleet.state(machine, record.id);
        boolean edits = !ledger.heads(book, record).isEmpty();
        if (state == null) {
            Checks.that("a record has a state", !edits && !book.purged.get(record.number));
            return;
        }
        boolean purged = book.purged.get(record.number);
        Checks.equal("erased", state.purged(), purged);
        if (purged) {
            Checks.that(
                    "values of an erased record",
                    state.values().isEmpty() && state.conflicts().isEmpty());
            return;
        }
        boolean deletion = false;
        for (Map.Entry<String, Set<Json>> path : ledger.values(book, record).entrySet()) {
            Set<Json> values = path.getValue();
            List<Json> conflict = state.conflicts().get(path.getKey());
            Json shown = state.values().getOrDefault(path.getKey(), Json.NULL);
            if (path.getKey().equals("deleted") && values.equals(Set.of(Json.TRUE))) {
                deletion = ledger.deletionKnowsAll(book, record);
                Checks.equal("a deletion that others wrote past", conflict == null, deletion);
            } else {
                Checks.equal(
                        "values of " + path.getKey() + " of record " + record.number,
                        conflict == null ? Set.of(shown) : new HashSet<>(conflict),
                        values);
            }
            Checks.that("the shown value stands", values.contains(shown));
        }
        Checks.equal("deleted", state.deleted(), deletion);
    }

    // ---- the end

    List<Integer> living() {
        List<Integer> living = new ArrayList<>();
        for (int i = 0; i < ledger.books.size(); i++) {
            if (ledger.books.get(i).lives) {
                living.add(i);
            }
        }
        return living;
    }

    /** Everybody to the lead and the lead to everybody, people saying yes to what others want erased. */
    private void exchangeEverything() {
        int parcel = 1_000_000;
        for (int machine : living()) {
            if (machine != 0) {
                send(machine, ++parcel, Choice.ALL, List.of(0));
                take(0, parcel, true);
            }
        }
        // What the lost laptop wanted erased nobody who blocked it can say yes to: whoever knows of it, the lead first,
        // asks again.
        Set<Rec> asked = new HashSet<>();
        Set<Rec> askedByOthers = new HashSet<>();
        for (Rev rev : ledger.of(ledger.books.get(0).held)) {
            if (!rev.isEdit()) {
                boolean blocked = living().stream()
                        .anyMatch(m -> ledger.books.get(m).blocked.contains(rev.device));
                (blocked ? asked : askedByOthers).add(rev.record);
            }
        }
        asked.removeAll(askedByOthers);
        for (int machine : living()) {
            Book book = ledger.books.get(machine);
            for (Rec record : List.copyOf(asked)) {
                if (book.purged.get(record.number) || record.edits.intersects(book.held)) {
                    purge(machine, record);
                    asked.remove(record);
                    totals.add("purges of the lost laptop made good", 1);
                }
            }
            if (machine != 0
                    && !Ledger.minus(book.held, ledger.books.get(0).held).isEmpty()) {
                send(machine, ++parcel, Choice.ALL, List.of(0));
                take(0, parcel, true);
            }
        }
        for (int machine : living()) {
            if (machine != 0) {
                send(0, ++parcel, Choice.ALL, List.of(machine));
                take(machine, parcel, true);
            }
        }
        for (int machine : living()) {
            if (machine != 0) {
                send(machine, ++parcel, Choice.RECEIPT, List.of(0));
                take(0, parcel, true);
            }
        }
        send(0, ++parcel, Choice.RECEIPT, living().subList(1, living().size()));
        for (int machine : living()) {
            if (machine != 0) {
                take(machine, parcel, true);
            }
        }
    }

    private void agree() {
        Book lead = ledger.books.get(0);
        BitSet lost = Ledger.minus(shared, lead.held);
        Checks.that(
                "only what a machine took with it is missing",
                Ledger.minus(lost, perished).isEmpty());
        totals.add("writes lost with a machine, and known to be", lost.cardinality());
        Map<Integer, Optional<RecordState>> states = new HashMap<>();
        for (int machine : living()) {
            sees(machine);
            Checks.equal("revisions held", ledger.numbers(fleet.ids(machine)), ledger.books.get(machine).held);
            fleet.isSound(machine);
            Book book = ledger.books.get(machine);
            Checks.equal("the sets of all notebooks", book.held, lead.held);
            Checks.equal("the erased records of all notebooks", book.purged, lead.purged);
            fleet.gaps(machine).forEach((from, gap) -> {
                if (gap > 0) {
                    totals.add("gaps for ever, of what a machine took with it", gap);
                }
            });
            Checks.that("a gap that is none", gapsAreLost(book, lost));
            for (Rec record : ledger.records) {
                RecordState state = fleet.state(machine, record.id);
                RecordState first = states.computeIfAbsent(
                                record.number, r -> Optional.ofNullable(fleet.state(0, record.id)))
                        .orElse(null);
                if (!Objects.equals(state, first)) {
                    throw new AssertionError("difference in record " + record.number + ": " + state + " and " + first);
                }
            }
        }
        for (Rec record : ledger.records) {
            looksRight(0, record);
            nothingSilentlyLost(record);
        }
        totals.add("records", ledger.records.size());
        totals.add("forked places", ledger.forks(lead));
        totals.add("notebooks at the end", living().size());
        totals.add("revisions at the end", lead.held.cardinality());
    }

    /** What is still missing of what others said they hold is what was lost with a machine, and nothing else. */
    private boolean gapsAreLost(Book book, BitSet lost) {
        for (Map<org.jailoo.history.Writer, Ledger.Word> words : book.words.values()) {
            for (Ledger.Word word : words.values()) {
                BitSet gap = Ledger.minus(Ledger.minus(word.claimed(), word.withheld()), book.held);
                if (!Ledger.minus(gap, lost).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each write stands, or was written over by somebody who knew it, or was erased on purpose. */
    private void nothingSilentlyLost(Rec record) {
        Book book = ledger.books.get(0);
        RecordState state = fleet.state(0, record.id);
        for (Rev rev : ledger.of(Ledger.and(record.revs, book.held))) {
            if (state == null) {
                throw new AssertionError("a record without a state");
            }
            if (state.purged() || !rev.isEdit()) {
                continue;
            }
            for (Map.Entry<String, Json> write : rev.body.entrySet()) {
                String path = write.getKey();
                boolean shown = state.values().getOrDefault(path, Json.NULL).equals(write.getValue());
                boolean beside = state.conflicts().getOrDefault(path, List.of()).contains(write.getValue());
                boolean overwritten = ledger.of(Ledger.and(record.revs, book.held)).stream()
                        .anyMatch(o -> o.known.get(rev.number) && o.body.containsKey(path));
                Checks.that("a write was lost silently: " + rev.number + " " + path, shown || beside || overwritten);
                totals.add("written values that stand", shown || beside ? 1 : 0);
                totals.add("conflicts that stand", beside ? 1 : 0);
            }
        }
    }

    Ledger ledger() {
        return ledger;
    }
}
