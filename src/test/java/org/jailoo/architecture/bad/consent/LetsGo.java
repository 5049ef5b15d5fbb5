package org.jailoo.architecture.bad.consent;

import org.jailoo.architecture.bad.history.RecordState;

public final class LetsGo {
    private final RecordState state;

    public LetsGo(RecordState state) {
        this.state = state;
    }

    public RecordState state() {
        return state;
    }
}
