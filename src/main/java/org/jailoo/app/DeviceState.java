package org.jailoo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.IdentityException.Reason;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * What makes a device this device, as a backup keeps it: its keys, its card, and what its person decided about others.
 *
 * @param known every device about which something was decided or sent: trusted, blocked, disputed, a scope
 */
record DeviceState(DeviceKeys keys, Card card, List<Device> known) {
    static DeviceState of(Notebook notebook) {
        List<Device> known = notebook.devices().all().stream()
                .filter(d -> d.trust() != Trust.UNKNOWN || d.disputed() || d.scope() != null)
                .toList();
        return new DeviceState(notebook.device(), notebook.card(), known);
    }

    /** The same device before it knew of any other. */
    static DeviceState alone(DeviceKeys keys, Card card) {
        return new DeviceState(keys, card, List.of());
    }

    Json.Obj json() {
        List<Json> devices = new ArrayList<>();
        for (Device device : known) {
            TreeMap<String, Json> members = new TreeMap<>(Map.of(
                    "card", device.card().json(),
                    "disputed", Json.of(device.disputed()),
                    "trust", Json.of(device.trust().ordinal())));
            put(members, "recipient", device.recipient());
            put(members, "scope", device.scope());
            devices.add(Json.object(members));
        }
        return Json.object(Map.of(
                "v", Json.of(1), "keys", keys.json(), "card", card.json(), "devices", new Json.Array(devices)));
    }

    private static void put(Map<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, Json.of(value));
        }
    }

    static DeviceState parse(Json.Obj json) throws IdentityException {
        if (json.get("keys") instanceof Json.Obj keys
                && json.get("card") instanceof Json.Obj card
                && json.get("devices") instanceof Json.Array devices) {
            List<Device> known = new ArrayList<>();
            for (Json one : devices.items()) {
                known.add(device(one));
            }
            return new DeviceState(DeviceKeys.parse(keys), Card.parse(card), known);
        }
        throw malformed();
    }

    private static Device device(Json json) throws IdentityException {
        if (json instanceof Json.Obj device && device.get("card") instanceof Json.Obj card) {
            Long trust = device.integer("trust");
            if (trust != null && trust >= 0 && trust < Trust.values().length) {
                return new Device(
                        Card.parse(card),
                        Json.TRUE.equals(device.get("disputed")),
                        device.text("recipient"),
                        Trust.values()[trust.intValue()],
                        device.text("scope"));
            }
        }
        throw malformed();
    }

    private static IdentityException malformed() {
        return new IdentityException(Reason.MALFORMED, "the device of a backup");
    }
}
