package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Relation.Kind;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;
import org.jspecify.annotations.Nullable;

/** How far the interviews of a campaign fill its quotas. */
final class Quotas {
    private static final long NO_END = 200;

    private final AgeBands bands;
    private final People people;
    private final Trace trace;
    private final Quantity all;
    private final Quantity outsideAll;
    private final List<Quota> quotas = new ArrayList<>();
    private long outside;

    Quotas(Ground ground, String campaign) {
        this.bands = new AgeBands(ground.schema());
        this.people = ground.people();
        this.trace = ground.trace();
        this.all = Quantity.all("reached/" + campaign);
        this.outsideAll = Quantity.all("interviews/" + campaign).where("quota", "outside");
        Axis sexes = Axis.codes(ground.schema(), Words.of("en"), "sex", "");
        ground.campaigns().quotas(campaign).stream()
                .map(Quota::new)
                .sorted(Comparator.comparing((Quota q) -> q.adm1)
                        .thenComparing((Quota q) -> q.sex, sexes.order())
                        .thenComparing(q -> q.from)
                        .thenComparing(q -> q.label))
                .forEach(this.quotas::add);
        for (int i = 0; i < quotas.size(); i++) {
            quotas.get(i).number = i + 1;
        }
    }

    private static final class Quota {
        private final String label;
        private final String sex;
        private final String adm1;
        private final long from;
        private final long to;
        private final @Nullable Long target;
        private int number;
        /** Whoever is talked to twice fills a place once. */
        private final Set<String> reached = new HashSet<>();

        Quota(Json.Obj quota) {
            label = Shown.text(quota, "label");
            sex = Shown.text(quota, "sex");
            adm1 = Shown.text(quota, "adm1");
            Long ageFrom = quota.integer("ageFrom");
            Long ageTo = quota.integer("ageTo");
            from = ageFrom == null ? 0 : ageFrom;
            to = ageTo == null ? NO_END : ageTo;
            target = quota.integer("target");
        }

        /** Whether whoever fills this one surely fills the other. */
        boolean isWithin(Quota other) {
            return (other.sex.isEmpty() || other.sex.equals(sex))
                    && (other.adm1.isEmpty() || other.adm1.equals(adm1))
                    && other.from <= from
                    && other.to >= to;
        }

        boolean anyAge() {
            return from == 0 && to == NO_END;
        }
    }

    void take(Shown interview) {
        if (quotas.isEmpty()) {
            return;
        }
        String date = interview.text("date");
        long year = DateText.isDate(date) ? Long.parseLong(date.substring(0, 4)) : 0;
        String interviewed = Place.of(interview.group("place")).adm1();
        Set<String> persons = new HashSet<>();
        boolean counted = false;
        for (String id : interview.members("participants")) {
            if (persons.add(people.person(id))) {
                counted |= count(id, year, interviewed);
            }
        }
        if (!counted) {
            outside++;
            trace.note(this, outsideAll);
        }
    }

    private boolean count(String id, long year, String interviewed) {
        Person person = people.get(id);
        String adm1 =
                person.place().adm1().isEmpty() ? interviewed : person.place().adm1();
        boolean counted = false;
        for (Quota quota : quotas) {
            if ((quota.sex.isEmpty() || quota.sex.equals(person.sex()))
                    && (quota.adm1.isEmpty() || quota.adm1.equals(adm1))
                    && (quota.anyAge() || isOfAge(person, year, quota))) {
                if (quota.reached.add(people.person(id)) && trace.follows(all.subject())) {
                    trace.once(of(quota), people.record(id));
                    trace.note(this, all, people.record(id));
                }
                counted = true;
            }
        }
        return counted;
    }

    private boolean isOfAge(Person person, long year, Quota quota) {
        if (person.birthYear() != 0 && year != 0) {
            long age = year - person.birthYear();
            return age >= quota.from && age <= quota.to;
        }
        AgeBands.Ages ages = bands.ages(person.ageBand());
        return ages != null && ages.within(quota.from, quota.to);
    }

    /** By their numbers: two quotas may ask for the same. */
    private Quantity of(Quota quota) {
        return all.where("quota", Integer.toString(quota.number));
    }

    /** Each quota with how many were interviewed for it. */
    List<QuotaCount> counts() {
        return quotas.stream()
                .map(q -> new QuotaCount(
                        q.label,
                        q.sex,
                        q.adm1,
                        q.from,
                        q.to == NO_END ? null : q.to,
                        q.target == null ? 0 : q.target,
                        q.reached.size(),
                        of(q)))
                .toList();
    }

    List<Table> tables(String campaign, String title, Words words) {
        if (quotas.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        long targets = 0;
        long reached = 0;
        for (Quota quota : quotas) {
            long target = quota.target == null ? 0 : quota.target;
            targets += target;
            Count n = new Count(quota.reached.size(), of(quota));
            reached += n.value();
            relations.addAll(relations(quota));
            rows.add(Row.plain(
                    Cell.of(quota.label),
                    quota.adm1.isEmpty() ? Cell.BLANK : Cell.of(words.code("adm1", quota.adm1)),
                    quota.sex.isEmpty() ? Cell.BLANK : Cell.of(words.code("sex", quota.sex)),
                    quota.anyAge()
                            ? Cell.BLANK
                            : Cell.of(quota.to == NO_END ? quota.from + "+" : quota.from + "–" + quota.to),
                    Cell.of(quota.target),
                    n,
                    Cell.share(n, new Count(target))));
        }
        rows.add(Row.total(
                Cell.of(words.total()),
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.of(targets),
                new Count(reached, all),
                Cell.share(new Count(reached, all), new Count(targets))));
        rows.add(Row.plain(
                Cell.of(words.text("table.quota.outside")),
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                new Count(outside, outsideAll),
                Cell.BLANK));
        // Whoever fills two quotas is reached for each of them: what stands below is the sum.
        relations.add(new Relation(Kind.SUM, all, quotas.stream().map(this::of).toList()));
        relations.add(new Relation(Kind.WITHIN, Quantity.all(outsideAll.subject()), List.of(outsideAll)));
        return List.of(new Head(
                        "quotas/" + campaign,
                        Topic.INTERVIEWS,
                        Counted.PEOPLE,
                        title,
                        words.text("table.quota.title"),
                        words.text("table.quota.base"))
                .table(
                        List.of(
                                new Column(words.labels().field("campaign", "quotas"), Width.WIDE),
                                new Column(words.labels().field("campaign", "quotas", "adm1"), Width.NORMAL),
                                new Column(words.labels().field("campaign", "quotas", "sex"), Width.NORMAL),
                                new Column(words.text("table.quota.age"), Width.NORMAL),
                                new Column(words.labels().field("campaign", "quotas", "target"), Width.NORMAL),
                                new Column(words.text("table.quota.reached"), Width.NORMAL),
                                new Column(words.text("table.column.share"), Width.NORMAL)),
                        rows,
                        relations));
    }

    /** A quota that asks for no less than another is reached by no fewer. */
    private List<Relation> relations(Quota wide) {
        List<Quantity> within = quotas.stream()
                .filter(q -> q != wide && q.isWithin(wide))
                .map(this::of)
                .toList();
        return within.isEmpty() ? List.of() : List.of(new Relation(Kind.WITHIN, of(wide), within));
    }
}
