package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.Problem;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving into a record that a newer version wrote: what this one does not know stays, and none of it is made here. */
class NewerVersionTest {
    private static final Json.Obj PLACE =
            Json.object(Map.of("country", Json.of("KG"), "settlement", Json.of("Тосор"), "elevation", Json.of(1700)));

    @TempDir
    Path folder;

    @Test
    void aGroupIsSavedWithTheMembersThatItHadAlready() throws Exception {
        try (Laptop laptop = Laptop.create(folder, "A")) {
            String record = RecordId.random();
            laptop.foreign(record, "interview", List.of(), Json.object(Map.of("place", PLACE)), Map.of());
            Json changed = PLACE.with("settlement", Json.of("Барскоон"));
            laptop.save(laptop.form("interview", record), Map.of("place", changed));
            assertThat(laptop.shown(record, "place")).isEqualTo(changed);
        }
    }

    @Test
    void whatIsUnknownAndWasNotThereIsRefused() throws Exception {
        try (Laptop laptop = Laptop.create(folder, "A")) {
            String record = RecordId.random();
            Map<String, Json> body = Map.of("place", PLACE, "mood", Json.of("calm"));
            laptop.foreign(record, "interview", List.of(), Json.object(body), Map.of());
            assertThat(refused(laptop, record, Map.of("place", PLACE.with("slope", Json.of(3)))))
                    .containsExactly("place.slope");
            assertThat(refused(laptop, record, Map.of("place", PLACE.with("country", Json.of("XX")))))
                    .containsExactly("place.country");
            assertThat(refused(laptop, record, Map.of("mood", Json.of("calm")))).containsExactly("mood");
            assertThat(refused(laptop, RecordId.random(), Map.of("place", PLACE)))
                    .containsExactly("place.elevation");
        }
    }

    private static List<String> refused(Laptop laptop, String record, Map<String, Json> body) {
        SaveRecord.Outcome outcome = laptop.trySave(laptop.form("interview", record), body);
        assertThat(outcome).isInstanceOf(SaveRecord.Refused.class);
        return ((SaveRecord.Refused) outcome)
                .problems().stream().map(Problem::path).toList();
    }
}
