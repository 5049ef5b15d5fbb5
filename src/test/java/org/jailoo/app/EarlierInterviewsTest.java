package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.app.EarlierInterviews.Earlier;
import org.jailoo.app.EarlierInterviews.Sketch;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a person was talked to before: found by who is named, and by who is alike. */
@SuppressWarnings("NullAway.Init") // opened before each test
class EarlierInterviewsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Notebook notebook;
    private EarlierInterviews earlier;

    @BeforeEach
    void open() {
        notebook = TestDoor.create(folder.resolve("notebook"), "here");
        earlier = new EarlierInterviews(notebook);
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private String save(String type, Map<String, ? extends Json> values) {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        SaveRecord.Form form = save.open(type, null);
        assertThat(save.save(form, Json.object(values))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private String person(String code, String sex, long year, String settlement) {
        return save(
                "participant",
                Map.of(
                        "code", Json.of(code),
                        "sex", Json.of(sex),
                        "birthYear", Json.of(year),
                        "place",
                                Json.object(
                                        Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of(settlement)))));
    }

    private String interview(String code, String day, String... people) {
        Map<String, Json> values = new TreeMap<>(Map.of("code", Json.of(code), "date", Json.of(day)));
        for (String one : people) {
            values.put("participants/" + one, Json.TRUE);
        }
        return save("interview", values);
    }

    private static List<String> codes(List<Earlier> found) {
        return found.stream().map(one -> one.row().code()).toList();
    }

    @Test
    void namesEveryOtherInterviewOfHerAndOfThoseSheIsSaidToBe() {
        String she = person("P1", "female", 1987, "Барскоон");
        String same = save("participant", Map.of("code", Json.of("P2"), "sameAs/" + she, Json.TRUE));
        String third = save("participant", Map.of("code", Json.of("P3"), "sameAs/" + same, Json.TRUE));
        String other = person("P4", "female", 1987, "Барскоон");
        String now = interview("A1", "2024-05-01", she);
        interview("A2", "2023-07-04", she);
        interview("A3", "2022", third);
        interview("A4", "2021", other);
        String gone = interview("A5", "2020", she);
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        save.save(save.open("interview", gone), Json.object(Map.of("deleted", Json.TRUE)));
        assertThat(codes(earlier.of(she, now))).containsExactly("A2", "A3");
        assertThat(codes(earlier.of(third, "none"))).containsExactly("A1", "A2", "A3");
    }

    @Test
    void aReferenceThatWasTakenOutNamesNobody() {
        String she = person("P1", "female", 1987, "Барскоон");
        String one = interview("A1", "2024", she);
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        save.save(save.open("interview", one), Json.object(Map.of("participants/" + she, Json.NULL)));
        assertThat(earlier.of(she, "none")).isEmpty();
    }

    @Test
    void alikeAreThoseOfHerSexHerVillageAndAYearMoreOrLess() {
        person("P1", "female", 1986, "Барскоон");
        person("P2", "female", 1988, "Барскоон");
        person("P3", "female", 1989, "Барскоон");
        person("P4", "male", 1987, "Барскоон");
        person("P5", "female", 1987, "Тосор");
        assertThat(codes(earlier.alike(new Sketch("female", 1987L, "KG02000000000", "барскоон"))))
                .containsExactlyInAnyOrder("P1", "P2");
        assertThat(codes(earlier.alike(new Sketch(null, 1987L, "KG02000000000", null))))
                .containsExactlyInAnyOrder("P1", "P2", "P4", "P5");
        assertThat(earlier.alike(new Sketch("female", null, null, "Барскоон"))).isEmpty();
        assertThat(earlier.alike(new Sketch("female", 1987L, null, "\" OR *"))).isEmpty();
    }

    @Test
    void nobodyFindsTheMarksByTyping() {
        String she = person("P1", "female", 1987, "Барскоон");
        interview("A1", "2024", she);
        List<String> typed = List.of(she, she.substring(0, 8), "1987", "y1987", "KG02");
        for (String text : typed) {
            long found = notebook.reading(at -> at.search().count(text));
            assertThat(found).as(text).isZero();
        }
    }
}
