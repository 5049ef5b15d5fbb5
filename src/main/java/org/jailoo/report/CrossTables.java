package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.record.DateText;
import org.jailoo.record.Schema;
import org.jailoo.report.CrossField.Form;
import org.jailoo.report.Table.Topic;

/**
 * Cross-tabs of a notebook: any two coded fields of what is counted, with filters, for an audience.
 *
 * <p>A record is counted where consent grants statistics. Others than the team have only the fields that counting looks at;
 * the team has every coded field that it may read, and a record of which such a field is asked must allow to be kept.
 */
public final class CrossTables {
    private static final String PARTICIPANTS = "participants";
    private static final String AGE_BAND = "ageBand";

    private final Schema schema;
    private final Asked asked;
    private final Reading reading;

    public CrossTables(Schema schema, Asked asked) {
        this.schema = schema;
        this.asked = asked;
        this.reading = new Reading(new Disclosure(schema), asked.audience(), asked.today(), new Children());
    }

    /** The fields by which a unit can be told apart, in the order of the schema. */
    public List<CrossField> fields(CrossUnit unit) {
        return CrossFields.of(unit, schema, reading, asked.words());
    }

    /** A value that a field has in a notebook, and how people call it. */
    public record Value(String key, String label) {}

    /**
     * The values that a field has in a notebook, in their order: codes that stand nowhere are not among them.
     *
     * @throws java.util.concurrent.CancellationException as the source threw it
     */
    public List<Value> values(RecordSource source, CrossUnit unit, String field) {
        Walk walk = new Walk(unit, List.of(field), source);
        Set<String> found = new TreeSet<>(walk.axis(walk.field(field)).order());
        walk.each((id, facets, n) -> {
            Map<String, Set<String>> pairs = facets.pairs(walk.field(field), walk.field(field), List.of());
            if (pairs != null) {
                found.addAll(pairs.keySet());
            }
        });
        Axis axis = walk.axis(walk.field(field));
        return found.stream()
                .map(key -> new Value(key, axis.label().apply(key).strip()))
                .toList();
    }

    /**
     * The answer to a question as a table, without the numbers that might lead to a person.
     *
     * @throws IllegalArgumentException if the audience may not tell apart by a field that is asked for
     * @throws java.util.concurrent.CancellationException as the source threw it
     */
    public Table table(RecordSource source, CrossQuery query) {
        Asking asking = new Asking(query, source);
        CrossTab counts = new CrossTab(subject(query), query.rows(), query.columns());
        asking.walk.each((id, facets, n) -> {
            Map<String, Set<String>> pairs = asking.pairs(facets);
            if (pairs != null) {
                counts.add(pairs, n);
            }
        });
        Table table = counts.table(
                asking.head(counts), asking.walk.axis(asking.row), asking.walk.axis(asking.column), asked.words());
        return SmallCells.hide(List.of(CrossShares.of(table, query.numbers())), asked.audience(), asked.words())
                .get(0);
    }

    /**
     * The records behind a number of such a table, ascending by id: an interview once, whatever it tells of; of heads the
     * meeting; of a person one record.
     */
    public List<String> behind(RecordSource source, CrossQuery query, Quantity quantity) {
        Asking asking = new Asking(query, source);
        Set<String> records = new TreeSet<>();
        if (quantity.subject().equals(subject(query))) {
            asking.walk.each((id, facets, n) -> {
                Map<String, Set<String>> pairs = asking.pairs(facets);
                if (pairs != null && n > 0 && holds(pairs, query, quantity)) {
                    records.add(id);
                }
            });
        }
        return List.copyOf(records);
    }

    private static boolean holds(Map<String, Set<String>> pairs, CrossQuery query, Quantity quantity) {
        String row = quantity.keys().get(query.rows());
        String column = quantity.keys().get(query.columns());
        return pairs.entrySet().stream()
                .filter(pair -> row == null || pair.getKey().equals(row))
                .anyMatch(pair -> column == null || pair.getValue().contains(column));
    }

    /** What is counted, with every filter: the same question has the same numbers under the same names. */
    private static String subject(CrossQuery query) {
        StringBuilder subject = new StringBuilder("crosstab/").append(query.unit());
        new TreeMap<>(byField(query))
                .forEach((field, values) ->
                        subject.append('/').append(field).append('=').append(String.join("|", values)));
        return subject.toString();
    }

    private static Map<String, Set<String>> byField(CrossQuery query) {
        Map<String, Set<String>> filters = new HashMap<>();
        query.filters()
                .forEach(filter -> filters.merge(filter.field(), filter.values(), (one, other) -> {
                    Set<String> both = new TreeSet<>(one);
                    both.retainAll(other);
                    return both;
                }));
        return filters;
    }

    /** One question being answered. */
    private final class Asking {
        private final CrossQuery query;
        private final Walk walk;
        private final CrossField row;
        private final CrossField column;
        private final List<Facets.Wanted> filters = new ArrayList<>();

        Asking(CrossQuery query, RecordSource source) {
            this.query = query;
            Set<String> ids = new LinkedHashSet<>(List.of(query.rows(), query.columns()));
            query.filters().forEach(filter -> ids.add(filter.field()));
            this.walk = new Walk(query.unit(), List.copyOf(ids), source);
            this.row = walk.field(query.rows());
            this.column = walk.field(query.columns());
            query.filters().forEach(f -> filters.add(new Facets.Wanted(walk.field(f.field()), f.values())));
        }

        @org.jspecify.annotations.Nullable
        Map<String, Set<String>> pairs(Facets facets) {
            return facets.pairs(row, column, filters);
        }

        Head head(CrossTab counts) {
            Words words = asked.words();
            List<String> notes = new ArrayList<>();
            notes.add(words.text("crosstab.note.base", unit()));
            for (Facets.Wanted filter : filters) {
                Axis axis = walk.axis(filter.field());
                notes.add(words.text(
                        "crosstab.note.filter",
                        filter.field().label(),
                        String.join(
                                "; ",
                                filter.values().stream()
                                        .sorted(axis.order())
                                        .map(value -> axis.label().apply(value).strip())
                                        .toList())));
            }
            if (counts.overlaps()) {
                notes.add(words.text("crosstab.note.overlap"));
            }
            // Beside the table and not in a sentence: a small number of people is hidden there too.
            List<Missing> missing = new ArrayList<>();
            if (walk.notCounted > 0) {
                missing.add(new Missing(words.text("crosstab.note.not-counted"), new Cell.Count(walk.notCounted)));
            }
            if (walk.notKept > 0) {
                missing.add(new Missing(words.text("crosstab.note.not-kept"), new Cell.Count(walk.notKept)));
            }
            return new Head(
                    "crosstab/" + query.unit() + "/" + query.rows() + "/" + query.columns(),
                    Topic.NOTEBOOK,
                    query.unit().counted(),
                    "",
                    words.text("crosstab.table.title", unit(), row.label(), column.label()),
                    notes,
                    missing);
        }

        private String unit() {
            Words words = asked.words();
            return switch (query.unit()) {
                case INTERVIEWS -> words.text("crosstab.unit.interviews");
                case TESTIMONIES -> words.text("crosstab.unit.testimonies");
                case ACTS -> words.text("crosstab.unit.acts");
                case PARTICIPANTS -> words.text("crosstab.unit.participants");
                case ATTENDANCE -> words.text("crosstab.unit.attendance");
                case RECOMMENDATIONS -> words.text("crosstab.unit.recommendations");
            };
        }
    }

    /** Takes one thing that is counted, from a record, and how many of it there are. */
    private interface Taking {
        void take(String record, Facets facets, long n);
    }

    /** A walk over the records of a unit, reading the fields asked for. */
    private final class Walk {
        private final CrossUnit unit;
        private final RecordSource source;
        private final Map<String, CrossField> fields = new TreeMap<>();
        private final Campaigns campaigns = new Campaigns();
        private final People people = new People();
        private final Map<String, Facets> persons = new HashMap<>();
        private final AgeBands bands = new AgeBands(schema);
        private final List<CrossField> ofUnit = new ArrayList<>();
        private final List<CrossField> ofPersons = new ArrayList<>();
        private final boolean kept;
        private final boolean personsKept;
        private long notCounted;
        private long notKept;

        Walk(CrossUnit unit, List<String> ids, RecordSource source) {
            this.unit = unit;
            this.source = source;
            Map<String, CrossField> known = new HashMap<>();
            fields(unit).forEach(field -> known.put(field.id(), field));
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
        private @org.jspecify.annotations.Nullable Shown asAsked(Guarded record) {
            Disclosure.Answer counting = reading.counting(record);
            if (!counting.isYes()) {
                notCounted += counting == Disclosure.Answer.GONE ? 0 : 1;
                return null;
            }
            Shown shown = read(record, kept);
            notKept += shown == null ? 1 : 0;
            return shown;
        }

        private @org.jspecify.annotations.Nullable Shown read(Guarded record, boolean whole) {
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
            List<Facets> all =
                    unit.split().isEmpty() ? List.of(reader.read(record)) : reader.split(record, unit.split());
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
    }
}
