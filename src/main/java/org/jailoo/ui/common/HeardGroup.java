package org.jailoo.ui.common;

import java.util.List;
import java.util.Random;
import org.jailoo.identity.Fingerprint;

/**
 * The digits of somebody else's key with one group left out, which the person types as she hears it.
 *
 * <p>A button can be pressed without listening; five digits that stand nowhere on the screen cannot.
 *
 * @param place which group is left out, from 0
 */
public record HeardGroup(Fingerprint digits, int place) {
    /** With a group left out that nobody can know beforehand. */
    public static HeardGroup drawn(Fingerprint digits, Random random) {
        return new HeardGroup(digits, random.nextInt(digits.groups().size()));
    }

    /** The groups, the one that is left out among them. */
    public List<String> groups() {
        return digits.groups();
    }

    /** Whether what was typed is the group that was left out; blanks do not count. */
    public boolean isHeard(String typed) {
        return plain(typed).equals(groups().get(place));
    }

    /** Whether enough was typed to say that it is another one. */
    public boolean isOther(String typed) {
        return plain(typed).length() >= groups().get(place).length() && !isHeard(typed);
    }

    private static String plain(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
