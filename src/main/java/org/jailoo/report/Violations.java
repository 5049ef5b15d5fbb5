package org.jailoo.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.Codebook;
import org.jailoo.report.Cell.Count;

/**
 * How many interviews name each violation, of those in which it was asked about or named.
 *
 * <p>A code counts towards its broader ones, and an interview once towards each. Constant in memory: numbers by code,
 * and by pairs of codes under one broader code.
 */
final class Violations {
    private final List<String> codes;
    private final int[] parents;
    private final long[] named;
    private final long[] known;
    private final long[] refused;
    private final long[] notAsked;
    /** Codes about which somebody was asked and refused to answer. */
    private final BitSet refusedAndKnown = new BitSet();

    private final long[][] bothNamed;
    private final long[][] bothKnown;
    private final Help help;
    private final Trace trace;
    private final ViolationNumbers numbers;
    private final Codebook book;

    Violations(Ground ground, String campaign) {
        Codebook found = ground.schema().codebook("violation");
        this.book = found == null ? new Codebook("violation", List.of(), Map.of()) : found;
        this.codes = List.copyOf(book.codes());
        this.trace = ground.trace();
        this.numbers = new ViolationNumbers(campaign);
        int n = codes.size();
        this.parents = new int[n];
        for (int i = 0; i < n; i++) {
            String parent = book.parentOf(codes.get(i));
            parents[i] = parent == null ? -1 : codes.indexOf(parent);
        }
        this.named = new long[n];
        this.known = new long[n];
        this.refused = new long[n];
        this.notAsked = new long[n];
        this.bothNamed = new long[n][n];
        this.bothKnown = new long[n][n];
        this.help = new Help(ground, campaign);
    }

    /** How many interviews name something under each of the broadest codes: whoever names anything is among them. */
    List<Quantity> broadest() {
        List<Quantity> broadest = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (parents[i] < 0 && (known[i] > 0 || refused[i] > 0)) {
                broadest.add(numbers.of(codes.get(i), ViolationNumbers.NAMED));
            }
        }
        return broadest;
    }

    void take(Shown interview) {
        BitSet nowNamed = new BitSet();
        List<Json.Obj> violations = interview.items("violations");
        violations.forEach(violation -> add(Shown.text(violation, "code"), nowNamed));
        BitSet nowKnown = (BitSet) nowNamed.clone();
        interview.members("asked").forEach(code -> add(code, nowKnown));
        BitSet nowRefused = new BitSet();
        for (String code : interview.members("refusedToAnswer")) {
            int at = codes.indexOf(code);
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

    /** Sets a code and every broader one. */
    private void add(String code, BitSet into) {
        for (int at = codes.indexOf(code); at >= 0; at = parents[at]) {
            into.set(at);
        }
    }

    private void count(BitSet set, long[] counts, String how) {
        set.stream().forEach(i -> counts[i]++);
        if (trace.follows(numbers.all().subject())) {
            set.stream().forEach(i -> trace.note(this, numbers.of(codes.get(i), how)));
        }
    }

    private void pairs(BitSet set, long[][] counts, String how) {
        boolean followed = trace.follows(numbers.all().subject());
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            for (int j = set.nextSetBit(i + 1); j >= 0; j = set.nextSetBit(j + 1)) {
                if (parents[i] >= 0 && parents[i] == parents[j]) {
                    counts[i][j]++;
                    if (followed) {
                        trace.note(this, numbers.both(codes.get(i), codes.get(j), how));
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
            if (parents[i] >= 0 && named[i] > 0) {
                parts.add(new ViolationTables.Part(
                        codes.get(parents[i]), codes.get(i), namedIn(i), namedIn(parents[i])));
            }
            for (int j = i + 1; j < codes.size(); j++) {
                if (bothNamed[i][j] > 0) {
                    pairs.add(new ViolationTables.Pair(
                            codes.get(i), codes.get(j), bothNamed[i][j], bothKnown[i][j]));
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
        return new Count(named[code], numbers.of(codes.get(code), ViolationNumbers.NAMED));
    }

    /** The codes that were asked about, named or refused, each broader one before its narrower ones. */
    private List<ViolationTables.Line> lines() {
        List<ViolationTables.Line> lines = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (parents[i] < 0) {
                lines(i, 0, lines);
            }
        }
        return lines;
    }

    private void lines(int code, int depth, List<ViolationTables.Line> into) {
        if (known[code] > 0 || refused[code] > 0) {
            String name = codes.get(code);
            into.add(new ViolationTables.Line(
                    name,
                    depth,
                    book.parentOf(name),
                    namedIn(code),
                    new Count(known[code], numbers.of(name, ViolationNumbers.KNOWN)),
                    new Count(refused[code], numbers.of(name, ViolationNumbers.REFUSED)),
                    new Count(notAsked[code], numbers.of(name, ViolationNumbers.NOT_ASKED)),
                    refusedAndKnown.get(code)));
        }
        for (int i = 0; i < codes.size(); i++) {
            if (parents[i] == code) {
                lines(i, depth + 1, into);
            }
        }
    }
}
