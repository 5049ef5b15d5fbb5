package org.jailoo.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.ui.form.Forms.body;
import static org.jailoo.ui.form.Forms.entry;
import static org.jailoo.ui.form.Forms.field;
import static org.jailoo.ui.form.Forms.json;
import static org.jailoo.ui.form.Forms.on;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Problem;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** The change set of a form: exactly what a person changed, and nothing that she did not see. */
class RecordFormTest {
    private static final String ITEM = "5c3f2b1c-aaaa-4222-8333-444455556666";
    private static final String FULL = """
            {'code':'I-7','date':'2023-08','minutes':45,'mode':'phone','synthetic':true,'narrative':'Айнуранын сөзү',
             'place':{'country':'KG','settlement':'Барскоон','elevation':1700},
             'consent':{'given':'yes','purposes':['keep','media','future-purpose']},
             'helpBarriers/shame':true,'helpBarriers/from-2031':true,
             'violations/5c3f2b1c-aaaa-4222-8333-444455556666':{'code':'wage-delay','persons':3,'severity':{'x':[1]}}}""";

    @Test
    void whatIsOnlyLookedAtIsNotChanged() {
        for (String type : Forms.SCHEMA.types().keySet()) {
            RecordForm form = on(type, type.equals("interview") ? FULL : "{}");
            for (Entry entry : everyEntry(form)) {
                entry.type(entry.typed().get());
                if (!(entry.field().kind() instanceof FieldKind.ListOf)) {
                    entry.set(entry.value().get());
                }
            }
            assertThat(form.body().members()).as(type).isEmpty();
            assertThat(form.dirty().get()).isFalse();
        }
    }

    private static List<Entry> everyEntry(RecordForm form) {
        List<Entry> all = new ArrayList<>();
        java.util.Objects.requireNonNull(form.type()).fields().values().forEach(field -> {
            if (field.kind() instanceof FieldKind.Group group) {
                group.members()
                        .values()
                        .forEach(m -> all.add(form.entry(Place.at(field.name()).member(m.name()), m)));
            } else if (field.kind() instanceof FieldKind.Items) {
                ItemsEntry items = form.items(field);
                items.ids()
                        .forEach(id -> items.members()
                                .values()
                                .forEach(m -> all.add(form.entry(items.place(id).member(m.name()), m))));
            } else if (!field.kind().hasSubPaths()) {
                all.add(form.entry(field));
            }
        });
        return all;
    }

    @Test
    void everyKindIsWrittenAsTheFormatHasIt() {
        RecordForm form = on("interview", "{}");
        entry(form, "code").type("  I-7 ");
        entry(form, "date").type("15.8.2023");
        entry(form, "minutes").type("1 045");
        entry(form, "mode").set(Json.of("phone"));
        entry(form, "synthetic").set(Json.FALSE);
        entry(form, "narrative").type("Жумуш берүүчү\n\nүч ай төлөгөн жок\t");
        entry(form, "campaign").set(Json.of(Forms.RECORD));
        form.set(field(form, "helpBarriers")).toggle("shame", true);
        form.set(field(form, "participants")).toggle(Forms.RECORD, true);
        entry(form, "place.country").set(Json.of("KG"));
        entry(form, "place.settlement").type("Тосор");
        entry(form, "consent.date").type("08.2023");
        entry(form, "consent.purposes").toggle("keep", true);
        entry(form, "consent.purposes").toggle("media", true);
        assertThat(form.body()).isEqualTo(json("""
                        {'code':'  I-7 ','date':'2023-08-15','minutes':1045,'mode':'phone','synthetic':false,
                         'narrative':'Жумуш берүүчү\\n\\nүч ай төлөгөн жок\\t','campaign':'0a3f2b1c-1111-4222-8333-444455556666',
                         'helpBarriers/shame':true,'participants/0a3f2b1c-1111-4222-8333-444455556666':true,
                         'place':{'country':'KG','settlement':'Тосор'},
                         'consent':{'date':'2023-08','purposes':['keep','media']}}"""));
        assertThat(form.dirty().get()).isTrue();
    }

    @Test
    void quartersAreReadAsPeopleWriteThem() {
        RecordForm form = on("recommendation", "{}");
        String id = form.items(field(form, "progress")).add();
        for (String typed : List.of("2023-Q3", "q3 2023", "3 кв. 2023", "2023, 3".replace(",", " q"), "3/2023")) {
            entry(form, "progress", id, "quarter").type(typed);
            assertThat(entry(form, "progress", id, "quarter").value().get())
                    .as(typed)
                    .isEqualTo(Json.of("2023-Q3"));
        }
    }

    @Test
    void clearedIsNull() {
        RecordForm form = on("interview", FULL);
        entry(form, "code").type("");
        entry(form, "date").type(" ");
        entry(form, "mode").set(null);
        entry(form, "synthetic").set(null);
        form.set(field(form, "helpBarriers")).toggle("shame", false);
        assertThat(body(form))
                .isEqualTo("{'code':null,'date':null,'helpBarriers/shame':null,'mode':null,'synthetic':null}");
        RecordForm group = on("interview", "{'place':{'country':'KG'}}");
        entry(group, "place.country").set(null);
        assertThat(body(group)).isEqualTo("{'place':null}");
    }

    @Test
    void whatIsSetBackIsNotChanged() {
        RecordForm form = on("interview", FULL);
        entry(form, "code").type("I-8");
        entry(form, "code").type("I-7");
        entry(form, "date").type("2024");
        entry(form, "date").type("8.2023");
        entry(form, "place.settlement").type("x");
        entry(form, "place.settlement").type("Барскоон");
        entry(form, "consent.purposes").toggle("keep", false);
        entry(form, "consent.purposes").toggle("keep", true);
        form.set(field(form, "helpBarriers")).toggle("cost", true);
        form.set(field(form, "helpBarriers")).toggle("cost", false);
        form.items(field(form, "violations")).remove(ITEM);
        form.items(field(form, "violations")).restore(ITEM);
        assertThat(body(form)).isEqualTo("{}");
        assertThat(form.dirty().get()).isFalse();
    }

    @Test
    void aGroupKeepsTheMembersOfANewerVersion() {
        RecordForm form = on("interview", FULL);
        entry(form, "place.settlement").type("Тосор");
        assertThat(body(form)).isEqualTo("{'place':{'country':'KG','elevation':1700,'settlement':'Тосор'}}");
        assertThat(UnknownPaths.members(
                        form.value(Place.at("place")),
                        ((FieldKind.Group) field(form, "place").kind()).members()))
                .isEqualTo(Map.of("elevation", Json.of(1700)));
    }

    @Test
    void aListInAGroupKeepsCodesOfANewerVersionAndItsOrder() {
        RecordForm form = on("interview", FULL);
        entry(form, "consent.purposes").toggle("media", false);
        entry(form, "consent.purposes").toggle("court", true);
        assertThat(body(form)).isEqualTo("{'consent':{'given':'yes','purposes':['keep','future-purpose','court']}}");
    }

    @Test
    void anItemKeepsTheMembersOfANewerVersion() {
        RecordForm form = on("interview", FULL);
        entry(form, "violations", ITEM, "persons").type("4");
        assertThat(form.body())
                .isEqualTo(json("{'violations/" + ITEM + "':{'code':'wage-delay','persons':4,'severity':{'x':[1]}}}"));
    }

    @Test
    void itemsAreAddedChangedAndRemovedOneByOne() {
        RecordForm form = on("interview", FULL);
        ItemsEntry violations = form.items(field(form, "violations"));
        String added = violations.add();
        assertThat(body(form)).isEqualTo("{}");
        assertThat(violations.ids()).containsExactly(ITEM, added);
        entry(form, "violations", added, "code").set(Json.of("rape"));
        assertThat(body(form)).isEqualTo("{'violations/" + added + "':{'code':'rape'}}");
        violations.remove(ITEM);
        assertThat(violations.isRemoved(ITEM)).isTrue();
        violations.remove(added);
        assertThat(violations.ids()).containsExactly(ITEM);
        assertThat(body(form)).isEqualTo("{'violations/" + ITEM + "':null}");
        violations.restore(ITEM);
        assertThat(entry(form, "violations", ITEM, "persons").typed().get()).isEqualTo("3");
        assertThat(body(form)).isEqualTo("{}");
    }

    @Test
    void aGroupInsideAnItemIsSetInIt() {
        RecordForm form = on("campaign", "{}");
        ItemsEntry places = form.items(field(form, "places"));
        String id = places.add();
        FieldKind.Group place = (FieldKind.Group)
                java.util.Objects.requireNonNull(places.members().get("place")).kind();
        form.entry(
                        places.place(id).member("place").member("settlement"),
                        java.util.Objects.requireNonNull(place.members().get("settlement")))
                .type("Тосор");
        assertThat(body(form)).isEqualTo("{'places/" + id + "':{'place':{'settlement':'Тосор'}}}");
    }

    @Test
    void aMemberOfANewerVersionIsShownAndCannotBeTakenOut() {
        RecordForm form = on("interview", FULL);
        SetEntry barriers = form.set(field(form, "helpBarriers"));
        assertThat(barriers.members()).containsExactlyInAnyOrder("shame", "from-2031");
        barriers.toggle("from-2031", false);
        assertThat(body(form)).isEqualTo("{}");
    }

    @Test
    void whatIsNotUnderstoodStaysAsTypedAndIsNotWritten() {
        RecordForm form = on("interview", FULL);
        entry(form, "date").type("2023-13");
        entry(form, "minutes").type("an hour");
        assertThat(entry(form, "date").problem().get()).isEqualTo(Problem.Kind.BAD_DATE);
        assertThat(entry(form, "date").typed().get()).isEqualTo("2023-13");
        assertThat(body(form)).isEqualTo("{}");
        assertThat(form.dirty().get()).isTrue();
        assertThat(form.problems()).isEqualTo(2);
        entry(form, "date").type("08.2023");
        entry(form, "minutes").type("45");
        assertThat(form.dirty().get()).isFalse();
    }

    @Test
    void textThatAControlCannotShowWholeIsNotChangedByShowingIt() {
        RecordForm form = on("interview", "{'narrative':'one\\r\\ntwo'}");
        entry(form, "narrative").type("one\ntwo!");
        entry(form, "narrative").type("one\ntwo");
        assertThat(body(form)).isEqualTo("{}");
    }

    @Test
    void settlingWritesEvenTheShownValueAndCanBeTakenBack() {
        RecordForm form = Forms.inConflict("interview", "{'risk':'low'}", "risk", "'high'", "'low'");
        form.settle("risk", Json.of("low"));
        assertThat(body(form)).isEqualTo("{'risk':'low'}");
        form.undo("risk");
        assertThat(body(form)).isEqualTo("{}");
        form.settle("risk", Json.of("high"));
        assertThat(entry(form, "risk").value().get()).isEqualTo(Json.of("high"));
        assertThat(body(form)).isEqualTo("{'risk':'high'}");
    }

    @Test
    void valuesOfANewerVersionAreShownToBeReadOnly() {
        RecordForm form = on(
                "interview",
                "{'mood':'calm','risk':{'level':3},'place':'Tosor','violations/" + ITEM
                        + "':true,'helpSought/x':true}");
        assertThat(form.unknown().keySet()).containsExactly("helpSought/x", "mood", "place", "violations/" + ITEM);
        assertThat(entry(form, "risk").isForeign()).isTrue();
        assertThat(entry(form, "place.country").isForeign()).isTrue();
        assertThat(on("dream", "{'text':'x'}").unknown().keySet()).containsExactly("text");
    }

    @Test
    void aFieldAddedToTheSchemaIsThereByItself() throws Exception {
        String schema;
        try (var in = java.util.Objects.requireNonNull(Schema.class.getResourceAsStream("/records.json"))) {
            schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Schema longer = Schema.read(new java.io.ByteArrayInputStream(
                schema.replace("\"risk\": \"choice:risk\"", "\"weather\": \"text\", \"risk\": \"choice:risk\"")
                        .getBytes(StandardCharsets.UTF_8)));
        RecordForm form = new RecordForm(longer, Forms.opened("interview", "{}", Map.of()));
        entry(form, "weather").type("snow");
        assertThat(body(form)).isEqualTo("{'weather':'snow'}");
    }

    @Test
    void changesMadeWhileASaveWasUnderWayStayChanges() {
        Changes changes = new Changes(Map.of("code", Json.of("old")));
        changes.put("code", Json.of("new"));
        Json.Obj saving = changes.body();
        changes.put("code", Json.of("old"));
        changes.put("title", Json.of("more"));
        changes.saved(saving);
        assertThat(changes.body()).isEqualTo(Forms.json("{'code':'old','title':'more'}"));
    }
}
