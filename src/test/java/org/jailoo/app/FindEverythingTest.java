package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jailoo.app.FindEverything.Group;
import org.jailoo.app.FindEverything.Hit;
import org.jailoo.app.FindEverything.Result;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.jailoo.search.Snippet.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindEverythingTest {
    @TempDir
    Path folder;

    private Laptop a;

    @BeforeEach
    void create() {
        a = Laptop.create(folder, "A7");
    }

    @AfterEach
    void close() {
        a.close();
    }

    private Result find(String typed) {
        return new FindEverything(a.notebook).find(typed, (done, all) -> {});
    }

    private static String said(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    @Test
    void hitsStandByTypeWithTheWordsInTheirPlace() {
        a.save(
                a.form("interview", null),
                Map.of("code", Json.of("A7-0001"), "narrative", Json.of("Өкмөткө кайрылдым, жооп болбоду.")));
        a.writes("recommendation", "text", "Өкмөт айлык акыны көзөмөлдөсүн");
        a.writes("campaign", "title", "Талаа");
        Result found = find("окмот");
        assertThat(found.coded()).isEmpty();
        assertThat(found.groups()).extracting(Group::type).containsExactly("interview", "recommendation");
        Hit hit = found.groups().get(0).hits().get(0);
        assertThat(said(hit.title())).isEqualTo("A7-0001");
        assertThat(hit.field()).isEqualTo("narrative");
        assertThat(hit.words()).contains(new Part("Өкмөткө", true));
    }

    @Test
    void wordsInsideAnItemAreShownWithTheFieldOfTheList() {
        a.save(
                a.form("interview", null),
                Map.of(
                        "violations/" + RecordId.random(),
                        Json.object(Map.of("code", Json.of("wage-delay"), "quote", Json.of("акча берген жок")))));
        assertThat(find("акча").groups().get(0).hits().get(0)).satisfies(hit -> {
            assertThat(hit.field()).isEqualTo("violations");
            assertThat(said(hit.words())).isEqualTo("акча берген жок");
        });
    }

    @Test
    void aCodeComesFirstWhateverZerosWereTypedAndIsNotSaidTwice() {
        a.writes("interview", "code", "A7-0012");
        a.writes("interview", "code", "A7-0120");
        a.save(a.form("participant", null), Map.of("code", Json.of("P7-0001"), "notes", Json.of("см. A7-0012")));
        Result found = find("a7-12");
        assertThat(found.coded()).extracting(h -> h.row().code()).containsExactly("A7-0012");
        found = find("A7-0012");
        assertThat(found.coded()).extracting(h -> h.row().code()).containsExactly("A7-0012");
        assertThat(found.groups()).extracting(Group::type).containsExactly("participant");
        assertThat(find("A7-01").coded()).extracting(h -> h.row().code()).containsExactly("A7-0120");
    }

    @Test
    void namesOfPeopleAreNeverFound() {
        a.save(a.form("identity", null), Map.of("fullName", Json.of("Айгүл Токтосунова"), "phone", Json.of("0555123")));
        assertThat(find("айгул").isEmpty()).isTrue();
        assertThat(find("0555123").isEmpty()).isTrue();
    }

    @Test
    void whatIsDeletedIsNotFound() {
        String record = a.interview("айлык");
        assertThat(find("айлык").groups()).hasSize(1);
        a.save(a.form("interview", record), Map.of("deleted", Json.TRUE));
        assertThat(find("айлык").isEmpty()).isTrue();
    }

    @Test
    void ofManyOnlyTheFirstAreReadAndAllAreCounted() {
        for (int i = 0; i < 12; i++) {
            a.interview("айлык " + i);
        }
        assertThat(find("айлык").groups()).singleElement().satisfies(group -> {
            assertThat(group.total()).isEqualTo(12);
            assertThat(group.hits()).hasSize(FindEverything.EACH);
        });
    }

    @Test
    void aSearchThatNobodyWantsAnyMoreStops() {
        a.interview("айлык");
        assertThatThrownBy(() -> new FindEverything(a.notebook).find("айлык", (done, all) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void listsRememberWhatAPersonArranged() {
        ListMemory memory = new ListMemory(a.notebook);
        assertThat(memory.of("interview")).isEqualTo(ListMemory.Remembered.NOTHING);
        ListMemory.Remembered remembered = new ListMemory.Remembered(
                List.of(
                        new ListMemory.Filter("Чүй", "айлык", org.jailoo.notebook.Lists.Show.IN_CONFLICT, "c-1"),
                        new ListMemory.Filter("", "", org.jailoo.notebook.Lists.Show.ALL, null)),
                List.of(new ListMemory.Column("place.settlement", 120, false)),
                org.jailoo.notebook.Lists.Order.EARLIEST);
        memory.keep("interview", remembered);
        assertThat(memory.of("interview")).isEqualTo(remembered);
        assertThat(memory.of("participant")).isEqualTo(ListMemory.Remembered.NOTHING);
        a.notebook.inTransaction(() -> {
            a.notebook.settings().put("list.interview", "{\"order\":\"SIDEWAYS\"}");
            return 1;
        });
        assertThat(memory.of("interview")).isEqualTo(ListMemory.Remembered.NOTHING);
    }
}
