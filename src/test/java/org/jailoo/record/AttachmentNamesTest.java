package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.junit.jupiter.api.Test;

class AttachmentNamesTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String ITEM = "/0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22";
    private static final String OTHER = "/1b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22";

    @Test
    void itemsOfAnyFieldNameTheirFiles() throws JsonException {
        assertThat(AttachmentNames.in(body("{'x%s':{'sha256':'%s'},'attachments%s':{'sha256':'%s','size':1}}"
                        .formatted(ITEM, B, OTHER, A))))
                .containsExactly(A, B);
    }

    @Test
    void onlyTheMemberDirectlyInsideAnItemCounts() throws JsonException {
        for (String text : new String[] {
            "{'sha256':'" + A + "'}",
            "{'attachments':{'sha256':'" + A + "'}}",
            "{'attachments" + ITEM + "':{'inner':{'sha256':'" + A + "'}}}",
            "{'attachments" + ITEM + "':{'derivedFrom':'" + A + "'}}",
            "{'attachments" + ITEM + "':null}",
            "{'attachments/member':{'sha256':'" + A + "'}}",
        }) {
            assertThat(AttachmentNames.in(body(text))).as(text).isEmpty();
        }
    }

    @Test
    void whatIsNoHashNamesNothing() throws JsonException {
        for (String hash : new String[] {"'" + "A".repeat(64) + "'", "'" + "a".repeat(63) + "'", "''", "7", "null"}) {
            assertThat(AttachmentNames.in(body("{'a" + ITEM + "':{'sha256':" + hash + "}}")))
                    .as(hash)
                    .isEmpty();
        }
    }

    private static Json.Obj body(String text) throws JsonException {
        return (Json.Obj) JsonReader.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 32);
    }
}
