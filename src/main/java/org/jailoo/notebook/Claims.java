package org.jailoo.notebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.history.Claim;
import org.jailoo.history.FormatException;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;

/** What other notebooks said they hold, withhold and lack: for each instance, the word of its greatest serial. */
public final class Claims {
    private static final String WORDS =
            "SELECT device, instance, serial, created, has, withheld, lacks, retired FROM claim";

    private final Sql sql;

    Claims(Sql sql) {
        this.sql = sql;
    }

    /** The word of one instance. */
    public record Word(
            Writer from,
            long serial,
            String created,
            Map<Writer, Claim> has,
            Map<Writer, SeqRanges> withheld,
            List<String> lacks) {}

    /**
     * A word, and whether its instance was retired.
     *
     * @param retired whether a person said that the instance is no more: what it claims counts for nothing
     */
    public record Spoken(Word word, boolean retired) {}

    /**
     * Remembers a word, unless a later one of that instance is known. An instance that was retired and speaks again is
     * there after all: it counts again, or what it lacks would never be sent.
     */
    public void remember(Word word) {
        Writer from = word.from();
        sql.update(
                "INSERT INTO claim (device, instance, serial, created, has, withheld, lacks, retired)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (device, instance) DO UPDATE SET"
                        + " serial = excluded.serial, created = excluded.created, has = excluded.has,"
                        + " withheld = excluded.withheld, lacks = excluded.lacks, retired = 0 WHERE excluded.serial > serial",
                from.device(),
                from.instance(),
                word.serial(),
                word.created(),
                CanonicalJson.text(has(word.has())),
                CanonicalJson.text(withheld(word.withheld())),
                CanonicalJson.text(Json.texts(word.lacks())));
    }

    /** The last words of each instance of a device that is not retired. */
    public List<Word> of(String device) {
        return sql.list(WORDS + " WHERE device = ? AND retired = 0 ORDER BY instance", Claims::word, device);
    }

    /** The last words of every instance of every device, the retired ones too. */
    public List<Spoken> all() {
        return sql.list(WORDS + " ORDER BY device, instance", r -> new Spoken(word(r), r.getBoolean(8)));
    }

    private static Word word(ResultSet row) throws SQLException {
        try {
            return new Word(
                    new Writer(row.getString(1), row.getString(2)),
                    row.getLong(3),
                    row.getString(4),
                    readHas(parse(row.getString(5))),
                    readWithheld(parse(row.getString(6))),
                    readLacks(parse(row.getString(7))));
        } catch (FormatException | JsonException e) {
            throw new NotebookException(Fault.DAMAGED, "a stored claim", e);
        }
    }

    /** Every device that ever said what it holds. */
    public List<String> devices() {
        return sql.list("SELECT DISTINCT device FROM claim ORDER BY device", r -> r.getString(1));
    }

    /** Stops counting with an instance that is no more: a laptop that was lost, or restored from a backup. */
    public void retire(Writer instance) {
        sql.update(
                "UPDATE claim SET retired = 1 WHERE device = ? AND instance = ?",
                instance.device(),
                instance.instance());
    }

    private static Json has(Map<Writer, Claim> has) {
        TreeMap<String, Json> members = new TreeMap<>();
        has.forEach((writer, claim) -> members.put(
                writer.toString(),
                Json.object(Map.of("ranges", Json.of(claim.ranges().text()), "ids", Json.of(claim.ids())))));
        return Json.object(members);
    }

    private static Json withheld(Map<Writer, SeqRanges> withheld) {
        TreeMap<String, Json> members = new TreeMap<>();
        withheld.forEach((writer, ranges) -> members.put(writer.toString(), Json.of(ranges.text())));
        return Json.object(members);
    }

    private static Map<Writer, Claim> readHas(Json json) throws FormatException {
        Map<Writer, Claim> has = new TreeMap<>();
        if (json instanceof Json.Obj object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                if (member.getValue() instanceof Json.Obj claim) {
                    String ranges = claim.text("ranges");
                    String ids = claim.text("ids");
                    if (ranges != null && ids != null) {
                        has.put(
                                Writer.parse(member.getKey()),
                                new Claim(SeqRanges.parse(ranges, Integer.MAX_VALUE), ids));
                    }
                }
            }
        }
        return has;
    }

    private static Map<Writer, SeqRanges> readWithheld(Json json) throws FormatException {
        Map<Writer, SeqRanges> withheld = new TreeMap<>();
        if (json instanceof Json.Obj object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                if (member.getValue() instanceof Json.Text ranges) {
                    withheld.put(Writer.parse(member.getKey()), SeqRanges.parse(ranges.value(), Integer.MAX_VALUE));
                }
            }
        }
        return withheld;
    }

    private static List<String> readLacks(Json json) {
        return json instanceof Json.Array array
                ? array.items().stream()
                        .filter(Json.Text.class::isInstance)
                        .map(t -> ((Json.Text) t).value())
                        .toList()
                : List.of();
    }

    private static Json parse(String text) throws JsonException {
        return JsonReader.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), 8);
    }
}
