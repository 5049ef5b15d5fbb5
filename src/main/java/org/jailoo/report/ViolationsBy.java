package org.jailoo.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.json.Json;

/**
 * The violations of one campaign by their kind and by one thing more that is known of each, such as its sector: how many
 * acts, and how many testimonies tell of any. Constant in memory: numbers by code.
 *
 * <p>An act counts towards the broader codes of its own; one without a code that is known stands apart.
 */
final class ViolationsBy {
    /** What acts are told apart by. */
    record Member(String name, String codebook) {
        String key() {
            return "violations." + name;
        }
    }

    private final Member member;
    private final ViolationCodes codes;
    private final Trace trace;
    private final ViolationsByNumbers names;
    private final Counts testimonies;
    private final Counts acts;

    ViolationsBy(Ground ground, String campaign, Member member) {
        this.member = member;
        this.codes = new ViolationCodes(ground.schema());
        this.trace = ground.trace();
        this.names = new ViolationsByNumbers(campaign, member, codes);
        this.testimonies = new Counts(codes.size() + 1);
        this.acts = new Counts(codes.size() + 1);
    }

    /** Numbers by code and column; the last code is none. */
    static final class Counts {
        final Map<String, long[]> cells = new HashMap<>();
        final Map<String, Long> columns = new HashMap<>();
        final long[] rows;
        long all;
        boolean overlap;

        Counts(int size) {
            rows = new long[size];
        }

        void add(String column, int row) {
            cells.computeIfAbsent(column, c -> new long[rows.length])[row]++;
        }

        long of(String column, int row) {
            long[] counts = cells.get(column);
            return counts == null ? 0 : counts[row];
        }
    }

    private BitSet rows(Json.Obj violation) {
        BitSet rows = new BitSet();
        codes.upwards(Shown.text(violation, "code"), rows::set);
        if (rows.isEmpty()) {
            rows.set(codes.size());
        }
        return rows;
    }

    /** Takes the violations of an interview that names any. */
    void take(List<Json.Obj> violations) {
        Map<String, BitSet> told = new HashMap<>();
        BitSet stated = new BitSet();
        for (Json.Obj violation : violations) {
            String column = Shown.text(violation, member.name()).strip();
            BitSet rows = rows(violation);
            told.computeIfAbsent(column, c -> new BitSet()).or(rows);
            if (!column.isEmpty()) {
                stated.or(rows);
            }
            act(column, rows);
        }
        BitSet unstated = told.remove("");
        if (unstated != null) {
            // Of what somebody stated once it is no longer said that it was not stated.
            unstated.andNot(stated);
            if (!unstated.isEmpty()) {
                told.put("", unstated);
            }
        }
        Set<String> columns = new TreeSet<>(told.keySet());
        if (columns.size() > 1) {
            columns.remove("");
        }
        testimony(told, columns);
    }

    private void act(String column, BitSet rows) {
        acts.all++;
        acts.columns.merge(column, 1L, Long::sum);
        rows.stream().forEach(row -> {
            acts.rows[row]++;
            acts.add(column, row);
        });
        if (trace.follows(names.acts().subject())) {
            trace.note(this, names.acts());
            trace.note(this, names.actsIn(column));
            rows.stream().forEach(row -> {
                trace.note(this, names.acts(row));
                trace.note(this, names.acts(row, column));
            });
        }
    }

    private void testimony(Map<String, BitSet> told, Set<String> columns) {
        testimonies.all++;
        columns.forEach(column -> testimonies.columns.merge(column, 1L, Long::sum));
        BitSet named = new BitSet();
        told.forEach((column, rows) -> {
            rows.stream().forEach(row -> testimonies.add(column, row));
            testimonies.overlap |= named.intersects(rows);
            named.or(rows);
        });
        named.stream().forEach(row -> testimonies.rows[row]++);
        if (trace.follows(names.testimonies(0, "").subject())) {
            named.stream().forEach(row -> trace.note(this, names.testimonies(row)));
            told.forEach((column, rows) ->
                    rows.stream().forEach(row -> trace.note(this, names.testimonies(row, column))));
        }
        columns.forEach(column -> trace.note(this, names.violatedIn(column)));
        trace.note(this, names.violated());
    }

    /** Nothing where nothing was stated. */
    List<Table> tables(String title, Ground ground, Words words) {
        if (acts.columns.keySet().stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        Axis axis = Axis.codes(
                ground.schema(),
                words,
                member.codebook(),
                words.labels().field("interview", "violations", member.name()));
        List<ViolationCodes.Placed> rows = new ArrayList<>(codes.inOrder(i -> acts.rows[i] > 0));
        if (acts.rows[codes.size()] > 0) {
            rows.add(new ViolationCodes.Placed(codes.size(), 0));
        }
        ViolationsByTables tables = new ViolationsByTables(names, title, axis, rows, words);
        return List.of(tables.testimonies(testimonies), tables.acts(acts));
    }
}
