package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {
    @Test
    void newIdsAreValidDistinctAndInNoOrderOfTime() {
        Set<String> ids = new HashSet<>();
        int ascending = 0;
        String last = "";
        for (int i = 0; i < 2_000; i++) {
            String id = RecordId.random();
            assertThat(RecordId.isValid(id)).as(id).isTrue();
            ids.add(id);
            ascending += id.compareTo(last) > 0 ? 1 : 0;
            last = id;
        }
        assertThat(ids).hasSize(2_000);
        assertThat(ascending).isBetween(800, 1_200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0b7c1f0e-93f4-1c6e-8a55-0d3a4f6f1e22", // version 1 tells the time
                "0192f0c8-93f4-7c6e-8a55-0d3a4f6f1e22", // so does version 7
                "0b7c1f0e-93f4-4c6e-0a55-0d3a4f6f1e22",
                "0b7c1f0e-93f4-4c6e-ca55-0d3a4f6f1e22",
                "00000000-0000-0000-0000-000000000000"
            })
    void uuidOfAnotherVersionNamesNoRecordButMayNameAnItem(String id) {
        assertThat(RecordId.isValid(id)).isFalse();
        assertThat(RecordId.isUuid(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0B7C1F0E-93F4-4C6E-8A55-0D3A4F6F1E22",
                "0b7c1f0e93f44c6e8a550d3a4f6f1e22",
                "{0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e2",
                "0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e220",
                "0b7c1f0e-93f4-4c6e-8a550-d3a4f6f1e22",
                "0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e2g",
                "٠b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22"
            })
    void anythingElseIsNoUuid(String id) {
        assertThat(RecordId.isValid(id)).isFalse();
        assertThat(RecordId.isUuid(id)).isFalse();
    }
}
