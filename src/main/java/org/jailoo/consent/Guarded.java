package org.jailoo.consent;

import org.jailoo.history.RecordState;
import org.jailoo.json.Json;

/**
 * A record on its way to an output, closed: outside of this package nobody reads a value of it. {@link Reading} hands
 * out what may be read, as a {@link Disclosed}.
 */
public final class Guarded {
    private final RecordState state;

    public Guarded(RecordState state) {
        this.state = state;
    }

    /** For this package alone: the rule of the house that no output reads around consent rests on it. */
    RecordState state() {
        return state;
    }

    public String record() {
        return state.record();
    }

    public String type() {
        return state.type();
    }

    public boolean deleted() {
        return state.deleted();
    }

    public boolean purged() {
        return state.purged();
    }

    public boolean incomplete() {
        return state.incomplete();
    }

    /** Whether anything in it contradicts itself. */
    public boolean contradicted() {
        return !state.conflicts().isEmpty();
    }

    /** Whether it is made up, because no document publishes it. */
    public boolean synthetic() {
        return Json.TRUE.equals(state.values().get("synthetic"));
    }
}
