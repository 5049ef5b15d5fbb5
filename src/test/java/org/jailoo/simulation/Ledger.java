package org.jailoo.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: a plain log of every acknowledged write with what its person knew, and of who holds what. It follows the text
 * of the format with sets of numbers alone, and shares no rule, range or hash with the product.
 */
final class Ledger {
    /** An acknowledged write. */
    static final class Rev {
        final int number;
        final String id;
        final Rec record;
        final int device;
        final int place;
        final Map<String, Json> body;
        /** What its person had before them, and all that this was made from. */
        final BitSet parents;

        final BitSet known = new BitSet();
        final long key;

        Rev(int number, String id, Rec record, int device, int place, Map<String, Json> body, BitSet parents) {
            this.number = number;
            this.id = id;
            this.key = Fleet.key(id);
            this.record = record;
            this.device = device;
            this.place = place;
            this.body = body;
            this.parents = parents;
        }

        boolean isEdit() {
            return !body.isEmpty();
        }
    }

    /** A record, by the order of beginning. */
    static final class Rec {
        final int number;
        final String id;
        final String type;
        final BitSet revs = new BitSet();
        final BitSet edits = new BitSet();

        Rec(int number, String id, String type) {
            this.number = number;
            this.id = id;
            this.type = type;
        }
    }

    /**
     * What an instance claimed with a bundle.
     *
     * @param open the places that it claimed and did not withhold
     */
    record Word(long serial, BitSet claimed, BitSet withheld, BitSet open) {}

    /** What one machine's notebook is known to hold and to remember. */
    static final class Book {
        final int device;
        Writer self;
        BitSet held = new BitSet();
        BitSet bodied = new BitSet();
        BitSet purged = new BitSet();
        /** What came in a bundle. */
        BitSet came = new BitSet();

        Map<Integer, Map<Writer, Word>> words = new HashMap<>();
        Map<Integer, Choice> scopes = new HashMap<>();
        Map<String, Long> serials = new HashMap<>();
        Set<Integer> blocked = new HashSet<>();
        Set<Integer> taken = new HashSet<>();
        boolean lives = true;

        Book(int device, Writer self) {
            this.device = device;
            this.self = self;
        }

        Book copy(Writer newSelf) {
            Book copy = new Book(device, newSelf);
            copy.held = (BitSet) held.clone();
            copy.bodied = (BitSet) bodied.clone();
            copy.purged = (BitSet) purged.clone();
            copy.came = (BitSet) came.clone();
            words.forEach((d, w) -> copy.words.put(d, new HashMap<>(w)));
            copy.scopes = new HashMap<>(scopes);
            copy.serials = new HashMap<>(serials);
            copy.blocked = new HashSet<>(blocked);
            copy.taken = new HashSet<>(taken);
            return copy;
        }
    }

    /**
     * A bundle as its sender meant it.
     *
     * @param takenToHold what each instance of each receiver had last said to the sender
     */
    record Sent(
            int device,
            Writer from,
            Choice scope,
            boolean changes,
            BitSet revs,
            BitSet bodied,
            Word word,
            List<BitSet> takenToHold) {}

    /** What taking a bundle must do. */
    record Expected(Fleet.Told told, boolean draws, BitSet gained) {}

    final List<Rev> revs = new ArrayList<>();
    final List<Rec> records = new ArrayList<>();
    final List<Book> books = new ArrayList<>();
    private final BitSet purges = new BitSet();
    private final Map<String, Rev> byId = new HashMap<>();
    private final Map<String, Rec> byRecord = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Integer> writerOfPlace = new ArrayList<>();
    private final List<Long> seqOfPlace = new ArrayList<>();
    private final Map<Writer, Integer> writers = new HashMap<>();
    private final List<BitSet> byWriter = new ArrayList<>();

    // ---- what is written

    Rec record(String id, String type) {
        return byRecord.computeIfAbsent(id, r -> {
            Rec record = new Rec(records.size(), r, type);
            records.add(record);
            return record;
        });
    }

    Rec record(String id) {
        Rec record = byRecord.get(id);
        if (record == null) {
            throw new AssertionError("nobody wrote the record " + id);
        }
        return record;
    }

    Rev written(Book book, Fleet.Written written, Rec record, Map<String, Json> body, BitSet parents) {
        int writer = writer(written.writer());
        long expected = 1;
        for (int i = next(book.held, 0); i >= 0; i = next(book.held, i + 1)) {
            if (byWriter.get(writer).get(i)) {
                expected = Math.max(expected, 1 + seqOfPlace.get(revs.get(i).place));
            }
        }
        Checks.equal("place of a new revision", written.seq(), expected);
        Checks.equal("writer of a new revision", written.writer(), book.self);
        int place = places.computeIfAbsent(writer + "/" + written.seq(), p -> {
            writerOfPlace.add(writer);
            seqOfPlace.add(written.seq());
            return writerOfPlace.size() - 1;
        });
        Rev same = byId.get(written.id());
        if (same != null) {
            // Two copies that go on as one instance may ask for the same purge at the same place: it is the same one.
            Checks.that("an id of its own", body.isEmpty() && !same.isEdit() && !book.held.get(same.number));
            book.held.set(same.number);
            erase(book, record);
            return same;
        }
        Rev rev = new Rev(revs.size(), written.id(), record, book.device, place, body, parents);
        for (int i = next(parents, 0); i >= 0; i = next(parents, i + 1)) {
            rev.known.or(revs.get(i).known);
            rev.known.set(i);
        }
        revs.add(rev);
        byId.put(rev.id, rev);
        byWriter.get(writer).set(rev.number);
        record.revs.set(rev.number);
        (rev.isEdit() ? record.edits : purges).set(rev.number);
        book.held.set(rev.number);
        if (rev.isEdit()) {
            book.bodied.set(rev.number);
        } else {
            erase(book, record);
        }
        return rev;
    }

    private int writer(Writer writer) {
        return writers.computeIfAbsent(writer, w -> {
            byWriter.add(new BitSet());
            return byWriter.size() - 1;
        });
    }

    private static void erase(Book book, Rec record) {
        book.purged.set(record.number);
        book.bodied.andNot(record.revs);
    }

    // ---- what stands

    static int next(BitSet set, int from) {
        return set.nextSetBit(from);
    }

    static BitSet and(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }

    static BitSet minus(BitSet a, BitSet b) {
        BitSet left = (BitSet) a.clone();
        left.andNot(b);
        return left;
    }

    List<Rev> of(BitSet set) {
        List<Rev> list = new ArrayList<>();
        for (int i = next(set, 0); i >= 0; i = next(set, i + 1)) {
            list.add(revs.get(i));
        }
        return list;
    }

    BitSet numbers(Set<String> ids) {
        BitSet numbers = new BitSet();
        for (String id : ids) {
            Rev rev = byId.get(id);
            if (rev == null) {
                throw new AssertionError("nobody wrote " + id);
            }
            numbers.set(rev.number);
        }
        return numbers;
    }

    /** The records of which an edit is held. */
    List<Rec> known(Book book, boolean erasedToo) {
        List<Rec> known = new ArrayList<>();
        for (Rec record : records) {
            if ((erasedToo || !book.purged.get(record.number)) && record.edits.intersects(book.held)) {
                known.add(record);
            }
        }
        return known;
    }

    /** The edits of a record that no other held edit was made from. */
    BitSet heads(Book book, Rec record) {
        BitSet heads = and(record.edits, book.held);
        for (Rev rev : of(heads)) {
            heads.andNot(rev.parents);
        }
        return heads;
    }

    /** By path, the writes that no other write of the path was made from. */
    Map<String, List<Rev>> standing(Book book, Rec record) {
        Map<String, List<Rev>> writes = new TreeMap<>();
        for (Rev rev : of(and(book.bodied, record.revs))) {
            rev.body
                    .keySet()
                    .forEach(p ->
                            writes.computeIfAbsent(p, x -> new ArrayList<>()).add(rev));
        }
        Map<String, List<Rev>> standing = new TreeMap<>();
        writes.forEach((path, all) -> standing.put(
                path,
                all.stream()
                        .filter(w -> all.stream().noneMatch(o -> o.known.get(w.number)))
                        .toList()));
        return standing;
    }

    /** The distinct values of what stands, by path. */
    Map<String, Set<Json>> values(Book book, Rec record) {
        Map<String, Set<Json>> values = new TreeMap<>();
        standing(book, record).forEach((path, writes) -> {
            Set<Json> distinct = new HashSet<>();
            writes.forEach(w -> distinct.add(value(w, path)));
            values.put(path, distinct);
        });
        return values;
    }

    static Json value(Rev rev, String path) {
        Json value = rev.body.get(path);
        if (value == null) {
            throw new AssertionError("not a write of " + path);
        }
        return value;
    }

    /** Whether all that is held of a record was known to, or made from, a deletion that stands. */
    boolean deletionKnowsAll(Book book, Rec record) {
        List<Rev> deletions = standing(book, record).getOrDefault("deleted", List.of());
        return of(and(book.held, record.revs)).stream()
                .filter(Rev::isEdit)
                .allMatch(e ->
                        deletions.stream().anyMatch(d -> d == e || d.known.get(e.number) || e.known.get(d.number)));
    }

    // ---- bundles

    static boolean isCodeSafe(String type) {
        return !type.equals("identity");
    }

    private BitSet places(BitSet set) {
        BitSet places = new BitSet();
        for (int i = next(set, 0); i >= 0; i = next(set, i + 1)) {
            places.set(revs.get(i).place);
        }
        return places;
    }

    private BitSet recordsOf(BitSet set) {
        BitSet of = new BitSet();
        for (int i = next(set, 0); i >= 0; i = next(set, i + 1)) {
            of.set(revs.get(i).record.number);
        }
        return of;
    }

    /** The purges that wait for a person. */
    BitSet waiting(Book book) {
        BitSet waiting = and(book.held, purges);
        for (Rev rev : of(waiting)) {
            if (book.purged.get(rev.record.number)) {
                waiting.clear(rev.number);
            }
        }
        return waiting;
    }

    private BitSet claimable(Book book) {
        BitSet claimed = (BitSet) book.bodied.clone();
        for (Rev rev : of(minus(book.held, book.bodied))) {
            if (book.purged.get(rev.record.number)) {
                claimed.set(rev.number);
            }
        }
        return claimed;
    }

    Sent send(Book book, @Nullable Choice choice, List<Integer> devices) {
        boolean codesOnly = devices.stream().anyMatch(d -> book.scopes.get(d) == Choice.CODES);
        Choice scope = choice != Choice.ALL && (choice == Choice.CODES || codesOnly) ? Choice.CODES : Choice.ALL;
        long serial = book.serials.merge(book.self.instance(), 1L, Long::sum);
        BitSet withheldRecords = new BitSet();
        for (Rec record : records) {
            if (scope == Choice.CODES && !isCodeSafe(record.type)) {
                withheldRecords.set(record.number);
            }
        }
        BitSet claimed = claimable(book);
        BitSet withheld = new BitSet();
        for (Rev rev : scope == Choice.CODES ? of(claimed) : List.<Rev>of()) {
            if (rev.isEdit() && withheldRecords.get(rev.record.number)) {
                withheld.set(rev.number);
            }
        }
        BitSet chosen = new BitSet();
        if (choice == Choice.CHANGES) {
            chosen = recordsOf(beyond(book, devices));
        } else if (choice != Choice.RECEIPT) {
            chosen = recordsOf(book.held);
        }
        BitSet content = new BitSet();
        for (int i = next(book.held, 0); i >= 0; i = next(book.held, i + 1)) {
            Rev rev = revs.get(i);
            if (chosen.get(rev.record.number) && (!rev.isEdit() || !withheldRecords.get(rev.record.number))) {
                content.set(rev.number);
            }
        }
        if (choice != Choice.RECEIPT) {
            for (int device : devices) {
                if (scope == Choice.ALL || !book.scopes.containsKey(device)) {
                    book.scopes.put(device, scope);
                }
            }
        }
        Word word = word(serial, claimed, withheld);
        List<BitSet> takenToHold = new ArrayList<>();
        for (int device : devices) {
            book.words.getOrDefault(device, Map.of()).values().forEach(w -> takenToHold.add(w.claimed()));
        }
        return new Sent(
                book.device,
                book.self,
                scope,
                choice == Choice.CHANGES,
                content,
                and(content, book.bodied),
                word,
                takenToHold);
    }

    /** What is held and not known to be held by every instance of every receiver that was heard of. */
    private BitSet beyond(Book book, List<Integer> devices) {
        BitSet known = null;
        for (int device : devices) {
            Map<Writer, Word> words = book.words.getOrDefault(device, Map.of());
            if (words.isEmpty()) {
                return book.held;
            }
            for (Word word : words.values()) {
                BitSet believed = new BitSet();
                for (BitSet ofWriter : byWriter) {
                    BitSet claimed = and(word.claimed(), ofWriter);
                    BitSet there = places(claimed);
                    if (at(and(book.held, ofWriter), there).equals(claimed)) {
                        believed.or(there);
                    }
                }
                if (known == null) {
                    known = believed;
                } else {
                    known.and(believed);
                }
            }
        }
        BitSet beyond = new BitSet();
        for (int i = next(book.held, 0); i >= 0; i = next(book.held, i + 1)) {
            if (known == null || !known.get(revs.get(i).place)) {
                beyond.set(i);
            }
        }
        return beyond;
    }

    /** Those that stand at these places. */
    private BitSet at(BitSet set, BitSet there) {
        BitSet at = new BitSet();
        for (int i = next(set, 0); i >= 0; i = next(set, i + 1)) {
            if (there.get(revs.get(i).place)) {
                at.set(i);
            }
        }
        return at;
    }

    Expected take(Book book, Sent sent, boolean yes) {
        BitSet before = (BitSet) book.held.clone();
        BitSet purgedBefore = (BitSet) book.purged.clone();
        BitSet accepted = new BitSet();
        for (Rev purge : of(and(sent.revs(), purges))) {
            boolean known = before.get(purge.number);
            boolean purged = purgedBefore.get(purge.record.number);
            boolean trusted = !book.blocked.contains(purge.device);
            if (known && purged) {
                continue;
            }
            boolean unasked = !known && !purged && begunBy(purge, before, sent.revs());
            if (trusted && (yes || unasked)) {
                accepted.set(purge.record.number);
            }
        }
        BitSet gained = minus(sent.revs(), before);
        BitSet gainedBodies = new BitSet();
        for (Rev rev : of(minus(sent.bodied(), book.bodied))) {
            if (!purgedBefore.get(rev.record.number)) {
                gainedBodies.set(rev.number);
            }
        }
        book.held.or(sent.revs());
        book.came.or(gained);
        book.bodied.or(gainedBodies);
        for (Rec record : records) {
            if (accepted.get(record.number)) {
                erase(book, record);
            }
        }
        BitSet changedRecords = recordsOf(gained);
        changedRecords.or(recordsOf(gainedBodies));
        long fresh = 0;
        long changed = 0;
        long same = 0;
        BitSet named = recordsOf(sent.revs());
        for (int i = next(named, 0); i >= 0; i = next(named, i + 1)) {
            if (!records.get(i).revs.intersects(before)) {
                fresh++;
            } else if (changedRecords.get(i)) {
                changed++;
            } else {
                same++;
            }
        }
        boolean draws = drawsNewInstance(book, sent);
        if (draws || !sent.from().equals(book.self)) {
            book.words
                    .computeIfAbsent(sent.device(), d -> new HashMap<>())
                    .merge(sent.from(), sent.word(), (a, b) -> b.serial() > a.serial() ? b : a);
        }
        Fleet.Told told = new Fleet.Told(
                fresh,
                changed,
                same,
                and(waiting(book), sent.revs()).cardinality(),
                forks(book, sent),
                gap(book, sent.device(), sent.from()));
        return new Expected(told, draws, gained);
    }

    private boolean begunBy(Rev purge, BitSet held, BitSet staged) {
        BitSet together = and(purge.record.revs, held);
        together.or(and(purge.record.revs, staged));
        boolean edits = false;
        for (Rev rev : of(together)) {
            if (rev.isEdit()) {
                edits = true;
                boolean begunByOther = rev.parents.isEmpty() && rev.device != purge.device;
                if (begunByOther || !minus(rev.parents, together).isEmpty()) {
                    return false;
                }
            }
        }
        return edits;
    }

    /** Whether the bundle shows that somebody else writes as this very instance, or that this file was set back. */
    private boolean drawsNewInstance(Book book, Sent sent) {
        BitSet own = byWriter.get(writer(book.self));
        BitSet claimed = and(sent.word().claimed(), own);
        boolean otherIds = !at(and(book.held, own), places(claimed)).equals(claimed);
        boolean fromOthers = own.intersects(and(book.came, book.held));
        boolean claimsMore = sent.from().equals(book.self)
                && !minus(places(sent.word().claimed()), places(book.held)).isEmpty();
        return otherIds || fromOthers || claimsMore;
    }

    private long forks(Book book, Sent sent) {
        long forks = 0;
        for (BitSet ofWriter : byWriter) {
            BitSet claimed = and(sent.word().claimed(), ofWriter);
            if (!claimed.isEmpty() || ofWriter.intersects(sent.revs())) {
                BitSet held = and(book.held, ofWriter);
                int doubles = forkedPlaces(held);
                BitSet there = places(claimed);
                if (doubles > 0) {
                    forks += doubles;
                } else if (minus(there, places(held)).isEmpty()
                        && !at(held, there).equals(claimed)) {
                    forks++;
                }
            }
        }
        return forks;
    }

    private int forkedPlaces(BitSet set) {
        BitSet once = new BitSet();
        BitSet twice = new BitSet();
        for (int i = next(set, 0); i >= 0; i = next(set, i + 1)) {
            int place = revs.get(i).place;
            (once.get(place) ? twice : once).set(place);
        }
        return twice.cardinality();
    }

    int forks(Book book) {
        return forkedPlaces(book.held);
    }

    Word word(long serial, BitSet claimed, BitSet withheld) {
        BitSet open = places(claimed);
        open.andNot(places(withheld));
        return new Word(serial, claimed, withheld, open);
    }

    /** What an instance is known to hold, did not withhold, and is not here. */
    private long gap(Book book, int device, Writer from) {
        Word word = book.words.getOrDefault(device, Map.of()).get(from);
        return word == null ? 0 : minus(word.open(), places(book.held)).cardinality();
    }

    Map<Writer, Long> gaps(Book book) {
        BitSet here = places(book.held);
        Map<Writer, Long> gaps = new HashMap<>();
        book.words
                .values()
                .forEach(words -> words.forEach((from, word) -> {
                    BitSet gap = minus(word.open(), here);
                    gaps.put(from, (long) gap.cardinality());
                }));
        return gaps;
    }

    /** The sum of the keys of these revisions. */
    long sum(BitSet set) {
        long sum = 0;
        for (int i = next(set, 0); i >= 0; i = next(set, i + 1)) {
            sum += revs.get(i).key;
        }
        return sum;
    }
}
