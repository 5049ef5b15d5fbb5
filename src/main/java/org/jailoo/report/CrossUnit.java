package org.jailoo.report;

/** What a cross-tab counts. */
public enum CrossUnit {
    /** Interviews, each once. */
    INTERVIEWS("interview", Counted.TESTIMONIES),
    /** Interviews that tell of a violation, each once. */
    TESTIMONIES("interview", Counted.TESTIMONIES),
    /** Violations that interviews tell of, each of them. */
    ACTS("interview", Counted.ACTS),
    /** Persons, each once. */
    PARTICIPANTS("participant", Counted.PEOPLE),
    /** Heads at meetings: the grid of each, or else its list. */
    ATTENDANCE("focusGroup", Counted.PEOPLE),
    /** Recommendations, each once. */
    RECOMMENDATIONS("recommendation", Counted.RECOMMENDATIONS);

    private final String type;
    private final Counted counted;

    CrossUnit(String type, Counted counted) {
        this.type = type;
        this.counted = counted;
    }

    /** The type of record that it is found in. */
    public String type() {
        return type;
    }

    Counted counted() {
        return counted;
    }

    /** The list whose items are counted one by one; empty where whole records are. */
    String split() {
        return this == ACTS ? "violations" : this == ATTENDANCE ? "attendance" : "";
    }

    /** Whether those who were interviewed belong to it, with what is known of them. */
    boolean hasParticipants() {
        return type.equals("interview");
    }
}
