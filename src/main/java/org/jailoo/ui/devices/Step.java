package org.jailoo.ui.devices;

import org.jailoo.app.JoinTeam.Plan;
import org.jailoo.app.TrustDevice.Came;
import org.jailoo.identity.TeamList;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.ui.common.HeardGroup;
import org.jspecify.annotations.Nullable;

/** What the page of devices shows: all of them, or one thing that a person has to decide. */
sealed interface Step {
    /** All devices. */
    record All() implements Step {}

    /**
     * Two people compare digits before one is trusted.
     *
     * @param blocked whether it is blocked here now
     * @param then the team list that it signed, which is read once it is trusted; null where a card came
     */
    record Compare(
            Came came,
            HeardGroup heard,
            boolean blocked,
            @Nullable TeamList then) implements Step {}

    /** A changed key of a trusted device is confirmed, or not. */
    record Key(Device device, HeardGroup heard) implements Step {}

    /** A lost laptop is blocked, or not. */
    record Block(Device device) implements Step {}

    /** What is in a team list, to be ticked. */
    record Team(Plan plan) implements Step {}
}
