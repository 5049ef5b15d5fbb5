package org.jailoo.notebook;

import java.util.List;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/** The devices that the notebook knows by their cards, and what the person thinks of each. */
public final class Devices {
    /** What the person thinks of a device. */
    public enum Trust {
        /** Nobody has said anything: its revisions are taken inside trusted bundles, its own bundles are not. */
        UNKNOWN,
        /** Its fingerprint was compared. */
        TRUSTED,
        /** Its bundles are refused and its purges held: a lost laptop. */
        BLOCKED
    }

    /**
     * A device.
     *
     * @param card the card that a bundle carries for it
     * @param disputed whether two different cards of the card's serial were seen: neither its name nor its recipient
     *     is used then
     * @param recipient the confirmed recipient to encrypt to; null until a person trusted the device
     * @param scope the widest scope it was ever sent, null if none
     */
    public record Device(
            Card card,
            boolean disputed,
            @Nullable String recipient,
            Trust trust,
            @Nullable String scope) {
        /** The name to show; null where it may not be used. */
        public @Nullable String name() {
            return disputed ? null : card.name();
        }
    }

    private static final int MAX_DEPTH = 8;

    private final Sql sql;

    Devices(Sql sql) {
        this.sql = sql;
    }

    /** The device of this id, null if no card of it was seen. */
    public @Nullable Device find(String id) {
        return sql.first(
                "SELECT card, disputed, recipient, trust, scope FROM device WHERE id = ?",
                r -> new Device(
                        card(r.getBytes(1)),
                        r.getBoolean(2),
                        r.getString(3),
                        Trust.values()[r.getInt(4)],
                        r.getString(5)),
                id);
    }

    /** Every device, ascending by id. */
    public List<Device> all() {
        return sql.list("SELECT id FROM device ORDER BY id", r -> r.getString(1)).stream()
                .map(this::find)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** What the person thinks of a device. */
    public Trust trust(String id) {
        return Trust.values()[(int) sql.number("SELECT trust FROM device WHERE id = ?", id)];
    }

    /** Takes note of a verified card. A changed recipient waits for confirmation; the greatest serial wins. */
    public void note(Card card) {
        String id = card.deviceId();
        Device known = find(id);
        if (known == null) {
            sql.update(
                    "INSERT INTO device (id, card, disputed, trust, unasked) VALUES (?, ?, 0, 0, 0)",
                    id,
                    card.canonicalBytes());
            return;
        }
        switch (card.against(known.card())) {
            case NEWER ->
                sql.update("UPDATE device SET card = ?, disputed = 0 WHERE id = ?", card.canonicalBytes(), id);
            case DISPUTED ->
                sql.update(
                        "UPDATE device SET card = ?, disputed = 1 WHERE id = ?",
                        Card.carried(card, known.card()).canonicalBytes(),
                        id);
            case SAME, OLDER -> {
                // Nothing that was not known.
            }
        }
    }

    /** Trusts the device of a card that a person has compared, and confirms its recipient. */
    public void trust(Card card) {
        note(card);
        Device known = find(card.deviceId());
        String recipient =
                known == null || known.disputed() ? null : known.card().recipient();
        sql.update(
                "UPDATE device SET trust = 1, recipient = coalesce(?, recipient) WHERE id = ?",
                recipient,
                card.deviceId());
    }

    /** Blocks a lost laptop: its bundles are refused from now on. */
    public void block(String id) {
        sql.update("UPDATE device SET trust = 2 WHERE id = ?", id);
    }

    /** Puts a device back as a backup knew it, whatever is known of it here. */
    public void restore(Device device) {
        note(device.card());
        sql.update(
                "UPDATE device SET card = ?, disputed = ?, recipient = ?, trust = ?, scope = ? WHERE id = ?",
                device.card().canonicalBytes(),
                device.disputed() ? 1 : 0,
                device.recipient(),
                device.trust().ordinal(),
                device.scope(),
                device.card().deviceId());
    }

    /** Remembers the scope of what was sent to a device. */
    public void rememberScope(String id, String scope) {
        sql.update("UPDATE device SET scope = ? WHERE id = ?", scope, id);
    }

    static Card card(byte[] canonical) {
        try {
            if (JsonReader.parse(canonical, MAX_DEPTH) instanceof Json.Obj json) {
                return Card.parse(json);
            }
        } catch (JsonException | IdentityException e) {
            throw new NotebookException(Fault.DAMAGED, "a stored card", e);
        }
        throw new NotebookException(Fault.DAMAGED, "a stored card");
    }
}
