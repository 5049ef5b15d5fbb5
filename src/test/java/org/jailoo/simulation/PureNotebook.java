package org.jailoo.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.Claim;
import org.jailoo.history.Claimed;
import org.jailoo.history.Derivation;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.PurgeRule;
import org.jailoo.history.RecordState;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jspecify.annotations.Nullable;

/** A notebook in memory that does with the pure rules of the product what the real one does with its database. */
final class PureNotebook implements Claimed.Here {
    /** What an instance said with its last bundle. */
    record Word(long serial, Map<Writer, Claim> has, Map<Writer, SeqRanges> withheld) {}

    /** A bundle: whole histories of the records it names, and what its sender says of itself. */
    record Bundle(Writer from, Choice scope, Word word, List<Held> revisions, String digest) implements Fleet.Parcel {}

    /** What an altered bundle's digest ends with. */
    static final String FLIPPED = "!";

    private static final Set<String> CODE_SAFE =
            Set.of("campaign", "participant", "interview", "focusGroup", "recommendation");

    private final Slip slip;
    private final Supplier<String> instances;
    private final String device;
    private Writer self;
    private final Map<String, Map<String, Held>> records;
    private final Map<Writer, TreeMap<Long, List<String>>> places = new HashMap<>();
    private final Set<String> came;
    private final Set<String> accepted;
    private final Map<String, Map<Writer, Word>> words = new HashMap<>();
    private final Map<String, Choice> scopes;
    private final Map<String, Long> serials;
    private final Set<String> blocked;
    private final Map<String, Integer> unasked;
    private final Set<String> notClaimed;
    private final Map<Writer, SeqRanges> ranges = new HashMap<>();
    private final Map<Writer, Claim> claims = new HashMap<>();
    private final Map<Writer, Integer> forks = new HashMap<>();
    private long revisions;
    private long bodied;

    PureNotebook(Writer self, Slip slip, Supplier<String> instances) {
        this.self = self;
        this.instances = instances;
        this.device = self.device();
        this.slip = slip;
        this.records = new LinkedHashMap<>();
        this.came = new HashSet<>();
        this.accepted = new HashSet<>();
        this.scopes = new HashMap<>();
        this.serials = new HashMap<>();
        this.blocked = new HashSet<>();
        this.unasked = new HashMap<>();
        this.notClaimed = new HashSet<>();
    }

    private PureNotebook(PureNotebook other, Writer self) {
        this.self = self;
        this.instances = other.instances;
        this.device = other.device;
        this.slip = other.slip;
        this.records = new LinkedHashMap<>();
        other.records.forEach((record, held) -> records.put(record, new LinkedHashMap<>(held)));
        other.places.forEach((writer, at) -> {
            TreeMap<Long, List<String>> copy = new TreeMap<>();
            at.forEach((seq, ids) -> copy.put(seq, new ArrayList<>(ids)));
            places.put(writer, copy);
        });
        this.came = new HashSet<>(other.came);
        this.accepted = new HashSet<>(other.accepted);
        other.words.forEach((from, word) -> words.put(from, new HashMap<>(word)));
        this.scopes = new HashMap<>(other.scopes);
        this.serials = new HashMap<>(other.serials);
        this.blocked = new HashSet<>(other.blocked);
        this.unasked = new HashMap<>(other.unasked);
        this.notClaimed = new HashSet<>(other.notClaimed);
        this.forks.putAll(other.forks);
        this.revisions = other.revisions;
        this.bodied = other.bodied;
    }

    /** The same notebook as a file that was copied. */
    PureNotebook copy(Writer self) {
        return new PureNotebook(this, self);
    }

    /** What restoring a backup of this notebook makes, all its purges accepted. */
    PureNotebook restored(Writer self) {
        PureNotebook restored = new PureNotebook(self, slip, instances);
        restored.scopes.putAll(scopes);
        Bundle backup = bundle(null, List.of());
        restored.take(backup, true);
        restored.blocked.addAll(blocked);
        return restored;
    }

    Writer self() {
        return self;
    }

    String device() {
        return device;
    }

    void block(String lost) {
        blocked.add(lost);
    }

    // ---- revisions

    Map<String, Held> of(String record) {
        return records.getOrDefault(record, Map.of());
    }

    Collection<Map<String, Held>> all() {
        return records.values();
    }

    Set<String> accepted() {
        return accepted;
    }

    Optional<RecordState> state(String record) {
        Map<String, Held> held = of(record);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Optional<RecordState> state = Derivation.derive(held.values(), accepted.contains(record));
        if (slip == Slip.LAST_WRITER_WINS) {
            return state.map(s -> new RecordState(
                    s.record(),
                    s.type(),
                    s.values(),
                    new TreeMap<>(),
                    s.deleted(),
                    s.purged(),
                    s.incomplete(),
                    s.bodyMissing(),
                    s.heads()));
        }
        return state;
    }

    long nextSeq() {
        TreeMap<Long, List<String>> at = places.get(self);
        return at == null ? 1 : at.lastKey() + 1;
    }

    /** Adds a revision; whether it, or its body, was new. */
    boolean add(Held held, boolean fromOthers) {
        Header header = held.header();
        if (slip == Slip.SECOND_REVISION_OF_A_PLACE_REFUSED && fromOthers) {
            List<String> there =
                    places.getOrDefault(header.writer(), new TreeMap<>()).getOrDefault(header.seq(), List.of());
            if (!there.isEmpty() && !there.contains(header.id())) {
                return false;
            }
        }
        boolean keepsBody =
                held.body() != null && (!accepted.contains(header.record()) || slip == Slip.ERASED_BODIES_COME_BACK);
        Held kept = keepsBody ? held : new Held(header, null);
        Map<String, Held> of = records.computeIfAbsent(header.record(), r -> new LinkedHashMap<>());
        Held known = of.get(header.id());
        if (known != null) {
            if (known.body() == null && keepsBody) {
                of.put(header.id(), kept);
                claimable(header);
                bodied += Fleet.key(header.id());
                return true;
            }
            return false;
        }
        of.put(header.id(), kept);
        List<String> there = places.computeIfAbsent(header.writer(), w -> new TreeMap<>())
                .computeIfAbsent(header.seq(), s -> new ArrayList<>(1));
        there.add(header.id());
        if (there.size() == 2) {
            forks.merge(header.writer(), 1, Integer::sum);
        }
        ranges.remove(header.writer());
        claims.remove(header.writer());
        revisions += Fleet.key(header.id());
        bodied += keepsBody ? Fleet.key(header.id()) : 0;
        if (!keepsBody && !accepted.contains(header.record())) {
            notClaimed.add(header.id());
        }
        if (fromOthers) {
            came.add(header.id());
        }
        return true;
    }

    private void claimable(Header header) {
        notClaimed.remove(header.id());
        claims.remove(header.writer());
    }

    void accept(String record) {
        accepted.add(record);
        Map<String, Held> of = records.get(record);
        if (of != null) {
            of.replaceAll((id, held) -> {
                claimable(held.header());
                bodied -= held.body() == null ? 0 : Fleet.key(id);
                return held.body() == null ? held : new Held(held.header(), null);
            });
        }
    }

    // ---- what is held

    @Override
    public SeqRanges held(Writer writer) {
        return ranges.computeIfAbsent(writer, w -> {
            SeqRanges.Builder builder = new SeqRanges.Builder();
            places.getOrDefault(w, new TreeMap<>()).keySet().forEach(builder::add);
            return builder.build();
        });
    }

    @Override
    public String ids(Writer writer, SeqRanges claimed) {
        long sum = 0;
        for (Map.Entry<Long, List<String>> at :
                places.getOrDefault(writer, new TreeMap<>()).entrySet()) {
            if (claimed.contains(at.getKey())) {
                for (String id : at.getValue()) {
                    sum += Fleet.key(id);
                }
            }
        }
        return Long.toHexString(sum);
    }

    private Map<Writer, Claim> has() {
        Map<Writer, Claim> has = new HashMap<>();
        for (Writer writer : places.keySet()) {
            Claim claim = claims.computeIfAbsent(writer, this::claim);
            if (!claim.ranges().isEmpty()) {
                has.put(writer, claim);
            }
        }
        return has;
    }

    private Claim claim(Writer writer) {
        SeqRanges.Builder builder = new SeqRanges.Builder();
        long[] sum = {0};
        places.getOrDefault(writer, new TreeMap<>()).forEach((seq, ids) -> {
            for (String id : ids) {
                if (!notClaimed.contains(id)) {
                    builder.add(seq);
                    sum[0] += Fleet.key(id);
                }
            }
        });
        return new Claim(builder.build(), Long.toHexString(sum[0]));
    }

    private Map<Writer, SeqRanges> withheld(Choice scope, Map<Writer, Claim> has) {
        if (scope != Choice.CODES) {
            return new HashMap<>();
        }
        Map<Writer, TreeMap<Long, Long>> withheld = new HashMap<>();
        records.forEach((record, held) -> {
            if (isWithheld(scope, held)) {
                held.values().forEach(h -> {
                    Claim claim = has.get(h.header().writer());
                    if (h.header().isEdit()
                            && claim != null
                            && claim.ranges().contains(h.header().seq())) {
                        withheld.computeIfAbsent(h.header().writer(), w -> new TreeMap<>())
                                .put(h.header().seq(), 0L);
                    }
                });
            }
        });
        Map<Writer, SeqRanges> ranges = new HashMap<>();
        withheld.forEach((writer, at) -> {
            SeqRanges.Builder builder = new SeqRanges.Builder();
            at.keySet().forEach(builder::add);
            ranges.put(writer, builder.build());
        });
        return ranges;
    }

    private static boolean isWithheld(Choice scope, Map<String, Held> held) {
        return scope == Choice.CODES
                && held.values().stream()
                        .anyMatch(h -> !CODE_SAFE.contains(h.header().type()));
    }

    // ---- bundles

    /** A bundle to these devices. */
    Bundle bundle(@Nullable Choice choice, List<String> to) {
        boolean codesOnly = to.stream().anyMatch(d -> scopes.get(d) == Choice.CODES);
        Choice scope = choice != Choice.ALL && (choice == Choice.CODES || codesOnly) ? Choice.CODES : Choice.ALL;
        long serial = serials.merge(self.instance(), 1L, Long::sum);
        List<Held> content = new ArrayList<>();
        Map<Writer, SeqRanges> known = choice == Choice.CHANGES ? known(to) : Map.of();
        if (choice != Choice.RECEIPT) {
            for (Map<String, Held> held : records.values()) {
                if (choice != Choice.CHANGES || held.values().stream().anyMatch(h -> isBeyond(h, known))) {
                    boolean withheld = isWithheld(scope, held);
                    for (Held h : held.values()) {
                        boolean goes =
                                !withheld || (!h.header().isEdit() && slip != Slip.PURGES_STAY_WITH_WITHHELD_RECORDS);
                        boolean old = slip == Slip.CHANGES_CARRY_NEW_REVISIONS_ALONE
                                && choice == Choice.CHANGES
                                && !isBeyond(h, known);
                        if (goes && !old) {
                            content.add(h);
                        }
                    }
                }
            }
            for (String receiver : to) {
                if (scope == Choice.ALL || !scopes.containsKey(receiver)) {
                    scopes.put(receiver, scope);
                }
            }
        }
        Map<Writer, Claim> has = has();
        Word word = new Word(serial, has, withheld(scope, has));
        if (slip == Slip.SENT_IS_TAKEN_TO_HAVE_ARRIVED && choice == Choice.CHANGES) {
            to.forEach(d -> words.getOrDefault(d, new HashMap<>())
                    .replaceAll((from, said) -> new Word(said.serial(), has, Map.of())));
        }
        return new Bundle(self, scope, word, List.copyOf(content), digest(content));
    }

    private static boolean isBeyond(Held held, Map<Writer, SeqRanges> known) {
        return !known.getOrDefault(held.header().writer(), SeqRanges.NONE)
                .contains(held.header().seq());
    }

    private Map<Writer, SeqRanges> known(List<String> to) {
        List<Map<Writer, Claim>> said = new ArrayList<>();
        for (String receiver : to) {
            Collection<Word> of = words.getOrDefault(receiver, Map.of()).values();
            if (of.isEmpty() && slip != Slip.KNOWN_TO_ONE_RECEIVER_IS_KNOWN) {
                return Map.of();
            }
            boolean one = slip == Slip.KNOWN_TO_ONE_INSTANCE_IS_KNOWN;
            of.stream()
                    .sorted(java.util.Comparator.comparing(Word::serial).reversed())
                    .limit(one ? 1 : of.size())
                    .forEach(w -> said.add(w.has()));
            if (slip == Slip.KNOWN_TO_ONE_RECEIVER_IS_KNOWN && !said.isEmpty()) {
                break;
            }
        }
        if (slip == Slip.CLAIMS_BELIEVED_WITHOUT_THEIR_HASH) {
            return Claimed.knownToAll(said, new Claimed.Here() {
                @Override
                public SeqRanges held(Writer writer) {
                    return PureNotebook.this.held(writer);
                }

                @Override
                public String ids(Writer writer, SeqRanges claimed) {
                    return said.stream()
                            .map(has -> has.get(writer))
                            .filter(c -> c != null && c.ranges().equals(claimed))
                            .findFirst()
                            .orElseThrow()
                            .ids();
                }
            });
        }
        return Claimed.knownToAll(said, this);
    }

    /** Changes with any revision, and with whether its body is there. */
    static String digest(List<Held> content) {
        long digest = content.size();
        for (Held held : content) {
            digest = 31 * digest + Fleet.key(held.header().id()) + (held.body() == null ? 0 : 1);
        }
        return Long.toHexString(digest);
    }

    /** Takes a bundle in; null where it is refused. */
    Fleet.@Nullable Told take(Bundle bundle, boolean yes) {
        boolean refused = blocked.contains(bundle.from().device()) && slip != Slip.BUNDLES_OF_BLOCKED_DEVICES_TAKEN;
        boolean damaged = !digest(bundle.revisions()).equals(bundle.digest()) && !overlooks(bundle);
        if (refused || damaged) {
            return null;
        }
        Map<String, List<Held>> staged = new LinkedHashMap<>();
        for (Held held : bundle.revisions()) {
            if (slip == Slip.REVISIONS_OF_BLOCKED_DEVICES_DROPPED
                    && blocked.contains(held.header().writer().device())) {
                continue;
            }
            staged.computeIfAbsent(held.header().record(), r -> new ArrayList<>())
                    .add(held);
        }
        Set<String> toAccept = acceptable(staged, yes);
        long fresh = 0;
        long changed = 0;
        for (Map.Entry<String, List<Held>> entry : staged.entrySet()) {
            boolean known = records.containsKey(entry.getKey());
            boolean gained = false;
            for (Held held : entry.getValue()) {
                gained |= add(held, true);
            }
            if (toAccept.contains(entry.getKey())) {
                accept(entry.getKey());
            }
            fresh += known ? 0 : 1;
            changed += known && gained ? 1 : 0;
        }
        if (isSetBack(bundle)) {
            self = new Writer(device, instances.get());
        }
        remember(bundle);
        long held = bundle.revisions().stream()
                .filter(h ->
                        !h.header().isEdit() && !accepted.contains(h.header().record()))
                .count();
        return new Fleet.Told(fresh, changed, staged.size() - fresh - changed, held, forks(bundle), gap(bundle.from()));
    }

    private boolean overlooks(Bundle bundle) {
        return bundle.digest().endsWith(FLIPPED)
                ? slip == Slip.ALTERED_BUNDLE_TAKEN
                : slip == Slip.CUT_BUNDLE_TAKEN_AS_FAR_AS_IT_GOES;
    }

    private void remember(Bundle bundle) {
        if (slip == Slip.GAP_FORGOTTEN_AFTER_ANOTHER_BUNDLE) {
            words.values()
                    .forEach(of -> of.replaceAll((from, word) -> {
                        Map<Writer, SeqRanges> known = new HashMap<>();
                        word.has().forEach((w, c) -> known.put(w, c.ranges()));
                        return new Word(word.serial(), word.has(), known);
                    }));
        }
        if (!bundle.from().equals(self)) {
            words.computeIfAbsent(bundle.from().device(), d -> new HashMap<>())
                    .merge(
                            bundle.from(),
                            bundle.word(),
                            (a, b) -> b.serial() > a.serial() || slip == Slip.OLDER_WORD_REPLACES_NEWER ? b : a);
        }
    }

    private Set<String> acceptable(Map<String, List<Held>> staged, boolean yes) {
        Set<String> toAccept = new HashSet<>();
        Map<String, Integer> taken = new HashMap<>();
        staged.forEach((record, came) -> {
            for (Held held : came) {
                if (!held.header().isEdit() && accepts(held.header(), came, yes, taken)) {
                    toAccept.add(record);
                }
            }
        });
        return toAccept;
    }

    private boolean accepts(Header purge, List<Held> staged, boolean yes, Map<String, Integer> taken) {
        String record = purge.record();
        String by = purge.writer().device();
        boolean trusted = !blocked.contains(by);
        boolean known = of(record).containsKey(purge.id());
        if (known && accepted.contains(record)) {
            return false;
        }
        if (yes && trusted) {
            unasked.remove(by);
            return true;
        }
        if (known || accepted.contains(record)) {
            return false;
        }
        List<Held> together = new ArrayList<>(of(record).values());
        staged.stream().filter(h -> !of(record).containsKey(h.header().id())).forEach(together::add);
        int so = taken.computeIfAbsent(by, d -> unasked.getOrDefault(d, 0));
        boolean accepts = PurgeRule.acceptsUnasked(purge, together, trusted, so)
                || (slip == Slip.PURGES_OF_OTHERS_RECORDS_TAKEN_UNASKED && trusted);
        if (accepts) {
            taken.put(by, so + 1);
            unasked.merge(by, 1, Integer::sum);
        }
        return accepts;
    }

    private boolean isSetBack(Bundle bundle) {
        if (slip == Slip.SET_BACK_NOTEBOOK_KEEPS_ITS_INSTANCE) {
            return false;
        }
        Claim claim = bundle.word().has().get(self);
        boolean others = claim != null && !Claimed.agrees(self, claim, this);
        boolean more = slip != Slip.WORD_OF_A_COPY_IS_NOT_HEARD
                && bundle.from().equals(self)
                && Claimed.gap(bundle.word().has(), Map.of(), this) > 0;
        return others
                || more
                || places.getOrDefault(self, new TreeMap<>()).values().stream()
                        .anyMatch(ids -> ids.stream().anyMatch(came::contains));
    }

    private long forks(Bundle bundle) {
        Set<Writer> writers = new HashSet<>(bundle.word().has().keySet());
        bundle.revisions().forEach(h -> writers.add(h.header().writer()));
        long forks = 0;
        for (Writer writer : writers) {
            long here = this.forks.getOrDefault(writer, 0);
            Claim claim = bundle.word().has().get(writer);
            forks += here > 0 ? here : claim != null && Claimed.isUnseenFork(writer, claim, this) ? 1 : 0;
        }
        return forks;
    }

    private long gap(Writer from) {
        Word word = words.getOrDefault(from.device(), Map.of()).get(from);
        return word == null ? 0 : gap(word);
    }

    private long gap(Word word) {
        return Claimed.gap(word.has(), slip == Slip.GAP_COUNTS_WHAT_WAS_WITHHELD ? Map.of() : word.withheld(), this);
    }

    /** The gap of every instance that was heard of. */
    Map<Writer, Long> gaps() {
        Map<Writer, Long> gaps = new TreeMap<>();
        words.values().forEach(of -> of.forEach((from, word) -> gaps.put(from, gap(word))));
        return gaps;
    }

    Fleet.Sums sums() {
        return new Fleet.Sums(revisions, bodied, accepted);
    }

    /** Changes with whatever is kept here. */
    String fingerprint() {
        long heard = 0;
        for (Map<Writer, Word> of : words.values()) {
            for (Map.Entry<Writer, Word> word : of.entrySet()) {
                heard += 31L * word.getKey().hashCode() + word.getValue().hashCode();
            }
        }
        return self + " " + revisions + " " + bodied + " " + accepted.hashCode() + " " + serials.hashCode() + " "
                + unasked.hashCode() + " " + scopes.hashCode() + " " + blocked.hashCode() + " " + heard;
    }
}
