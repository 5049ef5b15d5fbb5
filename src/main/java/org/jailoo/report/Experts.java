package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Relation.Kind;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** The experts of the meetings of one campaign: distinct people, counted apart from those who took part. */
final class Experts {
    private final String campaign;
    private final Trace trace;
    private final Quantity all;
    private final List<AtMeeting> meetings = new ArrayList<>();

    Experts(String campaign, Trace trace) {
        this.campaign = campaign;
        this.trace = trace;
        this.all = Quantity.all("experts/" + campaign);
    }

    /**
     * The experts of one meeting.
     *
     * @param records of each expert the record that stands for her
     * @param said how many were there, as somebody stated; 0 where nobody did
     */
    private record AtMeeting(String date, String meeting, String id, Set<String> records, long said) {}

    void take(Shown meeting, People people) {
        Set<String> records = new TreeSet<>();
        meeting.members("experts").forEach(id -> records.add(people.record(id)));
        Long said = meeting.integer("expertCount");
        if (!records.isEmpty() || said != null) {
            String title = meeting.text("title").isBlank() ? meeting.text("code") : meeting.text("title");
            meetings.add(new AtMeeting(meeting.text("date"), title, meeting.id(), records, said == null ? 0 : said));
        }
    }

    boolean isEmpty() {
        return meetings.isEmpty();
    }

    Table table(String title, Words words) {
        List<Row> rows = new ArrayList<>();
        List<Quantity> parts = new ArrayList<>();
        Set<String> distinct = new HashSet<>();
        meetings.sort(Comparator.comparing(AtMeeting::date)
                .thenComparing(AtMeeting::meeting)
                .thenComparing(AtMeeting::id));
        for (AtMeeting each : meetings) {
            // Meetings are numbered as they stand here: the id of a record of people is for nobody outside.
            Quantity listed = all.where("meeting", Integer.toString(rows.size() + 1));
            Quantity said =
                    Quantity.all("experts-stated/" + campaign).where("meeting", Integer.toString(rows.size() + 1));
            each.records().forEach(record -> {
                trace.once(listed, record);
                trace.once(all, record);
            });
            trace.at(each.id());
            trace.note(this, said, each.said());
            parts.add(listed);
            distinct.addAll(each.records());
            rows.add(Row.plain(
                    Cell.of(words.stated(each.meeting())),
                    new Count(each.records().size(), listed),
                    each.said() > 0 ? new Count(each.said(), said) : Cell.BLANK));
        }
        rows.add(Row.total(Cell.of(words.text("table.experts.distinct")), new Count(distinct.size(), all), Cell.BLANK));
        return new Head(
                        "experts/" + campaign,
                        Topic.MEETINGS,
                        Counted.PEOPLE,
                        title,
                        words.text("table.experts.title"),
                        words.text("table.experts.base"))
                .table(
                        List.of(
                                new Column(words.labels().type("focusGroup"), Width.WIDE),
                                new Column(words.text("table.experts.listed"), Width.NORMAL),
                                new Column(words.text("table.experts.said"), Width.NORMAL)),
                        rows,
                        List.of(new Relation(Kind.OVERLAPPING, all, parts)));
    }
}
