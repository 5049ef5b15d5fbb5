package org.jailoo.paper;

import org.jspecify.annotations.Nullable;

/**
 * A form that is to be printed.
 *
 * @param language as ISO 639-1
 * @param campaign null for a form that belongs to none
 */
public record FormOrder(
        Form form, String language, @Nullable Campaign campaign) {

    /** The forms there are. */
    public enum Form {
        /** The words of consent, what a person agrees to, and her signature. */
        CONSENT,
        /** What an interview asks. */
        INTERVIEW,
        /** Who came to a meeting. */
        ATTENDANCE,
        /** The page of the guide to keep: for a wall or a bag. It belongs to no campaign. */
        PAGE
    }

    /**
     * What a form says of a campaign.
     *
     * @param script the words of consent in the form's language; null where the campaign has none
     */
    public record Campaign(String title, @Nullable Script script) {}

    /** The words of consent of a campaign. */
    public record Script(String version, String text) {}
}
