package org.jailoo.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;

/**
 * How many interviews name each violation, of those in which it was asked about or named.
 *
 * <p>A code counts towards its broader ones, and an interview once towards each. Constant in memory: numbers by code,
 * and by pairs of codes under one broader code.
 */
final class Violations {
    private final Codebook book;
    private final List<String> codes;
    private final int[] parents;
    private final long[] named;
    private final long[] known;
    private final long[] refused;
    private final long[][] bothNamed;
    private final long[][] bothKnown;
    private final Help help;
    private long interviews;

    Violations(Schema schema, String campaign) {
        Codebook found = schema.codebook("violation");
        this.book = found == null ? new Codebook("violation", List.of(), java.util.Map.of()) : found;
        this.codes = List.copyOf(book.codes());
        int n = codes.size();
        this.parents = new int[n];
        for (int i = 0; i < n; i++) {
            String parent = book.parentOf(codes.get(i));
            parents[i] = parent == null ? -1 : codes.indexOf(parent);
        }
        this.named = new long[n];
        this.known = new long[n];
        this.refused = new long[n];
        this.bothNamed = new long[n][n];
        this.bothKnown = new long[n][n];
        this.help = new Help(schema, campaign);
    }

    void take(Shown interview) {
        interviews++;
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
        nowNamed.stream().forEach(i -> named[i]++);
        nowKnown.stream().forEach(i -> known[i]++);
        nowRefused.stream().forEach(i -> refused[i]++);
        pairs(nowNamed, bothNamed);
        pairs(nowKnown, bothKnown);
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

    private void pairs(BitSet set, long[][] counts) {
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            for (int j = set.nextSetBit(i + 1); j >= 0; j = set.nextSetBit(j + 1)) {
                if (parents[i] >= 0 && parents[i] == parents[j]) {
                    counts[i][j]++;
                }
            }
        }
    }

    List<Table> tables(String campaign, String title, Words words) {
        if (java.util.Arrays.stream(known).allMatch(n -> n == 0) && help.isEmpty()) {
            return List.of();
        }
        ViolationTables tables = new ViolationTables(campaign, title, words);
        List<Table> list = new ArrayList<>();
        list.add(tables.shares(counts()));
        List<ViolationTables.Part> parts = new ArrayList<>();
        List<ViolationTables.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (parents[i] >= 0 && named[i] > 0) {
                parts.add(new ViolationTables.Part(codes.get(parents[i]), codes.get(i), named[i], named[parents[i]]));
            }
            for (int j = i + 1; j < codes.size(); j++) {
                if (bothNamed[i][j] > 0) {
                    pairs.add(new ViolationTables.Pair(codes.get(i), codes.get(j), bothNamed[i][j], bothKnown[i][j]));
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

    /** The codes that were asked about, named or refused, each broader one before its narrower ones. */
    private List<ViolationTables.Count> counts() {
        List<ViolationTables.Count> counts = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (parents[i] < 0) {
                counts(i, 0, counts);
            }
        }
        return counts;
    }

    private void counts(int code, int depth, List<ViolationTables.Count> into) {
        if (known[code] > 0 || refused[code] > 0) {
            long notAsked = Math.max(0, interviews - known[code] - refused[code]);
            into.add(new ViolationTables.Count(
                    codes.get(code), depth, named[code], known[code], refused[code], notAsked));
        }
        for (int i = 0; i < codes.size(); i++) {
            if (parents[i] == code) {
                counts(i, depth + 1, into);
            }
        }
    }
}
