package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.record.Schema;

/**
 * How far the quotas of every campaign are filled, by a walk that reads what quotas ask and nothing else. Counted as the
 * tables of the workbook are: see {@link Facts#quotas}.
 */
public final class FilledQuotas {
    private final Campaigns campaigns = new Campaigns();
    private final People people = new People();
    private final Ground ground;
    private final Reading reading;
    private final Map<String, Quotas> byCampaign = new HashMap<>();

    private FilledQuotas(Schema schema, Asked asked) {
        this.ground = new Ground(schema, campaigns, people, Trace.none());
        this.reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), new Children());
    }

    /** The quotas of each campaign that has any, as they are filled. Every record of the source is handed over once. */
    public static List<QuotaCount.OfCampaign> of(RecordSource source, Schema schema, Asked asked) {
        FilledQuotas filled = new FilledQuotas(schema, asked);
        List<String> rest = new ArrayList<>(source.types());
        for (String type : List.of("campaign", "participant", "interview")) {
            if (rest.remove(type)) {
                source.each(type, filled::take);
                if (type.equals("participant")) {
                    filled.people.join();
                }
            }
        }
        rest.forEach(type -> source.each(type, record -> {}));
        return filled.all();
    }

    private void take(Guarded record) {
        reading.children().take(record);
        if (!reading.counting(record).isYes()) {
            return;
        }
        Shown counted = new Shown(reading.counted(record));
        switch (record.type()) {
            case "campaign" -> campaigns.take(counted);
            case "participant" -> people.take(counted);
            default -> byCampaign
                    .computeIfAbsent(campaigns.of(counted), c -> new Quotas(ground, c))
                    .take(counted);
        }
    }

    private List<QuotaCount.OfCampaign> all() {
        return campaigns.inOrder().stream()
                .map(c -> new QuotaCount.OfCampaign(
                        c.id(),
                        c.title(),
                        c.start(),
                        c.end(),
                        byCampaign.computeIfAbsent(c.id(), id -> new Quotas(ground, id)).counts()))
                .filter(c -> !c.quotas().isEmpty())
                .toList();
    }
}
