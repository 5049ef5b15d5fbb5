package org.jailoo.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.report.Cell.Count;

/**
 * How many interviews name each violation, of those in which it was asked about or named.
 *
 * <p>A code counts towards its broader ones, and an interview once towards each. Constant in memory: numbers by code,
 * and by pairs of codes under one broader code.
 */
final class Violations {
    private final ViolationCodes codes;
    private final long[] named;
    private final long[] known;
    private final long[] refused;
    private final long[] notAsked;
    /** Codes about which somebody was asked and refused to answer. */
    private final BitSet refusedAndKnown = new BitSet();

    private final long[][] bothNamed;
    private final long[][] bothKnown;
    private boolean uncoded;
    private final Help help;
    private final Trace trace;
    private final ViolationNumbers numbers;

    Violations(Ground ground, String campaign) {
        this.codes = new ViolationCodes(ground.schema());
        this.trace = ground.trace();
        this.numbers = new ViolationNumbers(campaign);
        int n = codes.size();
        this.named = new long[n];
        this.known = new long[n];
        this.refused = new long[n];
        this.notAsked = new long[n];
        this.bothNamed = new long[n][n];
        this.bothKnown = new long[n][n];
        this.help = new Help(ground, campaign);
    }

    /** What binds the interviews that name anything to those that name something under each of the broadest codes. */
    Relation broadest(Quantity violated) {
        List<Quantity> broadest = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.parent(i) < 0 && (known[i] > 0 || refused[i] > 0)) {
                broadest.add(numbers.of(codes.code(i), ViolationNumbers.NAMED));
            }
        }
        // An act without a code that is known here is an act, and stands under none of them.
        return new Relation(uncoded ? Relation.Kind.WITHIN : Relation.Kind.OVERLAPPING, violated, broadest);
    }

    void take(Shown interview) {
        BitSet nowNamed = new BitSet();
        List<Json.Obj> violations = interview.items("violations");
        violations.forEach(violation -> codes.upwards(Shown.text(violation, "code"), nowNamed::set));
        uncoded |= !violations.isEmpty() && nowNamed.isEmpty();
        BitSet nowKnown = (BitSet) nowNamed.clone();
        interview.members("asked").forEach(code -> codes.upwards(code, nowKnown::set));
        BitSet nowRefused = new BitSet();
        for (String code : interview.members("refusedToAnswer")) {
            int at = codes.place(code);
            if (at >= 0 && !nowNamed.get(at)) {
                nowRefused.set(at);
            }
        }
        BitSet nowNotAsked = (BitSet) nowKnown.clone();
        nowNotAsked.or(nowRefused);
        nowNotAsked.flip(0, codes.size());
        count(nowNamed, named, ViolationNumbers.NAMED);
        count(nowKnown, known, ViolationNumbers.KNOWN);
        count(nowRefused, refused, ViolationNumbers.REFUSED);
        count(nowNotAsked, notAsked, ViolationNumbers.NOT_ASKED);
        pairs(nowNamed, bothNamed, ViolationNumbers.NAMED);
        pairs(nowKnown, bothKnown, ViolationNumbers.KNOWN);
        nowRefused.and(nowKnown);
        refusedAndKnown.or(nowRefused);
        if (!violations.isEmpty()) {
            help.take(interview);
        }
    }

    private void count(BitSet set, long[] counts, String how) {
        set.stream().forEach(i -> counts[i]++);
        if (trace.follows(numbers.all().subject())) {
            set.stream().forEach(i -> trace.note(this, numbers.of(codes.code(i), how)));
        }
    }

    private void pairs(BitSet set, long[][] counts, String how) {
        boolean followed = trace.follows(numbers.all().subject());
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            for (int j = set.nextSetBit(i + 1); j >= 0; j = set.nextSetBit(j + 1)) {
                if (codes.parent(i) >= 0 && codes.parent(i) == codes.parent(j)) {
                    counts[i][j]++;
                    if (followed) {
                        trace.note(this, numbers.both(codes.code(i), codes.code(j), how));
                    }
                }
            }
        }
    }

    List<Table> tables(String campaign, String title, Words words) {
        if (java.util.Arrays.stream(known).allMatch(n -> n == 0) && help.isEmpty()) {
            return List.of();
        }
        ViolationTables tables = new ViolationTables(campaign, title, words, numbers);
        List<Table> list = new ArrayList<>();
        list.add(tables.shares(lines()));
        List<ViolationTables.Part> parts = new ArrayList<>();
        List<ViolationTables.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.parent(i) >= 0 && named[i] > 0) {
                parts.add(new ViolationTables.Part(
                        codes.code(codes.parent(i)), codes.code(i), namedIn(i), namedIn(codes.parent(i))));
            }
            for (int j = i + 1; j < codes.size(); j++) {
                if (bothNamed[i][j] > 0) {
                    pairs.add(new ViolationTables.Pair(codes.code(i), codes.code(j), bothNamed[i][j], bothKnown[i][j]));
                }
            }
        }
        if (!parts.isEmpty()) {
            list.add(tables.within(parts));
        }
        if (!pairs.isEmpty()) {
            list.add(tables.together(pairs));
        }
        list.addAll(help.tables(campaign, title, words));
        return list;
    }

    private Count namedIn(int code) {
        return new Count(named[code], numbers.of(codes.code(code), ViolationNumbers.NAMED));
    }

    /** The codes that were asked about, named or refused. */
    private List<ViolationTables.Line> lines() {
        return codes.inOrder(i -> known[i] > 0 || refused[i] > 0).stream()
                .map(this::line)
                .toList();
    }

    private ViolationTables.Line line(ViolationCodes.Placed placed) {
        int code = placed.place();
        String name = codes.code(code);
        return new ViolationTables.Line(
                name,
                placed.depth(),
                codes.parentOf(code),
                namedIn(code),
                new Count(known[code], numbers.of(name, ViolationNumbers.KNOWN)),
                new Count(refused[code], numbers.of(name, ViolationNumbers.REFUSED)),
                new Count(notAsked[code], numbers.of(name, ViolationNumbers.NOT_ASKED)),
                refusedAndKnown.get(code));
    }
}
