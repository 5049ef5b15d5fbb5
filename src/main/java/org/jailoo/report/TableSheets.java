package org.jailoo.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.chart.Chart;
import org.jailoo.report.SheetLayout.Placed;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;

/** The sheets of tables: those of one topic of one campaign stand below each other on one sheet. */
final class TableSheets {
    /** The rows before the first table: the title of the sheet, and one that is free. */
    private static final int FIRST = 2;

    /** More rows than that leave too little of a small screen to scroll. */
    private static final int MOST_FROZEN = 6;

    /** A sheet and what is on it. */
    record Sheet(String name, String campaign, Topic topic, List<Table> tables) {}

    private final Words words;
    private final List<Sheet> sheets = new ArrayList<>();

    TableSheets(List<Table> tables, Words words, Book book) {
        this.words = words;
        Map<String, List<Table>> grouped = new LinkedHashMap<>();
        List<String> campaigns = new ArrayList<>();
        for (Table table : tables) {
            String campaign = campaign(table);
            if (!campaign.isEmpty() && !campaigns.contains(campaign)) {
                campaigns.add(campaign);
            }
            grouped.computeIfAbsent(campaign + "\n" + table.topic() + "\n" + form(table), k -> new ArrayList<>())
                    .add(table);
        }
        Set<String> topics = new HashSet<>();
        for (List<Table> group : grouped.values()) {
            Table first = group.get(0);
            String campaign = campaign(first);
            // A topic stands for the first of its sheets; the others are called by what is on them.
            boolean byTitle =
                    (group.size() == 1 && !form(first).isEmpty()) || !topics.add(campaign + "\n" + first.topic());
            String title = byTitle ? first.title() : topic(first.topic());
            String name = campaign.isEmpty() ? title : (campaigns.indexOf(campaign) + 1) + " " + title;
            sheets.add(new Sheet(book.name(name), first.campaign(), first.topic(), group));
        }
    }

    /** A sheet with one table, under a name of its own. */
    TableSheets(Table table, String name, Words words, Book book) {
        this.words = words;
        sheets.add(new Sheet(book.name(name), "", table.topic(), List.of(table)));
    }

    /**
     * What tells the columns of a table: those that hold texts share a sheet only with their like, or one column of words
     * would spread the numbers of all the others.
     */
    private static String form(Table table) {
        boolean words = table.rows().stream()
                .flatMap(row -> row.cells().stream().skip(1))
                .anyMatch(cell -> cell instanceof Cell.Text || cell instanceof Cell.Day);
        return words ? table.columns().toString() : "";
    }

    /** What tells the campaign of a table: two of one title are two. */
    private static String campaign(Table table) {
        String[] parts = table.key().split("/", -1);
        return table.campaign().isEmpty() ? "" : parts.length > 1 && !parts[1].isEmpty() ? parts[1] : "-";
    }

    List<Sheet> list() {
        return sheets;
    }

    String topic(Topic topic) {
        return switch (topic) {
            case MEETINGS -> words.text("workbook.topic.meetings");
            case ACTIONS -> words.text("workbook.topic.actions");
            case REGISTER -> words.text("workbook.topic.register");
            case PROGRESS -> words.text("workbook.topic.progress");
            case OUTPUTS -> words.text("workbook.topic.outputs");
            case INTERVIEWS -> words.text("workbook.topic.interviews");
            case VIOLATIONS -> words.text("workbook.topic.violations");
            case PEOPLE -> words.text("workbook.topic.people");
            case NOTEBOOK -> words.text("workbook.topic.notebook");
        };
    }

    private String title(Sheet sheet) {
        return sheet.campaign().isEmpty()
                ? (sheets.size() == 1 ? sheet.name() : topic(sheet.topic()))
                : words.text("workbook.sheet.title", sheet.campaign(), topic(sheet.topic()));
    }

    /** Lists every table on a page, each a link to its place. */
    void contents(Page page) throws IOException {
        if (sheets.isEmpty()) {
            return;
        }
        if (sheets.isEmpty()) {
            return;
        }
        page.blank();
        page.row(Look.CAPTION, Cell.of(words.text("workbook.chart.contents")));
        for (Sheet sheet : sheets) {
            page.blank();
            page.row(Look.TOTAL, Cell.of(sheet.name()), Cell.of(title(sheet)));
            for (Placed placed : new SheetLayout(sheet.tables(), FIRST).placed()) {
                page.link(1, placed.table().title(), sheet.name(), placed.title());
            }
        }
    }

    /**
     * Writes the sheets.
     *
     * @param below what stands below each page
     */
    void write(Book book, String below) throws IOException {
        for (Sheet sheet : sheets) {
            SheetLayout layout = new SheetLayout(sheet.tables(), FIRST);
            List<Placed> all = layout.placed();
            // A table that has a sheet to itself has its header on every page.
            int header = all.size() == 1 ? all.get(0).header() : 0;
            Page page = book.page(sheet.name(), layout.widths(), header <= MOST_FROZEN ? header + 1 : 1);
            book.repeat(header);
            book.footer(below, words.text("workbook.chart.page", "&P", "&N"));
            page.row(Look.TITLE, Cell.of(title(sheet)));
            PageBreaks breaks = new PageBreaks(layout.widths(), page.points());
            page.blank();
            List<Chart> charts = new ArrayList<>();
            for (Placed placed : all) {
                page.blankUntil(placed.title());
                double from = page.points();
                write(placed, page);
                double chart = page.points();
                page.blankUntil(placed.end());
                chart = placed.isBeside() ? page.points() : chart;
                breaks.take(placed.title(), placed.chart(), from, chart, page.points());
                if (placed.picture() != null) {
                    charts.add(
                            new TableChart(sheet.name(), placed, words).chart(placed.picture(), layout.frame(placed)));
                }
            }
            book.complete(charts, breaks.rows());
        }
    }

    private void write(Placed placed, Page page) throws IOException {
        Table table = placed.table();
        int across = Math.max(placed.across(), page.columnsWithin());
        page.merged(Look.CAPTION, table.title(), across);
        for (String note : table.notes()) {
            page.merged(Look.NOTE, note, across);
        }
        List<Cell> header = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < placed.columns().size(); i++) {
            String title = table.columns().get(i).title();
            if (holdsNumbers(table, i)) {
                numbers.add(header.size());
            }
            header.add(Cell.of(title));
            for (int part = 2; part <= placed.columns().get(i); part++) {
                header.add(Cell.of(words.text("workbook.column.continued", title, part)));
            }
        }
        page.header(header, numbers::contains);
        for (Row row : table.rows()) {
            Look look = switch (row.sort()) {
                case PLAIN -> Look.READ;
                case TOTAL -> Look.TOTAL;
                case CONTRADICTED -> Look.CONTRADICTED;
            };
            page.wideRow(look, row.cells(), placed.columns());
        }
    }

    private static boolean holdsNumbers(Table table, int column) {
        return table.rows().stream()
                .map(row -> row.cells().get(column))
                .anyMatch(cell -> cell instanceof Cell.Count || cell instanceof Cell.Share);
    }
}
