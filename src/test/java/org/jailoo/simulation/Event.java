package org.jailoo.simulation;

import java.util.List;
import org.jailoo.app.ExportBundle.Choice;
import org.jspecify.annotations.Nullable;

/** Something that happens on a day of a season. Machines have numbers; a pick chooses among what a machine knows then. */
public sealed interface Event {
    /** The machine at which it happens. */
    int machine();

    /** What a person writes. */
    enum Kind {
        NEW,
        EDIT,
        SETTLE,
        DELETE,
        REVIVE
    }

    /** Somebody writes and saves at once. */
    record Write(int machine, Kind kind, int pick, long body) implements Event {}

    /** Somebody opens a form, and leaves it open. */
    record Open(int machine, int form, int pick) implements Event {}

    /** Somebody saves a form that was opened earlier, perhaps twice. */
    record Save(int machine, int form, long body, boolean again) implements Event {}

    /** A person withdrew consent; {@code own} picks among the records that were begun on this device. */
    record Purge(int machine, boolean own, int pick) implements Event {}

    /** A bundle is written, for one or two others. */
    record Send(int machine, int parcel, @Nullable Choice choice, List<Integer> to) implements Event {}

    /** What becomes of a bundle on its way. */
    enum Damage {
        NONE,
        CUT,
        FLIPPED
    }

    /** A bundle comes; {@code at} says where it was damaged, {@code yes} that the person accepts what it wants erased. */
    record Arrive(int machine, int parcel, Damage damage, double at, boolean late, boolean yes) implements Event {}

    /** A bundle never comes. */
    record Vanish(int machine, int parcel) implements Event {}

    /** A clock goes wrong, or is put right. */
    record Clock(int machine, long seconds) implements Event {}

    /** A notebook is copied to a second machine, and both are used on; the copy is noticed, or nothing tells of it. */
    record Copy(int machine, int copy, boolean noticed) implements Event {}

    /** What a notebook is set back to. */
    enum Back {
        BACKUP,
        FILE,
        FILE_UNNOTICED
    }

    /** A backup is made, or the file is copied away. */
    record Keep(int machine, Back how) implements Event {}

    /** A notebook breaks, and what was kept of it takes its place. */
    record Restore(int machine, Back how) implements Event {}

    /** A laptop is lost, with what only it held. */
    record Lose(int machine) implements Event {}

    /** Somebody hears of the lost laptop, and blocks it. */
    record Block(int machine, int lost) implements Event {}
}
