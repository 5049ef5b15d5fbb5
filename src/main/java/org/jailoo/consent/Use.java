package org.jailoo.consent;

import java.util.Locale;
import java.util.Set;

/** What is to be done with a part of a record; a person grants each by a purpose of her consent. */
public enum Use {
    /** It is kept and read. Whatever else is done with it but counting needs this too. */
    KEEP,
    /** It is counted, and seen in no other way than as a number. */
    STATISTICS,
    /** Her words are quoted without her name; who lets her name be told lets her words be told. */
    QUOTE_ANONYMOUSLY,
    /** Her words are quoted with her name. */
    QUOTE_BY_NAME,
    SHARE_PARTNERS,
    SHARE_ABROAD,
    SHARE_UN,
    SHARE_AUTHORITIES,
    MEDIA,
    COURT,
    /** A picture of her, moving ones too. */
    PHOTO,
    /** Her voice. */
    RECORD_AUDIO,
    CONTACT_AGAIN;

    /** The code of consentPurpose that grants it. */
    public String purpose() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it takes what was told out of the team. */
    public boolean leavesTheTeam() {
        return switch (this) {
            case SHARE_PARTNERS, SHARE_ABROAD, SHARE_UN, SHARE_AUTHORITIES, MEDIA, COURT -> true;
            case KEEP, STATISTICS, QUOTE_ANONYMOUSLY, QUOTE_BY_NAME, PHOTO, RECORD_AUDIO, CONTACT_AGAIN -> false;
        };
    }

    /** Whether any of these purposes grants it; a code that this version does not know grants nothing. */
    boolean isGrantedBy(Set<String> purposes) {
        return purposes.contains(purpose())
                || (this == QUOTE_ANONYMOUSLY && purposes.contains(QUOTE_BY_NAME.purpose()));
    }
}
