package org.jailoo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Шаардан келгендин баары       | келген",
                "Өкмөт чечим кабыл алды        | окмот",
                "Окмот чечим кабыл алды        | өкмөт",
                "Өкмөттүн чечими               | ОКМОТ",
                "миң сом                       | мин сом",
                "мин сом                       | миӊ",
                "миӊ сом                       | МИҢ",
                "её ребёнок                    | ребенок",
                "ее ребенок                    | РЕБЁНОК",
                "е\u0308лка                    | ёлка",
                "пра\u0301ва челове\u0301ка    | права человека",
                "права человека                | пра\u0301ва",
                "Қирғизистон, Ўзбекистон       | киргизистон узбекистон",
                "İstanbul'da çalıştım          | istanbul calistim",
                "istanbul                      | ISTANBUL",
                "Workers' rights, Bishkek      | bishk work",
                "naïve café                    | NAIVE cafe",
                "укугу бузулган                | укук",
                "мектебинде                    | мектеп",
                "долг 5000 рублей              | 5000 рубл",
                "Кыргыз-Ата айылы              | кыргыз-ата",
                "c/o №7                        | №7",
            })
    void textIsFoundHoweverItIsTyped(String text, String typed) throws SQLException {
        try (SearchIndex index = new SearchIndex()) {
            index.add("совсем другое дело, башка иш, another matter");
            int row = index.add(text);
            assertThat(index.find(typed)).containsExactly(row);
        }
    }

    @ParameterizedTest
    @CsvSource({"май, маи", "маи, май", "келген, кел", "долг, дол га", "право, про", "2023, 2024"})
    void whatIsAnotherWordIsNotFound(String typed, String text) throws SQLException {
        try (SearchIndex index = new SearchIndex()) {
            index.add(text);
            assertThat(index.find(typed)).isEmpty();
        }
    }

    @Test
    void allWordsMustStandInTheText() throws SQLException {
        try (SearchIndex index = new SearchIndex()) {
            index.add("не платили зарплату");
            int both = index.add("не платили зарплату и отобрали паспорт");
            assertThat(index.find("паспорта зарплата")).containsExactly(both);
        }
    }

    @Test
    void nothingThatCanBeTypedIsASyntaxError() throws SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int rounds = "long".equals(System.getProperty("jailoo.size")) ? 500_000 : 10_000;
        int searched = 0;
        try (SearchIndex index = new SearchIndex()) {
            index.add("укуктар права rights 5000");
            for (int i = 0; i < rounds; i++) {
                String typed = RandomText.of(random);
                try {
                    index.find(typed);
                } catch (SQLException e) {
                    throw new AssertionError("seed " + seed + ", typed <" + typed + ">", e);
                }
                searched += SearchQuery.parse(typed).isPresent() ? 1 : 0;
            }
        }
        assertThat(searched)
                .as("searches that reached the index, seed %d", seed)
                .isGreaterThan(rounds / 2);
    }

    /** What a person pastes from a text finds that text, whatever stands in it. */
    @Test
    void everyTextFindsItself() throws SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (SearchIndex index = new SearchIndex()) {
            for (int i = 0; i < 3_000; i++) {
                String text = RandomText.of(random);
                int row = index.add(text);
                if (SearchQuery.parse(text).isPresent()) {
                    assertThat(index.find(text)).as("seed %d, <%s>", seed, text).contains(row);
                }
            }
        }
    }

    /** The index has tables of its own for what is a letter; a word that it does not see would match nothing. */
    @Test
    void everyLetterOfTheWorldFindsItself() throws SQLException {
        try (SearchIndex index = new SearchIndex()) {
            boolean all = "long".equals(System.getProperty("jailoo.size"));
            for (int point = 1; point < 0x20000; point += all || point < 0x600 || point >> 8 == 0x19 ? 1 : 13) {
                String letter = Character.toString(point);
                boolean oneOfManyAlike = (point > 0x3400 && point < 0x9FFF) || (point > 0xAC00 && point < 0xD7A3);
                if (!oneOfManyAlike && SearchQuery.parse(letter).isPresent()) {
                    int row = index.add(letter);
                    assertThat(index.find(letter)).as("U+%04X", point).contains(row);
                }
            }
        }
    }

    @Test
    void typedTextWithoutThisParserWouldBeASyntaxError() throws SQLException {
        try (SearchIndex index = new SearchIndex()) {
            assertThatThrownBy(() -> index.match("Кыргыз-Ата")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> index.match("\"")).isInstanceOf(SQLException.class);
        }
    }
}
