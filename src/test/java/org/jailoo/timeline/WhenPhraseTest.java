package org.jailoo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jailoo.i18n.Labels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenPhraseTest {
    private static final int MEETING = 2023;

    /** The rows of the tables of the page for people, by the title above them, without their heads. */
    private static Map<String, List<String[]>> page() throws IOException {
        Map<String, List<String[]>> tables = new LinkedHashMap<>();
        String title = "";
        for (String line : Files.readAllLines(Path.of("src/doc/when.md"))) {
            if (line.startsWith("#")) {
                title = line.replaceFirst("#+ ", "");
            } else if (line.startsWith("| ") && !line.startsWith("| said")) {
                String[] cells = line.substring(1).split("\\|", -1);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cells[i].strip();
                }
                tables.computeIfAbsent(title, t -> new ArrayList<>()).add(cells);
            }
        }
        return tables;
    }

    /** A row of the page. */
    record Row(String said, When when) {}

    static Stream<Row> understood() throws IOException {
        return page().entrySet().stream()
                .filter(e -> !e.getKey().equals("Known misses"))
                .flatMap(e -> e.getValue().stream())
                .map(cells -> new Row(cells[0], new When(cell(cells[1]), cell(cells[2]), cell(cells[3]))));
    }

    static Stream<String> misses() throws IOException {
        return Objects.requireNonNull(page().get("Known misses")).stream().map(cells -> cells[0]);
    }

    @ParameterizedTest
    @MethodSource("understood")
    void phrasesOfThePageAreUnderstoodAsItSays(Row row) {
        assertThat(WhenPhrase.read(row.said(), MEETING)).as(row.said()).isEqualTo(row.when());
    }

    @ParameterizedTest
    @MethodSource("understood")
    void aPhraseIsTheSameInCapitalsAndTypedOnARussianKeyboard(Row row) {
        assertThat(WhenPhrase.read(row.said().toUpperCase(Locale.ROOT), MEETING))
                .isEqualTo(row.when());
        String russian =
                row.said().replace('ү', 'у').replace('ө', 'о').replace('ң', 'н').replace('ё', 'е');
        assertThat(WhenPhrase.read("  " + russian + " . ", MEETING)).isEqualTo(row.when());
    }

    @ParameterizedTest
    @MethodSource("misses")
    void knownMissesStayAsText(String phrase) {
        assertThat(WhenPhrase.read(phrase, MEETING)).as(phrase).isEqualTo(When.NOT_UNDERSTOOD);
    }

    /** What the sample holds was written by hand from its documents. */
    @Test
    void everyTimelineOfTheSampleIsUnderstoodAsItStandsThere() throws IOException {
        Pattern timeline = Pattern.compile("\"timeline\":(\\{[^}]*\\})");
        int seen = 0;
        try (Stream<Path> files = Files.list(Path.of("sample-data"))) {
            for (Path file : files.filter(f -> f.toString().contains(".json")).toList()) {
                Matcher m = timeline.matcher(text(file));
                while (m.find()) {
                    String json = m.group(1);
                    String said = member(json, "text");
                    assertThat(said).isNotNull();
                    assertThat(WhenPhrase.read(said, MEETING))
                            .as(json)
                            .isEqualTo(new When(member(json, "from"), member(json, "to"), member(json, "every")));
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(20);
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static @Nullable String member(String json, String name) {
        Matcher m = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return m.find() ? m.group(1) : null;
    }

    @Test
    void everyLanguageHasThirtyPhrasesOnThePage() throws IOException {
        Map<String, List<String[]>> page = page();
        for (String language : List.of("Kyrgyz", "Russian", "English")) {
            assertThat(page.get(language)).as(language).hasSizeGreaterThanOrEqualTo(30);
        }
        assertThat(page.get("Of the sample")).hasSizeGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "12",
                "12 человек",
                "закон 2023",
                "2023 сом",
                "1082",
                "4439",
                "10,000",
                "2023 женщин",
                "12 сентябрей",
                "32 сентября",
                "31 сентября",
                "30.02.2023",
                "15.13.2023",
                "5 квартал",
                "3 половина года",
                "§ 2.5",
                "2.5",
                "№ 3",
                "№ 3 2023",
                "ст. 15",
                "15",
                "15 - 20",
                "20 – 15 сентября",
                "сентябрь сентябрь",
                "с",
                "до",
                "до конца",
                "с сентября с октября",
                "мартовский",
                "майка",
                "маем",
                "сентябрьский пленум",
                "апрельские тезисы",
                "on March",
                "march to the office",
                "may be",
                "Мая Ахметова",
                "Декабрина",
                "до конца проекта",
                "с начала проекта",
                "by the end of the project",
                "долбоордун аягына чейин",
                "жайында эмес",
                "жай",
                "күз майрамы",
                "in the house",
                "в доме",
                "год",
                "жыл",
                "the year",
                "a year",
                "within a year",
                "за год",
                "жылуу",
                "жылга чейин",
                "год назад",
                "2 года",
                "2 жыл",
                "five years",
                "2023-24",
                "2023-2022",
                "сентябрь 2023 2024",
                "2023 сентябрь 2024",
                "@D0",
                "~m9",
                "F0",
                "T0",
                "ежемесячно ежегодно",
                "ежемесячно и срочно",
                "раз",
                "сайын",
                "ар",
                "каждый",
                "ай",
                "ай менен күн",
                "айда",
                "Айдай",
                "Ай-Чүрөк",
                "15.09.2023 15.10.2023",
                "тел. 0555 12-34-56",
                "0555123456",
                "с 2023 до конца",
                "на 2023 сом",
                "every other month",
                "раз в 5 лет",
                "once",
                "дек-абрь"
            })
    void whatOnlyLooksLikeATimeIsNotUnderstood(String phrase) {
        assertThat(WhenPhrase.read(phrase, MEETING)).as(phrase).isEqualTo(When.NOT_UNDERSTOOD);
    }

    @Test
    void withoutAYearOfTheMeetingNoYearIsCompleted() {
        assertThat(WhenPhrase.read("сентябрь", 0)).isEqualTo(When.NOT_UNDERSTOOD);
        assertThat(WhenPhrase.read("до конца года", 0)).isEqualTo(When.NOT_UNDERSTOOD);
        assertThat(WhenPhrase.read("эмдиги жылы", 0)).isEqualTo(When.NOT_UNDERSTOOD);
        assertThat(WhenPhrase.read("15.09", 0)).isEqualTo(When.NOT_UNDERSTOOD);
        assertThat(WhenPhrase.read("15.09.23", 0)).isEqualTo(When.NOT_UNDERSTOOD);
        assertThat(WhenPhrase.read("с сентября 2023", 0)).isEqualTo(new When("2023-09", null, null));
        assertThat(WhenPhrase.read("сентябрь–ноябрь 2023", 0)).isEqualTo(new When("2023-09", "2023-11", null));
        assertThat(WhenPhrase.read("ежеквартально", 0)).isEqualTo(new When(null, null, "quarterly"));
    }

    @Test
    void everyDateThatTheProgramWritesIsReadBack() {
        Random random = new Random(20230704);
        for (String language : List.of("en", "ru", "ky")) {
            Labels labels = Labels.of(language);
            for (int i = 0; i < 600; i++) {
                String one = date(random);
                String other = date(random);
                boolean ordered = one.substring(0, 4).compareTo(other.substring(0, 4)) < 0;
                check(labels.date(one), one, one);
                check(labels.dates(one, null), one, null);
                check(labels.dates(null, one), null, one);
                if (ordered) {
                    check(labels.dates(one, other), one, other);
                }
                check(one, one, one);
                String year = one.substring(0, 4);
                int first = 1 + random.nextInt(12);
                int last = first + random.nextInt(13 - first);
                check(labels.dates(month(year, first), month(year, last)), month(year, first), month(year, last));
                String early = month(year, first) + "-05";
                String late = month(year, last) + "-27";
                check(labels.dates(early, late), early, late);
                int quarter = 1 + random.nextInt(4);
                check(labels.quarter(year + "-Q" + quarter), month(year, quarter * 3 - 2), month(year, quarter * 3));
            }
        }
    }

    private static void check(String said, @Nullable String from, @Nullable String to) {
        assertThat(WhenPhrase.read(said, 1999)).as(said).isEqualTo(new When(from, to, null));
    }

    private static String month(String year, int month) {
        return year + String.format(Locale.ROOT, "-%02d", month);
    }

    private static String date(Random random) {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
        return day.toString().substring(0, List.of(4, 7, 10).get(random.nextInt(3)));
    }

    private static @Nullable String cell(String text) {
        return text.isEmpty() ? null : text;
    }

    @Test
    void nonsenseOfAnyKindIsReadWithoutAFailure() {
        Random random = new Random(7);
        List<String> words = List.of(
                "с",
                "до",
                "конца",
                "года",
                "2023",
                "15",
                "-",
                "–",
                ".",
                "сентябрь",
                "айынан",
                "жылдын",
                "3",
                "квартал",
                "чейин",
                "q3",
                "from",
                "the",
                "end",
                "of",
                "и",
                "первая",
                "половина",
                "весной",
                "99",
                "0",
                "15.09.2023",
                "31",
                "февраля",
                ",");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder said = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                said.append(words.get(random.nextInt(words.size()))).append(random.nextInt(5) == 0 ? "" : " ");
            }
            When read = WhenPhrase.read(said.toString(), MEETING);
            String from = read.from();
            String to = read.to();
            if (from != null && to != null) {
                int common = Math.min(from.length(), to.length());
                assertThat(from.substring(0, common)).as(said.toString()).isLessThanOrEqualTo(to.substring(0, common));
            }
        }
    }
}
