package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.VerifyingKey;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** Checks everything that is stored against what it says of itself: pages, hashes, signatures, files, derived state. */
public final class Integrity {
    /** What a finding means for the data. */
    public enum Severity {
        /** Something stored is not what was written. */
        DAMAGE,
        /** The data are whole, and a person has something to decide or to ask for. */
        ATTENTION,
        /** It was derived wrongly and has been derived again. */
        MENDED
    }

    /** What was found. */
    public enum Kind {
        PAGES(Severity.DAMAGE),
        HEADER_ALTERED(Severity.DAMAGE),
        BODY_ALTERED(Severity.DAMAGE),
        SIGNATURE_WRONG(Severity.DAMAGE),
        SIGNER_UNKNOWN(Severity.DAMAGE),
        BODY_OF_PURGED(Severity.DAMAGE),
        ATTACHMENT_ALTERED(Severity.DAMAGE),
        CUSTODY_ALTERED(Severity.DAMAGE),
        ATTACHMENT_MISSING(Severity.ATTENTION),
        /** Bodies that name people were not looked at, for the identities are closed. */
        IDENTITIES_CLOSED(Severity.ATTENTION),
        RECORD_INCOMPLETE(Severity.ATTENTION),
        RECORD_IN_CONFLICT(Severity.ATTENTION),
        FORK(Severity.ATTENTION),
        PURGE_HELD(Severity.ATTENTION),
        DERIVED_DIFFERS(Severity.MENDED);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** The stable code, as printed. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A finding.
     *
     * @param what the id of the record, revision or file, a writer and number, or {@code state} or
     *     {@code search} for what is derived of nothing in particular
     */
    public record Finding(Kind kind, String what) {}

    private final Sql sql;
    private final Seal seal;
    private final Devices devices;
    private final Revisions revisions;
    private final Attachments attachments;
    private final Derived derived;
    private final Map<String, VerifyingKey> keys = new HashMap<>();

    Integrity(Sql sql, Seal seal, Devices devices, Revisions revisions, Attachments attachments, Derived derived) {
        this.sql = sql;
        this.seal = seal;
        this.devices = devices;
        this.revisions = revisions;
        this.attachments = attachments;
        this.derived = derived;
    }

    /** Checks everything, handing over each finding as it is made; wrongly derived tables are derived again. */
    public void check(Consumer<Finding> found) {
        try {
            checkAll(found);
        } catch (NotebookException e) {
            if (e.fault() != Fault.DAMAGED) {
                throw e;
            }
            // A page that cannot be read ends the check, and is what it came to.
            found.accept(new Finding(Kind.PAGES, String.valueOf(e.getMessage())));
        }
    }

    private void checkAll(Consumer<Finding> taker) {
        boolean[] damaged = {false};
        Consumer<Finding> found = finding -> {
            damaged[0] |= finding.kind().severity() == Severity.DAMAGE;
            taker.accept(finding);
        };
        sql.each("PRAGMA integrity_check", r -> {
            if (!r.getString(1).equals("ok")) {
                found.accept(new Finding(Kind.PAGES, r.getString(1)));
            }
        });
        sql.each("PRAGMA foreign_key_check", r -> {
            if (!Derived.TABLES.contains(r.getString(1))) {
                found.accept(new Finding(Kind.PAGES, r.getString(1)));
            }
        });
        for (Devices.Device device : devices.all()) {
            keys.put(device.card().deviceId(), device.card().verifyingKey());
        }
        checkRevisions(found);
        checkAttachments(found);
        new CustodyLog(sql)
                .firstBroken()
                .ifPresent(n -> found.accept(new Finding(Kind.CUSTODY_ALTERED, Long.toString(n))));
        new Holdings(sql).forks().forEach(f -> found.accept(new Finding(Kind.FORK, f.writer() + " " + f.seq())));
        new Purges(sql, new Drafts(sql, Schema.standard(), seal))
                .held()
                .forEach(p -> found.accept(new Finding(Kind.PURGE_HELD, p.record())));
        if (!damaged[0]) {
            // What is derived from what is damaged says nothing.
            checkDerived(found);
        }
    }

    private void checkRevisions(Consumer<Finding> found) {
        boolean open = seal.isOpen();
        long[] closed = {0};
        sql.each(
                "SELECT r.id, r.header, r.signature, r.bodied = 1, c.sealed, c.salt, c.time, c.body, d.id, w.device,"
                        + " w.instance, r.seq, r.edit, r.type, EXISTS (SELECT 1 FROM purge p WHERE p.record = r.record"
                        + " AND p.accepted = 1) FROM revision r JOIN record d ON d.key = r.record"
                        + " JOIN writer w ON w.key = r.writer LEFT JOIN content c ON c.revision = r.key ORDER BY r.key",
                row -> {
                    String id = HexFormat.of().formatHex(row.getBytes(1));
                    Header header = header(row.getBytes(2));
                    if (header == null
                            || !header.id().equals(id)
                            || !header.record().equals(row.getString(9))
                            || !header.writer().device().equals(row.getString(10))
                            || !header.writer().instance().equals(row.getString(11))
                            || header.seq() != row.getLong(12)
                            || header.isEdit() != row.getBoolean(13)
                            || !header.type().equals(row.getString(14))) {
                        found.accept(new Finding(Kind.HEADER_ALTERED, id));
                        return;
                    }
                    VerifyingKey key = keys.get(header.writer().device());
                    if (key == null) {
                        found.accept(new Finding(Kind.SIGNER_UNKNOWN, id));
                    } else if (!key.verify(
                            header.signedBytes(),
                            Base64Text.decode(row.getString(3)).orElse(new byte[0]))) {
                        found.accept(new Finding(Kind.SIGNATURE_WRONG, id));
                    }
                    byte[] body = row.getBytes(8);
                    if (body != null && row.getBoolean(15)) {
                        found.accept(new Finding(Kind.BODY_OF_PURGED, id));
                    } else if ((body != null) != row.getBoolean(4)) {
                        found.accept(new Finding(Kind.BODY_ALTERED, id));
                    } else if (body != null && row.getInt(5) != Seal.CLEAR && !open) {
                        closed[0]++;
                    } else if (body != null
                            && !bodyHolds(header, row.getInt(5), row.getBytes(6), row.getString(7), body)) {
                        found.accept(new Finding(Kind.BODY_ALTERED, id));
                    }
                });
        if (closed[0] > 0) {
            found.accept(new Finding(Kind.IDENTITIES_CLOSED, Long.toString(closed[0])));
        }
    }

    private static @Nullable Header header(byte[] canonical) {
        try {
            return JsonReader.parse(canonical, 8) instanceof Json.Obj json ? Header.of(json) : null;
        } catch (JsonException | FormatException e) {
            return null;
        }
    }

    private boolean bodyHolds(Header header, int form, byte[] salt, String time, byte[] stored) {
        try {
            byte[] body = seal.open(form, header.id(), stored);
            if (!(JsonReader.parse(body, Content.MAX_DEPTH + 1) instanceof Json.Obj json)) {
                return false;
            }
            new Revision(header, "", Content.of(salt, time, json)).checked();
            return true;
        } catch (NotebookException e) {
            if (e.fault() == Fault.IDENTITIES_CLOSED) {
                throw e;
            }
            return false;
        } catch (JsonException | FormatException e) {
            return false;
        }
    }

    private void checkAttachments(Consumer<Finding> found) {
        for (String sha256 : attachments.all()) {
            MessageDigest digest = Sha256.start();
            long size = 0;
            try (InputStream bytes = attachments.open(sha256)) {
                byte[] block = new byte[Attachments.CHUNK];
                for (int n = bytes.read(block); n > 0; n = bytes.read(block)) {
                    digest.update(block, 0, n);
                    size += n;
                }
            } catch (IOException e) {
                size = -1;
            }
            Long stated = attachments.size(sha256);
            if (stated == null
                    || stated != size
                    || !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                found.accept(new Finding(Kind.ATTACHMENT_ALTERED, sha256));
            }
        }
        attachments.lacking(Integer.MAX_VALUE).forEach(s -> found.accept(new Finding(Kind.ATTACHMENT_MISSING, s)));
    }

    private void checkDerived(Consumer<Finding> found) {
        boolean[] rebuild = {false};
        boolean walked = sql.inTransaction(() -> new Walked(sql).mend());
        if (derived.namesWhatIsNotThere() || walked || !derived.countsAgree()) {
            found.accept(new Finding(Kind.DERIVED_DIFFERS, "state"));
            rebuild[0] = true;
        }
        revisions.keys().eachAsItCame(id -> {
            if (!derived.agrees(id)) {
                found.accept(new Finding(Kind.DERIVED_DIFFERS, id));
                rebuild[0] = true;
            }
        });
        if (!derived.indexAgrees()) {
            found.accept(new Finding(Kind.DERIVED_DIFFERS, "search"));
            rebuild[0] = true;
        }
        if (rebuild[0]) {
            derived.rebuild();
        }
        sql.each(
                // Of what was handed over and given up here nothing is missing: somebody else has it, on purpose.
                "SELECT r.id, s.incomplete AND NOT EXISTS"
                        + " (SELECT 1 FROM revision v WHERE v.record = s.record AND v.bodied = 2), s.conflicts"
                        + " FROM state s JOIN record r ON r.key = s.record"
                        + " WHERE s.incomplete = 1 OR s.conflicts > 0 ORDER BY r.id",
                r -> {
                    if (r.getBoolean(2)) {
                        found.accept(new Finding(Kind.RECORD_INCOMPLETE, r.getString(1)));
                    }
                    if (r.getInt(3) > 0) {
                        found.accept(new Finding(Kind.RECORD_IN_CONFLICT, r.getString(1)));
                    }
                });
    }
}
