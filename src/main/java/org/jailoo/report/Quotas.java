package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.record.Schema;
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
    private final List<Quota> quotas = new ArrayList<>();
    private long outside;

    Quotas(Schema schema, People people, List<Json.Obj> quotas) {
        this.bands = new AgeBands(schema);
        this.people = people;
        Axis sexes = Axis.codes(schema, Words.of("en"), "sex", "");
        quotas.stream()
                .map(Quota::new)
                .sorted(Comparator.comparing((Quota q) -> q.adm1)
                        .thenComparing((Quota q) -> q.sex, sexes.order())
                        .thenComparing(q -> q.from)
                        .thenComparing(q -> q.label))
                .forEach(this.quotas::add);
    }

    private static final class Quota {
        private final String label;
        private final String sex;
        private final String adm1;
        private final long from;
        private final long to;
        private final @Nullable Long target;
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
                quota.reached.add(people.person(id));
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
                        q.reached.size()))
                .toList();
    }

    List<Table> tables(String campaign, String title, Words words) {
        if (quotas.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        long targets = 0;
        long reached = 0;
        for (Quota quota : quotas) {
            long target = quota.target == null ? 0 : quota.target;
            targets += target;
            reached += quota.reached.size();
            rows.add(Row.plain(
                    Cell.of(quota.label),
                    quota.adm1.isEmpty() ? Cell.BLANK : Cell.of(words.code("adm1", quota.adm1)),
                    quota.sex.isEmpty() ? Cell.BLANK : Cell.of(words.code("sex", quota.sex)),
                    quota.anyAge()
                            ? Cell.BLANK
                            : Cell.of(quota.to == NO_END ? quota.from + "+" : quota.from + "–" + quota.to),
                    Cell.of(quota.target),
                    Cell.of(quota.reached.size()),
                    Cell.share(quota.reached.size(), target)));
        }
        rows.add(Row.total(
                Cell.of(words.total()),
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.of(targets),
                Cell.of(reached),
                Cell.share(reached, targets)));
        rows.add(Row.plain(
                Cell.of(words.text("table.quota.outside")),
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.of(outside),
                Cell.BLANK));
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
                        rows));
    }
}
