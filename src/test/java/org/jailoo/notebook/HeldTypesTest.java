package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may not travel is found by an index; it must leave out no type that may name somebody. */
class HeldTypesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyTypeThatMayNamePeopleOrIsNotKnownIsFoundInEveryRecord() {
        try (Notebook notebook = TestDoor.create(folder.resolve("n"), "A1")) {
            List<String> types = new ArrayList<>(notebook.schema().types().keySet());
            types.add("dream");
            for (String type : types) {
                Pen.save(notebook, RecordId.random(), type, "code", "X");
            }
            // One that began as an interview.
            String turned = RecordId.random();
            Pen.save(notebook, turned, "interview", "code", "Y");
            Pen.add(notebook, Pen.stranger().edit(turned, "dream", List.of(), Map.of("code", Json.of("Z"))));
            assertThat(notebook.revisions().types().all()).containsAll(new TreeSet<>(types));
            for (String type : types) {
                BitSet records = new BitSet();
                notebook.sql.each("SELECT record FROM revision WHERE type = ?", r -> records.set(r.getInt(1)), type);
                assertThat(notebook.revisions().types().records(type)).as(type).isEqualTo(records);
            }
            // Where the record types say of one of these that it may name people, it is looked for by a walk; still
            // nothing that names people may be missing from the index.
            assertThat(HeldTypes.OPEN).allMatch(notebook.schema()::codeSafe);
            String index = notebook.sql.first(
                    "SELECT sql FROM sqlite_schema WHERE name = 'revision_named'", r -> r.getString(1));
            assertThat(index).contains("'" + String.join("', '", HeldTypes.OPEN) + "'");
        }
    }
}
