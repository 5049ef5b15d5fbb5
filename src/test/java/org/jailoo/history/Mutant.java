package org.jailoo.history;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/** Derivations that each get one rule wrong; the seeded histories must tell every one of them from the right one. */
enum Mutant {
    WINNER_BY_ID_ALONE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Comparator<Held> winning() {
            return Comparator.comparing(edit -> edit.header().id());
        }
    }),
    WINNER_BY_LEAST_HEIGHT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Comparator<Held> winning() {
            return Comparator.<Held>comparingInt(edit -> -height(edit.header().id()))
                    .thenComparing(edit -> edit.header().id());
        }
    }),
    WINNER_BY_LEAST_ID_OF_A_HEIGHT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Comparator<Held> winning() {
            return Comparator.<Held>comparingInt(edit -> height(edit.header().id()))
                    .thenComparing(edit -> edit.header().id(), Comparator.reverseOrder());
        }
    }),
    WINNER_BY_TIME((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Comparator<Held> winning() {
            return Comparator.<Held, String>comparing(
                            edit -> notebook.time(edit.header().id()))
                    .thenComparing(byHeightAndId());
        }
    }),
    HEIGHT_BY_DISTANCE_FROM_THE_NEAREST_ROOT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        int height(String id) {
            return 1 + parents(id).stream().mapToInt(this::height).min().orElse(0);
        }
    }),
    HEIGHT_COUNTS_MISSING_PARENTS((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        int height(String id) {
            boolean missing = edits().stream()
                    .filter(edit -> edit.header().id().equals(id))
                    .anyMatch(edit -> !edit.header().parents().stream().allMatch(this::counts));
            return Math.max(super.height(id), missing ? 2 : 1);
        }
    }),
    LAST_WRITER_WINS_SILENTLY((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<Held> maximal(String path) {
            return writes(path).stream().max(byHeightAndId()).stream().toList();
        }
    }),
    MAXIMAL_LOOKS_AT_PARENTS_ALONE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<Held> maximal(String path) {
            List<Held> writes = writes(path);
            return writes.stream()
                    .filter(write -> writes.stream()
                            .noneMatch(other -> parents(other.header().id())
                                    .contains(write.header().id())))
                    .toList();
        }
    }),
    HEADS_ALONE_WRITE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<Held> maximal(String path) {
            List<Held> maximal = super.maximal(path);
            List<Held> heads = maximal.stream()
                    .filter(write -> heads().contains(write.header().id()))
                    .toList();
            return heads.isEmpty() ? maximal : heads;
        }
    }),
    NULL_IS_NO_VALUE_OF_A_CONFLICT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Collection<String> distinctValues(String path) {
            return super.distinctValues(path).stream()
                    .filter(value -> !value.equals("null"))
                    .toList();
        }
    }),
    EQUAL_VALUES_CONFLICT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Collection<String> distinctValues(String path) {
            return maximal(path).stream().map(write -> value(write, path)).toList();
        }
    }),
    CONFLICT_SORTED_AS_UTF_16((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Comparator<String> valueOrder() {
            return Comparator.naturalOrder();
        }
    }),
    CONFLICT_SORTED_BY_SIGNED_BYTES((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Comparator<String> valueOrder() {
            return (a, b) ->
                    java.util.Arrays.compare(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        }
    }),
    DELETION_IGNORES_UNKNOWING_WRITES((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean deletionKnownToAll() {
            return true;
        }
    }),
    DELETED_BY_ANY_TRUE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean deletionStands() {
            return maximal("deleted").stream()
                    .anyMatch(write -> value(write, "deleted").equals("true"));
        }
    }),
    DELETED_BY_THE_SHOWN_VALUE_OF_A_CONFLICT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean deletionStands() {
            return "true".equals(shown("deleted"));
        }
    }),
    DELETION_UNDONE_BY_A_KNOWING_WRITE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean deletionKnownToAll() {
            return super.deletionKnownToAll()
                    && maximal("deleted").stream()
                            .allMatch(write -> heads().contains(write.header().id()));
        }
    }),
    DELETION_MUST_KNOW_ALL_ITSELF((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean deletionKnownToAll() {
            return maximal("deleted").stream()
                    .anyMatch(deletion -> edits().stream()
                            .allMatch(edit ->
                                    edit.equals(deletion) || isAncestor(edit, deletion) || isAncestor(deletion, edit)));
        }
    }),
    DELETION_LOOKS_PAST_EDITS_WITHOUT_BODY((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean deletionKnownToAll() {
            List<Held> deletions = maximal("deleted");
            return edits().stream()
                    .filter(edit -> edit.body() != null)
                    .allMatch(edit -> deletions.stream()
                            .anyMatch(deletion ->
                                    deletion.equals(edit) || isAncestor(edit, deletion) || isAncestor(deletion, edit)));
        }
    }),
    INCOMPLETE_IGNORES_MISSING_BODIES((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean bodyMissing() {
            return false;
        }
    }),
    INCOMPLETE_COUNTS_PURGED_BODIES((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean incomplete() {
            return parentMissing() || edits().stream().anyMatch(edit -> purged() || edit.body() == null);
        }
    }),
    INCOMPLETE_IGNORES_MISSING_PARENTS((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean parentMissing() {
            return false;
        }
    }),
    PURGED_IS_NEVER_INCOMPLETE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean incomplete() {
            return !purged() && super.incomplete();
        }
    }),
    PARENT_OF_ANOTHER_RECORD_COUNTS((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean counts(String parent) {
            return notebook.all().stream()
                    .anyMatch(
                            held -> held.header().isEdit() && held.header().id().equals(parent));
        }
    }),
    PURGE_COUNTS_AS_A_PARENT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean counts(String parent) {
            return notebook.asCame(r).stream()
                    .anyMatch(held -> held.header().id().equals(parent));
        }
    }),
    PURGE_COUNTS_AS_A_HEAD((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<Held> countedEdits() {
            return notebook.asCame(r);
        }
    }),
    EDITS_WITHOUT_BODY_ARE_NO_ANCESTORS((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<Held> countedEdits() {
            return super.countedEdits().stream()
                    .filter(edit -> edit.body() != null)
                    .toList();
        }
    }),
    PURGE_KEEPS_VALUES((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Json.@Nullable Obj body(Held edit) {
            return edit.body();
        }
    }),
    HELD_PURGE_PURGES((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        boolean purged() {
            return notebook.asCame(r).stream().anyMatch(held -> !held.header().isEdit());
        }
    }),
    HELD_PURGE_ALONE_GIVES_A_LINE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        Optional<Answer> answer() {
            return Optional.of(new Answer(line(), heads(), parentsOfNextEdit(), bodyMissing()));
        }
    }),
    TYPE_OF_THE_NEWEST((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        String type() {
            return edits().stream()
                    .max(byHeightAndId())
                    .map(edit -> edit.header().type())
                    .orElseGet(super::type);
        }
    }),
    TYPE_OF_THE_LEAST_ID((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        String type() {
            return edits().stream()
                    .min(Comparator.comparing(edit -> edit.header().id()))
                    .map(edit -> edit.header().type())
                    .orElseGet(super::type);
        }
    }),
    TYPE_OF_A_PURGE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        String type() {
            return notebook.asCame(r).stream()
                    .filter(held -> !held.header().isEdit())
                    .min(Comparator.comparing(held -> held.header().id()))
                    .map(held -> held.header().type())
                    .orElseGet(super::type);
        }
    }),
    TYPE_OF_THE_GREATEST_PURGE((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        String type() {
            return edits().isEmpty()
                    ? notebook.asCame(r).stream()
                            .max(Comparator.comparing(held -> held.header().id()))
                            .orElseThrow()
                            .header()
                            .type()
                    : super.type();
        }
    }),
    FORK_KEEPS_ONE_OF_TWO((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<Held> countedEdits() {
            Map<String, Held> first = new HashMap<>();
            super.countedEdits().stream()
                    .sorted(Comparator.comparing(edit -> edit.header().id()))
                    .forEach(edit -> first.putIfAbsent(
                            edit.header().writer() + " " + edit.header().seq(), edit));
            return List.copyOf(first.values());
        }
    }),
    HEADS_INCLUDE_ANCESTORS((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<String> heads() {
            return edits().stream()
                    .sorted(byHeightAndId())
                    .map(edit -> edit.header().id())
                    .toList();
        }
    }),
    NEXT_EDIT_NAMES_THE_LEAST_HEADS((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<String> parentsOfNextEdit() {
            return heads().stream().limit(64).sorted().toList();
        }
    }),
    NEXT_EDIT_NAMES_EVERY_HEAD((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<String> parentsOfNextEdit() {
            return heads().stream().sorted().toList();
        }
    }),
    NEXT_EDIT_NAMES_HEADS_BY_HEIGHT((n, r) -> new ReferenceDerivation(n, r) {
        @Override
        List<String> parentsOfNextEdit() {
            List<String> heads = heads();
            return heads.subList(Math.max(0, heads.size() - 64), heads.size());
        }
    });

    // The functions are lambdas that capture nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<NotebookModel, String, ReferenceDerivation> derivation;

    Mutant(BiFunction<NotebookModel, String, ReferenceDerivation> derivation) {
        this.derivation = derivation;
    }

    Optional<ReferenceDerivation.Answer> answer(NotebookModel notebook, String record) {
        return derivation.apply(notebook, record).answer();
    }

    /** The records whose answer this gets wrong. */
    Set<String> wrong(NotebookModel notebook) {
        Set<String> wrong = new LinkedHashSet<>();
        for (String record : notebook.records()) {
            if (!answer(notebook, record).equals(FastAnswer.of(notebook, record))) {
                wrong.add(record);
            }
        }
        return wrong;
    }
}
