package org.jailoo.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shows that the check of the messages can fail, rule by rule. */
class MessageCheckTest {
    @Test
    void missingKeyIsPrintedAsTheLineToPaste() {
        assertThat(compare(List.of("a.b.c = One", "a.b.d = Two {0}"), List.of("a.b.c = \u041e\u0434\u0438\u043d")))
                .containsExactly("missing | paste into messages_ru.properties after 'a.b.c': a.b.d = Two {0}");
    }

    @Test
    void keyOfOneFileOnlyWrongOrderAndOtherPlaceholdersAreFound() {
        assertThat(compare(List.of("a.b.c = One"), List.of("a.b.c = \u041e", "a.b.x = \u042f"))
                        .toString())
                .contains("not in English");
        assertThat(compare(List.of("a.b.c = One", "a.b.d = Two"), List.of("a.b.d = \u0414", "a.b.c = \u041e"))
                        .toString())
                .contains("order")
                .contains("'a.b.c' belongs before 'a.b.d'");
        assertThat(compare(List.of("a.b.c = One {0} {1}"), List.of("a.b.c = \u041e {0}"))
                        .toString())
                .contains("placeholders [0] instead of [0, 1]");
        assertThat(compare(List.of("a.b.c.one = One"), List.of("a.b.c.one = \u041e"))
                        .toString())
                .contains("paste into the three files: a.b.c.few")
                .contains("a.b.c.many");
    }

    @Test
    void trapsOfTheFormatAreFound() {
        assertThat(alone("en", "a.b.c = don't")).contains("single quote");
        assertThat(alone("en", "a.b.c = don''t \u2019")).isEqualTo("[]");
        assertThat(alone("en", "a.b.c = {0")).contains("brace");
        assertThat(alone("en", "a.b.c = {name}")).contains("brace");
        assertThat(alone("en", "a.b.c = {0,number} of {1}\\n")).isEqualTo("[]");
        assertThat(alone("en", "a.b.c = continued \\")).contains("backslash");
        assertThat(alone("en", "a.b.c=x")).contains("not of the form");
        assertThat(alone("en", "a.b = x")).contains("not of the form");
        assertThat(alone("en", "a.b.c = ")).contains("no text");
        assertThat(compare(List.of("a.b.c = x", "a.b.c = y"), List.of("a.b.c = \u041e"))
                        .toString())
                .contains("twice");
    }

    @Test
    void lookAlikeLettersAreFound() {
        assertThat(alone("ky", "a.b.c = \u0441\u04e9\u0437 \u043c\u0430\u04a3\u044b\u0437 \u04af\u043d Jailoo"))
                .isEqualTo("[]");
        for (String letter : List.of("\u0473", "\u04ca", "\u04c9", "\u04a5", "\u04b1", "\u049b", "\u04d9")) {
            assertThat(alone("ky", "a.b.c = \u0441" + letter + "\u0437"))
                    .as(letter)
                    .contains("not of this alphabet");
        }
        assertThat(alone("ru", "a.b.c = \u0441\u04e9\u0437")).contains("not of this alphabet");
        assertThat(alone("ru", "a.b.c = \u0441o\u0437")).contains("Latin and Cyrillic");
        assertThat(alone("ky", "a.b.c = c\u04e9\u0437")).contains("Latin and Cyrillic");
        assertThat(alone("en", "a.b.c = \u0430")).contains("not of this alphabet");
    }

    @Test
    void keyThatIsUsedAndNotWrittenIsFound() {
        MessageFile base = MessageFile.of("en", List.of("a.b.c = One"));
        assertThat(use(base, "m.text(\"a.b.c\")")).isEmpty();
        assertThat(use(base, "m.text(\"a.b.c\"); m.text(\"z.b.c\", 1)"))
                .singleElement()
                .asString()
                .contains("z.b.c = ");
        assertThat(use(base, "f(\"a.b.c\", \"a.b.d\")"))
                .singleElement()
                .asString()
                .contains("a.b.d = ");
        assertThat(use(base, "@Option(description = \"${bundle:x.y.z}\") \"a.b.c\""))
                .singleElement()
                .asString()
                .contains("x.y.z = ");
        assertThat(use(base, "\"a.b.\" + code")).isEmpty();
        assertThat(use(base, "\"a.b.c\" + \"a.q.\" + code"))
                .singleElement()
                .asString()
                .contains("a.q.");
        assertThat(use(base, "\"a.b.c\" \"a.json\" \"java.lang.String\"")).isEmpty();
    }

    @Test
    void keyThatNothingUsesIsFound() {
        MessageFile base =
                MessageFile.of("en", List.of("a.b.c = One", "a.n.x.one = 1", "a.n.x.few = 2", "a.n.x.many = 3"));
        assertThat(use(base, "\"a.b.c\"")).hasSize(3).allMatch(c -> c.startsWith("obsolete"));
        assertThat(use(base, "text(\"a.b.c\") plural(\"a.n.x\", 2)")).isEmpty();
        assertThat(use(base, "key(\"a.b.c\", \"a.n.x\")")).isEmpty();
    }

    private static List<String> use(MessageFile base, String source) {
        return MessageCheck.use(base, List.of(source), Set.of());
    }

    private static String alone(String language, String line) {
        return MessageFile.of(language, List.of(line)).complaints().toString();
    }

    private static List<String> compare(List<String> english, List<String> russian) {
        return MessageCheck.compare(List.of(MessageFile.of("en", english), MessageFile.of("ru", russian)));
    }
}
