package org.jailoo.report;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The first sheet of a workbook: what it is, for whom and of when; what consent left out; how much of it is made up.
 *
 * @param made when, in the zone of whoever makes it
 * @param version of the program
 * @param campaign the id of the one campaign that it is about; empty for the whole notebook
 * @param guarded what keeps others from reading it
 */
public record About(ZonedDateTime made, String version, Content content, String campaign, Guard guarded) {
    /** The version of the record types and of the files that carry them. */
    private static final long FORMAT = 1;

    /** What keeps others from reading what was written. */
    public enum Guard {
        NOTHING,
        PASSWORD
    }

    /** A line, and how it looks. */
    record Said(Look look, List<Cell> cells) {}

    /** About a workbook of everything that anybody can open. */
    public About(ZonedDateTime made, String version) {
        this(made, version, Content.ALL, "", Guard.NOTHING);
    }

    /** Everything that is said. */
    List<Said> lines(Asked asked, Facts facts, Contents contents) {
        Words words = asked.words();
        List<Said> lines = new ArrayList<>();
        title(words.text("workbook.about.title"), lines);
        say(words.text("workbook.about.what"), Cell.of(what(words)), lines);
        say(words.text("workbook.about.audience"), Cell.of(audience(asked)), lines);
        String filter = campaign.isEmpty()
                ? words.text("workbook.about.filter-text")
                : words.text("workbook.about.filter-campaign", facts.names().of(campaign));
        say(words.text("workbook.about.filter"), Cell.of(filter), lines);
        say(words.text("workbook.about.consent"), Cell.of(words.text("workbook.about.consent-text")), lines);
        String guard = guarded == Guard.PASSWORD
                ? words.text("workbook.about.guard-password")
                : words.text("workbook.about.guard-nothing");
        say(words.text("workbook.about.guard"), Cell.of(guard), lines);
        String at = made.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx"));
        say(words.text("workbook.about.made"), Cell.of(at), lines);
        say(words.text("workbook.about.day"), new Cell.Day(asked.today()), lines);
        say(words.text("workbook.about.language"), Cell.of(words.code("language", words.language())), lines);
        say(words.text("workbook.about.version"), Cell.of("Jailoo " + version), lines);
        say(words.text("workbook.about.format"), Cell.of(FORMAT), lines);
        lines.add(new Said(Look.READ, List.of()));
        counts(facts, words, contents.leftOut(), lines);
        lines.add(new Said(Look.READ, List.of()));
        title(words.text("workbook.about.sheets"), lines);
        for (Contents.Line sheet : contents.lines()) {
            say(sheet.sheet(), Cell.of(sheet.holds()), lines);
        }
        return lines;
    }

    private String what(Words words) {
        return switch (content) {
            case REPORT -> words.text("workbook.about.what-report");
            case DATA -> words.text("workbook.about.what-data");
            case ALL -> words.text("workbook.about.what-text");
        };
    }

    private static String audience(Asked asked) {
        return switch (asked.audience()) {
            case TEAM -> asked.words().text("workbook.about.audience-team");
            case PARTNERS -> asked.words().text("workbook.about.audience-partners");
            case PUBLIC -> asked.words().text("workbook.about.audience-public");
        };
    }

    private static void counts(Facts facts, Words words, LeftOutLines leftOut, List<Said> lines) {
        SmallCells small = facts.small();
        title(words.text("workbook.about.counts"), lines);
        say(words.text("workbook.about.records"), small.cell(facts.inventory().there()), lines);
        say(words.text("workbook.about.synthetic"), small.cell(facts.inventory().synthetic()), lines);
        for (LeftOutLines.Line each : leftOut.counts()) {
            say(words.text("workbook.about.left-out", each.what(), each.reason()), each.number(), lines);
        }
        if (leftOut.counts().isEmpty()) {
            say(words.text("workbook.about.nothing-left-out"), Cell.of(0), lines);
        }
        for (LeftOutLines.Line each : leftOut.rows()) {
            say(words.text("workbook.about.not-shown", each.what(), each.reason()), each.number(), lines);
        }
        if (!small.note(words).isEmpty()) {
            say(Cell.Hidden.MARK, Cell.of(small.note(words)), lines);
        }
    }

    private static void title(String text, List<Said> lines) {
        lines.add(new Said(Look.TITLE, List.of(Cell.of(text))));
    }

    private static void say(String what, Cell value, List<Said> lines) {
        lines.add(new Said(Look.READ, List.of(Cell.of(what), value)));
    }

    void write(Page page, Asked asked, Facts facts, Contents contents) throws IOException {
        for (Said line : lines(asked, facts, contents)) {
            page.row(line.look(), line.cells().toArray(Cell[]::new));
        }
    }

    /** What the sheets of a workbook hold, and what is in none of them. */
    record Contents(List<Line> lines, LeftOutLines leftOut) {
        record Line(String sheet, String holds) {}
    }
}
