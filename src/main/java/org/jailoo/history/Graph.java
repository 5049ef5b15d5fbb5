package org.jailoo.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The edits of one record and how they descend from one another.
 *
 * <p>Edits are numbered ascending by (height, id), so that parents come before children. A parent counts only if it is
 * a held edit of the same record; any other is left out, and {@link #parentMissing()} says so.
 */
final class Graph {
    private final List<Held> edits;
    private final int[][] parents;
    private final int[] covered;
    private final boolean parentMissing;

    private Graph(List<Held> edits, int[][] parents, boolean parentMissing) {
        this.edits = edits;
        this.parents = parents;
        this.covered = covered(parents);
        this.parentMissing = parentMissing;
    }

    static Graph of(Collection<Held> held) {
        Map<String, Held> byId = new HashMap<>();
        for (Held revision : held) {
            if (revision.header().isEdit()) {
                // A copy with its body is worth more than one without.
                byId.merge(revision.header().id(), revision, (a, b) -> a.body() == null ? b : a);
            }
        }
        Map<String, Integer> heights = heights(byId);
        List<Held> edits = new ArrayList<>(byId.values());
        edits.sort(Comparator.<Held>comparingInt(
                        e -> heights.getOrDefault(e.header().id(), 0))
                .thenComparing(e -> e.header().id()));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < edits.size(); i++) {
            places.put(edits.get(i).header().id(), i);
        }
        boolean missing = false;
        int[][] parents = new int[edits.size()][];
        for (int i = 0; i < edits.size(); i++) {
            List<String> named = edits.get(i).header().parents();
            int n = 0;
            int[] found = new int[named.size()];
            for (String parent : named) {
                Integer place = places.get(parent);
                if (place == null) {
                    missing = true;
                } else {
                    found[n++] = place;
                }
            }
            parents[i] = Arrays.copyOf(found, n);
        }
        return new Graph(List.copyOf(edits), parents, missing);
    }

    /** Heights by id, without recursion: a record may have a million revisions in a row. */
    private static Map<String, Integer> heights(Map<String, Held> byId) {
        Map<String, List<String>> children = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, Integer> heights = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        for (Held edit : byId.values()) {
            String id = edit.header().id();
            int open = 0;
            for (String parent : edit.header().parents()) {
                if (byId.containsKey(parent)) {
                    children.computeIfAbsent(parent, p -> new ArrayList<>(1)).add(id);
                    open++;
                }
            }
            waiting.put(id, open);
            heights.put(id, 1);
            if (open == 0) {
                ready.add(id);
            }
        }
        for (String id = ready.poll(); id != null; id = ready.poll()) {
            int above = heights.getOrDefault(id, 1) + 1;
            for (String child : children.getOrDefault(id, List.of())) {
                heights.merge(child, above, Math::max);
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return heights;
    }

    /**
     * For each edit the greatest place at and below which every edit is its ancestor, or -1. An edit that joins all
     * heads before it covers all before it, and so does, up to there, whatever descends from it; so most questions about
     * a long history end a few edits back.
     */
    private static int[] covered(int[][] parents) {
        int[] covered = new int[parents.length];
        BitSet heads = new BitSet();
        BitSet joins = new BitSet();
        int headCount = 0;
        for (int i = 0; i < parents.length; i++) {
            covered[i] = -1;
            for (int parent : parents[i]) {
                if (heads.get(parent)) {
                    heads.clear(parent);
                    headCount--;
                }
                covered[i] = Math.max(covered[i], joins.get(parent) ? parent : covered[parent]);
            }
            heads.set(i);
            headCount++;
            if (headCount == 1) {
                joins.set(i);
                covered[i] = i - 1;
            }
        }
        return covered;
    }

    int size() {
        return edits.size();
    }

    /** The edits, ascending by (height, id). */
    List<Held> edits() {
        return edits;
    }

    boolean parentMissing() {
        return parentMissing;
    }

    /** Ids of the edits that no other names as a parent, ascending by (height, id). */
    List<String> heads() {
        BitSet named = new BitSet();
        for (int[] of : parents) {
            for (int parent : of) {
                named.set(parent);
            }
        }
        List<String> heads = new ArrayList<>();
        for (int i = named.nextClearBit(0); i < edits.size(); i = named.nextClearBit(i + 1)) {
            heads.add(edits.get(i).header().id());
        }
        return heads;
    }

    /** Those of some edits (ascending) that are an ancestor of no other among them, ascending. */
    List<Integer> maximal(List<Integer> some) {
        int floor = some.stream().mapToInt(i -> covered[i]).max().orElse(-1);
        List<Integer> open = some.stream().filter(i -> i > floor).toList();
        if (open.size() < 2) {
            return open;
        }
        BitSet ancestors = ancestorsDownTo(open.get(0), open);
        return open.stream().filter(i -> !ancestors.get(i)).toList();
    }

    /** Whether every edit is one of these, or an ancestor or a descendant of one. */
    boolean allKnow(List<Integer> some) {
        return unknowing(some).isEmpty();
    }

    /** The edits that are none of these, and neither ancestor nor descendant of one. */
    BitSet unknowing(List<Integer> some) {
        BitSet known = new BitSet();
        some.forEach(known::set);
        for (int i = 0; i < edits.size(); i++) {
            for (int parent : parents[i]) {
                if (known.get(parent)) {
                    known.set(i);
                }
            }
        }
        known.or(ancestorsDownTo(0, some));
        known.flip(0, edits.size());
        return known;
    }

    /** The places of an edit's parents that count. */
    int[] parents(int edit) {
        return parents[edit].clone();
    }

    /** The ancestors of an edit. */
    BitSet ancestors(int edit) {
        return ancestorsDownTo(0, List.of(edit));
    }

    /** The ancestors of some edits, none below a place: parents always stand below their children. */
    private BitSet ancestorsDownTo(int lowest, List<Integer> some) {
        BitSet ancestors = new BitSet();
        BitSet open = new BitSet();
        some.forEach(open::set);
        for (int i = open.length() - 1; i >= lowest; i = open.previousSetBit(i - 1)) {
            for (int parent : parents[i]) {
                ancestors.set(parent);
                open.set(parent);
            }
        }
        return ancestors;
    }
}
