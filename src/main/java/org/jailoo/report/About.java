package org.jailoo.report;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The first sheet of a workbook: what it is, for whom and of when; what consent left out; how much of it is made up.
 *
 * @param made when, in the zone of whoever makes it
 * @param version of the program
 */
public record About(ZonedDateTime made, String version) {
    /** The version of the record types and of the files that carry them. */
    private static final long FORMAT = 1;

    void write(Page page, Asked asked, Inventory inventory, Contents contents) throws IOException {
        Words words = asked.words();
        page.row(Look.TITLE, Cell.of(words.text("workbook.about.title")));
        line(page, words.text("workbook.about.what"), Cell.of(words.text("workbook.about.what-text")));
        line(
                page,
                words.text("workbook.about.audience"),
                Cell.of(
                        switch (asked.audience()) {
                            case TEAM -> words.text("workbook.about.audience-team");
                            case PARTNERS -> words.text("workbook.about.audience-partners");
                            case PUBLIC -> words.text("workbook.about.audience-public");
                        }));
        line(page, words.text("workbook.about.filter"), Cell.of(words.text("workbook.about.filter-text")));
        line(page, words.text("workbook.about.consent"), Cell.of(words.text("workbook.about.consent-text")));
        line(
                page,
                words.text("workbook.about.made"),
                Cell.of(made.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx"))));
        line(page, words.text("workbook.about.day"), new Cell.Day(asked.today()));
        line(page, words.text("workbook.about.language"), Cell.of(words.code("language", words.language())));
        line(page, words.text("workbook.about.version"), Cell.of("Jailoo " + version));
        line(page, words.text("workbook.about.format"), Cell.of(FORMAT));
        page.blank();
        counts(page, words, inventory);
        page.blank();
        page.row(Look.TITLE, Cell.of(words.text("workbook.about.sheets")));
        for (Contents.Line sheet : contents.lines()) {
            page.row(Look.READ, Cell.of(sheet.sheet()), Cell.of(sheet.holds()));
        }
    }

    private static void counts(Page page, Words words, Inventory inventory) throws IOException {
        page.row(Look.TITLE, Cell.of(words.text("workbook.about.counts")));
        line(page, words.text("workbook.about.records"), Cell.of(inventory.there()));
        line(page, words.text("workbook.about.synthetic"), Cell.of(inventory.synthetic()));
        for (Inventory.LeftOut each : inventory.leftOut()) {
            line(
                    page,
                    words.text(
                            "workbook.about.left-out",
                            words.labels().types(each.type()),
                            Inventory.reason(each.reason(), words)),
                    Cell.of(each.number()));
        }
        if (inventory.leftOut().isEmpty()) {
            line(page, words.text("workbook.about.nothing-left-out"), Cell.of(0));
        }
        for (Inventory.LeftOut each : inventory.notShown()) {
            line(
                    page,
                    words.text(
                            "workbook.about.not-shown",
                            Inventory.what(each, words),
                            Inventory.reason(each.reason(), words)),
                    Cell.of(each.number()));
        }
    }

    private static void line(Page page, String what, Cell value) throws IOException {
        page.row(Look.READ, Cell.of(what), value);
    }

    /** What the sheets of a workbook hold. */
    record Contents(List<Line> lines) {
        record Line(String sheet, String holds) {}
    }
}
