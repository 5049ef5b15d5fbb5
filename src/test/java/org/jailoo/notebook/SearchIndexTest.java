package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jailoo.record.RecordType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Notebook notebook;

    @BeforeEach
    void create() {
        notebook = TestDoor.create(folder.resolve("n"), "A1");
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private List<String> found(String typed) {
        List<String> records = notebook.search().find(typed, 50).stream()
                .map(SearchIndex.Hit::record)
                .sorted()
                .toList();
        assertThat(notebook.search().count(typed)).isEqualTo(records.size());
        return records;
    }

    /** A text at a path, wrapped as that path wants it. */
    private record Leaf(String name, String path, List<String> inside) {}

    private static void leaves(
            Map<String, Field> fields, String name, String path, List<String> inside, List<Leaf> to) {
        for (Field field : fields.values()) {
            String fieldPath = path.isEmpty() ? field.name() : path;
            List<String> fieldInside = new ArrayList<>(inside);
            if (!path.isEmpty()) {
                fieldInside.add(field.name());
            }
            String fieldName = name + "." + field.name();
            if (field.kind() instanceof FieldKind.Text || field.kind() instanceof FieldKind.LongText) {
                to.add(new Leaf(fieldName, fieldPath, fieldInside));
            } else if (field.kind() instanceof FieldKind.Group group) {
                leaves(group.members(), fieldName, fieldPath, fieldInside, to);
            } else if (field.kind() instanceof FieldKind.Items items) {
                leaves(items.members(), fieldName, fieldPath + "/" + RecordId.random(), fieldInside, to);
            } else if (field.kind() instanceof FieldKind.Attachments attachments) {
                leaves(attachments.members(), fieldName, fieldPath + "/" + RecordId.random(), fieldInside, to);
            }
        }
    }

    @Test
    void everyTextOfEveryTypeWithoutNamesIsFoundAndNoOther() {
        int tried = 0;
        for (RecordType type : notebook.schema().types().values()) {
            boolean open = notebook.schema().codeSafe(type.name());
            List<Leaf> leaves = new ArrayList<>();
            leaves(type.fields(), type.name(), "", List.of(), leaves);
            assertThat(leaves).as(type.name()).isNotEmpty();
            for (Leaf leaf : leaves) {
                if (leaf.name().matches(".*\\.(sha256|mediaType|derivedFrom)")) {
                    continue;
                }
                String word = "Тамга" + (char) ('а' + tried % 26) + (char) ('а' + tried / 26) + "йң";
                tried++;
                Json value = Json.of("эки " + word + ", үч");
                for (int i = leaf.inside().size() - 1; i >= 0; i--) {
                    value = Json.object(Map.of(leaf.inside().get(i), value));
                }
                String record = RecordId.random();
                Pen.save(notebook, record, type.name(), Map.of(leaf.path(), value));
                assertThat(found(word)).as(leaf.name()).isEqualTo(open ? List.of(record) : List.of());
            }
        }
        assertThat(tried).isGreaterThan(80);
    }

    @Test
    void lettersPeopleTypeForOneAnotherAndBeginningsOfWordsFind() {
        String record = RecordId.random();
        Pen.save(notebook, record, "interview", "narrative", "Өкмөткө чейин күткөнбүз; The Landlord ёлку убрал");
        for (String typed : List.of("окмот", "ӨКМӨТКӨ", "кутконбуз", "landl", "LANDLORD", "елку", "ёлку", "чей кут")) {
            assertThat(found(typed)).as(typed).containsExactly(record);
        }
        for (String typed : List.of("өрмөк", "lord", "", "\"", "-", "AND", "чейин жок", "NEAR(")) {
            assertThat(found(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void anOverwrittenTextIsNoLongerFound() {
        String record = RecordId.random();
        Pen.save(notebook, record, "interview", "narrative", "эскиси жана бирге");
        Pen.save(notebook, record, "interview", "narrative", "жаңысы жана бирге");
        assertThat(found("эскиси")).isEmpty();
        assertThat(found("жаңысы")).containsExactly(record);
        assertThat(found("бирге")).containsExactly(record);
        Pen.save(notebook, record, "interview", Map.of("narrative", Json.NULL));
        assertThat(found("бирге")).isEmpty();
    }

    @Test
    void bothSidesOfAConflictAreFound() {
        String record = RecordId.random();
        Revision first = Pen.save(notebook, record, "interview", "narrative", "башында");
        Pen.save(notebook, record, "interview", "narrative", "солдон");
        Pen.add(
                notebook,
                Pen.stranger().edit(record, "interview", List.of(first.id()), Map.of("narrative", Json.of("оңдон"))));
        assertThat(found("солдон")).containsExactly(record);
        assertThat(found("оңдон")).containsExactly(record);
        assertThat(found("башында")).isEmpty();
        Pen.save(notebook, record, "interview", "narrative", "чечилди");
        assertThat(found("солдон")).isEmpty();
        assertThat(found("оңдон")).isEmpty();
        assertThat(found("чечилди")).containsExactly(record);
    }

    @Test
    void deletedAndPurgedRecordsAreNotFound() {
        String deleted = RecordId.random();
        String purged = RecordId.random();
        Pen.save(notebook, deleted, "interview", "narrative", "кенгуру");
        Pen.save(notebook, purged, "interview", "narrative", "кенгуру");
        assertThat(found("кенгуру")).hasSize(2);
        Pen.save(notebook, deleted, "interview", Map.of("deleted", Json.TRUE));
        assertThat(found("кенгуру")).containsExactly(purged);
        Pen.purge(notebook, purged, "interview");
        assertThat(found("кенгуру")).isEmpty();
        Pen.save(notebook, deleted, "interview", Map.of("deleted", Json.NULL));
        assertThat(found("кенгуру")).containsExactly(deleted);
    }
}
