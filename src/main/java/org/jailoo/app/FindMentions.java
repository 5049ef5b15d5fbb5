package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.WithdrawalPlan.Item;
import org.jailoo.app.WithdrawalPlan.Link;
import org.jailoo.app.WithdrawalPlan.Place;
import org.jailoo.history.Derivation;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Snapshot;
import org.jailoo.search.Wanted;
import org.jspecify.annotations.Nullable;

/** One walk over the records that stay: which of them point at what will be erased, and where their text names the person. */
final class FindMentions {
    /** As many places as are kept one by one. */
    static final int LISTED = 1000;

    private final Snapshot at;
    private final Set<String> gone;
    private final Wanted wanted;
    private final List<Link> links = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private long more;

    FindMentions(Snapshot at, Set<String> gone, Wanted wanted) {
        this.at = at;
        this.gone = gone;
        this.wanted = wanted;
    }

    void walk(Steps steps) {
        List<String> all = new ArrayList<>();
        at.revisions().eachRecord(all::add);
        long done = 0;
        for (String record : all) {
            if (!gone.contains(record)) {
                look(record);
            }
            steps.done(++done, all.size());
        }
        for (Drafts.Outside outside : at.drafts().outsides()) {
            Drafts.Draft draft = gone.contains(outside.record()) ? null : draft(outside.record());
            if (draft != null) {
                look(draft);
            }
        }
    }

    List<Link> links() {
        return links;
    }

    List<Place> places() {
        return places;
    }

    long more() {
        return more;
    }

    private void look(String record) {
        List<Held> held;
        try {
            held = at.revisions().heldOf(record);
        } catch (NotebookException e) {
            require(e);
            return;
        }
        Map<String, Wanted.Found> found = new TreeMap<>();
        boolean points = false;
        for (Held each : held) {
            if (each.body() != null) {
                points |= points(each.body());
                PlanWithdrawal.texts(each.body())
                        .forEach((path, text) -> wanted.in(text).ifPresent(hit -> found.put(path, hit)));
            }
        }
        if (!points && found.isEmpty()) {
            return;
        }
        Optional<RecordState> derived = Derivation.derive(held, false);
        if (derived.isEmpty()) {
            return;
        }
        RecordState state = derived.get();
        Item item = PlanWithdrawal.item(at, record, state);
        links(item, state);
        Map<String, String> now = PlanWithdrawal.texts(new Json.Obj(state.values()));
        state.conflicts()
                .forEach((path, values) ->
                        values.forEach(value -> PlanWithdrawal.texts(new Json.Obj(new TreeMap<>(Map.of(path, value))))
                                .forEach((p, text) -> wanted.in(text).ifPresent(hit -> now.put(p, text)))));
        found.forEach((path, hit) -> {
            Optional<Wanted.Found> stands = Optional.ofNullable(now.get(path)).flatMap(wanted::in);
            Wanted.Found one = stands.orElse(hit);
            add(new Place(item, path, one.place(), one.name(), stands.isEmpty()));
        });
    }

    private Drafts.@Nullable Draft draft(String record) {
        try {
            return at.drafts().find(record);
        } catch (NotebookException e) {
            require(e);
            return null;
        }
    }

    /** What is locked away now is not looked at, and the plan says so; anything else is a fault. */
    private static void require(NotebookException e) {
        if (e.fault() != NotebookException.Fault.IDENTITIES_CLOSED) {
            throw e;
        }
    }

    private void look(Drafts.Draft draft) {
        Optional<Wanted.Found> hit = PlanWithdrawal.texts(draft.content()).values().stream()
                .flatMap(text -> wanted.in(text).stream())
                .findFirst();
        Lists.Row row = at.lists().find(draft.record());
        hit.ifPresent(found -> add(new Place(
                new Item(draft.record(), draft.type(), row == null ? "" : row.code(), row == null ? "" : row.day()),
                "",
                0,
                found.name(),
                false)));
    }

    private void add(Place place) {
        if (places.size() < LISTED) {
            places.add(place);
        } else {
            more++;
        }
    }

    private boolean points(Json.Obj body) {
        return body.members().entrySet().stream()
                .anyMatch(e -> !pointed(e.getKey(), e.getValue()).isEmpty());
    }

    /** The erased records that a value names. */
    private Set<String> pointed(String path, Json value) {
        Set<String> pointed = new HashSet<>();
        int slash = path.indexOf('/');
        if (slash > 0 && Json.TRUE.equals(value) && gone.contains(path.substring(slash + 1))) {
            pointed.add(path.substring(slash + 1));
        }
        PlanWithdrawal.texts(new Json.Obj(new TreeMap<>(Map.of(path, value)))).values().stream()
                .filter(gone::contains)
                .forEach(pointed::add);
        return pointed;
    }

    private void links(Item item, RecordState state) {
        state.values()
                .forEach((path, value) -> pointed(path, value).forEach(to -> links.add(new Link(item, path, to))));
    }
}
