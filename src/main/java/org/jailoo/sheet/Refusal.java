package org.jailoo.sheet;

/**
 * What is not taken, where it stands, and why.
 *
 * @param sheet the name of the sheet; empty where it is about the file
 * @param cell as D17; empty where it is about no single cell
 * @param said what stands there, or what would be right; at most some words
 */
public record Refusal(Reason reason, String sheet, String cell, String said) {
    private static final int MOST = 60;

    public Refusal {
        String line = said.replaceAll("\\p{Cntrl}", " ").strip();
        said = line.codePointCount(0, line.length()) <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
    }

    /** About the file. */
    static Refusal ofFile(Reason reason) {
        return new Refusal(reason, "", "", "");
    }
}
