package org.jailoo.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.report.Table.Column;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Topic;
import org.jailoo.report.Table.Width;

/** The sheets of tables: those of one topic of one campaign stand below each other on one sheet. */
final class TableSheets {
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
            grouped.computeIfAbsent(campaign + "\n" + table.topic(), k -> new ArrayList<>())
                    .add(table);
        }
        for (List<Table> group : grouped.values()) {
            Table first = group.get(0);
            String topic = topic(first.topic());
            String campaign = campaign(first);
            String name = campaign.isEmpty() ? topic : (campaigns.indexOf(campaign) + 1) + " " + topic;
            sheets.add(new Sheet(book.name(name), first.campaign(), first.topic(), group));
        }
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

    void write(Book book) throws IOException {
        for (Sheet sheet : sheets) {
            Page page = book.page(sheet.name(), widths(sheet), 1);
            String title = sheet.campaign().isEmpty()
                    ? topic(sheet.topic())
                    : words.text("workbook.sheet.title", sheet.campaign(), topic(sheet.topic()));
            page.row(Look.TITLE, Cell.of(title));
            for (Table table : sheet.tables()) {
                page.blank();
                write(table, page);
            }
        }
    }

    private void write(Table table, Page page) throws IOException {
        page.row(Look.TITLE, Cell.of(table.title()));
        for (String note : table.notes()) {
            page.row(Look.NOTE, Cell.of(note));
        }
        List<Integer> columns = columns(table);
        List<Cell> header = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String title = table.columns().get(i).title();
            header.add(Cell.of(title));
            for (int part = 2; part <= columns.get(i); part++) {
                header.add(Cell.of(words.text("workbook.column.continued", title, part)));
            }
        }
        page.row(Look.HEADER, header.toArray(Cell[]::new));
        for (Row row : table.rows()) {
            Look look = switch (row.sort()) {
                case PLAIN -> Look.READ;
                case TOTAL -> Look.TOTAL;
                case CONTRADICTED -> Look.CONTRADICTED;
            };
            page.wideRow(look, row.cells(), columns);
        }
    }

    /** How many columns of the sheet each column of a table takes: more than one where a text is too long for a cell. */
    private static List<Integer> columns(Table table) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int most = 1;
            for (Row row : table.rows()) {
                most = Math.max(most, Page.columns(row.cells().get(i)));
            }
            columns.add(most);
        }
        return columns;
    }

    private static List<Double> widths(Sheet sheet) {
        List<Double> widths = new ArrayList<>();
        for (Table table : sheet.tables()) {
            int at = 0;
            List<Integer> columns = columns(table);
            for (int i = 0; i < columns.size(); i++) {
                for (int part = 0; part < columns.get(i); part++) {
                    double wanted = width(table.columns().get(i));
                    if (at == widths.size()) {
                        widths.add(wanted);
                    } else {
                        widths.set(at, Math.max(widths.get(at), wanted));
                    }
                    at++;
                }
            }
        }
        return widths;
    }

    private static double width(Column column) {
        return column.width() == Width.WIDE ? 48 : column.width() == Width.NORMAL ? 16 : 6;
    }
}
