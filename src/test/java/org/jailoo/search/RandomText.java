package org.jailoo.search;

import java.util.List;
import java.util.Random;

/** What people and their keyboards may type, and what an attacker would. */
final class RandomText {
    private static final List<String> PARTS = List.of(
            "\"",
            "'",
            "*",
            "^",
            "-",
            "+",
            ":",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ",",
            ".",
            ";",
            "\\",
            "%",
            "_",
            " ",
            "\t",
            "\n",
            "\u0000",
            "\u00A0",
            "\u0301",
            "\u0306",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "😀",
            "👩‍🌾",
            "№",
            "½",
            "²",
            "AND",
            "OR",
            "NOT",
            "NEAR",
            "NEAR(",
            "text",
            "rowid",
            "''",
            "\"\"",
            "өкмөт",
            "укук",
            "мигранттардын",
            "права",
            "ёж",
            "naïve",
            "İ",
            "ß",
            "中文",
            "نص",
            "ไทย",
            "5000",
            "c++",
            "--",
            "/*",
            "]]>",
            "а",
            "к");

    private RandomText() {}

    static String of(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n >= 0; n--) {
            switch (random.nextInt(6)) {
                case 0 -> text.appendCodePoint(random.nextInt(0x530));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
        }
        return random.nextInt(500) == 0 ? text.toString().repeat(1 + 10_000 / text.length()) : text.toString();
    }
}
