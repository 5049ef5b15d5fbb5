package org.jailoo.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Section 4 of the bundle format, sentence by sentence, slow and obvious; the fast derivation is held against it.
 *
 * <p>Each rule is a method of its own, so that {@link Mutant} can get one of them wrong.
 */
class ReferenceDerivation {
    /** What is compared: the state line, and what the next save and the consent rule need. */
    record Answer(String line, List<String> heads, List<String> parentsOfNextEdit, boolean bodyMissing) {}

    final NotebookModel notebook;
    final String record;
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();
    private @Nullable List<Held> edits;

    ReferenceDerivation(NotebookModel notebook, String record) {
        this.notebook = notebook;
        this.record = record;
    }

    /** "A record of which only held purges are known has no line." */
    Optional<Answer> answer() {
        if (edits().isEmpty() && !purged()) {
            return Optional.empty();
        }
        return Optional.of(new Answer(line(), heads(), parentsOfNextEdit(), bodyMissing()));
    }

    /** "a JCS line a record: conflicts, deleted, incomplete, purged, record, type, values" */
    String line() {
        return "{\"conflicts\":" + map(conflicts()) + ",\"deleted\":" + deleted() + ",\"incomplete\":" + incomplete()
                + ",\"purged\":" + purged() + ",\"record\":\"" + record + "\",\"type\":\"" + type() + "\",\"values\":"
                + map(values()) + "}";
    }

    private static String map(SortedMap<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** "an accepted purge of a record" */
    boolean purged() {
        return notebook.isPurged(record);
    }

    /** "all stored edit headers of the record, with or without a body" */
    final List<Held> edits() {
        if (edits == null) {
            edits = countedEdits();
        }
        return edits;
    }

    List<Held> countedEdits() {
        return notebook.asCame(record).stream()
                .filter(held -> held.header().isEdit())
                .toList();
    }

    /** "destroys … body of every revision of that record, present and future" */
    Json.@Nullable Obj body(Held edit) {
        return purged() ? null : edit.body();
    }

    /** "A parent counts only if it is a held edit of the same record" */
    boolean counts(String parent) {
        return edits().stream().anyMatch(edit -> edit.header().id().equals(parent));
    }

    /** The parents that count. */
    final Set<String> parents(String id) {
        Set<String> known = parents.get(id);
        if (known == null) {
            known = new LinkedHashSet<>();
            for (Held edit : edits()) {
                if (edit.header().id().equals(id)) {
                    edit.header().parents().stream().filter(this::counts).forEach(known::add);
                }
            }
            parents.put(id, known);
        }
        return known;
    }

    /** The parents, their parents, and so on until nothing is added. */
    Set<String> ancestors(String id) {
        Set<String> known = ancestors.get(id);
        if (known == null) {
            known = new LinkedHashSet<>(parents(id));
            List<String> left = new ArrayList<>(known);
            while (!left.isEmpty()) {
                for (String parent : parents(left.remove(left.size() - 1))) {
                    if (known.add(parent)) {
                        left.add(parent);
                    }
                }
            }
            ancestors.put(id, known);
        }
        return known;
    }

    final boolean isAncestor(Held ancestor, Held of) {
        return ancestors(of.header().id()).contains(ancestor.header().id());
    }

    /** "1 + the greatest height of the parents that count (1 without)" */
    int height(String id) {
        Integer known = heights.get(id);
        if (known == null) {
            int greatest = 0;
            for (String parent : parents(id)) {
                greatest = Math.max(greatest, height(parent));
            }
            known = 1 + greatest;
            heights.put(id, known);
        }
        return known;
    }

    /** "(height, id)" */
    final Comparator<Held> byHeightAndId() {
        return Comparator.<Held>comparingInt(edit -> height(edit.header().id()))
                .thenComparing(edit -> edit.header().id());
    }

    /** "the one from the maximal write with the greatest (height, id) is shown" */
    Comparator<Held> winning() {
        return byHeightAndId();
    }

    /** An edit is a head that no edit names as its parent. */
    List<String> heads() {
        Set<String> named = new HashSet<>();
        edits().forEach(edit -> named.addAll(edit.header().parents()));
        return edits().stream()
                .sorted(byHeightAndId())
                .map(edit -> edit.header().id())
                .filter(id -> !named.contains(id))
                .toList();
    }

    /** "ascending; of more than 64 heads the 64 of greatest (height, id)" */
    List<String> parentsOfNextEdit() {
        List<String> heads = heads();
        return new ArrayList<>(new TreeSet<>(heads.subList(Math.max(0, heads.size() - 64), heads.size())));
    }

    /** "W(path) = the revisions with a body that names the path" */
    final List<Held> writes(String path) {
        List<Held> writes = new ArrayList<>();
        for (Held edit : edits()) {
            Json.Obj body = body(edit);
            if (body != null && body.get(path) != null) {
                writes.add(edit);
            }
        }
        return writes;
    }

    /** "A write is maximal if it is an ancestor of no other write in W(path)." */
    List<Held> maximal(String path) {
        List<Held> writes = writes(path);
        return writes.stream()
                .filter(write -> writes.stream().noneMatch(other -> isAncestor(write, other)))
                .toList();
    }

    final String value(Held write, String path) {
        Json.Obj body = body(write);
        Json value = body == null ? null : body.get(path);
        return CanonicalJson.text(java.util.Objects.requireNonNull(value));
    }

    /** "The distinct values of the maximal writes" */
    Collection<String> distinctValues(String path) {
        Set<String> values = new LinkedHashSet<>();
        maximal(path).forEach(write -> values.add(value(write, path)));
        return values;
    }

    final Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        for (Held edit : edits()) {
            Json.Obj body = body(edit);
            if (body != null) {
                paths.addAll(body.members().keySet());
            }
        }
        return paths;
    }

    /** The shown value: the only one, or the winner's; {@code null} is absent. */
    final @Nullable String shown(String path) {
        return maximal(path).stream()
                .max(winning())
                .map(write -> value(write, path))
                .filter(value -> !value.equals("null"))
                .orElse(null);
    }

    /** "with shown values (deleted among them like any path), absent ones left out" */
    final SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        for (String path : paths()) {
            String shown = shown(path);
            if (shown != null) {
                values.put(path, shown);
            }
        }
        return values;
    }

    /** "Several → conflict", "conflict values sorted by their JCS bytes", and rule 3 for the deletion. */
    final SortedMap<String, String> conflicts() {
        SortedMap<String, String> conflicts = new TreeMap<>();
        for (String path : paths()) {
            Collection<String> values = distinctValues(path);
            if (values.size() > 1) {
                conflicts.put(path, array(values));
            }
        }
        if (deletionStands() && !deletionKnownToAll()) {
            conflicts.put("deleted", "[null,true]");
        }
        return conflicts;
    }

    private String array(Collection<String> values) {
        return values.stream().sorted(valueOrder()).collect(Collectors.joining(",", "[", "]"));
    }

    Comparator<String> valueOrder() {
        return (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** "The record is deleted iff the shown value of deleted is true, without conflict on it, and …" */
    final boolean deleted() {
        return deletionStands() && deletionKnownToAll();
    }

    /** "the shown value of deleted is true, without conflict on it" */
    boolean deletionStands() {
        return "true".equals(shown("deleted")) && distinctValues("deleted").size() == 1;
    }

    /** "every edit revision of the record is a maximal deleted write, or an ancestor or a descendant of one" */
    boolean deletionKnownToAll() {
        List<Held> deletions = maximal("deleted");
        return edits().stream()
                .allMatch(edit -> deletions.stream()
                        .anyMatch(deletion ->
                                deletion.equals(edit) || isAncestor(edit, deletion) || isAncestor(deletion, edit)));
    }

    /** "any other … makes the record incomplete"; an edit held without its body, without an accepted purge, does too. */
    boolean incomplete() {
        return parentMissing() || bodyMissing();
    }

    boolean parentMissing() {
        return edits().stream()
                .flatMap(edit -> edit.header().parents().stream())
                .anyMatch(parent -> !counts(parent));
    }

    boolean bodyMissing() {
        return !purged() && edits().stream().anyMatch(edit -> edit.body() == null);
    }

    /** "that of the edit revision with the least (height, id); without any, that of the least purge id" */
    String type() {
        return edits().stream()
                .min(byHeightAndId())
                .or(() -> notebook.asCame(record).stream()
                        .min(Comparator.comparing(purge -> purge.header().id())))
                .orElseThrow()
                .header()
                .type();
    }

    /** "Two revisions of one writer with the same seq are a fork" */
    static Set<String> forks(NotebookModel notebook) {
        Set<String> places = new LinkedHashSet<>();
        Set<String> forks = new TreeSet<>();
        for (Held held : notebook.all()) {
            String place = held.header().writer() + " " + held.header().seq();
            if (!places.add(place)) {
                forks.add(place);
            }
        }
        return forks;
    }
}
