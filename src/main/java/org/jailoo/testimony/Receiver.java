package org.jailoo.testimony;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jailoo.consent.Use;
import org.jspecify.annotations.Nullable;

/** For whom a testimony is written out; each but the team's own file needs a yes of its own. */
public enum Receiver {
    /** The file of the team itself. */
    TEAM(null),
    /** A lawyer, and the court before which she stands. */
    COURT(Use.COURT),
    /** An organisation that works on the same case. */
    PARTNER(Use.SHARE_PARTNERS),
    /** Authorities of a state. */
    AUTHORITIES(Use.SHARE_AUTHORITIES),
    /** A body of the United Nations. */
    UN(Use.SHARE_UN);

    private final @Nullable Use use;

    Receiver(@Nullable Use use) {
        this.use = use;
    }

    /** What she has to have agreed to. */
    public Set<Use> uses(boolean abroad) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        if (use != null) {
            uses.add(use);
            if (abroad) {
                uses.add(Use.SHARE_ABROAD);
            }
        }
        return uses;
    }

    /** As it stands in keys and logs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
