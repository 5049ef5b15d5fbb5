package org.jailoo.sheet;

import java.util.List;

/**
 * What a sheet says of itself.
 *
 * @param notebook the mark of the notebook that wrote it
 * @param quarter {@code YYYY-Qn}
 * @param language as ISO 639-1
 * @param headings of the columns, in their order
 * @param statuses the codes with their labels, in their order
 */
public record SheetHead(
        String notebook,
        String campaign,
        String quarter,
        String language,
        List<String> headings,
        List<Status> statuses) {
    public SheetHead {
        headings = List.copyOf(headings);
        statuses = List.copyOf(statuses);
    }

    /** A status, as it is stored and as it is read. */
    public record Status(String code, String label) {}

    /** The label of a code; the code itself where it has none. */
    String label(String code) {
        for (Status status : statuses) {
            if (status.code().equals(code)) {
                return status.label();
            }
        }
        return code;
    }
}
