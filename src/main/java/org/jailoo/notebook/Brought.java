package org.jailoo.notebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What each bundle named and brought, by the keys of revisions, so that an import can go back out. */
public final class Brought {
    /** How often something was taken out: keys may be given anew after it. */
    private static final String COUNT = "taken-out";

    private final Sql sql;
    private final Drafts drafts;
    private final Attachments attachments;

    Brought(Sql sql, Drafts drafts, Attachments attachments) {
        this.sql = sql;
        this.drafts = drafts;
        this.attachments = attachments;
    }

    static long timesTakenOut(Sql sql) {
        return sql.number("SELECT value FROM meta WHERE name = '" + COUNT + "'");
    }

    // ---- while a bundle comes in

    /** The key of a held revision; 0 where it is not held. */
    public int keyOf(String revision) {
        return (int) sql.number(
                "SELECT key FROM revision WHERE id = ?", (Object) HexFormat.of().parseHex(revision));
    }

    /**
     * Notes what a bundle named; of one that is known already nothing changes, of one of an earlier form nothing is noted.
     *
     * @param bodied those that it had with their body
     * @param fresh how many records were new
     * @param changed how many records gained something
     */
    public void named(long bundle, BitSet revisions, BitSet bodied, long fresh, long changed) {
        sql.update(
                "UPDATE bundle SET revisions = ?, bodied = ?, fresh = coalesce(fresh, ?), changed = coalesce(changed, ?)"
                        + " WHERE key = ? AND revisions IS NOT NULL",
                or(revisions, bits("revisions", bundle)).toByteArray(),
                or(bodied, bits("bodied", bundle)).toByteArray(),
                fresh,
                changed,
                bundle);
    }

    private static BitSet or(BitSet some, @Nullable BitSet others) {
        BitSet all = (BitSet) some.clone();
        if (others != null) {
            all.or(others);
        }
        return all;
    }

    private @Nullable BitSet bits(String column, long bundle) {
        byte[] bits = sql.first("SELECT " + column + " FROM bundle WHERE key = ?", r -> r.getBytes(1), bundle);
        return bits == null ? null : BitSet.valueOf(bits);
    }

    // ---- what would go

    /**
     * What of a record came with one bundle alone.
     *
     * @param revisions keys of the revisions that no other bundle named and that were not written here
     * @param ids of the same
     * @param bodies keys of those that stay without the body that this bundle alone brought
     * @param bodyIds ids of the same
     * @param purges how many of the revisions are purges that wait for a person
     * @param vanishes whether nothing else is held of the record
     */
    public record InRecord(
            String record,
            String type,
            List<Integer> revisions,
            Set<String> ids,
            List<Integer> bodies,
            Set<String> bodyIds,
            int purges,
            boolean vanishes) {
        public InRecord {
            revisions = List.copyOf(revisions);
            ids = Set.copyOf(ids);
            bodies = List.copyOf(bodies);
            bodyIds = Set.copyOf(bodyIds);
        }

        /** Ids of the revisions whose words this bundle alone brought. */
        public Set<String> written() {
            Set<String> written = new HashSet<>(ids);
            written.addAll(bodyIds);
            return written;
        }
    }

    /**
     * What came with one bundle alone.
     *
     * @param records ascending by record; none that is erased
     * @param elsewhere how many of the revisions that it named stay, because another bundle named them or they were
     *     held or written before
     * @param erased the records of which it named a revision and that are erased: nothing of them goes
     * @param files the hashes of the held files that nothing else names
     */
    public record Alone(List<InRecord> records, long elsewhere, Set<String> erased, Set<String> files) {
        public Alone {
            records = List.copyOf(records);
            erased = Set.copyOf(erased);
            files = Set.copyOf(files);
        }

        /** How many revisions. */
        public long revisions() {
            return records.stream().mapToLong(r -> r.revisions().size()).sum();
        }
    }

    private static final class Gathered {
        private final List<Integer> revisions = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final List<Integer> bodies = new ArrayList<>();
        private final Set<String> bodyIds = new HashSet<>();
        private int purges;
    }

    private record Row(String record, String id, long from, long bodyFrom, boolean edit, boolean erased) {}

    /** What came with a bundle alone; null for a bundle of an earlier form, of which that was not kept. */
    public @Nullable Alone alone(long bundle) {
        BitSet named = bits("revisions", bundle);
        if (named == null) {
            return null;
        }
        BitSet others = others("revisions", bundle);
        BitSet otherBodies = others("bodied", bundle);
        TreeMap<String, Gathered> records = new TreeMap<>();
        Set<String> erased = new TreeSet<>();
        long elsewhere = 0;
        for (int key = named.nextSetBit(0); key >= 0; key = named.nextSetBit(key + 1)) {
            Row row = row(key);
            if (row == null) {
                throw new IllegalStateException("a bundle names what is not held");
            }
            boolean goes = row.from() == bundle && !others.get(key);
            boolean body = !goes && row.bodyFrom() == bundle && !otherBodies.get(key);
            if (row.erased()) {
                erased.add(row.record());
            } else if (goes || body) {
                Gathered in = records.computeIfAbsent(row.record(), r -> new Gathered());
                (goes ? in.revisions : in.bodies).add(key);
                (goes ? in.ids : in.bodyIds).add(row.id());
                in.purges += row.edit() ? 0 : 1;
            }
            elsewhere += goes ? 0 : 1;
        }
        List<InRecord> all = new ArrayList<>();
        records.forEach((record, in) -> all.add(new InRecord(
                record,
                type(record),
                in.revisions,
                in.ids,
                in.bodies,
                in.bodyIds,
                in.purges,
                held(record) == in.revisions.size())));
        return new Alone(all, elsewhere, erased, files(all));
    }

    private @Nullable Row row(int key) {
        return sql.first(
                "SELECT d.id, r.id, coalesce(r.bundle, 0),"
                        + " CASE WHEN c.revision IS NULL THEN 0 ELSE coalesce(c.bundle, r.bundle, 0) END, r.edit,"
                        + " EXISTS (SELECT 1 FROM purge p WHERE p.record = r.record AND p.accepted = 1)"
                        + " FROM revision r JOIN record d ON d.key = r.record LEFT JOIN content c ON c.revision = r.key"
                        + " WHERE r.key = ?",
                r -> new Row(
                        r.getString(1),
                        HexFormat.of().formatHex(r.getBytes(2)),
                        r.getLong(3),
                        r.getLong(4),
                        r.getBoolean(5),
                        r.getBoolean(6)),
                key);
    }

    /** What all the other bundles named that were not taken back out. */
    private BitSet others(String column, long bundle) {
        BitSet others = new BitSet();
        sql.each(
                "SELECT " + column + " FROM bundle WHERE key <> ? AND undone IS NULL AND " + column + " IS NOT NULL",
                r -> others.or(BitSet.valueOf(r.getBytes(1))),
                bundle);
        return others;
    }

    private String type(String record) {
        String type = sql.first(
                "SELECT coalesce((SELECT type FROM state WHERE record = d.key),"
                        + " (SELECT min(type) FROM revision WHERE record = d.key)) FROM record d WHERE d.id = ?",
                r -> r.getString(1),
                record);
        return String.valueOf(type);
    }

    private long held(String record) {
        return sql.number("SELECT count(*) FROM revision WHERE record = (SELECT key FROM record WHERE id = ?)", record);
    }

    private Set<String> files(List<InRecord> records) {
        Set<Integer> going = new HashSet<>();
        records.forEach(in -> {
            going.addAll(in.revisions());
            going.addAll(in.bodies());
        });
        Set<String> named = new HashSet<>();
        for (int key : going) {
            named.addAll(sql.list("SELECT sha256 FROM naming WHERE revision = ?", r -> r.getString(1), key));
        }
        named.removeIf(sha256 -> attachments.size(sha256) == null
                || !going.containsAll(
                        sql.list("SELECT revision FROM naming WHERE sha256 = ?", r -> r.getInt(1), sha256)));
        // What a draft names, or may name, stays.
        return drafts.takeNamed(named) ? named : Set.of();
    }

    /** What stands on it by now. */
    public Standing standingOn(long bundle, Alone alone) {
        return Standing.on(sql, drafts, bundle, alone);
    }

    // ---- taking it out

    /** Takes out what one bundle alone brought of a record. Call it inside {@link Notebook#changing}. */
    public void takeOut(InRecord in) {
        for (int key : in.bodies()) {
            sql.update("DELETE FROM naming WHERE revision = ?", key);
            sql.update("DELETE FROM content WHERE revision = ?", key);
            sql.update("UPDATE revision SET bodied = 0 WHERE key = ?", key);
        }
        for (int key : in.revisions()) {
            sql.update("DELETE FROM naming WHERE revision = ?", key);
            sql.update("DELETE FROM content WHERE revision = ?", key);
            sql.update("DELETE FROM purge WHERE revision = ?", key);
            record Place(long writer, long seq) {}
            Place place = sql.first(
                    "SELECT writer, seq FROM revision WHERE key = ?", r -> new Place(r.getLong(1), r.getLong(2)), key);
            sql.update("DELETE FROM revision WHERE key = ?", key);
            if (place != null) {
                new Walked(sql).went(place.writer(), place.seq());
            }
        }
        if (in.vanishes()) {
            sql.update("DELETE FROM record WHERE id = ?", in.record());
        }
    }

    /**
     * Ends the taking out of a bundle, after {@link #takeOut} of each of its records: what stays is from then on what other
     * bundles brought, and no key that will be given anew is known of any bundle. {@link Notebook#scrub} after it.
     */
    public void takenOut(long bundle, Alone alone, String time) {
        attachments.removeUnnamed(List.copyOf(alone.files()));
        sql.update("DELETE FROM writer WHERE NOT EXISTS (SELECT 1 FROM revision r WHERE r.writer = writer.key)");
        BitSet gone = new BitSet();
        alone.records().forEach(in -> in.revisions().forEach(gone::set));
        handOn(bundle, gone);
        record Bits(long key, BitSet revisions, BitSet bodied) {}
        for (Bits each : sql.list(
                "SELECT key, revisions, coalesce(bodied, x'') FROM bundle WHERE revisions IS NOT NULL",
                r -> new Bits(r.getLong(1), BitSet.valueOf(r.getBytes(2)), BitSet.valueOf(r.getBytes(3))))) {
            each.revisions().andNot(gone);
            each.bodied().andNot(gone);
            sql.update(
                    "UPDATE bundle SET revisions = ?, bodied = ? WHERE key = ?",
                    each.revisions().toByteArray(),
                    each.bodied().toByteArray(),
                    each.key());
        }
        sql.update("UPDATE bundle SET undone = ? WHERE key = ?", time, bundle);
        sql.update("DELETE FROM setting WHERE name = '" + Settings.WALK + "'");
        sql.update(
                "INSERT INTO meta (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
                COUNT);
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('scrub', x'01')");
    }

    /** What stays was brought by another bundle as well; of several by the first. */
    private void handOn(long bundle, BitSet gone) {
        BitSet named = bits("revisions", bundle);
        if (named == null) {
            return;
        }
        named.andNot(gone);
        record Other(long key, BitSet revisions, BitSet bodied) {}
        List<Other> others = sql.list(
                "SELECT key, revisions, coalesce(bodied, x'') FROM bundle"
                        + " WHERE key <> ? AND undone IS NULL AND revisions IS NOT NULL ORDER BY key",
                r -> new Other(r.getLong(1), BitSet.valueOf(r.getBytes(2)), BitSet.valueOf(r.getBytes(3))),
                bundle);
        for (int next = named.nextSetBit(0); next >= 0; next = named.nextSetBit(next + 1)) {
            int key = next;
            // The body first: without a word of its own it came with the revision.
            others.stream()
                    .filter(other -> other.bodied().get(key))
                    .findFirst()
                    .ifPresent(other -> sql.update(
                            "UPDATE content SET bundle = ? WHERE revision = ? AND ? ="
                                    + " coalesce(bundle, (SELECT r.bundle FROM revision r WHERE r.key = revision))",
                            other.key(),
                            key,
                            bundle));
            others.stream()
                    .filter(other -> other.revisions().get(key))
                    .findFirst()
                    .ifPresent(other -> sql.update(
                            "UPDATE revision SET bundle = ? WHERE key = ? AND bundle = ?", other.key(), key, bundle));
        }
    }
}
