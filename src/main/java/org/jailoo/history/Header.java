package org.jailoo.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.record.Path;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** The signed part of a revision (bundle.md §3); it outlives the body, so that nothing comes back after a purge. */
public final class Header {
    /** What a revision does. */
    public enum Kind {
        /** Changes some paths of a record. */
        EDIT,
        /** Destroys the bodies of a record: a person withdrew consent. */
        PURGE
    }

    /** The longest canonical form of a header, in bytes. */
    public static final int MAX_BYTES = 16 * 1024;

    /** The most parents a revision names. */
    public static final int MAX_PARENTS = 64;

    private static final byte[] PREFIX = "jailoo revision 1\n".getBytes(StandardCharsets.UTF_8);

    private final byte[] canonical;
    private final Kind kind;
    private final String record;
    private final String type;
    private final List<String> parents;
    private final Writer writer;
    private final long seq;
    private final @Nullable String bodyHash;
    private final String id;

    private Header(byte[] canonical, Json.Obj json) throws FormatException {
        this.canonical = canonical;
        Members members = new Members("header", json);
        members.version("v");
        this.kind = switch (members.text("kind")) {
            case "edit" -> Kind.EDIT;
            case "purge" -> Kind.PURGE;
            default -> throw new FormatException(Fault.NEWER_VERSION, "a revision of an unknown kind");
        };
        this.record = members.text("record");
        if (!RecordId.isValid(record)) {
            throw members.malformed("record");
        }
        this.type = members.text("type");
        if (!Path.isName(type)) {
            throw members.malformed("type");
        }
        this.parents = members.ascendingHex("parents", 64);
        if (parents.size() > MAX_PARENTS || (kind == Kind.PURGE && !parents.isEmpty())) {
            throw members.malformed("parents");
        }
        this.writer = new Writer(members.hex("device", 32), members.hex("instance", 32));
        this.seq = members.integer("seq", 1);
        if (kind == Kind.EDIT) {
            this.bodyHash = members.hex("body", 64);
        } else if (json.get("body") == null) {
            this.bodyHash = null;
        } else {
            throw members.malformed("body");
        }
        this.id = HexFormat.of().formatHex(Sha256.of(signedBytes()));
    }

    /** The header that these members state; unknown members are kept and hashed. */
    public static Header of(Json.Obj json) throws FormatException {
        byte[] canonical = CanonicalJson.bytes(json);
        if (canonical.length > MAX_BYTES) {
            throw new FormatException(Fault.TOO_LARGE, "a header of more than 16 KiB");
        }
        return new Header(canonical, json);
    }

    /** The header of a new edit. */
    public static Header edit(
            String record, String type, List<String> parents, Writer writer, long seq, String bodyHash) {
        Map<String, Json> members = members("edit", record, type, parents, writer, seq);
        members.put("body", Json.of(bodyHash));
        return ours(members);
    }

    /** The header of a new purge. */
    public static Header purge(String record, String type, Writer writer, long seq) {
        return ours(members("purge", record, type, List.of(), writer, seq));
    }

    private static Header ours(Map<String, Json> members) {
        try {
            return of(Json.object(members));
        } catch (FormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Json> members(
            String kind, String record, String type, List<String> parents, Writer writer, long seq) {
        Map<String, Json> members = new TreeMap<>();
        members.put("v", Json.of(1));
        members.put("kind", Json.of(kind));
        members.put("record", Json.of(record));
        members.put("type", Json.of(type));
        members.put("parents", Json.texts(parents));
        members.put("device", Json.of(writer.device()));
        members.put("instance", Json.of(writer.instance()));
        members.put("seq", Json.of(seq));
        return members;
    }

    /** The canonical bytes, as stored and sent. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** The bytes that the device signs and whose hash is the id. */
    public byte[] signedBytes() {
        byte[] bytes = Arrays.copyOf(PREFIX, PREFIX.length + canonical.length);
        System.arraycopy(canonical, 0, bytes, PREFIX.length, canonical.length);
        return bytes;
    }

    /** The revision's id: 64 hex digits. */
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isEdit() {
        return kind == Kind.EDIT;
    }

    /** The record's id: a random UUID. */
    public String record() {
        return record;
    }

    public String type() {
        return type;
    }

    /** Ids of the heads as they stood when the form was opened, ascending. */
    public List<String> parents() {
        return parents;
    }

    public Writer writer() {
        return writer;
    }

    /** The place of the revision among its writer's, from 1. */
    public long seq() {
        return seq;
    }

    /** The hash of salt, time and body; null for a purge. */
    public @Nullable String bodyHash() {
        return bodyHash;
    }
}
