package org.jailoo.report;

import java.util.List;

/**
 * Something that records are told apart by in a cross-tab: a coded field of the schema, or what follows from one.
 *
 * @param id names it, for instance {@code place.adm1}, {@code violations.code}, {@code date@month}
 * @param type of the record that it is a field of
 * @param path the field, and the member where there is one
 * @param list whose items it belongs to; empty where it is of the record as a whole
 * @param codebook of its values; empty where they are no codes
 * @param kept whether a record is looked at for it only where it may be kept, and not where it may be counted alone
 * @param label what people call it
 */
public record CrossField(
        String id,
        String type,
        List<String> path,
        String list,
        Form form,
        String codebook,
        boolean kept,
        String label) {
    /** What stands in it. */
    public enum Form {
        CODES,
        /** The codes above those that stand there. */
        BROADER,
        MONTH,
        QUARTER,
        YEAR,
        SETTLEMENT,
        CAMPAIGN
    }

    public CrossField {
        path = List.copyOf(path);
    }

    String field() {
        return path.get(0);
    }

    String member() {
        return path.size() > 1 ? path.get(1) : "";
    }
}
