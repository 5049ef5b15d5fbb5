package org.jailoo.app;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jailoo.json.Json;
import org.jailoo.notebook.Brought.Alone;
import org.jailoo.notebook.Brought.InRecord;
import org.jailoo.notebook.BundleLog.Came;

/**
 * What undoing an import would do, as the notebook stood when it was looked at.
 *
 * @param obstacles why it cannot go back out as if it had never come, and how many times; none where it can
 * @param alone what it alone brought: this goes back out where it can
 * @param reversed where it cannot: what is written instead, one edit a record
 * @param stays where it cannot: what stays of it all the same, by record, and why
 */
public record UndoPlan(
        Came bundle, SortedMap<Obstacle, Long> obstacles, Alone alone, List<Reversed> reversed, List<Stays> stays) {
    public UndoPlan {
        reversed = List.copyOf(reversed);
        stays = List.copyOf(stays);
    }

    /** What keeps an import from going back out. */
    public enum Obstacle {
        /** It came before this program kept what each bundle brought. */
        EARLIER_FORM,
        /** It is what this notebook was restored from. */
        RESTORED,
        /** It was taken back out. */
        UNDONE,
        /** Something was built on it; counts records. */
        BUILT_ON,
        /** Something that was written here refers to it; counts records. */
        REFERRED,
        /** Somebody is in the middle of writing on it; counts drafts. */
        DRAFT,
        /** It was counted in what was written for others; counts bundles, receipts and backups. */
        HANDED_ON
    }

    /** In which way it is undone. */
    public enum Way {
        /** Its revisions go back out, as if it had never come. */
        TAKE_OUT,
        /** The values of before are written over it, one edit a record. */
        REVERT,
        /** Not at all. */
        NONE
    }

    /** In which way. */
    public Way way() {
        if (obstacles.isEmpty()) {
            return Way.TAKE_OUT;
        }
        return reversed.isEmpty() ? Way.NONE : Way.REVERT;
    }

    /**
     * The values of before for one record.
     *
     * @param deletes whether it is a record that the import alone brought, and that is marked as deleted
     */
    public record Reversed(String record, String type, List<String> parents, Json.Obj body, boolean deletes) {
        public Reversed {
            parents = List.copyOf(parents);
        }

        /** Without a word of the record. */
        @Override
        public String toString() {
            return "Reversed[" + record + " " + body.members().keySet() + "]";
        }
    }

    /** Why something stays. */
    public enum Why {
        /** It would be in conflict without the import too: a person has to look. */
        CONFLICT,
        /** What somebody consented to is decided by people. */
        CONSENT,
        /** It may name a person, and the names are closed. */
        NAMES_CLOSED,
        /** It is too much for one edit. */
        TOO_LARGE
    }

    /** A record of which something stays. */
    public record Stays(String record, String type, Why why) {}

    /** How many records vanish, where it goes back out. */
    public long vanishing() {
        return alone.records().stream().filter(InRecord::vanishes).count();
    }

    /** How many records are again as they were, where it goes back out. */
    public long changing() {
        return alone.records().size() - vanishing();
    }

    /** How many erasures that wait for a person go with it. */
    public long waitingPurges() {
        return alone.records().stream().mapToLong(InRecord::purges).sum();
    }

    /** The records that were erased and stay so, in either way. */
    public Set<String> erased() {
        return alone.erased();
    }
}
