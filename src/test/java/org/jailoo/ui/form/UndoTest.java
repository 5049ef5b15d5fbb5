package org.jailoo.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.ui.form.Forms.body;
import static org.jailoo.ui.form.Forms.entry;
import static org.jailoo.ui.form.Forms.field;
import static org.jailoo.ui.form.Forms.on;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.junit.jupiter.api.Test;

class UndoTest {
    private static void types(Entry entry, String text) {
        for (int i = 1; i <= text.length(); i++) {
            entry.type(entry.typed().get() + text.charAt(i - 1));
        }
    }

    @Test
    void whatIsTypedGoesBackWordByWordAndForthAgain() {
        RecordForm form = on("interview", "{}");
        types(entry(form, "narrative"), "Айлык төлөнгөн жок");
        List<String> seen = new ArrayList<>();
        while (form.undo()) {
            seen.add(entry(form, "narrative").typed().get());
        }
        assertThat(seen).containsExactly("Айлык төлөнгөн ", "Айлык ", "");
        assertThat(form.dirty().get()).isFalse();
        while (form.redo()) {
            seen.add(entry(form, "narrative").typed().get());
        }
        assertThat(seen).endsWith("Айлык төлөнгөн жок");
        assertThat(body(form)).isEqualTo("{'narrative':'Айлык төлөнгөн жок'}");
    }

    @Test
    void wordsThatWereNotUnderstoodComeBackToo() {
        RecordForm form = on("interview", "{'date':'2023'}");
        entry(form, "date").type("кечээ");
        entry(form, "code").type("I");
        form.undo();
        assertThat(entry(form, "date").typed().get()).isEqualTo("кечээ");
        assertThat(entry(form, "date").problem().get()).isNotNull();
        form.undo();
        assertThat(entry(form, "date").typed().get()).isEqualTo("2023");
        assertThat(entry(form, "date").problem().get()).isNull();
        form.redo();
        assertThat(entry(form, "date").typed().get()).isEqualTo("кечээ");
    }

    @Test
    void aRemovedItemComesBackAndSeveralThingsDoneTogetherGoAsOne() {
        RecordForm form = on("interview", "{}");
        ItemsEntry items = form.items(field(form, "violations"));
        form.together(() -> {
            for (String code : List.of("wage-delay", "threats")) {
                String id = items.add();
                form.write(items.place(id).member("code"), Json.of(code));
            }
        });
        items.remove(items.ids().get(0));
        assertThat(items.ids()).hasSize(1);
        form.undo();
        assertThat(items.ids()).hasSize(2);
        form.undo();
        assertThat(items.ids()).isEmpty();
        assertThat(form.dirty().get()).isFalse();
        form.redo();
        assertThat(items.ids()).hasSize(2);
    }

    @Test
    void theWayBackGoesOnBeyondASave() {
        RecordForm form = on("interview", "{'risk':'low'}");
        entry(form, "risk").set(Json.of("high"));
        form.saved(new Opened(form.opened().form(), form.state(), false), form.body());
        assertThat(form.dirty().get()).isFalse();
        form.undo();
        assertThat(body(form)).isEqualTo("{'risk':'low'}");
        form.redo();
        assertThat(form.dirty().get()).isFalse();
    }

    @Test
    void whatStoodInTheFormFromTheBeginningIsNoStep() {
        RecordForm form = new RecordForm(
                Forms.SCHEMA, Forms.opened("interview", "{}", Map.of()), Map.of("code", Json.of("A7-0012")));
        assertThat(form.dirty().get()).isFalse();
        assertThat(form.undo()).isFalse();
        entry(form, "narrative").type("Айлык");
        form.undo();
        assertThat(form.dirty().get()).isFalse();
        assertThat(entry(form, "code").typed().get()).isEqualTo("A7-0012");
    }

    /** Whatever was done, all the way back is how it began, and all the way forth how it ended. */
    @Test
    void anyWayBackAndForthLosesNothing() {
        long seed = 20231121;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            RecordForm form = on("interview", "{'code':'I-1','risk':'low','asked/threats':true}");
            int steps = 1 + random.nextInt(30);
            for (int i = 0; i < steps; i++) {
                act(random, form);
            }
            Json.Obj end = form.body();
            String typed = entry(form, "date").typed().get();
            while (form.undo()) {
                // All the way.
            }
            assertThat(form.body().members())
                    .as("seed " + seed + ", round " + round)
                    .isEmpty();
            while (form.redo()) {
                // And forth.
            }
            assertThat(form.body()).as("seed " + seed + ", round " + round).isEqualTo(end);
            assertThat(entry(form, "date").typed().get()).isEqualTo(typed);
        }
    }

    private static void act(Random random, RecordForm form) {
        Field violations = field(form, "violations");
        switch (random.nextInt(7)) {
            case 0 -> types(entry(form, "narrative"), random.nextBoolean() ? "ой " : "үч");
            case 1 -> entry(form, "date").type(random.nextBoolean() ? "2023" : "кеч");
            case 2 -> entry(form, "risk").set(random.nextBoolean() ? Json.of("high") : null);
            case 3 -> form.set(field(form, "asked")).toggle("threats", random.nextBoolean());
            case 4 ->
                form.write(
                        form.items(violations)
                                .place(form.items(violations).add())
                                .member("code"),
                        Json.of("threats"));
            case 5 ->
                form.items(violations).ids().stream()
                        .findFirst()
                        .ifPresent(id -> form.items(violations).remove(id));
            default -> form.discard();
        }
    }
}
