package org.jailoo.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns bytes into changes to a workbook that is right: what an office does to a sheet, and what another program could leave. */
final class PartEdits {
    private static final int MOST = 10;
    private static final Pattern CELL = Pattern.compile("<c [^>]*?(/>|>.*?</c>)");
    private static final Pattern ROW = Pattern.compile("<row .*?</row>");
    private static final Pattern VALUE = Pattern.compile("(?<=<v>)[^<]*");
    private static final Pattern WORD = Pattern.compile("(?<=<t>)[^<]*");
    private static final Pattern REFERENCE = Pattern.compile("(?<= r=\")[^\"]*");
    private static final List<Pattern> ALL = List.of(CELL, ROW, VALUE, WORD, REFERENCE);
    private static final String SHEET = "xl/worksheets/";
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Выполнено",
            "Запланировано",
            "выполнено ",
            "done",
            "planned",
            "айыл өкмөтү",
            "кат жазылды",
            "=1+1",
            "1",
            "2024-Q3",
            "jailoo:status",
            "jailoo:record",
            "jailoo-sheet/2",
            "\u202E",
            "_x000D_",
            "&#10;",
            "&amp;",
            "&#0;");
    private static final List<String> CELLS = List.of(
            "<f>1+1</f><v>2</v>",
            "<v>1e308</v>",
            "<v>-1</v>",
            "<v>99999</v>",
            "<v></v>",
            "<is><t>a</t><r><t>b</t></r></is>",
            "<v>45111.5</v>",
            "<f t=\"shared\" si=\"0\"/>",
            "<v>#REF!</v>");
    private static final List<String> TYPES = List.of("s", "n", "b", "e", "str", "inlineStr", "d", "");
    private static final List<String> REFERENCES =
            List.of("A1", "H3", "J4", "XFD1048576", "A0", "1", "A1048577", "ZZZZ1", "", "J99999", "A3");
    private static final List<String> PIECES = List.of(
            "<mergeCells><mergeCell ref=\"A1:J5\"/></mergeCells>",
            "<row r=\"3\"/>",
            "<row r=\"20002\"><c r=\"A20002\"><v>1</v></c></row>",
            "<c/>",
            "hidden=\"true\" ",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "&e;",
            "<!--",
            "]]>",
            "</sheetData>",
            "<si><t>x</t></si>",
            "\u0000");

    private final Choices choices;
    private final List<String> names;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private PartEdits(Map<String, byte[]> right, byte[] input) {
        choices = new Choices(input);
        right.forEach((name, part) -> parts.put(name, new String(part, StandardCharsets.UTF_8)));
        names = List.copyOf(parts.keySet());
    }

    /** The parts after the changes that these bytes stand for. */
    static Map<String, byte[]> of(Map<String, byte[]> right, byte[] input) {
        PartEdits edits = new PartEdits(right, input);
        for (int i = 0; i < MOST && !edits.choices.isEmpty(); i++) {
            edits.one();
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        edits.parts.forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return parts;
    }

    private void one() {
        switch (choices.below(12)) {
            case 0, 1, 2 -> within(sheet(), CELL, this::typed);
            case 3 -> within(sheet(), VALUE, was -> String.valueOf(choices.below(256) - 4));
            case 4 -> within("xl/sharedStrings.xml", WORD, was -> text());
            case 5 -> within(sheet(), REFERENCE, was -> choices.oneOf(REFERENCES));
            case 6 -> within(sheet(), choices.oneOf(ALL), was -> "");
            case 7 -> within(sheet(), ROW, was -> was + was);
            case 8 -> exchange(sheet(), ROW);
            case 9 -> exchange(sheet(), choices.oneOf(ALL));
            case 10 -> piece(choices.oneOf(names), choices.oneOf(PIECES));
            default ->
                piece(choices.oneOf(names), new String(choices.some(choices.below(8)), StandardCharsets.ISO_8859_1));
        }
    }

    private String text() {
        return choices.below(4) == 0 ? choices.text().replace("&", "").replace("<", "") : choices.oneOf(TEXTS);
    }

    /** The first sheet, mostly; it is the one that people change. */
    private String sheet() {
        int which = choices.below(8);
        return which < 5 ? SHEET + "sheet1.xml" : which < 7 ? SHEET + "sheet3.xml" : choices.oneOf(names);
    }

    /** The same place with other content. */
    private String typed(String cell) {
        var at = REFERENCE.matcher(cell);
        String reference = at.find() ? at.group() : "A1";
        String open = "<c r=\"" + reference + "\" s=\"" + choices.below(8) + "\"";
        if (choices.below(4) == 0) {
            return open + " t=\"" + choices.oneOf(TYPES) + "\">" + choices.oneOf(CELLS) + "</c>";
        }
        return open + " t=\"inlineStr\"><is><t>" + text() + "</t></is></c>";
    }

    private interface Change {
        String of(String was);
    }

    private List<MatchResult> found(String part, Pattern what) {
        return what.matcher(parts.getOrDefault(part, "")).results().toList();
    }

    private void within(String part, Pattern what, Change change) {
        List<MatchResult> all = found(part, what);
        if (!all.isEmpty()) {
            MatchResult one = choices.oneOf(all);
            parts.merge(
                    part,
                    "",
                    (text, none) ->
                            text.substring(0, one.start()) + change.of(one.group()) + text.substring(one.end()));
        }
    }

    private void exchange(String part, Pattern what) {
        List<MatchResult> all = new ArrayList<>(found(part, what));
        if (all.size() > 1) {
            int first = choices.below(all.size() - 1);
            MatchResult a = all.get(first);
            MatchResult b = all.get(first + 1 + choices.below(all.size() - first - 1));
            parts.merge(
                    part,
                    "",
                    (text, none) -> text.substring(0, a.start())
                            + b.group()
                            + text.substring(a.end(), b.start())
                            + a.group()
                            + text.substring(b.end()));
        }
    }

    private void piece(String part, String piece) {
        String text = parts.getOrDefault(part, "");
        int at = choices.below(text.length() + 1);
        int cut = choices.below(4);
        parts.put(part, text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + cut)));
    }
}
