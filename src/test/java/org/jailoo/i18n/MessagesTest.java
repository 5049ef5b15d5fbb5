package org.jailoo.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The three message files against each other and against the source; for those of the labels see {@link LabelsTest}. */
class MessagesTest {
    /** Beginnings of keys that stand ready before the code that shows them; to be taken out when it comes. */
    private static final Set<String> AWAITED = Set.of();

    private static final Path MAIN = Path.of("src/main");
    private static final List<MessageFile> FILES = Messages.LANGUAGES.stream()
            .map(l -> MessageFile.read(MAIN.resolve("resources/org/jailoo/i18n"), "messages", l))
            .toList();

    @Test
    void threeFilesAgree() {
        assertNothing(MessageCheck.compare(FILES));
    }

    @Test
    void everyKeyThatIsUsedExistsAndEveryKeyIsUsed() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        assertThat(sources).isNotEmpty();
        assertNothing(MessageCheck.use(FILES.get(0), sources, AWAITED));
    }

    static void assertNothing(List<String> complaints) {
        if (!complaints.isEmpty()) {
            throw new AssertionError("\n" + String.join("\n", complaints) + "\n");
        }
    }

    @Test
    void everyReasonOfTheFormatHasItsSentence() {
        for (String reason : List.of(
                "wrong-recipient",
                "not-a-bundle",
                "newer-version",
                "untrusted",
                "truncated",
                "too-large",
                "malformed",
                "altered")) {
            for (String language : Messages.LANGUAGES) {
                String key = "bundle.reason." + reason;
                assertThat(Messages.of(language).text(key)).isNotEqualTo(key).hasSizeGreaterThan(60);
            }
        }
    }

    @Test
    void placeholdersAreFilledInTheLanguageAsked() {
        assertThat(Messages.of("ky").text("failure.file.exists", "a{1}'b.jailoo"))
                .startsWith("a{1}'b.jailoo файлы");
        assertThat(Messages.of(Locale.forLanguageTag("ru-KG")).text("failure.file.exists", "x"))
                .startsWith("Файл x ");
        assertThat(Messages.of(Locale.FRANCE).text("failure.file.exists", "x")).startsWith("The file x ");
        assertThat(Messages.of("en").text("no.such.key")).isEqualTo("no.such.key");
    }

    @Test
    void countPicksTheFormOfTheLanguage() {
        assertThat(forms("ru", 0, 1, 2, 4, 5, 11, 12, 14, 20, 21, 22, 25, 111, 112, 121, 1_000_001))
                .containsExactly(
                        "many", "one", "few", "few", "many", "many", "many", "many", "many", "one", "few", "many",
                        "many", "many", "one", "one");
        assertThat(forms("en", 0, 1, 2, 21)).containsExactly("many", "one", "many", "many");
        assertThat(forms("ky", 0, 1, 2, 21)).containsExactly("many", "one", "many", "many");
    }

    @Test
    void kyrgyzNounStaysSingularAfterANumeral() {
        Pattern plural = Pattern.compile("\\{0} (?!дептер)\\p{L}+?[лдт][аеоө]р(?!\\p{L})");
        assertThat("{0} жазуулар").containsPattern(plural);
        assertThat("{0} жазуу, {0} дептер").doesNotContainPattern(plural);
        FILES.get(2).texts().forEach((key, text) -> {
            if (key.matches(".*\\.(one|few|many)")) {
                assertThat(text).as(key).doesNotContainPattern(plural);
            }
        });
    }

    private static List<String> forms(String language, long... counts) {
        Messages messages = Messages.of(language);
        List<String> forms = new ArrayList<>();
        for (long count : counts) {
            forms.add(messages.plural("k.k.k", count).substring("k.k.k.".length()));
        }
        return forms;
    }

    @Test
    void librariesAreGivenTheSameTexts() {
        assertThat(Messages.of("ru").asResourceBundle().getString("bundle.reason.truncated"))
                .isEqualTo(Messages.of("ru").text("bundle.reason.truncated"));
    }
}
