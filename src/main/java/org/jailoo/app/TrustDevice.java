package org.jailoo.app;

import java.time.Clock;
import java.util.List;
import org.jailoo.history.Content;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.Card.Standing;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;

/** What a person decides about another device: to trust it, to block it, and that one of its notebooks is no more. */
public final class TrustDevice {
    /** Under which a notebook remembers since when a device is trusted: one never heard of is silent since then. */
    static final String SINCE = "trusted.";

    private final Notebook notebook;
    private final Clock clock;

    public TrustDevice(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** What a card is to this notebook, before anything was decided. */
    public enum Is {
        /** This device's own. */
        OWN,
        /** Of a device that is not trusted yet. */
        STRANGER,
        /** Of a blocked device. */
        BLOCKED,
        /** Of a trusted device, and nothing new. */
        KNOWN,
        /** A later one of a trusted device, which names the key that was confirmed. */
        RENEWED,
        /** A later one of a trusted device with another key to encrypt to, which waits for confirmation. */
        OTHER_KEY,
        /** A second one of the same number: neither is used any more. */
        DISPUTED
    }

    /**
     * A card that came.
     *
     * @param namesakes the devices that are trusted, or this one, and bear the same name
     */
    public record Came(Card card, Is is, List<Device> namesakes) {
        public Came {
            namesakes = List.copyOf(namesakes);
        }
    }

    /** Takes note of a card that a person was given, as a bundle would; trusts nobody. */
    public Came note(Card card) {
        return notebook.inTransaction(() -> {
            Device before = notebook.devices().find(card.deviceId());
            List<Device> namesakes = namesakes(card);
            if (card.deviceId().equals(notebook.device().deviceId())) {
                return new Came(card, Is.OWN, List.of());
            }
            if (before == null || before.trust() == Trust.UNKNOWN) {
                // Nothing stays of a card that nobody trusts, but for what contradicts one that came before.
                if (before != null) {
                    notebook.devices().note(card);
                }
                return new Came(card, isDisputed(card) ? Is.DISPUTED : Is.STRANGER, namesakes);
            }
            Standing standing = card.against(before.card());
            notebook.devices().note(card);
            Device now = notebook.devices().find(card.deviceId());
            if (now != null && now.disputed()) {
                return new Came(card, Is.DISPUTED, namesakes);
            }
            if (now != null && now.trust() == Trust.BLOCKED) {
                return new Came(now.card(), Is.BLOCKED, namesakes);
            }
            boolean waits = now != null
                    && (now.recipientWaits() || now.recipient() == null)
                    && now.card().equals(card);
            return new Came(card, waits ? Is.OTHER_KEY : standing == Standing.NEWER ? Is.RENEWED : Is.KNOWN, namesakes);
        });
    }

    private boolean isDisputed(Card card) {
        Device now = notebook.devices().find(card.deviceId());
        return now != null && now.disputed();
    }

    private List<Device> namesakes(Card card) {
        String self = notebook.device().deviceId();
        return notebook.devices().all().stream()
                .filter(d -> !d.card().deviceId().equals(card.deviceId()))
                .filter(d -> d.trust() == Trust.TRUSTED || d.card().deviceId().equals(self))
                .filter(d -> !d.disputed() && DeviceNames.folded(d).equals(DeviceNames.folded(card)))
                .toList();
    }

    /** Trusts the device of a card that a person has compared, and encrypts to the key that it names from now on. */
    public void trust(Card card) {
        notebook.inTransaction(() -> {
            boolean known = notebook.devices().trust(card.deviceId()) == Trust.TRUSTED;
            notebook.devices().trust(card);
            if (!known) {
                notebook.settings().put(SINCE + card.deviceId(), Content.timeText(clock.instant()));
            }
            return card;
        });
    }

    /** Blocks a lost laptop. */
    public void block(String device) {
        notebook.inTransaction(() -> {
            notebook.devices().block(device);
            return device;
        });
    }

    /** Says that a notebook of a device is no more: what only that one had is sent again to the others. */
    public void retire(Writer instance) {
        notebook.inTransaction(() -> {
            notebook.claims().retire(instance);
            return instance;
        });
    }
}
