package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.app.UndoPlan.Obstacle;
import org.jailoo.app.UndoPlan.Reversed;
import org.jailoo.app.UndoPlan.Stays;
import org.jailoo.app.UndoPlan.Why;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Reversal;
import org.jailoo.json.Json;
import org.jailoo.notebook.Brought.Alone;
import org.jailoo.notebook.Brought.InRecord;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Snapshot;
import org.jailoo.notebook.Standing;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.record.RecordType;

/** Looks what undoing an import would do; nothing is written. */
final class PlanUndo {
    private static final Alone NOTHING = new Alone(List.of(), 0, Set.of(), Set.of());

    private final Snapshot at;
    private final String self;
    private final Steps steps;
    private final List<Reversed> reversed = new ArrayList<>();
    private final List<Stays> stays = new ArrayList<>();

    PlanUndo(Snapshot at, String self, Steps steps) {
        this.at = at;
        this.self = self;
        this.steps = steps;
    }

    UndoPlan plan(long bundle) {
        Came came = Objects.requireNonNull(at.log().came(bundle), "no such bundle came in");
        SortedMap<Obstacle, Long> obstacles = new TreeMap<>();
        Alone alone = at.brought().alone(bundle);
        if (came.undone() != null) {
            obstacles.put(Obstacle.UNDONE, 1L);
        } else if (alone == null) {
            obstacles.put(Obstacle.EARLIER_FORM, 1L);
        } else if (came.device().equals(self) && at.log().isFirst(bundle)) {
            obstacles.put(Obstacle.RESTORED, 1L);
        }
        if (alone == null || !obstacles.isEmpty()) {
            return new UndoPlan(came, obstacles, NOTHING, reversed, stays);
        }
        Standing standing = at.brought().standingOn(bundle, alone);
        put(obstacles, Obstacle.BUILT_ON, standing.builtOn());
        put(obstacles, Obstacle.REFERRED, standing.referring());
        put(obstacles, Obstacle.DRAFT, standing.drafts());
        put(obstacles, Obstacle.HANDED_ON, standing.handovers());
        if (!obstacles.isEmpty()) {
            long done = 0;
            for (InRecord in : alone.records()) {
                steps.done(done++, alone.records().size());
                reverse(in);
            }
        }
        return new UndoPlan(came, obstacles, alone, reversed, stays);
    }

    private static void put(SortedMap<Obstacle, Long> obstacles, Obstacle obstacle, long count) {
        if (count > 0) {
            obstacles.put(obstacle, count);
        }
    }

    private void reverse(InRecord in) {
        List<Held> held;
        try {
            held = at.revisions().heldOf(in.record());
        } catch (NotebookException e) {
            if (e.fault() != NotebookException.Fault.IDENTITIES_CLOSED) {
                throw e;
            }
            stays.add(new Stays(in.record(), in.type(), Why.NAMES_CLOSED));
            return;
        }
        RecordState state = at.revisions().state(in.record()).orElse(null);
        if (state == null) {
            // Nothing but an erasure that waits for a person, who says no to it where it waits.
            return;
        }
        Reversal.Answer answer = Reversal.of(held, in.written());
        SortedMap<String, Json> body = new TreeMap<>(answer.writes());
        boolean consent = body.keySet().removeIf(path -> isConsent(state.type(), path));
        if (!answer.stays().isEmpty()) {
            stays.add(new Stays(in.record(), state.type(), Why.CONFLICT));
        }
        if (consent) {
            stays.add(new Stays(in.record(), state.type(), Why.CONSENT));
        }
        if (body.isEmpty()) {
            return;
        }
        Json.Obj change = new Json.Obj(body);
        if (!fits(change) || state.heads().size() > Header.MAX_PARENTS) {
            stays.add(new Stays(in.record(), state.type(), Why.TOO_LARGE));
            return;
        }
        Set<String> edits = new HashSet<>();
        held.stream()
                .filter(h -> h.header().isEdit())
                .forEach(h -> edits.add(h.header().id()));
        reversed.add(new Reversed(
                in.record(),
                state.type(),
                state.parentsOfNextEdit(),
                change,
                in.written().containsAll(edits)));
    }

    private boolean isConsent(String type, String path) {
        RecordType known = at.schema().type(type);
        Path parsed = Path.parse(path);
        Field field =
                known == null || parsed == null || parsed instanceof Path.Deleted ? null : known.field(parsed.field());
        return field != null
                && field.kind() instanceof FieldKind.Group group
                && group.name().equals("consent");
    }

    private static boolean fits(Json.Obj body) {
        try {
            Content.of(new byte[Content.SALT_BYTES], "2000-01-01T00:00:00Z", body);
            return true;
        } catch (FormatException e) {
            return false;
        }
    }
}
