package org.jailoo.app;

import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.notebook.Snapshot;

/** Says by which names people know a participant, so that what is written elsewhere about her is found. */
@FunctionalInterface
public interface KnownNames {
    /** Nobody's name is known: the identities are closed, or not kept here. */
    KnownNames NONE = (at, identities) -> List.of();

    /** The names as they stand in the identity records. */
    KnownNames STORED = (at, identities) -> identities.stream()
            .flatMap(id -> at.revisions().state(id).stream())
            .map(state -> new Json.Obj(state.values()).text("fullName"))
            .filter(name -> name != null && !name.isBlank())
            .map(String::valueOf)
            .toList();

    /**
     * The names.
     *
     * @param identities the ids of the participant's identity records
     */
    List<String> of(Snapshot at, List<String> identities);
}
