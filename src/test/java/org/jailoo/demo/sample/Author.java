package org.jailoo.demo.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.record.Problem;
import org.jailoo.record.Schema;
import org.jailoo.record.Validation;

/** An invented laptop: what it has written and received, without a notebook, so that all of it can be fixed. */
final class Author {
    private static final Validation VALIDATION = new Validation(Schema.standard());

    final String name;
    final DeviceKeys keys;
    final Card card;
    final Writer writer;
    private final Map<String, Map<String, Revision>> held = new LinkedHashMap<>();
    private final Map<String, Card> cards = new TreeMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private Instant clock = Instant.parse("2023-07-10T06:00:00Z");
    private long seq;
    private long bundles;

    Author(String name) {
        this.name = name;
        this.keys = FixedKeys.of(name);
        this.card = Card.sign(keys, 1, name);
        this.writer = new Writer(keys.deviceId(), Drawn.hex("instance " + name));
        cards.put(card.deviceId(), card);
    }

    /** Sets the laptop's clock; each save takes three quarters of a minute. */
    void at(String time) {
        clock = Instant.parse(time);
    }

    /** The id of the record of this name. */
    static String id(String record) {
        return Drawn.uuid("record " + record);
    }

    /** A change set for the next save. */
    Body body() {
        return new Body(name + ' ' + (seq + 1));
    }

    /** Saves on the heads that this laptop holds; on none, a new record. */
    String save(String type, String record, Body body) {
        List<Problem> problems = VALIDATION.check(type, body.json());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(record + ": " + problems);
        }
        String id = id(record);
        long number = ++seq;
        try {
            Content content = Content.of(Drawn.bytes("salt " + name + ' ' + number, 16), time(), body.json());
            Header header = Header.edit(id, type, heads(id), writer, number, content.hash());
            take(new Revision(header, Base64Text.encode(keys.sign(header.signedBytes())), content));
        } catch (FormatException e) {
            throw new IllegalArgumentException(e);
        }
        changed.add(id);
        return id;
    }

    private List<String> heads(String record) {
        Set<String> heads = new TreeSet<>(held.getOrDefault(record, Map.of()).keySet());
        for (Revision revision : held.getOrDefault(record, Map.of()).values()) {
            revision.header().parents().forEach(heads::remove);
        }
        return List.copyOf(heads);
    }

    /** The laptop's opinion of the time; it goes on a little. */
    String time() {
        clock = clock.plus(Duration.ofSeconds(47));
        return Content.timeText(clock);
    }

    private void take(Revision revision) {
        held.computeIfAbsent(revision.header().record(), r -> new LinkedHashMap<>())
                .put(revision.id(), revision);
    }

    /** Takes in what another laptop handed over. */
    void receive(Handover handover) {
        handover.revisions().forEach(this::take);
        handover.cards().forEach(c -> cards.put(c.deviceId(), c));
    }

    /** Hands over every record changed since the last time, each with its whole history. */
    Handover handOver(String file) {
        List<Revision> revisions = new ArrayList<>();
        changed.forEach(
                record -> revisions.addAll(held.getOrDefault(record, Map.of()).values()));
        changed.clear();
        return new Handover(this, file, ++bundles, time(), revisions, cardsOf(revisions), everything());
    }

    /** Says what it holds, and hands over nothing. */
    Handover receipt(String file) {
        return new Handover(this, file, ++bundles, time(), List.of(), List.of(card), everything());
    }

    private List<Card> cardsOf(List<Revision> revisions) {
        Set<String> signers = new TreeSet<>(Set.of(card.deviceId()));
        revisions.forEach(r -> signers.add(r.header().writer().device()));
        return cards.values().stream()
                .filter(c -> signers.contains(c.deviceId()))
                .toList();
    }

    /** Everything that it holds. */
    List<Revision> everything() {
        return held.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }
}
