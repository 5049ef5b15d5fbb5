package org.jailoo.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * What was acknowledged, and what somebody was in the middle of. It knows nothing of notebooks: it adds up what was said
 * beforehand, and holds against it the facts that are found afterwards.
 */
final class Ledger {
    private static final int SHOWN = 6;

    private SortedMap<String, String> known = new TreeMap<>();
    private final Map<UseCase, Long> nanos = new TreeMap<>();
    private final Map<UseCase, Integer> acknowledged = new TreeMap<>();
    /** Files that were acknowledged in this life, with their kinds. */
    final Map<String, String> files = new LinkedHashMap<>();

    /** What was acknowledged to open it from then on. */
    final SortedMap<String, Json> secrets = new TreeMap<>();

    /** So many of our own revisions were acknowledged while nobody could say what they are called. */
    private long unnamed;

    private @Nullable Begun begun;

    /** What was begun and not acknowledged. */
    record Begun(
            UseCase use,
            List<SortedMap<String, Json>> steps,
            String file,
            String kind,
            boolean draws,
            SortedMap<String, Json> secrets) {}

    /** What a process said: a line. */
    void hear(String line) throws Exception {
        Json.Obj said = (Json.Obj) JsonReader.parse(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), 6);
        String begins = said.text("begin");
        if (begins != null) {
            List<SortedMap<String, Json>> steps = new ArrayList<>();
            ((Json.Array) member(said, "steps")).items().forEach(step -> steps.add(((Json.Obj) step).members()));
            begun = new Begun(
                    UseCase.valueOf(begins),
                    steps,
                    String.valueOf(said.text("file")),
                    String.valueOf(said.text("kind")),
                    Json.TRUE.equals(said.get("draws")),
                    ((Json.Obj) member(said, "secrets")).members());
            return;
        }
        Begun done = begun;
        if (done == null || !done.use().name().equals(said.text("done"))) {
            throw new IllegalStateException("said out of turn: " + line);
        }
        Long steps = said.integer("steps");
        SortedMap<String, Json> named = ((Json.Obj) member(said, "facts")).members();
        SortedMap<String, String> after =
                after(done, steps == null ? done.steps().size() : steps.intValue());
        unnamed += own(after)
                - own(known)
                - named.keySet().stream().filter(f -> f.startsWith("rev ")).count();
        known = after;
        named.forEach((fact, value) -> known.put(fact, ((Json.Text) value).value()));
        secrets.putAll(done.secrets());
        if (!done.file().isEmpty()) {
            files.put(done.file(), done.kind());
        }
        acknowledged.merge(done.use(), 1, Integer::sum);
        Long took = said.integer("nanos");
        nanos.merge(done.use(), took == null ? 0L : took, (before, now) -> (before + now) / 2);
        begun = null;
    }

    private static Json member(Json.Obj said, String name) {
        return Objects.requireNonNull(said.get(name), name);
    }

    /** What is in the middle of being done; null where nothing is. */
    @Nullable
    Begun begun() {
        return begun;
    }

    /** How long a use case takes, in nanoseconds; 0 where nobody has done it yet. */
    long nanos(UseCase use) {
        return nanos.getOrDefault(use, 0L);
    }

    Map<UseCase, Integer> acknowledged() {
        return acknowledged;
    }

    private SortedMap<String, String> after(Begun what, int steps) {
        SortedMap<String, String> after = new TreeMap<>(known);
        for (SortedMap<String, Json> step : what.steps().subList(0, steps)) {
            step.forEach((fact, value) -> {
                if (value instanceof Json.Text text) {
                    after.put(fact, text.value());
                } else {
                    after.remove(fact);
                }
            });
        }
        return after;
    }

    /** What a new notebook holds. */
    void begin(SortedMap<String, String> facts) {
        known = new TreeMap<>(facts);
        begun = null;
        unnamed = 0;
        files.clear();
    }

    /**
     * Holds what is found against what must be there: everything acknowledged, and of what was begun all, nothing, or its
     * first steps.
     *
     * @return how many steps of what was begun are done; -1 where nothing was begun
     */
    int check(SortedMap<String, String> found) {
        Begun what = begun;
        String best = null;
        int steps = what == null ? 0 : what.steps().size();
        for (int done = steps; done >= 0; done--) {
            SortedMap<String, String> wanted = what == null ? known : after(what, done);
            String differs = difference(wanted, found);
            if (differs == null) {
                known = new TreeMap<>(found);
                unnamed = 0;
                begun = null;
                return what == null ? -1 : done;
            }
            best = best == null || differs.length() < best.length() ? differs : best;
        }
        throw new AssertionError((what == null ? "nothing was begun" : what.use() + " was begun") + "; " + best);
    }

    private @Nullable String difference(SortedMap<String, String> wanted, SortedMap<String, String> found) {
        TreeSet<String> lost = new TreeSet<>();
        wanted.forEach((fact, value) -> {
            if (!value.equals(found.get(fact))) {
                lost.add(fact + "=" + value + " is " + found.get(fact));
            }
        });
        TreeSet<String> anew = new TreeSet<>(found.keySet());
        anew.removeAll(wanted.keySet());
        // Our own new revisions, whose names nobody could say before: as many as were said, and their own erasures.
        long revisions = anew.stream().filter(f -> f.startsWith("rev ")).count();
        boolean counted = revisions == own(wanted) - own(known) + unnamed;
        anew.removeIf(f -> f.startsWith("rev ") && counted);
        anew.removeIf(f -> f.startsWith("purge ")
                && counted
                && "1".equals(found.get(f))
                && "0".equals(found.get("rev " + f.substring("purge ".length())))
                && !known.containsKey("rev " + f.substring("purge ".length())));
        if (lost.isEmpty() && anew.isEmpty()) {
            return null;
        }
        return lost.size() + " not as acknowledged "
                + lost.stream().limit(SHOWN).toList() + ", " + anew.size() + " that nobody said "
                + anew.stream().limit(SHOWN).toList();
    }

    private static long own(SortedMap<String, String> facts) {
        return facts.entrySet().stream()
                .filter(e -> e.getKey().startsWith("own "))
                .mapToLong(e -> Long.parseLong(e.getValue()))
                .sum();
    }
}
