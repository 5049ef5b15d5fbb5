package org.jailoo.report;

/**
 * Text in a CSV file that no program takes for a formula: one apostrophe stands before what might be one.
 *
 * <p>Some programs compute a field that begins with {@code = + - @}, also behind white space, a tab or a line end. Whoever
 * reads the file back takes one apostrophe off every text that, but for apostrophes at its beginning, would be such a one;
 * no other text was touched.
 */
public final class CsvText {
    private static final String LIVE = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvText() {}

    /** The text as it is written. */
    public static String written(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    /** The text that was written so. */
    public static String read(String written) {
        return written.startsWith("'") && isRisky(written) ? written.substring(1) : written;
    }

    private static boolean isRisky(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        int begin = at;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        boolean control = begin < text.length() && "\t\r\n".indexOf(text.charAt(begin)) >= 0;
        return control || (at < text.length() && LIVE.indexOf(text.charAt(at)) >= 0);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
