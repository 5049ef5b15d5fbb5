package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {
    private static final Validation VALIDATION = new Validation(Schema.standard());
    private static final String U4 = "0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22";
    private static final String U1 = "0b7c1f0e-93f4-1c6e-8a55-0d3a4f6f1e22";

    /** Type, change set, and the problems as code@path, or none. U4 and U1 stand for UUIDs, H for a hash. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // the whole
                "campaign       | {'title':'Ош 2024'}                        | none",
                "campaigns      | {'title':'Ош 2024'}                        | unknown-type@",
                "campaign       | {}                                         | empty-body@",
                // fields and paths
                "identity       | {'phone':'+996'}                           | none",
                "identity       | {'!phone':'+996'}                          | bad-path@!phone",
                "identity       | {'fax':'+996'}                             | unknown-field@fax",
                "identity       | {'fax/U4':{}}                              | unknown-field@fax/U4",
                "identity       | {'fax':null}                               | unknown-field@fax",
                "identity       | {'synthetic':true,'notes':'x'}             | none",
                "identity       | {'Phone':'+996'}                           | bad-path@Phone",
                "identity       | {'phone/x':true}                           | bad-path@phone/x",
                "identity       | {'phone':null}                             | none",
                // deleted
                "interview      | {'deleted':true}                           | none",
                "interview      | {'deleted':null}                           | none",
                "interview      | {'deleted':false}                          | wrong-kind@deleted",
                "interview      | {'deleted':'true'}                         | wrong-kind@deleted",
                "interview      | {'deleted/x':true}                         | bad-path@deleted/x",
                // text, longText
                "campaign       | {'title':''}                               | none",
                "campaign       | {'title':7}                                | wrong-kind@title",
                "campaign       | {'purpose':'a\\nb'}                        | none",
                "campaign       | {'purpose':{'ru':'a'}}                     | wrong-kind@purpose",
                "campaign       | {'purpose':['a']}                          | wrong-kind@purpose",
                // integer, boolean
                "participant    | {'birthYear':1987}                         | none",
                "participant    | {'birthYear':'1987'}                       | wrong-kind@birthYear",
                "participant    | {'synthetic':false}                        | none",
                "participant    | {'synthetic':'yes'}                        | wrong-kind@synthetic",
                // date
                "interview      | {'date':'2024-02-29'}                      | none",
                "interview      | {'date':'2024-02'}                         | none",
                "interview      | {'date':'2024'}                            | none",
                "interview      | {'date':'2023-02-30'}                      | bad-date@date",
                "interview      | {'date':'29.02.2024'}                      | bad-date@date",
                "interview      | {'date':2024}                              | wrong-kind@date",
                // choice
                "interview      | {'risk':'high'}                            | none",
                "interview      | {'risk':'extreme'}                         | unknown-code@risk",
                "interview      | {'risk':true}                              | wrong-kind@risk",
                "interview      | {'risk':null}                              | none",
                "participant    | {'citizenship':'KG'}                       | none",
                "participant    | {'citizenship':'KGZ'}                      | unknown-code@citizenship",
                "interview      | {'language':'ky'}                          | none",
                "interview      | {'language':'kir'}                         | unknown-code@language",
                "interview      | {'language':'prs'}                         | none",
                // set
                "participant    | {'languages/ky':true}                      | none",
                "participant    | {'languages/ky':null}                      | none",
                "participant    | {'languages/xx':true}                      | unknown-code@languages/xx",
                "participant    | {'languages/xx':null}                      | unknown-code@languages/xx",
                "participant    | {'languages/ky':false}                     | wrong-kind@languages/ky",
                "participant    | {'languages/ky':{}}                        | wrong-kind@languages/ky",
                "participant    | {'languages':'ky'}                         | bad-path@languages",
                "participant    | {'languages':null}                         | bad-path@languages",
                "participant    | {'languages':['ky']}                       | bad-path@languages",
                // group
                "interview      | {'place':{'country':'KG','district':'Ош'}} | none",
                "interview      | {'place':{}}                               | none",
                "interview      | {'place':{'country':'Kyrgyzstan'}}         | unknown-code@place.country",
                "interview      | {'place':{'village':'x'}}                  | unknown-field@place.village",
                "interview      | {'place':{'district':7}}                   | wrong-kind@place.district",
                "interview      | {'place':{'district':null}}                | wrong-kind@place.district",
                "interview      | {'place':'Ош'}                             | wrong-kind@place",
                "interview      | {'place/country':true}                     | bad-path@place/country",
                // list, inside a group or an item
                "interview      | {'consent':{'purposes':['keep','media']}}  | none",
                "interview      | {'consent':{'purposes':[]}}                | none",
                "interview      | {'consent':{'purposes':['keep','fun']}}    | unknown-code@consent.purposes",
                "interview      | {'consent':{'purposes':[true]}}            | wrong-kind@consent.purposes",
                "interview      | {'consent':{'purposes':'keep'}}            | wrong-kind@consent.purposes",
                "interview      | {'consent':{'expires':'2024-13'}}          | bad-date@consent.expires",
                "interview      | {'violations/U4':{'indicators':['isolation']}} | none",
                "interview      | {'violations/U4':{'indicators':['boredom']}}"
                        + " | unknown-code@violations/U4.indicators",
                // items
                "participant    | {'journeys/U4':{'country':'RU','from':'2019'}} | none",
                "participant    | {'journeys/U1':{}}                         | none",
                "participant    | {'journeys/U4':null}                       | none",
                "participant    | {'journeys/U4':true}                       | wrong-kind@journeys/U4",
                "participant    | {'journeys/U4':'RU'}                       | wrong-kind@journeys/U4",
                "participant    | {'journeys/first':{}}                      | bad-path@journeys/first",
                "participant    | {'journeys/first':null}                    | bad-path@journeys/first",
                "participant    | {'journeys':{}}                            | bad-path@journeys",
                "participant    | {'journeys/U4':{'boss':'x'}}               | unknown-field@journeys/U4.boss",
                "participant    | {'journeys/U4':{'from':'2019-99'}}         | bad-date@journeys/U4.from",
                "campaign       | {'places/U4':{'place':{'country':'KG'}}}   | none",
                "campaign       | {'places/U4':{'place':{'country':'??'}}}   | unknown-code@places/U4.place.country",
                // quarter
                "recommendation | {'progress/U4':{'quarter':'2024-Q3'}}      | none",
                "recommendation | {'progress/U4':{'quarter':'2024-Q5'}}      | bad-quarter@progress/U4.quarter",
                // reference
                "interview      | {'campaign':'U4'}                          | none",
                "interview      | {'campaign':null}                          | none",
                "interview      | {'campaign':'U1'}                          | bad-reference@campaign",
                "interview      | {'campaign':true}                          | wrong-kind@campaign",
                "interview      | {'violations/U4':{'person':'P-7'}}         | bad-reference@violations/U4.person",
                // references
                "interview      | {'participants/U4':true}                   | none",
                "interview      | {'participants/U4':null}                   | none",
                "interview      | {'participants/U1':true}                   | bad-reference@participants/U1",
                "interview      | {'participants/P-7':true}                  | bad-reference@participants/P-7",
                "interview      | {'participants/U4':{}}                     | wrong-kind@participants/U4",
                "interview      | {'participants':'U4'}                      | bad-path@participants",
                // attachments
                "interview      | {'attachments/U4':{'sha256':'H','size':0}} | none",
                "interview      | {'attachments/U4':{'sha256':'h'}}          | bad-hash@attachments/U4.sha256",
                "interview      | {'attachments/U4':{'size':-1}}             | bad-size@attachments/U4.size",
                "interview      | {'attachments/U4':{'sha256':7}}            | wrong-kind@attachments/U4.sha256",
                "interview      | {'attachments/U4':{'size':'7'}}            | wrong-kind@attachments/U4.size",
                "interview      | {'attachments/U4':null}                    | none",
                // everything wrong is told at once
                "interview      | {'date':'?','minutes':'?','risk':'?'}"
                        + " | bad-date@date wrong-kind@minutes unknown-code@risk",
            })
    void changeSetIsRefusedForWhatIsWrongAlone(String type, String body, String expected) throws JsonException {
        String told = VALIDATION.check(type, parse(filled(body))).stream()
                .map(p -> p.kind().code() + '@' + p.path())
                .reduce((a, b) -> a + ' ' + b)
                .orElse("none");
        assertThat(told).isEqualTo(filled(expected));
    }

    @Test
    void changeSetLargerThanABodyMayBeIsRefused() {
        TreeMap<String, Json> body = new TreeMap<>();
        for (int i = 0; i < Validation.MAX_PATHS; i++) {
            body.put("participants/" + RecordId.random(), Json.TRUE);
        }
        assertThat(VALIDATION.check("interview", new Json.Obj(body))).isEmpty();
        body.put("risk", Json.of("low"));
        assertThat(VALIDATION.check("interview", new Json.Obj(body)))
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.TOO_MANY_PATHS);
    }

    private static String filled(String text) {
        return text.replace("U4", U4).replace("U1", U1).replace("'H'", '\'' + "c".repeat(64) + '\'');
    }

    private static Json.Obj parse(String text) throws JsonException {
        return (Json.Obj) JsonReader.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 32);
    }
}
