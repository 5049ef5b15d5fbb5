package org.jailoo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.IdentityException.Reason;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;

/**
 * What makes a device this device, as a backup keeps it.
 *
 * @param trusted cards of the devices that a person trusted
 * @param blocked ids of the devices that a person blocked
 */
record DeviceState(DeviceKeys keys, Card card, List<Card> trusted, List<String> blocked) {
    static DeviceState of(Notebook notebook) {
        List<Card> trusted = new ArrayList<>();
        List<String> blocked = new ArrayList<>();
        for (Device device : notebook.devices().all()) {
            if (device.trust() == Trust.TRUSTED) {
                trusted.add(device.card());
            } else if (device.trust() == Trust.BLOCKED) {
                blocked.add(device.card().deviceId());
            }
        }
        return new DeviceState(notebook.device(), notebook.card(), trusted, blocked);
    }

    Json.Obj json() {
        return Json.object(Map.of(
                "v", Json.of(1),
                "keys", keys.json(),
                "card", card.json(),
                "trusted",
                        new Json.Array(
                                trusted.stream().map(c -> (Json) c.json()).toList()),
                "blocked", Json.texts(blocked)));
    }

    static DeviceState parse(Json.Obj json) throws IdentityException {
        if (json.get("keys") instanceof Json.Obj keys
                && json.get("card") instanceof Json.Obj card
                && json.get("trusted") instanceof Json.Array cards
                && json.get("blocked") instanceof Json.Array ids) {
            List<Card> trusted = new ArrayList<>();
            for (Json one : cards.items()) {
                if (one instanceof Json.Obj object) {
                    trusted.add(Card.parse(object));
                }
            }
            List<String> blocked = new ArrayList<>();
            for (Json id : ids.items()) {
                if (id instanceof Json.Text text) {
                    blocked.add(text.value());
                }
            }
            return new DeviceState(DeviceKeys.parse(keys), Card.parse(card), trusted, blocked);
        }
        throw new IdentityException(Reason.MALFORMED, "the device of a backup");
    }
}
