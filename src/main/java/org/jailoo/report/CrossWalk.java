package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.record.DateText;
import org.jailoo.record.Schema;
import org.jailoo.report.CrossField.Form;
import org.jspecify.annotations.Nullable;

/** A walk over the records of a unit, reading the fields asked for. */
final class CrossWalk {
    /** Takes one thing that is counted, from a record, and how many of it there are. */
    interface Taking {
        void take(String record, Facets facets, long n);
    }

    /** What a walk stands on: the schema, who asks, and how records are read for her. */
    record Ground(Schema schema, Asked asked, Reading reading) {}

    private static final String PARTICIPANTS = "participants";
    private static final String AGE_BAND = "ageBand";

    private final Schema schema;
    private final Asked asked;
    private final Reading reading;
    private final CrossUnit unit;
    private final RecordSource source;
    private final Map<String, CrossField> fields = new TreeMap<>();
    private final Campaigns campaigns = new Campaigns();
    private final People people = new People();
    private final Map<String, Facets> persons = new HashMap<>();
    private final AgeBands bands;
    private final List<CrossField> ofUnit = new ArrayList<>();
    private final List<CrossField> ofPersons = new ArrayList<>();
    private final boolean kept;
    private final boolean personsKept;
    private long notCounted;
    private long notKept;

    /** A walk that reads the fields of these ids. */
    CrossWalk(Ground ground, CrossUnit unit, List<String> ids, RecordSource source) {
        this.schema = ground.schema();
        this.asked = ground.asked();
        this.reading = ground.reading();
        this.bands = new AgeBands(schema);
        this.unit = unit;
        this.source = source;
        Map<String, CrossField> known = new HashMap<>();
        CrossFields.of(unit, schema, reading, asked.words()).forEach(field -> known.put(field.id(), field));
        for (String id : ids) {
            CrossField field = known.get(id);
            if (field == null) {
                throw new IllegalArgumentException("not to be told apart by " + id);
            }
            fields.put(id, field);
            (field.list().equals(PARTICIPANTS) ? ofPersons : ofUnit).add(field);
        }
        this.kept = ofUnit.stream().anyMatch(CrossField::kept);
        this.personsKept = ofPersons.stream().anyMatch(CrossField::kept);
    }

    CrossField field(String id) {
        CrossField field = fields.get(id);
        if (field == null) {
            throw new IllegalArgumentException(id);
        }
        return field;
    }

    void each(Taking taking) {
        if (fields.values().stream().anyMatch(field -> field.form() == Form.CAMPAIGN)) {
            source.each("campaign", record -> {
                Shown campaign = read(record, false);
                if (campaign != null) {
                    campaigns.take(campaign);
                }
            });
        }
        // Whoever is a child needs a guardian: ages are read before anybody is counted.
        boolean ofPeople = unit == CrossUnit.PARTICIPANTS;
        FacetReader ofPerson = new FacetReader(schema, ofPeople ? ofUnit : ofPersons);
        if (!unit.type().equals("recommendation")) {
            source.each("participant", record -> {
                reading.children().take(record);
                Shown plain = read(record, false);
                if (plain != null) {
                    people.take(plain);
                    Shown shown = ofPeople ? asAsked(record) : (personsKept ? read(record, true) : plain);
                    if (shown != null && (ofPeople || !ofPersons.isEmpty())) {
                        persons.put(record.record(), ofPeople ? ofPerson.read(shown) : ofPerson.flat(shown));
                    }
                } else if (ofPeople && reading.counting(record) != Disclosure.Answer.GONE) {
                    notCounted++;
                }
            });
            people.join();
        }
        if (ofPeople) {
            people.distinct().forEach(person -> {
                Facets facets = persons.get(person.getKey());
                if (facets != null) {
                    band(facets, AGE_BAND, person.getValue(), asked.today().getYear());
                    taking.take(person.getKey(), facets, 1);
                }
            });
            return;
        }
        FacetReader reader = new FacetReader(schema, ofUnit);
        source.each(unit.type(), record -> {
            Shown shown = asAsked(record);
            if (shown != null) {
                take(shown, reader, taking);
            }
        });
    }

    /** A record as far as it may be counted by the fields asked for; null where it may not. */
    private @Nullable Shown asAsked(Guarded record) {
        Disclosure.Answer counting = reading.counting(record);
        if (!counting.isYes()) {
            notCounted += counting == Disclosure.Answer.GONE ? 0 : 1;
            return null;
        }
        Shown shown = read(record, kept);
        notKept += shown == null ? 1 : 0;
        return shown;
    }

    private @Nullable Shown read(Guarded record, boolean whole) {
        if (!reading.counting(record).isYes()) {
            return null;
        }
        Shown shown = new Shown(whole ? reading.shown(record) : reading.counted(record));
        return shown.disclosed().answer().isYes() ? shown : null;
    }

    private void take(Shown record, FacetReader reader, Taking taking) {
        if (unit == CrossUnit.ATTENDANCE) {
            heads(record, reader, taking);
            return;
        }
        if (unit == CrossUnit.TESTIMONIES && record.items("violations").isEmpty()) {
            return;
        }
        List<Facets> all = unit.split().isEmpty() ? List.of(reader.read(record)) : reader.split(record, unit.split());
        for (Facets facets : all) {
            interviewed(record, facets);
            taking.take(record.id(), facets, 1);
        }
    }

    /** Those who were interviewed, each with what is known of her; what she told of herself belongs together. */
    private void interviewed(Shown record, Facets facets) {
        if (ofPersons.isEmpty()) {
            return;
        }
        Set<String> once = new TreeSet<>();
        record.members(PARTICIPANTS).forEach(id -> once.add(people.record(id)));
        for (String id : once) {
            Facets person = new Facets();
            Facets known = persons.get(id);
            if (known != null) {
                person.takeAll(known);
            }
            band(person, PARTICIPANTS + "." + AGE_BAND, people.get(id), year(record));
            facets.item(PARTICIPANTS, person);
        }
    }

    private void band(Facets facets, String id, Person person, long year) {
        if (fields.containsKey(id)) {
            facets.put(id, List.of(person.band(year, bands)));
        }
    }

    private static long year(Shown record) {
        String date = record.text("date");
        return DateText.isDate(date) ? Long.parseLong(date.substring(0, 4)) : 0;
    }

    /** How many came: the grid, or else each person of the list. */
    private void heads(Shown meeting, FacetReader reader, Taking taking) {
        List<Facets> lines = reader.split(meeting, unit.split());
        boolean grid = false;
        for (int i = 0; i < lines.size(); i++) {
            Long count = meeting.items(unit.split()).get(i).integer("count");
            if (count != null && count > 0) {
                grid = true;
                taking.take(meeting.id(), lines.get(i), count);
            }
        }
        if (grid) {
            return;
        }
        Set<String> once = new TreeSet<>();
        meeting.members(PARTICIPANTS).forEach(id -> once.add(people.person(id)));
        for (String id : once) {
            Person person = people.get(people.record(id));
            Facets facets = reader.read(meeting);
            put(facets, "attendance.sex", List.of(person.sex()));
            put(facets, "attendance.role", person.roles());
            put(facets, "attendance.ageBand", List.of(person.band(year(meeting), bands)));
            taking.take(meeting.id(), facets, 1);
        }
    }

    private void put(Facets facets, String id, List<String> values) {
        if (fields.containsKey(id)) {
            facets.put(id, values);
        }
    }

    /** The values of a field as a side of a table. */
    Axis axis(CrossField field) {
        Words words = asked.words();
        return switch (field.form()) {
            case CODES, BROADER -> codes(field, words);
            case SETTLEMENT -> Place.axis(words, field.label());
            case CAMPAIGN -> Axis.labelled(words, field.label(), id -> campaigns.title(id, words));
            case MONTH, YEAR -> times(field, words, words.labels()::date);
            case QUARTER -> times(field, words, words.labels()::quarter);
        };
    }

    private Axis codes(CrossField field, Words words) {
        return Axis.codes(schema, words, field.codebook(), field.label());
    }

    private static Axis times(CrossField field, Words words, java.util.function.UnaryOperator<String> label) {
        return new Axis(
                field.label(),
                time -> time.isEmpty() ? words.notStated() : label.apply(time),
                Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
    }

    /** How many records were not counted, because consent does not allow it. */
    long notCounted() {
        return notCounted;
    }

    /** How many were left out, because they may be counted and not be kept. */
    long notKept() {
        return notKept;
    }
}
