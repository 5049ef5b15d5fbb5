package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;

/** The campaigns of a notebook; what belongs to none, or to one that is not here, belongs to the one with an empty id. */
final class Campaigns {
    /** A campaign, with what tables need of it. */
    record Campaign(String id, String title, String start, String end, List<Json.Obj> quotas, List<Json.Obj> outputs) {}

    private final Map<String, Campaign> campaigns = new HashMap<>();

    void take(Shown campaign) {
        campaigns.put(
                campaign.id(),
                new Campaign(
                        campaign.id(),
                        campaign.text("title"),
                        campaign.text("start"),
                        campaign.text("end"),
                        campaign.items("quotas"),
                        campaign.items("outputs")));
    }

    /** The id under which a record is told apart by its campaign. */
    String of(Shown record) {
        String id = record.text("campaign");
        return campaigns.containsKey(id) ? id : "";
    }

    /** All campaigns, by their beginning; the one without an id is not among them. */
    List<Campaign> inOrder() {
        List<Campaign> list = new ArrayList<>(campaigns.values());
        list.sort(Comparator.comparing((Campaign c) -> c.start().isEmpty())
                .thenComparing(Campaign::start)
                .thenComparing(Campaign::title)
                .thenComparing(Campaign::id));
        return list;
    }

    /** The title of a campaign as it stands above its tables. */
    String title(String id, Words words) {
        Campaign campaign = campaigns.get(id);
        if (campaign == null) {
            return words.text("table.word.no-campaign");
        }
        return campaign.title().isBlank() ? words.text("table.word.untitled") : campaign.title();
    }

    List<Json.Obj> quotas(String id) {
        Campaign campaign = campaigns.get(id);
        return campaign == null ? List.of() : campaign.quotas();
    }
}
