package org.jailoo.app;

import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.search.Folding;

/** The names of devices as they are compared: look-alike letters and blanks make no other name. */
final class DeviceNames {
    private static final String CYRILLIC = "авекмнорстух";
    private static final String LATIN = "abekmhopctyx";

    private DeviceNames() {}

    /** Empty for a device whose name is not used. */
    static String folded(Device device) {
        return device.disputed() ? "" : folded(device.card());
    }

    static String folded(Card card) {
        StringBuilder folded = new StringBuilder();
        Folding.fold(card.shownName())
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(sign -> {
                    // Codes such as A7 are typed on either keyboard.
                    int at = CYRILLIC.indexOf(sign);
                    folded.appendCodePoint(at < 0 ? sign : LATIN.charAt(at));
                });
        return folded.toString();
    }
}
