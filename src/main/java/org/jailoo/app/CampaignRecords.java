package org.jailoo.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;

/**
 * Which records belong to a campaign: itself, its interviews, meetings and recommendations, and the participants whom
 * these name. In memory they are ids alone.
 */
final class CampaignRecords {
    private static final List<String> OF_CAMPAIGN = List.of("interview", "focusGroup", "recommendation");
    private static final List<String> NAMING = List.of("participants/", "experts/");

    private CampaignRecords() {}

    /** The ids of the records of the campaign of this id. */
    static Set<String> ids(NotebookRecords records, String campaign) {
        Set<String> ids = new HashSet<>();
        ids.add(campaign);
        for (String type : OF_CAMPAIGN) {
            records.eachState(type, state -> {
                if (state.values().get("campaign") instanceof Json.Text of
                        && of.value().equals(campaign)) {
                    ids.add(state.record());
                    participants(state, ids);
                }
            });
        }
        return ids;
    }

    private static void participants(RecordState state, Set<String> ids) {
        for (String path : state.values().keySet()) {
            for (String naming : NAMING) {
                if (path.startsWith(naming)) {
                    ids.add(path.substring(naming.length()));
                }
            }
            if (path.startsWith("violations/")
                    && state.values().get(path) instanceof Json.Obj violation
                    && violation.get("person") instanceof Json.Text person) {
                ids.add(person.value());
            }
        }
    }
}
