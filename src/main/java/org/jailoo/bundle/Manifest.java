package org.jailoo.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.history.Claim;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.history.Members;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;

/** What a bundle says of itself (bundle.md §5), signed by its sender; members of newer versions are kept and signed. */
public final class Manifest {
    /** The longest canonical form, in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** The most revisions of a bundle. */
    public static final int MAX_REVISIONS = 1_000_000;

    private static final String LABEL = "jailoo bundle 1\n";

    /** What the bundle is for. */
    public enum Kind {
        /** It brings revisions and attachments. */
        RECORDS,
        /** It only says what its sender holds. */
        RECEIPT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which types of record may be inside. */
    public enum Scope {
        /** All. */
        ALL,
        /** Those that the schema lists as safe to travel by code; not anonymous. */
        CODES;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which records of the scope are inside. */
    public enum Since {
        /** All. */
        EVERYTHING,
        /** Those with something that the receiver is not known to hold. */
        CHANGES;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is inside, counted.
     *
     * @param digest 64 hex digits, over the ids of the revisions and the hashes of the attachments, in file order
     */
    public record Inside(long revisions, long attachments, String digest) {}

    /**
     * A manifest before its content is counted.
     *
     * @param bundle a random UUID
     * @param sender the device that signs, in its current instance
     * @param serial 1, 2, 3 … within the instance
     * @param created the laptop's opinion of the time, {@link Content#timeText}
     * @param to device ids of the receivers
     * @param more members beyond those of the format
     */
    public record Draft(
            String bundle,
            Kind kind,
            Writer sender,
            long serial,
            String created,
            List<String> to,
            Scope scope,
            Since since,
            Knowledge knowledge,
            Json.Obj more) {
        public Draft {
            to = List.copyOf(to);
        }

        /** A draft with the members of the format alone. */
        public Draft(
                String bundle,
                Kind kind,
                Writer sender,
                long serial,
                String created,
                List<String> to,
                Scope scope,
                Since since,
                Knowledge knowledge) {
            this(bundle, kind, sender, serial, created, to, scope, since, knowledge, Json.object());
        }

        /** This draft with a member that other programs keep and do not know. */
        public Draft with(String name, Json value) {
            return new Draft(
                    bundle, kind, sender, serial, created, to, scope, since, knowledge, more.with(name, value));
        }

        /**
         * The manifest of this draft.
         *
         * @throws IllegalArgumentException if a reader would refuse it, or if it names more than {@link
         *     Knowledge#MAX_RANGES} ranges in all
         */
        public Manifest with(Inside inside) {
            if (knowledge.rangeCount() > Knowledge.MAX_RANGES) {
                throw new IllegalArgumentException("too many ranges");
            }
            try {
                return of(ManifestJson.of(this, inside));
            } catch (FormatException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private final Json.Obj json;
    private final byte[] canonical;
    private final Draft draft;
    private final Inside inside;

    private Manifest(Json.Obj json, byte[] canonical) throws FormatException {
        this.json = json;
        this.canonical = canonical;
        Members members = new Members("manifest", json);
        Kind kind = switch (members.text("kind")) {
            case "records" -> Kind.RECORDS;
            case "receipt" -> Kind.RECEIPT;
            default -> throw new FormatException(Fault.NEWER_VERSION, "a bundle of an unknown kind");
        };
        this.draft = new Draft(
                uuid(members),
                kind,
                new Writer(members.hex("from", 32), members.hex("instance", 32)),
                members.integer("serial", 1),
                created(members),
                hex(members, "to", 32),
                switch (members.text("scope")) {
                    case "all" -> Scope.ALL;
                    case "codes" -> Scope.CODES;
                    default -> throw members.malformed("scope");
                },
                switch (members.text("since")) {
                    case "everything" -> Since.EVERYTHING;
                    case "changes" -> Since.CHANGES;
                    default -> throw members.malformed("since");
                },
                knowledge(members));
        this.inside = new Inside(
                members.integer("revisions", 0), members.integer("attachments", 0), members.hex("digest", 64));
        if (inside.revisions() > MAX_REVISIONS) {
            throw new FormatException(Fault.TOO_LARGE, "more than 1,000,000 revisions");
        }
        if (kind == Kind.RECEIPT && (inside.revisions() > 0 || inside.attachments() > 0)) {
            throw new FormatException(Fault.MALFORMED, "a receipt with content");
        }
    }

    /** The manifest that these members state. */
    public static Manifest of(Json.Obj json) throws FormatException {
        byte[] canonical = CanonicalJson.bytes(json);
        if (canonical.length > MAX_BYTES) {
            throw new FormatException(Fault.TOO_LARGE, "a manifest of more than 1 MiB");
        }
        return new Manifest(json, canonical);
    }

    private static String uuid(Members members) throws FormatException {
        String bundle = members.text("bundle");
        if (!RecordId.isUuid(bundle)) {
            throw members.malformed("bundle");
        }
        return bundle;
    }

    private static String created(Members members) throws FormatException {
        String created = members.text("created");
        if (!Content.isTime(created)) {
            throw members.malformed("created");
        }
        return created;
    }

    private static List<String> hex(Members members, String name, int digits) throws FormatException {
        List<String> texts = members.texts(name);
        for (String text : texts) {
            if (!Members.isHex(text, digits)) {
                throw members.malformed(name);
            }
        }
        return texts;
    }

    private static Knowledge knowledge(Members members) throws FormatException {
        SortedMap<Writer, Claim> has = new TreeMap<>();
        int ranges = 0;
        Members claims = new Members("manifest: has", members.object("has"));
        for (String name : claims.object().members().keySet()) {
            Members claim = new Members("manifest: has", claims.object(name));
            SeqRanges held = SeqRanges.parse(claim.text("ranges"), Knowledge.MAX_RANGES - ranges);
            ranges += held.ranges().size();
            has.put(Writer.parse(name), new Claim(held, claim.hex("ids", 64)));
        }
        SortedMap<Writer, SeqRanges> withheld = new TreeMap<>();
        ranges = 0;
        Members texts = new Members("manifest: withheld", members.object("withheld"));
        for (String name : texts.object().members().keySet()) {
            SeqRanges left = SeqRanges.parse(texts.text(name), Knowledge.MAX_RANGES - ranges);
            ranges += left.ranges().size();
            withheld.put(Writer.parse(name), left);
        }
        Knowledge knowledge = new Knowledge(has, withheld, new TreeSet<>(hex(members, "lacks", 64)));
        if (!knowledge.isConsistent()) {
            throw members.malformed("withheld");
        }
        return knowledge;
    }

    /** All members, those of newer versions included. */
    public Json.Obj json() {
        return json;
    }

    /** The bytes that the sender signs. */
    public byte[] signedBytes() {
        byte[] label = LABEL.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[label.length + canonical.length];
        System.arraycopy(label, 0, bytes, 0, label.length);
        System.arraycopy(canonical, 0, bytes, label.length, canonical.length);
        return bytes;
    }

    /** The canonical bytes, as signed and sent. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** The bundle's own id, a UUID. */
    public String bundle() {
        return draft.bundle();
    }

    public Kind kind() {
        return draft.kind();
    }

    /** The device id of the sender, which signed the manifest. */
    public String from() {
        return draft.sender().device();
    }

    /** The instance of the sender's notebook. */
    public String instance() {
        return draft.sender().instance();
    }

    /** The place among the bundles of the instance, from 1. */
    public long serial() {
        return draft.serial();
    }

    /** The sender's opinion of the time; for display. */
    public String created() {
        return draft.created();
    }

    /** Device ids of the receivers, as listed; none for whoever can open the file. */
    public List<String> to() {
        return draft.to();
    }

    public Scope scope() {
        return draft.scope();
    }

    public Since since() {
        return draft.since();
    }

    /** What the sender holds, withholds and lacks. */
    public Knowledge knowledge() {
        return draft.knowledge();
    }

    public SortedMap<Writer, Claim> has() {
        return draft.knowledge().has();
    }

    public SortedMap<Writer, SeqRanges> withheld() {
        return draft.knowledge().withheld();
    }

    /** Hashes of attachments that the sender knows of and does not hold. */
    public SortedSet<String> lacks() {
        return draft.knowledge().lacks();
    }

    /** How many revisions are inside. */
    public long revisions() {
        return inside.revisions();
    }

    /** How many attachments are inside. */
    public long attachments() {
        return inside.attachments();
    }

    /** The digest of what is inside, 64 hex digits. */
    public String digest() {
        return inside.digest();
    }
}
