package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;
import org.jspecify.annotations.Nullable;

/**
 * What people said, in their own words and translated, by theme and by violation: what the readers may see of it, and of
 * the speaker nothing but a role.
 *
 * <p>So many quotations of a campaign are kept and no more, whatever a notebook holds; the table says how many there are.
 */
final class QuotationTables {
    /** Of a campaign, from meetings and from interviews each. */
    private static final int MOST = 500;

    private final Schema schema;
    private final Campaigns campaigns;
    private final Map<String, Kept> meetings = new HashMap<>();
    private final Map<String, Kept> interviews = new HashMap<>();

    QuotationTables(Ground ground) {
        this.schema = ground.schema();
        this.campaigns = ground.campaigns();
    }

    /**
     * A quotation.
     *
     * @param under the code that it stands under
     * @param speaker a code
     */
    private record Quotation(String under, String text, String translation, String speaker) {}

    /** The quotations of a campaign that are kept, and how many are not. */
    private static final class Kept {
        private final List<Quotation> list = new ArrayList<>();
        private long more;
    }

    /** Takes what may be read of a meeting or of an interview. */
    void take(Shown record) {
        if (record.type().equals("focusGroup")) {
            for (Json.Obj quote : record.items("quotes")) {
                add(
                        meetings,
                        record,
                        new Quotation(
                                Shown.text(quote, "theme"),
                                Shown.text(quote, "text"),
                                Shown.text(quote, "translation"),
                                Shown.text(quote, "role")));
            }
        } else if (record.type().equals("interview")) {
            for (Json.Obj violation : record.items("violations")) {
                add(
                        interviews,
                        record,
                        new Quotation(
                                Shown.text(violation, "code"),
                                Shown.text(violation, "quote"),
                                Shown.text(violation, "quoteTranslation"),
                                record.text("category")));
            }
        }
    }

    private void add(Map<String, Kept> where, Shown record, Quotation quotation) {
        if (quotation.text().isBlank() && quotation.translation().isBlank()) {
            return;
        }
        Kept kept = where.computeIfAbsent(campaigns.of(record), c -> new Kept());
        if (kept.list.size() < MOST) {
            kept.list.add(quotation);
        } else {
            kept.more++;
        }
    }

    /** The quotations of meetings, by theme. */
    List<Table> ofMeetings(String campaign, Inventory inventory, Words words) {
        Axis themes = Axis.codes(schema, words, "theme", words.labels().field("focusGroup", "quotes", "theme"));
        Axis roles = Axis.codes(schema, words, "communityRole", words.labels().field("focusGroup", "quotes", "role"));
        return tables(
                new Head(
                                "quotations/" + campaign,
                                Topic.MEETINGS,
                                Counted.QUOTATIONS,
                                campaigns.title(campaign, words),
                                words.text("table.quotations.theme"),
                                words.text("table.quotations.theme-base"))
                        .missing(words.text("table.quotations.left-out"), inventory.quotationsLeftOut("focusGroup")),
                meetings.get(campaign),
                themes,
                roles,
                words);
    }

    /** The quotations of interviews, by violation. */
    List<Table> ofInterviews(String campaign, Inventory inventory, Words words) {
        Axis codes = Axis.codes(schema, words, "violation", words.labels().field("interview", "violations", "code"));
        Axis categories =
                Axis.codes(schema, words, "intervieweeCategory", words.labels().field("interview", "category"));
        return tables(
                new Head(
                                "quotations-violation/" + campaign,
                                Topic.VIOLATIONS,
                                Counted.QUOTATIONS,
                                campaigns.title(campaign, words),
                                words.text("table.quotations.violation"),
                                words.text("table.quotations.violation-base"))
                        .missing(words.text("table.quotations.left-out"), inventory.quotationsLeftOut("interview")),
                interviews.get(campaign),
                codes,
                categories,
                words);
    }

    private List<Table> tables(Head head, @Nullable Kept kept, Axis under, Axis speakers, Words words) {
        if (kept == null) {
            return List.of();
        }
        List<Quotation> sorted = new ArrayList<>(kept.list);
        sorted.sort(Comparator.comparing(Quotation::under, under.order())
                .thenComparing(Quotation::text, words.order())
                .thenComparing(Quotation::translation));
        List<Row> rows = new ArrayList<>();
        for (Quotation each : sorted) {
            rows.add(Row.plain(
                    Cell.of(under.label().apply(each.under())),
                    Cell.of(each.text()),
                    Cell.of(each.translation()),
                    Cell.of(speakers.label().apply(each.speaker()))));
        }
        Head whole = kept.more == 0 ? head : head.missing(words.text("table.quotations.more"), new Count(kept.more));
        return List.of(whole.table(
                List.of(
                        new Column(under.title(), Width.NORMAL),
                        new Column(words.text("table.quotations.text"), Width.WIDE),
                        new Column(words.text("table.quotations.translation"), Width.WIDE),
                        new Column(words.text("table.quotations.speaker"), Width.NORMAL)),
                rows));
    }
}
