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
import org.jspecify.annotations.Nullable;

/**
 * Everything that tables tell of a notebook, gathered in one walk over its records.
 *
 * <p>What is kept is numbers, the little that is needed of each participant, and the few records that stand row by row:
 * plans and contradictions. Interviews are counted and let go.
 */
public final class Facts {
    /** In this order: what others refer to comes first. */
    private static final List<String> FIRST = List.of("campaign", "participant");

    private final Asked asked;
    private final Reading reading;
    private final Campaigns campaigns = new Campaigns();
    private final People people = new People();
    private final Ground ground;
    private final Names names = new Names();
    private final Inventory inventory;
    private final Contradictions contradictions;
    private final MeetingTables meetings;
    private final ActionTables actions;
    private final InterviewTables interviews;
    private @Nullable SmallCells small;

    private Facts(Schema schema, Asked asked, Trace trace) {
        this.asked = asked;
        this.ground = new Ground(schema, campaigns, people, trace);
        this.inventory = new Inventory(trace);
        this.reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), new Children());
        this.contradictions = new Contradictions(schema, asked);
        this.meetings = new MeetingTables(ground);
        this.actions = new ActionTables(ground);
        this.interviews = new InterviewTables(ground);
    }

    /** The facts of a notebook. */
    public static Facts of(RecordSource source, Schema schema, Asked asked) {
        return read(source, schema, asked, record -> {});
    }

    /**
     * The records behind a number that stands in a table of {@link #tables}, ascending by id: found in a walk made for
     * that alone. Heads at a meeting lead to the meeting, people to one record each.
     */
    public static List<String> behind(RecordSource source, Schema schema, Asked asked, Quantity quantity) {
        return List.copyOf(follow(source, schema, asked, Trace.of(quantity))
                .found(quantity)
                .keySet());
    }

    /** Follows numbers in a walk over a notebook. */
    static Trace follow(RecordSource source, Schema schema, Asked asked, Trace trace) {
        // Some numbers are made when tables are.
        read(source, new Facts(schema, asked, trace), record -> {}).tables();
        return trace;
    }

    /** The facts of a notebook; whatever is there is shown to another as well, in the same walk. */
    static Facts read(RecordSource source, Schema schema, Asked asked, Consumer<Shown> also) {
        return read(source, new Facts(schema, asked, Trace.none()), also);
    }

    private static Facts read(RecordSource source, Facts facts, Consumer<Shown> also) {
        for (String type : order(source, facts.ground.schema())) {
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
        ground.trace().at(record.record());
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
        List<Table> tables = small().tables(asked.words());
        // The last one stands beside the others: what is said of the whole notebook.
        return tables.subList(0, tables.size() - 1);
    }

    private List<Table> all() {
        Words words = asked.words();
        List<Table> tables = new ArrayList<>();
        OutputTables outputs = new OutputTables(ground);
        for (Campaigns.Campaign campaign : campaigns.inOrder()) {
            tables.addAll(meetings.tables(campaign.id(), words));
            tables.addAll(actions.tables(campaign.id(), words));
            tables.addAll(outputs.tables(campaign, campaigns.title(campaign.id(), words), words));
            tables.addAll(interviews.tables(campaign.id(), words));
        }
        tables.addAll(meetings.tables("", words));
        tables.addAll(actions.tables("", words));
        tables.addAll(interviews.tables("", words));
        tables.addAll(new ParticipantTables(ground, asked.today().getYear()).tables(words));
        tables.addAll(contradictions.tables(names));
        tables.addAll(inventory.tables(words));
        return tables;
    }

    /** What of all this is too small to be shown: decided once, over everything that can stand beside each other. */
    SmallCells small() {
        if (small == null) {
            List<Table> tables = new ArrayList<>(all());
            List<Relation> across = new ArrayList<>(interviews.across());
            across.add(new Relation(
                    Relation.Kind.WITHIN,
                    Inventory.counted("participant"),
                    List.of(Quantity.all(ParticipantTables.SUBJECT))));
            tables.add(inventory.beside(across));
            small = new SmallCells(tables, asked.audience());
        }
        return small;
    }

    /** All that was left out and why, a sentence each. */
    List<String> leftOut() {
        return inventory.sentences(asked.words(), small());
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
