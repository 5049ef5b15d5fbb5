package org.jailoo.notebook;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;

/** A device that writes and signs revisions, as the program does when a person saves. */
final class Pen {
    static final String TIME = "2023-07-04T00:00:00Z";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeviceKeys device;
    private final Writer writer;
    private long next;

    private Pen(DeviceKeys device, Writer writer, long next) {
        this.device = device;
        this.writer = writer;
        this.next = next;
    }

    /** A device of its own, whose revisions come in bundles. */
    static Pen stranger() {
        DeviceKeys device = DeviceKeys.generate(RANDOM);
        return new Pen(device, new Writer(device.deviceId(), "ab".repeat(16)), 1);
    }

    /** The notebook's own device, at the next number of its own instance. */
    static Pen of(Notebook notebook) {
        Writer self = notebook.self();
        return new Pen(notebook.device(), self, notebook.revisions().nextSeq(self));
    }

    Card card(long serial, String name) {
        return Card.sign(device, serial, name);
    }

    DeviceKeys device() {
        return device;
    }

    Writer writer() {
        return writer;
    }

    /** Goes on at this number: going back to one that was used makes a fork. */
    Pen at(long seq) {
        next = seq;
        return this;
    }

    Revision edit(String record, String type, List<String> parents, Map<String, Json> body) {
        return edit(record, type, parents, Json.object(body));
    }

    Revision edit(String record, String type, List<String> parents, Json.Obj body) {
        byte[] salt = new byte[Content.SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            Content content = Content.of(salt, TIME, body);
            return signed(
                    Header.edit(record, type, parents.stream().sorted().toList(), writer, next++, content.hash()),
                    content);
        } catch (FormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Revision purge(String record, String type) {
        return signed(Header.purge(record, type, writer, next++), null);
    }

    private Revision signed(Header header, @org.jspecify.annotations.Nullable Content content) {
        return new Revision(header, Base64Text.encode(device.sign(header.signedBytes())), content);
    }

    /** Saves one text on top of what the notebook holds of the record. */
    static Revision save(Notebook notebook, String record, String type, String path, String text) {
        return save(notebook, record, type, Map.of(path, Json.of(text)));
    }

    static Revision save(Notebook notebook, String record, String type, Map<String, Json> body) {
        List<String> parents = notebook.revisions()
                .state(record)
                .map(RecordState::parentsOfNextEdit)
                .orElse(List.of());
        Revision revision = of(notebook).edit(record, type, parents, body);
        add(notebook, revision);
        return revision;
    }

    /** Adds a revision, and lets what is derived follow. */
    static void add(Notebook notebook, Revision revision) {
        notebook.changing(revision.header().record(), () -> notebook.revisions().add(revision, null));
    }

    /** Withdraws consent to a record, accepted and scrubbed. */
    static Revision purge(Notebook notebook, String record, String type) {
        Revision purge = of(notebook).purge(record, type);
        notebook.changing(record, () -> {
            notebook.revisions().add(purge, null);
            notebook.purges().accept(purge.id());
        });
        notebook.scrub();
        return purge;
    }
}
