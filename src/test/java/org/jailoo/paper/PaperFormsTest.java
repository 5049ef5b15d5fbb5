package org.jailoo.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jailoo.i18n.Labels;
import org.jailoo.paper.FormOrder.Campaign;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.paper.FormOrder.Script;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms ask what the schema asks, in three languages, and hold nothing else. */
class PaperFormsTest {
    private static final Schema SCHEMA = Schema.standard();

    static Stream<Arguments> formsAndLanguages() {
        // The page of the guide asks nothing: see PocketPageTest.
        return Stream.of(Form.values())
                .filter(form -> form != Form.PAGE)
                .flatMap(form -> Stream.of("en", "ru", "ky").map(language -> Arguments.of(form, language)));
    }

    private static byte[] written(FormOrder order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PaperForms(SCHEMA).write(order, out);
        return out.toByteArray();
    }

    /** All words of a document: its head, body and foot. */
    private static String words(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText().replace('\u00a0', ' ');
        }
    }

    private static Campaign campaign(String language) {
        return new Campaign(
                "Барскоон 2023",
                new Script("2.1", "Биз маекти жашыруун сактайбыз (" + language + ").\nӨтүнүч: үн катпаңыз."));
    }

    @ParameterizedTest
    @MethodSource("formsAndLanguages")
    void formIsWholeInItsLanguage(Form form, String language) throws IOException {
        byte[] docx = written(new FormOrder(form, language, campaign(language)));
        // To be looked at: -Djailoo.paper=DIR keeps them.
        String keep = System.getProperty("jailoo.paper");
        if (keep != null) {
            Files.createDirectories(Path.of(keep));
            Files.write(Path.of(keep, form.name().toLowerCase(Locale.ROOT) + "-" + language + ".docx"), docx);
        }
        String words = words(docx);
        assertThat(words).contains("Барскоон 2023").doesNotContain("paper.").doesNotContain("{0}");
        assertThat(words).contains(Labels.of(language).code("language", language));
        assertThat(words).contains(Pen.BOX);
        assertThat(words.lines().filter(l -> l.matches(".*\\b(field|code|codebook)\\.[a-zA-Z]+.*")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void consentFormHoldsTheScriptItsVersionAndEveryPurposeOneByOne(String language) throws IOException {
        String words = words(written(new FormOrder(Form.CONSENT, language, campaign(language))));
        assertThat(words)
                .contains("жашыруун сактайбыз (" + language + ")")
                .contains("үн катпаңыз")
                .contains("2.1");
        for (String codebook : List.of("consentPurpose", "consentGiven", "consentHow")) {
            for (String code : Objects.requireNonNull(SCHEMA.codebook(codebook)).codes()) {
                assertThat(words).contains(Labels.of(language).code(codebook, code));
            }
        }
    }

    /** A field that the schema gains is on the sheet without a line of Java. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void interviewSheetAsksEveryFieldThatAPersonFills(String language) throws IOException {
        String words = words(written(new FormOrder(Form.INTERVIEW, language, null)));
        Labels labels = Labels.of(language);
        for (Field field :
                Objects.requireNonNull(SCHEMA.type("interview")).fields().values()) {
            if (PaperForms.AT_THE_DESK.contains(field.name())) {
                continue;
            }
            List<String> expected = new ArrayList<>();
            if (field.kind() instanceof FieldKind.Group group) {
                group.members().keySet().forEach(m -> expected.add(labels.field("interview", field.name(), m)));
            } else {
                expected.add(labels.field("interview", field.name()));
            }
            if (field.kind() instanceof FieldKind.Items items) {
                items.members().keySet().stream()
                        .filter(m -> !PaperForms.OF_THE_TEXT.contains(m))
                        .forEach(m -> expected.add(labels.field("interview", field.name(), m)));
            }
            assertThat(expected).allSatisfy(label -> assertThat(words).contains(label));
        }
        for (String codebook :
                List.of("violation", "sex", "ageBand", "difficulty", "forcedLabourIndicator", "sector")) {
            for (String code : Objects.requireNonNull(SCHEMA.codebook(codebook)).codes()) {
                assertThat(words).contains(labels.code(codebook, code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void attendanceListHasALineForEachPersonAndEveryRole(String language) throws IOException {
        String words = words(written(new FormOrder(Form.ATTENDANCE, language, campaign(language))));
        Labels labels = Labels.of(language);
        for (String code :
                Objects.requireNonNull(SCHEMA.codebook("communityRole")).codes()) {
            assertThat(words).contains(labels.code("communityRole", code));
        }
        assertThat(words).contains("25–34").contains("\n22\t");
    }

    /** Nothing lies in clear on a disk before the file that the person has chosen. */
    @Test
    void noTemporaryFileIsMade() throws IOException {
        Set<String> asked = new TreeSet<>();
        TempFileCreationStrategy refusing = new TempFileCreationStrategy() {
            @Override
            public java.io.File createTempFile(String prefix, String suffix) throws IOException {
                asked.add(prefix);
                throw new IOException("no temporary file");
            }

            @Override
            public java.io.File createTempDirectory(String prefix) throws IOException {
                asked.add(prefix);
                throw new IOException("no temporary folder");
            }
        };
        TempFile.setThreadLocalTempFileCreationStrategy(refusing);
        try {
            for (Form form : Form.values()) {
                assertThat(written(new FormOrder(form, "ky", campaign("ky")))).isNotEmpty();
            }
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
        }
        assertThat(asked).isEmpty();
    }
}
