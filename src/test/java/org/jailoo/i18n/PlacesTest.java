package org.jailoo.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final String ISSYK_KUL = "KG02000000000";

    @Test
    void districtsOfIssykKulAreSuggestedInEachLanguage() {
        assertThat(Places.of("ky").districts(ISSYK_KUL))
                .containsExactly(
                        "Ак-Суу району",
                        "Балыкчы шаары",
                        "Жети-Өгүз району",
                        "Каракол шаары",
                        "Тоң району",
                        "Түп району",
                        "Ысык-Көл району");
        assertThat(Places.of("ru").districts(ISSYK_KUL)).contains("Джети-Огузский район", "Тюпский район");
        assertThat(Places.of("en").districts(ISSYK_KUL)).contains("Jeti-Oguz district", "Tüp district");
        assertThat(Places.of("en").districts("KG11000000000")).isEmpty();
    }

    @Test
    void villagesOfTheMeetingsAreAmongTheSettlementsOfTheirDistrict() {
        assertThat(Places.of("en").settlements(ISSYK_KUL, "Jeti-Oguz district"))
                .contains("Barskoon", "Tosor", "Kichi-Jargylchak", "Chon-Jargylchak")
                .doesNotContain("Cholpon-Ata");
        assertThat(Places.of("ky").settlements(ISSYK_KUL, "Жети-Өгүз району"))
                .contains("Барскоон", "Тосор", "Кичи-Жаргылчак", "Чоң-Жаргылчак");
        assertThat(Places.of("ru").settlements(ISSYK_KUL, "Атлантида")).isEmpty();
        assertThat(Places.of("ru").settlements(ISSYK_KUL, ""))
                .contains("Барскоон", "Чолпон-Ата")
                .doesNotHaveDuplicates();
    }

    @Test
    void districtIsUnderstoodInWhateverLanguageAndHoweverItWasTyped() {
        for (String typed : List.of(
                "Jeti-Oguz",
                "jeti oguz district",
                "Джети-Огузский",
                "Жети-Өгүз",
                "жети-огуз району",
                "Жети-Өгүз району ")) {
            assertThat(Places.of("ky").settlements(ISSYK_KUL, typed))
                    .as(typed)
                    .contains("Барскоон")
                    .doesNotContain("Чолпон-Ата");
            assertThat(Places.of("ru").district(ISSYK_KUL, typed)).isEqualTo("Джети-Огузский район");
        }
    }

    @Test
    void knownPlaceIsShownInTheLanguageAndAnyOtherAsItWasTyped() {
        assertThat(Places.of("ky").settlement(ISSYK_KUL, "Chon-Jargylchak")).isEqualTo("Чоң-Жаргылчак");
        assertThat(Places.of("en").settlement(ISSYK_KUL, "чон-жаргылчак")).isEqualTo("Chon-Jargylchak");
        assertThat(Places.of("en").settlement(ISSYK_KUL, "Кыштоо 7")).isEqualTo("Кыштоо 7");
        assertThat(Places.of("en").district(ISSYK_KUL, "Атбашы")).isEqualTo("Атбашы");
        assertThat(Places.of("en").settlement("KG11000000000", "Барскоон")).isEqualTo("Барскоон");
    }

    @Test
    void fileNamesEveryPlaceThreeTimesInItsOwnLetters() throws IOException {
        List<String> complaints = new ArrayList<>();
        Pattern latin = Pattern.compile("[A-Za-zü0-9() -]+");
        Pattern russian = Pattern.compile("[А-Яа-яЁё0-9() -]+");
        Pattern kyrgyz = Pattern.compile("[А-Яа-яЁёҢңӨөҮү0-9() -]+");
        Set<String> inDistrict = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/org/jailoo/i18n/places.txt"))) {
            if (line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("KG")) {
                assertThat(Schema.standard().codebooks().get("adm1"))
                        .satisfies(book -> assertThat(book.contains(line)).isTrue());
                continue;
            }
            String[] names = line.strip().split(" \\| ", -1);
            if (names.length != 3
                    || !latin.matcher(names[0]).matches()
                    || !russian.matcher(names[1]).matches()
                    || !kyrgyz.matcher(names[2]).matches()) {
                complaints.add(line);
            }
            if (!line.startsWith(" ")) {
                inDistrict.clear();
            }
            for (int i = 0; i < names.length; i++) {
                if (!inDistrict.add(i + names[i])) {
                    complaints.add("twice in its district: " + line);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }
}
