package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {
    private static final String UUID = "0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22";
    private static final Json OBJECT = Json.object();
    private static final Json ARRAY = Json.texts(List.of("a"));
    private static final List<Json> VALUES = List.of(
            Json.of("a"), Json.of(""), Json.of(0), Json.of(-7), Json.TRUE, Json.FALSE, Json.NULL, OBJECT, ARRAY);

    @Test
    void eachFormIsItsOwnType() {
        assertThat(Path.parse("consent")).isEqualTo(new Path.Register("consent"));
        assertThat(Path.parse("roles/village-council")).isEqualTo(new Path.Member("roles", "village-council"));
        assertThat(Path.parse("journeys/" + UUID)).isEqualTo(new Path.Item("journeys", UUID));
        assertThat(Path.parse("deleted")).isEqualTo(new Path.Deleted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "aZ09",
                "deletedAt",
                "deletedAt/x",
                "a/0",
                "a/.",
                "a/..",
                "a/_-.",
                "a/65",
                "a/A",
                "delete/deleted",
                "a/deleted"
            })
    void pathInsideTheGrammarIsReadAndWrittenBack(String text) {
        Path path = Objects.requireNonNull(Path.parse(text));
        assertThat(path.text()).isEqualTo(text);
        assertThat(path.field()).isEqualTo(text.split("/", 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "A",
                "0a",
                "a-b",
                "a.b",
                "a_b",
                " a",
                "a ",
                "a\n",
                "é",
                "aé",
                "а",
                "a/",
                "/a",
                "a//b",
                "a/b/c",
                "a/b ",
                "a/é",
                "a/65+",
                "deleted/",
                "deleted/x",
                "deleted/0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22",
                "!notes",
                "a\u0000",
                "a/\u0000"
            })
    void pathOutsideTheGrammarHoldsNothing(String text) {
        assertThat(Path.parse(text)).isNull();
        assertThat(VALUES).noneMatch(value -> Path.holds(text, value));
    }

    @Test
    void namesAndMembersEndAtSixtyFourLetters() {
        String most = "a".repeat(64);
        assertThat(Path.holds(most, Json.TRUE)).isTrue();
        assertThat(Path.holds(most + "a", Json.TRUE)).isFalse();
        assertThat(Path.holds(most + "/" + most, Json.TRUE)).isTrue();
        assertThat(Path.holds("a/" + most + "a", Json.TRUE)).isFalse();
        assertThat(Path.holds(most + "a/a", Json.TRUE)).isFalse();
    }

    /** The nine values of VALUES, 1 where the path holds it. */
    @ParameterizedTest
    @CsvSource({
        "title,                                         111111110",
        "deleted,                                       000010100",
        "roles/activist,                                000010100",
        "journeys/0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22, 000010110",
        "journeys/0b7c1f0e-93f4-1c6e-0a55-0d3a4f6f1e22, 000010110",
        "journeys/0B7C1F0E-93F4-4C6E-8A55-0D3A4F6F1E22, 000010100",
        "journeys/0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e2,  000010100",
        "journeys/0b7c1f0e.93f4-4c6e-8a55-0d3a4f6f1e22, 000010100",
        "journeys/0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1g22, 000010100",
    })
    void pathHoldsOnlyTheValuesOfItsForm(String path, String held) {
        for (int i = 0; i < VALUES.size(); i++) {
            assertThat(Path.holds(path, VALUES.get(i)))
                    .as("%s holds %s", path, VALUES.get(i))
                    .isEqualTo(held.charAt(i) == '1');
        }
    }

    @Test
    void fastCheckAgreesWithTheObviousOne() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int rounds = "long".equals(System.getProperty("jailoo.size")) ? 5_000_000 : 200_000;
        int held = 0;
        for (int i = 0; i < rounds; i++) {
            String path = randomPath(random);
            Json value = VALUES.get(random.nextInt(VALUES.size()));
            boolean obvious = obviouslyHolds(path, value);
            held += obvious ? 1 : 0;
            if (Path.holds(path, value) != obvious || (Path.parse(path) != null) != obviouslyHolds(path, Json.NULL)) {
                throw new AssertionError("seed " + seed + ": <" + path + "> with " + value);
            }
        }
        assertThat(held).as("cases that hold, seed %d", seed).isBetween(rounds / 20, rounds / 2);
    }

    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern MEMBER = Pattern.compile("[a-z][A-Za-z0-9]{0,63}/[A-Za-z0-9._-]{1,64}");
    private static final Pattern ITEM =
            Pattern.compile("[a-z][A-Za-z0-9]{0,63}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static boolean obviouslyHolds(String path, Json value) {
        boolean trueOrNull = value.equals(Json.TRUE) || value.equals(Json.NULL);
        if (path.equals("deleted")) {
            return trueOrNull;
        }
        if (path.startsWith("deleted/")) {
            return false;
        }
        if (FIELD.matcher(path).matches()) {
            return !(value instanceof Json.Array);
        }
        return (MEMBER.matcher(path).matches() && trueOrNull)
                || (ITEM.matcher(path).matches() && value instanceof Json.Obj);
    }

    private static final List<String> PARTS = List.of(
            "a", "Z", "0", "/", "-", ".", "_", "deleted", "deleted", "field", UUID, UUID, "é", "ө", " ", "\n", "", "f");

    private static String randomPath(Random random) {
        if (random.nextInt(4) == 0) {
            StringBuilder any = new StringBuilder();
            for (int parts = random.nextInt(6); parts > 0; parts--) {
                String part = PARTS.get(random.nextInt(PARTS.size()));
                any.append(part.repeat(random.nextInt(20) == 0 ? 64 : 1));
            }
            return any.toString();
        }
        StringBuilder path = new StringBuilder(random.nextInt(5) == 0 ? "deleted" : "journeys");
        if (random.nextInt(8) == 0) {
            path.append("a".repeat(random.nextInt(4) + 54));
        }
        if (random.nextInt(4) > 0) {
            path.append('/').append(random.nextBoolean() ? UUID : "x".repeat(1 + random.nextInt(66)));
        }
        if (random.nextInt(3) == 0) {
            path.setCharAt(random.nextInt(path.length()), "aA0g-./é ".charAt(random.nextInt(9)));
        }
        return path.toString();
    }
}
