package org.jailoo.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** The three files of labels against the schema, and what is shown where they say nothing. */
class LabelsTest {
    private static final Schema SCHEMA = Schema.standard();

    /** The codebooks whose codes the JDK names; the files name those of their codes that come first. */
    private static final Map<String, List<String>> NAMED_BY_THE_JDK = Map.of(
            "country", List.of("KG", "RU", "KZ", "UZ", "TJ", "TM", "TR"),
            "language", List.of("ky", "ru", "uz", "tg", "kk", "en", "tr"));

    private static final List<MessageFile> FILES = Messages.LANGUAGES.stream()
            .map(l -> MessageFile.read(Path.of("src/main/resources/org/jailoo/i18n"), "labels", l))
            .toList();

    @Test
    void threeFilesAgree() {
        MessagesTest.assertNothing(MessageCheck.compare(FILES));
    }

    @Test
    void everythingOfTheSchemaHasItsLabelAndNoLabelIsObsolete() {
        Walk walk = new Walk(FILES.get(0).texts());
        walk.everything();
        for (String key : FILES.get(0).texts().keySet()) {
            if (!walk.used.contains(key) && !key.startsWith("dates.") && !namesAStandardCode(key)) {
                walk.complaints.add(
                        "obsolete, the schema has nothing of this name | remove from the three files: " + key);
            }
        }
        MessagesTest.assertNothing(walk.complaints);
    }

    @Test
    void namesThatStandTogetherDiffer() {
        List<String> complaints = new ArrayList<>();
        for (MessageFile file : FILES) {
            Walk walk = new Walk(file.texts());
            walk.everything();
            for (List<String> together : walk.together) {
                Map<String, String> seen = new HashMap<>();
                for (String key : together) {
                    String other = seen.put(file.texts().getOrDefault(key, key), key);
                    if (other != null) {
                        complaints.add("the same label | " + file.name() + ": " + other + " and " + key);
                    }
                }
            }
        }
        MessagesTest.assertNothing(complaints);
    }

    @Test
    void namesFitAFormAColumnAndASheet() {
        List<String> complaints = new ArrayList<>();
        for (MessageFile file : FILES) {
            file.texts().forEach((key, label) -> {
                if (key.startsWith("dates.")) {
                    return;
                }
                boolean shown = Character.isUpperCase(label.codePointAt(0)) || Character.isDigit(label.codePointAt(0));
                boolean shortEnough = !key.startsWith("field.") || label.length() <= 36;
                boolean lawfulSheet = !key.startsWith("type") || label.matches("[^\\[\\]:*?/\\\\]{1,31}");
                if (!shown || !shortEnough || !lawfulSheet || label.matches(".*[:.;,]")) {
                    complaints.add("too long, or not written as a label | " + file.name() + ": " + key + " = " + label);
                }
            });
        }
        MessagesTest.assertNothing(complaints);
    }

    @Test
    void whatIsMissingIsPrintedAsTheLineToPaste() {
        Walk walk = new Walk(Map.of("type.interview", "Interview"));
        walk.everything();
        assertThat(walk.complaints)
                .contains(
                        "no label | paste into the three files: types.interview = ",
                        "no label | paste into the three files: field.interview.narrative = ",
                        "no label | paste into the three files: field.violations.perpetrator = ",
                        "no label | paste into the three files: field.place.settlement = ",
                        "no label | paste into the three files: code.violation.gang-rape = ",
                        "no label | paste into the three files: code.country.KG = ",
                        "no label | paste into the three files: field.interview.deleted = ")
                .doesNotContain("no label | paste into the three files: type.interview = ");
    }

    @Test
    void mostSpecificLabelIsShown() {
        Labels labels = Labels.of("en");
        assertThat(labels.type("interview")).isEqualTo("Interview");
        assertThat(labels.types("focusGroup")).isEqualTo("Focus groups and meetings");
        assertThat(labels.field("interview", "narrative")).isEqualTo("Narrative");
        assertThat(labels.field("participant", "place")).isEqualTo("Place of residence");
        assertThat(labels.field("interview", "place")).isEqualTo("Place");
        assertThat(labels.field("interview", "place", "settlement")).isEqualTo("Settlement");
        assertThat(labels.field("campaign", "places", "place", "settlement")).isEqualTo("Settlement");
        assertThat(labels.field("interview", "violations", "code")).isEqualTo("Violation");
        assertThat(labels.field("interview", "code")).isEqualTo("Code");
        assertThat(labels.field("focusGroup", "attachments", "caption")).isEqualTo("Caption");
        assertThat(Labels.of("ky").code("violation", "gang-rape")).isEqualTo("Топтук зордуктоо");
        assertThat(Labels.of("ru").code("forcedLabourIndicator", "debt-bondage"))
                .isEqualTo("Долговая кабала");
    }

    @Test
    void whatANewerVersionWroteIsShownByItsOwnName() {
        Labels labels = Labels.of("ky");
        assertThat(labels.type("grievance")).isEqualTo("grievance");
        assertThat(labels.types("grievance")).isEqualTo("grievance");
        assertThat(labels.field("interview", "mood")).isEqualTo("mood");
        assertThat(labels.field("interview", "violations", "mood")).isEqualTo("mood");
        assertThat(labels.code("violation", "new-code")).isEqualTo("new-code");
        assertThat(labels.code("newBook", "x")).isEqualTo("x");
        assertThat(labels.codebook("newBook")).isEqualTo("newBook");
        assertThat(labels.code("country", "ZZZZ; drop")).isEqualTo("ZZZZ; drop");
        assertThat(labels.code("language", "")).isEmpty();
        assertThat(Labels.of("fr").type("interview")).isEqualTo("Interview");
    }

    @Test
    void everyCountryAndEveryTwoLetterLanguageHasAName() {
        for (String language : Messages.LANGUAGES) {
            Labels labels = Labels.of(language);
            for (String book : NAMED_BY_THE_JDK.keySet()) {
                Set<String> names = new TreeSet<>();
                for (String code : codes(book)) {
                    if (code.length() == 2) {
                        String name = labels.code(book, code);
                        assertThat(name).as(language + " " + code).isNotEqualTo(code);
                        assertThat(Character.isLowerCase(name.codePointAt(0)))
                                .as(name)
                                .isFalse();
                        names.add(name);
                    }
                }
                assertThat(names).as(language + " " + book).hasSizeGreaterThan(180);
            }
        }
        assertThat(Labels.of("ru").code("country", "DE")).isEqualTo("Германия");
        assertThat(Labels.of("ky").code("country", "US")).isEqualTo("Кошмо Штаттар");
        assertThat(Labels.of("ky").code("language", "ug")).isEqualTo("Уйгурча");
        assertThat(Labels.of("ru").code("language", "de")).isEqualTo("Немецкий");
    }

    @Test
    void nextBestLanguageNamesWhatTheLanguageHasNoNameFor() {
        assertThat(Locale.forLanguageTag("cr").getDisplayLanguage(Locale.forLanguageTag("ky")))
                .as("the JDK answers in English")
                .isEqualTo("Cree");
        assertThat(Labels.of("ky").code("language", "cr")).isEqualTo("Кри");
        assertThat(Labels.of("en").code("language", "cr")).isEqualTo("Cree");
        assertThat(Labels.of("ky").code("language", "aaq")).isEqualTo("aaq");
    }

    @Test
    void defaultLocaleOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            List<String> shown = new ArrayList<>();
            for (String machine : List.of("en-US", "ru-RU", "ky-KG", "tr-TR", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(machine));
                for (String language : Messages.LANGUAGES) {
                    Labels labels = Labels.of(language);
                    shown.add(String.join(
                            "|",
                            language,
                            labels.code("country", "IT"),
                            labels.code("language", "cr"),
                            labels.code("language", "id"),
                            labels.date("2023-07-04"),
                            labels.number(1_234_567),
                            labels.percent(0.145)));
                }
            }
            assertThat(shown.stream().distinct()).hasSize(Messages.LANGUAGES.size());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertThat(Labels.of("en").number(4439)).isEqualTo("4,439");
        assertThat(Labels.of("ru").number(4439)).isEqualTo("4\u00a0439");
        assertThat(Labels.of("ky").number(-1_082_000)).isEqualTo("-1\u00a0082\u00a0000");
        assertThat(Labels.of("en").percent(140 / 210.0)).isEqualTo("67%");
        assertThat(Labels.of("ru").percent(0.14)).isEqualTo("14\u00a0%");
        assertThat(Labels.of("ky").percent(0.125)).isEqualTo("13%");
        assertThat(Labels.of("en").percent(2 / 300.0)).isEqualTo("0.7%");
        assertThat(Labels.of("ru").percent(299 / 300.0)).isEqualTo("99,7\u00a0%");
        assertThat(Labels.of("en").percent(0)).isEqualTo("0%");
        assertThat(Labels.of("en").percent(1)).isEqualTo("100%");
        assertThat(Labels.of("en").percent(0 / 0.0)).isEqualTo("\u2013");
    }

    private static Set<String> codes(String book) {
        Codebook codebook = SCHEMA.codebook(book);
        return codebook == null ? Set.of() : codebook.codes();
    }

    private static boolean namesAStandardCode(String key) {
        return NAMED_BY_THE_JDK.keySet().stream()
                .anyMatch(book -> key.startsWith("code." + book + ".")
                        && codes(book).contains(key.substring(key.lastIndexOf('.') + 1)));
    }

    /** A walk over the whole schema that notes which keys are used and which are missing. */
    private static final class Walk {
        final Set<String> used = new TreeSet<>();
        final List<String> complaints = new ArrayList<>();
        /** Keys whose labels people see beside one another: columns of a table, codes of a list. */
        final List<List<String>> together = new ArrayList<>();

        private final Map<String, String> texts;

        Walk(Map<String, String> texts) {
            this.texts = texts;
        }

        void everything() {
            together.add(SCHEMA.types().keySet().stream()
                    .map(type -> need(List.of("type." + type)))
                    .toList());
            together.add(SCHEMA.types().keySet().stream()
                    .map(type -> need(List.of("types." + type)))
                    .toList());
            for (RecordType type : SCHEMA.types().values()) {
                List<String> keys = fields(type.name(), List.of(), type.fields());
                keys.add(need(Labels.fieldKeys(type.name(), List.of("deleted"))));
                together.add(keys);
            }
            for (Codebook book : SCHEMA.codebooks().values()) {
                need(List.of("codebook." + book.name()));
                together.add(NAMED_BY_THE_JDK.getOrDefault(book.name(), List.copyOf(book.codes())).stream()
                        .map(code -> need(List.of("code." + book.name() + "." + code)))
                        .toList());
            }
        }

        private List<String> fields(String type, List<String> owner, Map<String, Field> fields) {
            List<String> keys = new ArrayList<>();
            for (Field field : fields.values()) {
                List<String> path = new ArrayList<>(owner);
                path.add(field.name());
                keys.add(need(Labels.fieldKeys(type, path)));
                Map<String, Field> members = members(field.kind());
                if (!members.isEmpty()) {
                    together.add(fields(type, path, members));
                }
            }
            return keys;
        }

        private static Map<String, Field> members(FieldKind kind) {
            if (kind instanceof FieldKind.Group group) {
                return group.members();
            }
            if (kind instanceof FieldKind.Items items) {
                return items.members();
            }
            return kind instanceof FieldKind.Attachments attachments ? attachments.members() : Map.of();
        }

        private String need(List<String> keys) {
            for (String key : keys) {
                if (texts.containsKey(key)) {
                    used.add(key);
                    return key;
                }
            }
            String paste = keys.size() == 3 ? keys.get(1) : keys.get(0);
            complaints.add("no label | paste into the three files: " + paste + " = ");
            return paste;
        }
    }
}
