package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jailoo.app.WriteTestimony.Order;
import org.jailoo.app.WriteTestimony.Outcome;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.record.RecordId;
import org.jailoo.testimony.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One testimony as a document: what stands in it, for whom it is refused and why, and what the log keeps of it. */
class WriteTestimonyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-10T10:00:00Z"), ZoneOffset.UTC);
    private static final List<String> ALL = List.of(
            "keep",
            "quote-anonymously",
            "court",
            "share-partners",
            "share-un",
            "share-authorities",
            "share-abroad",
            "photo");
    private static final String NARRATIVE =
            "Мен Казанга жайында бардым.\n\nАл жерде алты ай иштедим. Паспортумду алып коюшту.\nАкча беришкен жок.";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Laptop laptop;

    @BeforeEach
    void open() {
        laptop = Laptop.create(folder, "laptop");
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private String saved(String type, Map<String, Json> values) {
        SaveRecord.Form form = laptop.form(type, null);
        laptop.save(form, new TreeMap<>(values));
        return form.record();
    }

    private static Json consent(List<String> purposes) {
        return Json.object(Map.of(
                "given",
                Json.of("yes"),
                "date",
                Json.of("2023-07-05"),
                "expires",
                Json.of("2025"),
                "purposes",
                Json.texts(purposes)));
    }

    private static String item(String field) {
        return field + '/' + RecordId.random();
    }

    private Map<String, Json> values(List<String> purposes) throws Exception {
        String participant = saved(
                "participant",
                Map.of(
                        "code",
                        Json.of("T-17"),
                        "sex",
                        Json.of("female"),
                        "ethnicity",
                        Json.of("этносу"),
                        "place",
                        Json.object(Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of("Тосор")))));
        saved("identity", Map.of("participant", Json.of(participant), "fullName", Json.of("Токтобекова Айсулуу")));
        String photo = laptop.notebook
                .attachments()
                .store(new ByteArrayInputStream("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1)))
                .sha256();
        int start = NARRATIVE.indexOf("Паспортумду");
        Map<String, Json> values = new TreeMap<>();
        values.put("code", Json.of("A7-0204"));
        values.put("date", Json.of("2023-07-05"));
        values.put("category", Json.of("migrant"));
        values.put("language", Json.of("ky"));
        values.put("interviewer", Json.of("Интервьюер Эже"));
        values.put("protection", Json.of("Үйүнө барбагыла"));
        values.put("place", Json.object(Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of("Тосор"))));
        values.put("participants/" + participant, Json.TRUE);
        values.put("consent", consent(purposes));
        values.put("narrative", Json.of(NARRATIVE));
        values.put("summary", Json.of("Паспорт алынган, акча төлөнгөн эмес."));
        values.put(
                item("translations"),
                Json.object(Map.of(
                        "field",
                        Json.of("narrative"),
                        "language",
                        Json.of("ru"),
                        "text",
                        Json.of("Летом я поехала в Казань."))));
        values.put(
                item("translations"),
                Json.object(Map.of(
                        "field",
                        Json.of("protection"),
                        "language",
                        Json.of("ru"),
                        "text",
                        Json.of("Домой к ней не ходить"))));
        values.put(
                item("violations"),
                Json.object(new TreeMap<>(Map.of(
                        "code",
                        Json.of("document-retention"),
                        "country",
                        Json.of("RU"),
                        "city",
                        Json.of("Казань"),
                        "from",
                        Json.of("2021-06"),
                        "person",
                        Json.of(participant),
                        "quote",
                        Json.of("Паспортумду алып коюшту."),
                        "source",
                        Json.of("narrative"),
                        "start",
                        Json.of(start),
                        "end",
                        Json.of(start + "Паспортумду алып коюшту.".length()),
                        "note",
                        Json.of("текшерүү керек")))));
        values.put(
                item("attachments"),
                Json.object(Map.of(
                        "sha256",
                        Json.of(photo),
                        "name",
                        Json.of("айсулуу.png"),
                        "mediaType",
                        Json.of("image/png"),
                        "size",
                        Json.of(8))));
        values.put("helpSought", Json.of("no"));
        return values;
    }

    private Outcome write(String interview, Receiver receiver, String language, Path out, String password)
            throws Exception {
        return new WriteTestimony(laptop.notebook, CLOCK, ZoneOffset.UTC)
                .write(new Order(interview, receiver, false, language), out, password.toCharArray(), Steps.UNWATCHED);
    }

    private String words(String interview, Receiver receiver, String language) throws Exception {
        Path out = folder.resolve(receiver.code() + "-" + language + "-" + System.nanoTime() + ".docx");
        assertThat(write(interview, receiver, language, out, "")).isInstanceOf(Outcome.Written.class);
        // To be looked at: -Djailoo.paper=DIR keeps them.
        String keep = System.getProperty("jailoo.paper");
        if (keep != null) {
            Files.createDirectories(Path.of(keep));
            Files.copy(out, Path.of(keep, out.getFileName().toString()));
        }
        return read(Files.newInputStream(out));
    }

    private static String read(InputStream in) throws Exception {
        try (in;
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void courtReadsHerWordsWhatSheAgreedToAndWhatWasLeftOut(String language) throws Exception {
        String interview = saved("interview", values(ALL));
        String words = words(interview, Receiver.COURT, language);
        assertThat(words).doesNotContain("testimony.").doesNotContain("table.").doesNotContain("{0}");
        assertThat(words)
                .contains("A7-0204", "T-17", "Казанга жайында", "Паспортумду алып коюшту.", "Летом я поехала")
                .contains("Казань", "2025");
        assertThat(words.lines().filter(l -> l.startsWith("2.\t")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("Паспортумду"));
        assertThat(words)
                .doesNotContain("Айсулуу", "айсулуу", "этносу", "Интервьюер Эже", "Үйүнө барбагыла")
                .doesNotContain("Домой к ней", "текшерүү керек");
        assertThat(words)
                .contains(
                        switch (language) {
                            case "ru" -> "обязан уничтожить его";
                            case "ky" -> "жок кылып";
                            default -> "must then destroy it";
                        });
    }

    @Test
    void ownFileHoldsEverythingButNames() throws Exception {
        String words = words(saved("interview", values(ALL)), Receiver.TEAM, "ru");
        assertThat(words)
                .contains("Интервьюер Эже", "Үйүнө барбагыла", "Домой к ней", "текшерүү керек", "этносу")
                .contains("айсулуу.png", "T-17")
                .doesNotContain("Токтобекова");
    }

    @ParameterizedTest
    @CsvSource({
        "COURT, court, SHARING_NOT_GRANTED",
        "PARTNER, share-partners, SHARING_NOT_GRANTED",
        "AUTHORITIES, share-authorities, SHARING_NOT_GRANTED",
        "UN, share-un, SHARING_NOT_GRANTED",
        "COURT, keep, KEEPING_NOT_GRANTED",
        "TEAM, keep, KEEPING_NOT_GRANTED"
    })
    void withoutTheYesNothingIsWrittenAndNothingNoted(Receiver receiver, String missing, Answer why) throws Exception {
        List<String> fewer = new ArrayList<>(ALL);
        fewer.remove(missing);
        String interview = saved("interview", values(fewer));
        Path out = folder.resolve("refused.docx");
        long before = laptop.notebook.custody().count();
        assertThat(write(interview, receiver, "en", out, "")).isEqualTo(new Outcome.Refused(why));
        assertThat(out).doesNotExist();
        assertThat(laptop.notebook.custody().count()).isEqualTo(before);
    }

    @Test
    void deletedErasedOrNeverThereIsRefused() throws Exception {
        String gone = saved("interview", values(ALL));
        laptop.save(laptop.form("interview", gone), Map.of("deleted", Json.TRUE));
        String erased = saved("interview", values(ALL));
        new PurgeRecord(laptop.notebook, CLOCK).purge(erased);
        for (String interview : List.of(gone, erased, RecordId.random())) {
            assertThat(write(interview, Receiver.TEAM, "en", folder.resolve("x.docx"), ""))
                    .isEqualTo(new Outcome.Refused(Answer.GONE));
        }
    }

    @Test
    void withoutConsentToBeQuotedHerNarrativeGoesAndNoQuotation() throws Exception {
        List<String> fewer = new ArrayList<>(ALL);
        fewer.remove("quote-anonymously");
        fewer.remove("photo");
        String words = words(saved("interview", values(fewer)), Receiver.UN, "en");
        assertThat(words.split("Паспортумду алып коюшту", -1))
                .as("once, in the narrative")
                .hasSize(2);
        assertThat(words)
                .contains("paragraph 2", "no consent to be quoted", "1 file", "no consent to pictures")
                .doesNotContain("image/png");
    }

    @Test
    void valuesThatContradictEachOtherStandSideBySide() throws Exception {
        Map<String, Json> first = values(ALL);
        String record = RecordId.random();
        String base = laptop.foreign(record, "interview", List.of(), Json.object(new TreeMap<>(first)), Map.of())
                .id();
        for (String said : List.of("биринчи баян", "экинчи баян")) {
            laptop.foreign(
                    record,
                    "interview",
                    List.of(base),
                    Json.object(Map.of("narrative", Json.of(said), "category", Json.of(said))),
                    Map.of());
        }
        String words = words(record, Receiver.COURT, "ru");
        assertThat(words)
                .contains("Вариант 1", "Вариант 2", "биринчи баян", "экинчи баян", "Что противоречиво")
                .doesNotContain("абзац");
    }

    @Test
    void longNarrativeIsWhole() throws Exception {
        Map<String, Json> values = values(ALL);
        String narrative = IntStream.range(0, 3_000)
                .mapToObj(i -> "Сүйлөм " + i * 7_919L % 10_007 + " ушундай болгон.")
                .collect(Collectors.joining("\n"));
        values.put("narrative", Json.of(narrative));
        String words = words(saved("interview", values), Receiver.COURT, "ky");
        assertThat(narrative.lines()).allSatisfy(line -> assertThat(words).contains(line));
    }

    @Test
    void passwordIsNeededToReadItAndNothingElseLiesInTheFolder() throws Exception {
        String interview = saved("interview", values(ALL));
        Path place = Files.createDirectory(folder.resolve("stick"));
        Path out = place.resolve("testimony.docx");
        assertThat(write(interview, Receiver.COURT, "ky", out, "узун сырсөз 2023"))
                .isInstanceOf(Outcome.Written.class);
        assertThat(new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1))
                .doesNotContain("word/document.xml");
        try (POIFSFileSystem file = new POIFSFileSystem(out.toFile(), true)) {
            Decryptor lock = Decryptor.getInstance(new EncryptionInfo(file));
            assertThat(lock.verifyPassword("башка сырсөз 2023")).isFalse();
            assertThat(lock.verifyPassword("узун сырсөз 2023")).isTrue();
            assertThat(read(lock.getDataStream(file))).contains("A7-0204");
        }
        try (Stream<Path> there = Files.list(place)) {
            assertThat(there).containsExactly(out);
        }
        assertThatThrownBy(() -> write(interview, Receiver.COURT, "ky", out, ""))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void logNotesForWhomAndTheDocumentBearsTheEntryAndItsSeal() throws Exception {
        String interview = saved("interview", values(ALL));
        String words = words(interview, Receiver.AUTHORITIES, "en");
        List<CustodyLog.Entry> entries = laptop.notebook.custody().of(interview);
        CustodyLog.Entry last = entries.get(entries.size() - 1);
        assertThat(last.note())
                .isEqualTo(CustodyLog.Note.ofRecord(CustodyLog.What.COPY, interview, "testimony-authorities"));
        assertThat(words)
                .contains(String.valueOf(laptop.notebook.custody().seal(last.number())))
                .contains(laptop.state(interview).parentsOfNextEdit().get(0));
        assertThat(laptop.notebook.custody().firstBroken()).isEmpty();
    }

    @Test
    void libreOfficeOpensIt() throws Exception {
        Path program = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(
                "long".equals(System.getProperty("jailoo.size")) && Files.isExecutable(program),
                "skipped: takes its time, and needs LibreOffice");
        Path out = folder.resolve("testimony.docx");
        write(saved("interview", values(ALL)), Receiver.COURT, "ky", out, "");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + folder.resolve("office").toUri(),
                        "--headless",
                        "--convert-to",
                        "txt:Text",
                        "--outdir",
                        folder.toString(),
                        out.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Path text = folder.resolve("testimony.txt");
        Assumptions.assumeTrue(Files.exists(text), "skipped: this LibreOffice was installed without its writer");
        assertThat(Files.readString(text)).contains("Казанга жайында бардым").contains("A7-0204");
    }
}
