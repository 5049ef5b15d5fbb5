package org.jailoo.pasted;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A block of cells from a clipboard, rows as they stood; every row has as many cells as the widest.
 *
 * @param rows a cell spread over several rows stands in each of them, one over several columns in its first
 */
public record PastedTable(List<List<String>> rows) {
    private static final int MOST_ROWS = 2000;
    private static final int MOST_COLUMNS = 60;

    public PastedTable {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        rows = rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .map(row -> padded(row, width))
                .toList();
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> full = new ArrayList<>(row);
        while (full.size() < width) {
            full.add("");
        }
        return List.copyOf(full);
    }

    public int width() {
        return rows.isEmpty() ? 0 : rows.get(0).size();
    }

    /** Whether it is more than one cell: a single one is words and no table. */
    public boolean isTable() {
        return width() > 1 || rows.size() > 1;
    }

    /** The first table of a page as Word or LibreOffice puts it into the clipboard; without a table, nothing. */
    public static PastedTable ofHtml(String html) {
        List<List<String>> rows = new ArrayList<>();
        for (Element table : Jsoup.parse(html).select("table")) {
            if (tableAround(table) == null) {
                read(table, rows);
            }
        }
        return new PastedTable(rows);
    }

    /** The innermost table that something stands in. */
    private static @Nullable Element tableAround(Element element) {
        Element around = element.parent();
        while (around != null && !around.normalName().equals("table")) {
            around = around.parent();
        }
        return around;
    }

    private static void read(Element table, List<List<String>> rows) {
        // What a cell of an earlier row still covers: how many rows more, and what it says.
        List<Integer> left = new ArrayList<>();
        List<String> says = new ArrayList<>();
        for (Element row : table.select("tr")) {
            if (rows.size() >= MOST_ROWS || !table.equals(tableAround(row))) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                    continue;
                }
                covered(cells, left, says);
                String text = text(cell);
                int down = span(cell, "rowspan");
                for (int i = 0; i < span(cell, "colspan") && cells.size() < MOST_COLUMNS; i++) {
                    set(left, says, cells.size(), down - 1, i == 0 ? text : "");
                    cells.add(i == 0 ? text : "");
                }
            }
            covered(cells, left, says);
            rows.add(cells);
        }
    }

    private static void covered(List<String> cells, List<Integer> left, List<String> says) {
        while (cells.size() < left.size() && left.get(cells.size()) > 0) {
            int at = cells.size();
            left.set(at, left.get(at) - 1);
            cells.add(says.get(at));
        }
    }

    private static void set(List<Integer> left, List<String> says, int column, int rows, String text) {
        while (left.size() <= column) {
            left.add(0);
            says.add("");
        }
        left.set(column, rows);
        says.set(column, text);
    }

    private static int span(Element cell, String name) {
        String value = cell.attr(name).strip();
        return value.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    /**
     * The words of a cell: paragraphs and breaks are lines, and the line ends of the page are spaces. Walked without
     * recursion: a page may nest as deep as it likes.
     */
    private static String text(Element cell) {
        StringBuilder text = new StringBuilder();
        cell.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText().replaceAll("[\\r\\n\\t ]+", " "));
                } else if (node instanceof Element element && depth > 0) {
                    boolean line = element.isBlock() || element.normalName().equals("br");
                    if (line && text.length() > 0) {
                        text.append('\n');
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && depth > 0 && element.isBlock()) {
                    text.append('\n');
                }
            }
        });
        return tidy(text.toString());
    }

    private static String tidy(String text) {
        return text.replace('\u00a0', ' ')
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{2,}", "\n")
                .strip();
    }

    /**
     * Cells as Excel puts them into the clipboard as text: tabs between them, a line each row; a cell in quotes may hold
     * line breaks, tabs, and quotes written twice.
     */
    public static PastedTable ofText(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        int i = 0;
        while (i < all.length()) {
            char c = all.charAt(i);
            int end = cell.length() == 0 && c == '"' ? closing(all, i) : -1;
            if (end > 0) {
                cell.append(all, i + 1, end);
                row.add(cell.toString().replace("\"\"", "\"").strip());
                cell.setLength(0);
                i = end + 1;
                if (i == all.length() || all.charAt(i) == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
                i++;
                continue;
            }
            if (c == '\t' || c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
            i++;
        }
        if (cell.length() > 0 || !row.isEmpty()) {
            row.add(cell.toString().strip());
            rows.add(row);
        }
        return new PastedTable(rows.size() > MOST_ROWS ? rows.subList(0, MOST_ROWS) : rows);
    }

    /** Where the quotes end that a cell began with; -1 where they are only its first letter. */
    private static int closing(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                boolean twice = i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (!twice) {
                    boolean ends = i + 1 == text.length() || text.charAt(i + 1) == '\t' || text.charAt(i + 1) == '\n';
                    return ends ? i : -1;
                }
                i++;
            }
        }
        return -1;
    }
}
