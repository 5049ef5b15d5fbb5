package org.jailoo.report;

/** What stands between the fields of a CSV file. */
public enum CsvSeparator {
    /** Where the decimal sign is a comma, as in Russian and Kyrgyz. */
    SEMICOLON(';'),
    COMMA(',');

    private final char character;

    CsvSeparator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** What spreadsheets of a language expect. */
    public static CsvSeparator of(String language) {
        return language.equals("en") ? COMMA : SEMICOLON;
    }
}
