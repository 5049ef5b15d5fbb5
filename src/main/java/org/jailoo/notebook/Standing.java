package org.jailoo.notebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Brought.Alone;
import org.jailoo.notebook.Brought.InRecord;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What stands on an import by now, so that it cannot go back out as if it had never come.
 *
 * @param builtOn the records in which another revision goes on from one of it
 * @param referring the records that were written here since and refer to one that only it brought
 * @param drafts the drafts that go on from it, or that cannot be looked into, or that refer to what only it brought
 * @param handovers the bundles, receipts and backups that were written since: they counted what it brought
 */
public record Standing(long builtOn, long referring, long drafts, long handovers) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Standing on(Sql sql, Drafts drafts, long bundle, Alone alone) {
        return new Standing(builtOn(sql, alone), referring(sql, alone), drafts(drafts, alone), since(sql, bundle));
    }

    private static long builtOn(Sql sql, Alone alone) {
        return alone.records().stream()
                .filter(in -> !in.vanishes() && isBuiltOn(sql, in))
                .count();
    }

    private static boolean isBuiltOn(Sql sql, InRecord in) {
        boolean[] built = {false};
        sql.each(
                "SELECT r.id, r.header, r.bundle IS NULL FROM revision r"
                        + " WHERE r.record = (SELECT key FROM record WHERE id = ?)",
                r -> {
                    if (!in.ids().contains(HexFormat.of().formatHex(r.getBytes(1)))) {
                        Header header = header(r.getBytes(2));
                        boolean here = r.getBoolean(3);
                        // Of a body that came late it is not told whether others knew it; we did.
                        built[0] |= header.parents().stream()
                                .anyMatch(p -> in.ids().contains(p)
                                        || (here && in.bodyIds().contains(p)));
                    }
                },
                in.record());
        return built[0];
    }

    private static Header header(byte[] canonical) {
        try {
            if (JsonReader.parse(canonical, 8) instanceof Json.Obj json) {
                return Header.of(json);
            }
        } catch (JsonException | FormatException e) {
            throw new NotebookException(Fault.DAMAGED, "a stored header", e);
        }
        throw new NotebookException(Fault.DAMAGED, "a stored header");
    }

    private static long referring(Sql sql, Alone alone) {
        List<InRecord> vanishing =
                alone.records().stream().filter(InRecord::vanishes).toList();
        int first = vanishing.stream()
                .flatMap(in -> in.revisions().stream())
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
        BitSet referring = new BitSet();
        BitSet going = new BitSet();
        for (InRecord in : vanishing) {
            going.set((int) sql.number("SELECT key FROM record WHERE id = ?", in.record()));
            List<Integer> found = new ArrayList<>(sql.list(
                    "SELECT rowid FROM search WHERE search MATCH ?",
                    r -> r.getInt(1),
                    '"' + Marks.naming(in.record()) + '"'));
            found.addAll(sql.list("SELECT record FROM about WHERE participant = ?", r -> r.getInt(1), in.record()));
            if (in.type().equals("campaign")) {
                found.addAll(sql.list("SELECT record FROM listed WHERE campaign = ?", r -> r.getInt(1), in.record()));
            }
            found.forEach(referring::set);
        }
        referring.andNot(going);
        return referring.stream()
                .filter(record -> sql.number(
                                "SELECT count(*) FROM revision WHERE record = ? AND bundle IS NULL AND key > ?",
                                record,
                                first)
                        > 0)
                .count();
    }

    private static long drafts(Drafts drafts, Alone alone) {
        Set<String> vanishing = new HashSet<>();
        Set<String> touched = new HashSet<>();
        alone.records().forEach(in -> {
            touched.add(in.record());
            if (in.vanishes()) {
                vanishing.add(in.record());
            }
        });
        long standing = 0;
        for (Drafts.Outside outside : drafts.outsides()) {
            boolean ofOne = touched.contains(outside.record());
            Json.Obj content = content(drafts, outside.record());
            boolean stands = content == null
                    ? ofOne
                    : (ofOne && goesOn(content, outside.record(), alone)) || names(content, vanishing);
            standing += stands ? 1 : 0;
        }
        return standing;
    }

    /** Null where it cannot be looked into now. */
    private static Json.@Nullable Obj content(Drafts drafts, String record) {
        try {
            Draft draft = drafts.find(record);
            return draft == null ? null : draft.content();
        } catch (NotebookException e) {
            if (e.fault() != Fault.DAMAGED && e.fault() != Fault.IDENTITIES_CLOSED) {
                throw e;
            }
            return null;
        }
    }

    /** Whether a draft was begun on what goes; of one that does not say on what, it is taken to be. */
    private static boolean goesOn(Json.Obj draft, String record, Alone alone) {
        if (!(draft.get("parents") instanceof Json.Array parents)) {
            return true;
        }
        return alone.records().stream()
                .filter(in -> in.record().equals(record))
                .anyMatch(in -> parents.items().stream()
                        .anyMatch(p -> p instanceof Json.Text id && in.written().contains(id.value())));
    }

    private static boolean names(Json.Obj draft, Set<String> records) {
        Matcher id = ID.matcher(CanonicalJson.text(draft));
        boolean names = false;
        while (!names && id.find()) {
            names = records.contains(id.group());
        }
        return names;
    }

    private static long since(Sql sql, long bundle) {
        // By number, not by clock. The log too: a bundle whose writing began before counts what it held at its end.
        long written = sql.number(
                "SELECT count(*) FROM handover h JOIN bundle b ON b.key = ? WHERE h.key > b.handover", bundle);
        long noted = 0;
        for (What what : List.of(What.HANDOVER, What.RECEIPT, What.BACKUP)) {
            noted += sql.number(
                    "SELECT count(*) FROM custody c JOIN bundle b ON b.key = ? WHERE c.number > b.custody"
                            + " AND c.record IS NULL AND instr(CAST(c.entry AS TEXT), ?) > 0",
                    bundle,
                    "\"what\":\"" + what.code() + '"');
        }
        return Math.max(written, noted);
    }
}
