package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.record.Schema;

/**
 * Everything that tables tell of a notebook, gathered in one walk over its records.
 *
 * <p>What is kept is numbers, the little that is needed of each participant, and the few records that stand row by row:
 * plans and contradictions. Interviews are counted and let go.
 */
public final class Facts {
    /** In this order: what others refer to comes first. */
    private static final List<String> FIRST = List.of("campaign", "participant");

    private final Schema schema;
    private final Asked asked;
    private final Reading reading;
    private final Campaigns campaigns = new Campaigns();
    private final People people = new People();
    private final Names names = new Names();
    private final Inventory inventory = new Inventory();
    private final Contradictions contradictions;
    private final MeetingTables meetings;
    private final ActionTables actions;
    private final InterviewTables interviews;

    private Facts(Schema schema, Asked asked) {
        this.schema = schema;
        this.asked = asked;
        this.reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), new Children());
        this.contradictions = new Contradictions(schema, asked);
        this.meetings = new MeetingTables(schema, campaigns, people);
        this.actions = new ActionTables(schema, campaigns);
        this.interviews = new InterviewTables(schema, campaigns, people);
    }

    /** The facts of a notebook. */
    public static Facts of(RecordSource source, Schema schema, Asked asked) {
        return read(source, schema, asked, record -> {});
    }

    /** The facts of a notebook; whatever is there is shown to another as well, in the same walk. */
    static Facts read(RecordSource source, Schema schema, Asked asked, Consumer<Shown> also) {
        Facts facts = new Facts(schema, asked);
        for (String type : order(source, schema)) {
            source.each(type, record -> facts.take(record, also));
            if (type.equals("participant")) {
                facts.people.join();
            }
        }
        return facts;
    }

    private static List<String> order(RecordSource source, Schema schema) {
        List<String> order = new ArrayList<>(FIRST);
        order.addAll(schema.types().keySet());
        order.addAll(new TreeSet<>(source.types()));
        return order.stream().distinct().filter(source.types()::contains).toList();
    }

    private void take(Guarded record, Consumer<Shown> also) {
        reading.children().take(record);
        Disclosure.Answer counting = reading.counting(record);
        Shown shown = new Shown(reading.shown(record));
        inventory.take(record, counting, shown.disclosed());
        if (counting == Disclosure.Answer.GONE) {
            return;
        }
        names.take(shown);
        contradictions.take(shown);
        also.accept(shown);
        if (!counting.isYes()) {
            return;
        }
        Shown counted = new Shown(reading.counted(record));
        switch (record.type()) {
            case "campaign" -> campaigns.take(counted);
            case "participant" -> people.take(counted);
            case "focusGroup" -> meetings.take(counted);
            case "interview" -> interviews.take(counted);
            case "recommendation" -> actions.take(counted);
            default -> {
                // Of other types nothing is counted but how many there are.
            }
        }
    }

    /** All tables: campaign by campaign, then of the whole notebook; without the numbers that might lead to a person. */
    public List<Table> tables() {
        Words words = asked.words();
        List<Table> tables = new ArrayList<>();
        OutputTables outputs = new OutputTables(schema);
        for (Campaigns.Campaign campaign : campaigns.inOrder()) {
            tables.addAll(meetings.tables(campaign.id(), words));
            tables.addAll(actions.tables(campaign.id(), words));
            tables.addAll(outputs.tables(campaign, campaigns.title(campaign.id(), words), words));
            tables.addAll(interviews.tables(campaign.id(), words));
        }
        tables.addAll(meetings.tables("", words));
        tables.addAll(actions.tables("", words));
        tables.addAll(interviews.tables("", words));
        tables.addAll(new ParticipantTables(schema, people, asked.today().getYear()).tables(words));
        tables.addAll(contradictions.tables(names));
        tables.addAll(inventory.tables(words));
        return SmallCells.hide(tables, asked.audience(), words);
    }

    /** The quotas of each campaign that has any, as they are filled. */
    public List<QuotaCount.OfCampaign> quotas() {
        return campaigns.inOrder().stream()
                .map(c -> new QuotaCount.OfCampaign(c.id(), c.title(), c.start(), c.end(), interviews.quotas(c.id())))
                .filter(c -> !c.quotas().isEmpty())
                .toList();
    }

    Names names() {
        return names;
    }

    Inventory inventory() {
        return inventory;
    }

    /** How these facts were read: a second walk reads in the same way. */
    Reading reading() {
        return reading;
    }
}
