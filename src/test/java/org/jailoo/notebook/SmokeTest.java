package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.history.*;
import org.jailoo.identity.Base64Text;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {
    @Test
    void saves(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("a");
        String rec = RecordId.random();
        try (Notebook n = TestDoor.create(file, "A1")) {
            Content c = Content.of(
                    new byte[16],
                    "2023-07-04T00:00:00Z",
                    Json.object(Map.of("narrative", Json.of("Өкмөт жана эмгек"))));
            Header h = Header.edit(
                    rec, "interview", List.of(), n.self(), n.revisions().nextSeq(n.self()), c.hash());
            Revision r = new Revision(h, Base64Text.encode(n.device().sign(h.signedBytes())), c);
            n.changing(rec, () -> n.revisions().add(r, null));
            assertThat(n.search().find("окмот", 10)).hasSize(1);
            n.integrity().check(f -> {
                throw new AssertionError(f);
            });
        }
        try (Notebook n = TestDoor.open(file)) {
            System.out.println(n.revisions().state(rec).orElseThrow().line());
            System.out.println(n.holdings().claim(n.self(), 10));
        }
        for (var f : dir.toFile().listFiles()) System.out.println(f + " " + f.length());
    }
}
