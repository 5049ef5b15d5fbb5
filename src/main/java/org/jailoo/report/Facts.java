package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jailoo.consent.Audience;
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
 * recommendations, contradictions, and a bounded number of quotations. Interviews are counted and let go.
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
    private final QuotationTables quotations;

    private Facts(Schema schema, Asked asked, Trace trace) {
        this.asked = asked;
        this.ground = new Ground(schema, campaigns, people, trace);
        this.inventory = new Inventory(trace);
        this.reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), new Children());
        this.contradictions = new Contradictions(schema, asked);
        this.meetings = new MeetingTables(ground);
        this.actions = new ActionTables(ground);
        this.interviews = new InterviewTables(ground);
        this.quotations = new QuotationTables(ground);
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
        read(source, new Facts(schema, asked, trace), record -> {}).all();
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
        quotations.take(shown);
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

    /** What of all this is too small to be shown: decided once, over everything that can stand beside each other. */
    SmallCells small() {
        if (small == null) {
            List<Table> tables = new ArrayList<>();
            for (Table table : all()) {
                tables.add(table.counting(asked.words().counted(table.counted())));
            }
            tables.add(inventory.beside());
            small = new SmallCells(tables, asked.audience());
        }
        return small;
    }

    private List<Table> all() {
        Words words = asked.words();
        List<Table> tables = new ArrayList<>();
        OutputTables outputs = new OutputTables(ground);
        for (Campaigns.Campaign campaign : campaigns.inOrder()) {
            List<Table> own = new ArrayList<>(tables(campaign.id()));
            own.addAll(outputs.tables(campaign, campaigns.title(campaign.id(), words), words));
            own.sort(Comparator.comparing(Table::topic));
            tables.addAll(own);
        }
        tables.addAll(tables(""));
        tables.addAll(new ParticipantTables(ground, asked.today().getYear()).tables(words));
        tables.addAll(new Destinations(ground).tables(words));
        tables.addAll(contradictions.tables(names));
        inventory.tables(words).forEach(table -> tables.add(table.binding(bonds())));
        return tables.stream()
                .filter(table -> asked.audience() == Audience.TEAM || !HeadCount.isForTheTeam(table))
                .map(this::withoutConsent)
                .toList();
    }

    /** The tables of one campaign; of none where the id is empty. */
    private List<Table> tables(String campaign) {
        Words words = asked.words();
        List<Table> tables = new ArrayList<>(meetings.tables(campaign, words));
        tables.addAll(quotations.ofMeetings(campaign, inventory, words));
        tables.addAll(actions.tables(campaign, asked.today(), words));
        tables.addAll(interviews.tables(campaign, words));
        tables.addAll(quotations.ofInterviews(campaign, inventory, words));
        tables.sort(Comparator.comparing(Table::topic));
        return tables;
    }

    /** What binds the numbers of records to those of other tables. */
    private List<Relation> bonds() {
        List<Relation> bonds = new ArrayList<>(interviews.violated());
        bonds.add(interviews.sum());
        bonds.add(new Relation(
                Relation.Kind.WITHIN,
                Inventory.counted("participant"),
                List.of(Quantity.all(ParticipantTables.SUBJECT))));
        return bonds;
    }

    /** Of tables that are made of interviews, how many interviews are in none. */
    private Table withoutConsent(Table table) {
        boolean ofInterviews = table.topic() == Table.Topic.INTERVIEWS || table.topic() == Table.Topic.VIOLATIONS;
        return ofInterviews
                ? table.lacking(asked.words().text("table.missing.consent"), inventory.notCounted("interview"))
                : table;
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
