package org.jailoo.ui.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jailoo.json.Json;
import org.jailoo.ui.form.FormEdit;
import org.jailoo.ui.form.Forms;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.interview.CodingModel.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and the words they quote, through every edit. */
class CodingModelTest {
    private static final String CONSENT = "'consent':{'given':'yes','purposes':['keep']}";
    private static final String TEXT = "Паспортумду алып коюшту. Айлык бербей жүрүштү. Паспортумду алып коюшту.";

    private static CodingModel on(String values) {
        RecordForm form = Forms.on("interview", "{" + CONSENT + (values.isEmpty() ? "" : ",") + values + "}");
        return listening(form);
    }

    private static CodingModel listening(RecordForm form) {
        CodingModel model = new CodingModel(form);
        form.turns().addListener((p, before, now) -> model.look());
        return model;
    }

    private static Json.Obj item(CodingModel model, RecordForm form, String id) {
        return Objects.requireNonNull(
                new FormEdit(form).item(model.items().place(id).path()));
    }

    @Test
    void codedWordsBecomeAnItemWithTheirPlaceAndNoPerson() {
        RecordForm form = Forms.on("interview", "{" + CONSENT + ",'narrative':'🐑 Айлык бербей жүрүштү'}");
        CodingModel model = listening(form);
        String id = model.code(new Span(2, 15), "wage-withheld", List.of("wage-withholding"));
        assertThat(model.codes())
                .containsExactly(new Coded(id, "wage-withheld", "Айлык бербей", new Span(3, 15), false));
        assertThat(item(model, form, id))
                .isEqualTo(Forms.json(
                        "{'code':'wage-withheld','end':14,'indicators':['wage-withholding'],'quote':'Айлык бербей',"
                                + "'source':'narrative','start':2}"));
    }

    @Test
    void aCodeWithoutWordsIsOnlyTheCode() {
        RecordForm form = Forms.on("interview", "{" + CONSENT + "}");
        CodingModel model = listening(form);
        String id = model.code(null, "rape", List.of());
        assertThat(item(model, form, id)).isEqualTo(Forms.json("{'code':'rape'}"));
        assertThat(model.codes().get(0).lost()).isFalse();
    }

    @Test
    void wordsDeletedLetterByLetterLeaveTheCodeWithItsWholeQuotationAndNoPlace() {
        RecordForm form = Forms.on("interview", "{" + CONSENT + ",'narrative':'ал айлык ал'}");
        CodingModel model = listening(form);
        String id = model.code(new Span(3, 8), "wage-withheld", List.of());
        for (int at = 7; at >= 3; at--) {
            model.edit(at, model.text().substring(at, at + 1), "");
        }
        assertThat(model.text()).isEqualTo("ал  ал");
        assertThat(model.codes()).containsExactly(new Coded(id, "wage-withheld", "айлык", null, true));
        assertThat(item(model, form, id))
                .isEqualTo(Forms.json("{'code':'wage-withheld','quote':'айлык','source':'narrative'}"));
        CodingModel later = listening(form);
        assertThat(later.codes().get(0).lost()).as("after it was opened again").isTrue();
    }

    @Test
    void cutAndPutInElsewhereTheWordsKeepTheirCode() {
        CodingModel model = on("'narrative':'" + TEXT + "'");
        String words = "Айлык бербей жүрүштү.";
        int at = TEXT.indexOf(words);
        String id = model.code(new Span(at, at + words.length()), "wage-delay", List.of());
        model.edit(at, words, "");
        assertThat(model.codes().get(0).lost()).isTrue();
        model.edit(0, "", words + " ");
        assertThat(model.codes())
                .containsExactly(new Coded(id, "wage-delay", words, new Span(0, words.length()), false));
    }

    @Test
    void afterAMergeTheNearestOccurrenceCounts() {
        RecordForm form = Forms.on(
                "interview",
                "{'narrative':'Жаңы башы. " + TEXT + "','violations/0a3f2b1c-1111-4222-8333-000000000001':"
                        + "{'code':'document-retention','quote':'Паспортумду алып коюшту','source':'narrative','start':47,'end':70}}");
        CodingModel model = listening(form);
        Span span = Objects.requireNonNull(model.codes().get(0).span());
        assertThat(span.start()).isEqualTo(58);
        assertThat(span.in(model.text())).isEqualTo("Паспортумду алып коюшту");
        assertThat(Forms.body(form)).as("looking changes nothing").isEqualTo("{}");
    }

    @Test
    void aQuotationOfAnotherTextIsNeverLookedForHere() {
        CodingModel model = on("'narrative':'Айлык','violations/0a3f2b1c-1111-4222-8333-000000000001':"
                + "{'code':'wage-delay','quote':'Айлык','source':'audio'}");
        assertThat(model.codes().get(0).span()).isNull();
        assertThat(model.codes().get(0).lost()).isFalse();
        model.edit(0, "Айлык", "");
        assertThat(model.codes().get(0).quote()).isEqualTo("Айлык");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20230704, 42, 7, 99, 3, 1917, 2024})
    void throughRandomEditsEveryQuotationIsTheTextAtItsPlaceOrSaysThatItIsGone(long seed) {
        Random random = new Random(seed);
        RecordForm form = Forms.on("interview", "{" + CONSENT + ",'narrative':'" + TEXT + "'}");
        CodingModel model = listening(form);
        // Who each unit is: those of the beginning keep their number, new ones are negative.
        List<Integer> who = new ArrayList<>();
        for (int i = 0; i < TEXT.length(); i++) {
            who.add(i);
        }
        Map<String, List<Integer>> own = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            int start = random.nextInt(TEXT.length() - 8);
            Span words = Objects.requireNonNull(new Span(start, start + 2 + random.nextInt(6)).trimmed(TEXT));
            own.put(
                    model.code(words, "wage-delay", List.of()),
                    new ArrayList<>(who.subList(words.start(), words.end())));
        }
        for (int step = 0; step < 400; step++) {
            String text = model.text();
            int at = border(text, random.nextInt(text.length() + 1));
            int many = random.nextInt(3) == 0 ? random.nextInt(Math.min(9, text.length() - at) + 1) : 0;
            int removed = border(text, at + many) - at;
            String inserted = random.nextInt(4) == 0
                    ? ""
                    : "ңү🐑 ө".substring(0, List.of(1, 2, 4, 5, 6).get(random.nextInt(5)));
            for (int i = 0; i < removed; i++) {
                who.remove(at);
            }
            for (int i = 0; i < inserted.length(); i++) {
                who.add(at, -1);
            }
            model.edit(at, text.substring(at, at + removed), inserted);
            assertThat(model.codes())
                    .as("seed %s, step %s: none is lost", seed, step)
                    .hasSize(12);
            for (Coded one : model.codes()) {
                Json.Obj stored = item(model, form, one.id());
                assertThat(stored.text("quote")).isEqualTo(one.quote());
                Span span = one.span();
                if (span == null) {
                    assertThat(one.lost()).isTrue();
                    assertThat(stored.get("start")).isNull();
                } else {
                    assertThat(span.in(model.text()))
                            .as("seed %s, step %s", seed, step)
                            .isEqualTo(one.quote());
                    assertThat(stored.integer("start")).isEqualTo(model.text().codePointCount(0, span.start()));
                    assertThat(stored.integer("end")).isEqualTo(model.text().codePointCount(0, span.end()));
                    List<Integer> mine = Objects.requireNonNull(own.get(one.id()));
                    assertThat(who.subList(span.start(), span.end()))
                            .as("seed %s, step %s: no words of others", seed, step)
                            .allMatch(unit -> unit < 0 || mine.contains(unit));
                }
            }
        }
        CodingModel again = new CodingModel(form);
        assertThat(again.codes().stream().filter(one -> one.span() != null).toList())
                .as("opened again, each stands where it stood")
                .containsExactlyInAnyOrderElementsOf(
                        model.codes().stream().filter(one -> one.span() != null).toList());
    }

    /** Editors do not cut letters in half. */
    private static int border(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    @Test
    void wordsAreCountedAsPeopleCountThem() {
        assertThat(on("'narrative':'Үч ай — 15-жумуш күнү.'").words()).isEqualTo(4);
        assertThat(on("").words()).isZero();
    }
}
