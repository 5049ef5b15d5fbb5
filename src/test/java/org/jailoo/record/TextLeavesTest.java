package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLeavesTest {
    private static final TextLeaves LEAVES = new TextLeaves(Schema.standard());

    /** Type, path (U a UUID), value, and the texts joined by a plus sign; none is an empty list. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "interview | narrative      | 'Айлык'                                             | Айлык",
                "interview | code           | 'KG-7'                                              | KG-7",
                "interview | narrative      | null                                                | none",
                "interview | risk           | 'high'                                              | none",
                "interview | date           | '2024'                                              | none",
                "interview | minutes        | 40                                                  | none",
                "interview | campaign       | '0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22'              | none",
                "interview | participants/U | true                                                | none",
                "interview | asked/wages    | true                                                | none",
                "interview | place          | {'adm1':'KG06000000000','district':'Ноокат','settlement':'Кыргыз-Ата'}"
                        + " | Ноокат+Кыргыз-Ата",
                "interview | violations/U   | {'code':'wages','indicators':['isolation'],'quote':'не платили','to':'2023'}"
                        + " | не платили",
                "campaign  | places/U       | {'place':{'country':'KG','district':'Ош'}}          | Ош",
                "interview | attachments/U  | {'caption':'двор','mediaType':'image/jpeg','name':'1.jpg','sha256':'ab'}"
                        + " | двор+1.jpg",
                // unknown to this schema: a newer program's type, field, member, code or kind
                "letter    | body           | {'a':['x',{'b':'y'}],'c':7,'d':'z'}                 | x+y+z",
                "letter    | parts/U        | {'sha256':'ab'}                                     | ab",
                "interview | mood           | 'тревога'                                           | тревога",
                "interview | place          | {'street':'Ленина'}                                 | Ленина",
                "interview | place          | 'Ноокат'                                            | Ноокат",
                "interview | minutes        | 'сорок'                                             | сорок",
                "interview | risk           | 'extreme'                                           | none",
                "interview | risk           | {'level':'high','why':'угрозы'}                     | high+угрозы",
                "interview | narrative      | {'ky':'Айлык'}                                      | Айлык",
                "interview | violations/U   | {'indicators':['isolation',{'own':'голод'}]}        | голод",
                // outside the grammar, and the one path that is never text
                "interview | No             | 'x'                                                 | none",
                "interview | deleted        | true                                                | none",
            })
    void textForPeopleIsFoundAndCodesAreNot(String type, String path, String value, String texts) throws JsonException {
        List<String> found = LEAVES.of(
                type,
                path.replace("/U", "/0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22"),
                JsonReader.parse(value.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 32));
        assertThat(found.isEmpty() ? "none" : String.join("+", found)).isEqualTo(texts);
    }
}
