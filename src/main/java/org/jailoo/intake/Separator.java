package org.jailoo.intake;

import java.util.List;

/** What stands between the cells of a text table. */
public enum Separator {
    SEMICOLON(';'),
    COMMA(','),
    TAB('\t');

    private static final int LINES = 50;

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }

    /** The sign that stands equally often in most lines, quoted text aside; a semicolon where none does. */
    static Separator of(String text) {
        Separator best = SEMICOLON;
        int most = 0;
        for (Separator separator : List.of(SEMICOLON, TAB, COMMA)) {
            int weight = weight(text, separator.sign);
            if (weight > most) {
                most = weight;
                best = separator;
            }
        }
        return best;
    }

    /** How many pairs of neighbouring lines have the same number of signs, times that number. */
    private static int weight(String text, char sign) {
        int weight = 0;
        int before = 0;
        int here = 0;
        int lines = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && lines < LINES; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == sign) {
                here++;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (c == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
                    continue;
                }
                weight += here > 0 && here == before ? 10 + here : 0;
                before = here;
                here = 0;
                lines++;
            }
        }
        return weight + (here > 0 && (here == before || lines == 0) ? 10 + here : 0) + (here > 0 || before > 0 ? 1 : 0);
    }
}
