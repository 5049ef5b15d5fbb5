package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final Schema SCHEMA = Schema.standard();

    @Test
    void fieldsKeepTheOrderOfTheFileAndThoseOfEveryTypeCloseIt() {
        assertThat(SCHEMA.types().keySet())
                .containsExactly("campaign", "participant", "identity", "interview", "focusGroup", "recommendation");
        assertThat(type("identity").fields().keySet())
                .containsExactly(
                        "participant",
                        "fullName",
                        "phone",
                        "address",
                        "document",
                        "otherContact",
                        "guardian",
                        "synthetic",
                        "notes");
        FieldKind.Items journeys =
                (FieldKind.Items) field("participant", "journeys").kind();
        assertThat(journeys.members().keySet())
                .containsExactly("country", "city", "sector", "from", "to", "status", "contract");
    }

    @Test
    void markOfASensitiveFieldIsNoPartOfItsName() {
        assertThat(field("interview", "narrative")).isEqualTo(new Field("narrative", new FieldKind.LongText(), true));
        assertThat(field("interview", "publicText").sensitive()).isFalse();
        assertThat(field("campaign", "notes").sensitive()).isTrue();
        FieldKind.Attachments attachments =
                (FieldKind.Attachments) field("interview", "attachments").kind();
        assertThat(attachments.members().values())
                .filteredOn(Field::sensitive)
                .extracting(Field::name)
                .containsExactly("name", "caption");
        assertThat(SCHEMA.types().values())
                .allSatisfy(t -> assertThat(t.fields().keySet()).noneMatch(name -> name.startsWith("!")));
    }

    @Test
    void everyKindOfTheFileIsRead() {
        assertThat(field("campaign", "title").kind()).isEqualTo(new FieldKind.Text());
        assertThat(field("campaign", "start").kind()).isEqualTo(new FieldKind.Date());
        assertThat(field("campaign", "synthetic").kind()).isEqualTo(new FieldKind.Bool());
        assertThat(field("participant", "birthYear").kind()).isEqualTo(new FieldKind.Int());
        assertThat(field("participant", "sex").kind()).isEqualTo(new FieldKind.Choice("sex"));
        assertThat(field("participant", "languages").kind()).isEqualTo(new FieldKind.SetOf("language"));
        assertThat(field("participant", "sameAs").kind()).isEqualTo(new FieldKind.References("participant"));
        assertThat(field("interview", "campaign").kind()).isEqualTo(new FieldKind.Reference("campaign"));
        FieldKind.Group consent =
                (FieldKind.Group) field("interview", "consent").kind();
        assertThat(consent.name()).isEqualTo("consent");
        assertThat(Objects.requireNonNull(consent.members().get("purposes")).kind())
                .isEqualTo(new FieldKind.ListOf("consentPurpose"));
        FieldKind.Items progress =
                (FieldKind.Items) field("recommendation", "progress").kind();
        assertThat(Objects.requireNonNull(progress.members().get("quarter")).kind())
                .isEqualTo(new FieldKind.Quarter());
    }

    @Test
    void onlyListedTypesAreCodeSafe() {
        assertThat(SCHEMA.types().keySet())
                .filteredOn(SCHEMA::codeSafe)
                .doesNotContain("identity")
                .hasSize(5);
        assertThat(SCHEMA.codeSafe("unheardOf")).isFalse();
    }

    @Test
    void codesLeadToTheirBroaderCode() {
        assertThat(SCHEMA.parentOf("violation", "gang-rape")).isEqualTo("rape");
        assertThat(SCHEMA.parentOf("violation", "rape")).isEqualTo("sexual-violence");
        assertThat(SCHEMA.parentOf("violation", "sexual-violence")).isNull();
        assertThat(SCHEMA.parentOf("unheardOf", "rape")).isNull();
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(SCHEMA.type("unheardOf")).isNull();
        assertThat(SCHEMA.field("unheardOf", "notes")).isNull();
        assertThat(SCHEMA.field("interview", "unheardOf")).isNull();
        assertThat(SCHEMA.codebook("unheardOf")).isNull();
    }

    @Test
    void countriesAreThoseOfTheStandardWithTheNearOnesFirst() {
        assertThat(codes("country"))
                .startsWith("KG", "RU", "KZ", "UZ", "TJ", "TM", "TR", "AD", "AE")
                .contains("PL", "KR", "GB")
                .doesNotContain("SU", "UK", "XX", "kg", "KGZ")
                .hasSize(249);
    }

    @Test
    void languagesHaveTwoLettersWhereTheyCanAndThreeWhereTheyMust() {
        assertThat(codes("language"))
                .startsWith("ky", "ru", "uz", "tg", "kk", "en", "tr", "aa")
                .contains("he", "id", "yi", "ro", "hbs", "prs", "dng", "crh", "sgh")
                .doesNotContain("iw", "in", "ji", "mo", "sh", "bh", "kir", "rus", "tgk", "KY", "")
                .hasSize(183 + 7727);
    }

    @Test
    void sectorsAreLettersAndTheDivisionsAdded() {
        assertThat(codes("sector"))
                .hasSize(21 + 7)
                .startsWith("A", "B")
                .contains("U")
                .endsWith("Q88", "T97");
        assertThat(codes("sector")).doesNotContain("V");
    }

    @Test
    void fieldAddedToTheFileNeedsNoCode() throws IOException {
        String grown = standardText()
                .replace(
                        "\"identity\": {",
                        "\"identity\": {\"!nickname\": \"text\", \"kin\": {\"items\": {\"tie\": \"choice:kinship\"}},")
                .replace("\"codebooks\": {", "\"codebooks\": {\"kinship\": [\"parent\", \"child\"],");
        Schema schema = read(grown);
        Validation validation = new Validation(schema);
        String kin = "kin/" + RecordId.random();
        assertThat(validation.check("identity", body("nickname", Json.of("Чолпон"))))
                .isEmpty();
        assertThat(validation.check("identity", body(kin, body("tie", Json.of("child")))))
                .isEmpty();
        assertThat(validation.check("identity", body(kin, body("tie", Json.of("cousin")))))
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.UNKNOWN_CODE);
        assertThat(new TextLeaves(schema).of("identity", "nickname", Json.of("Чолпон")))
                .containsExactly("Чолпон");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'types': {'a': {'b': 'texts'}}}",
                "{'types': {'a': {'b': 'choice:none'}}}",
                "{'types': {'a': {'b': 'group:none'}}}",
                "{'types': {'a': {'b': 'reference:none'}}}",
                "{'types': {'a': {'b': 'attachments'}}}",
                "{'types': {'a': {'b': 'list:c'}}, 'codebooks': {'c': ['x']}}",
                "{'types': {'a': {'b': {'items': {'d': 'set:c'}}}}, 'codebooks': {'c': ['x']}}",
                "{'types': {'a': {'b': {'items': {'d': {'items': {}}}}}}}",
                "{'types': {'a': {'b': {'parts': {'d': 'text'}}}}}",
                "{'types': {'a': {'deleted': 'boolean'}}}",
                "{'types': {'a': {'B': 'text'}}}",
                "{'types': {'a': {'b': 'text', '!b': 'text'}}}",
                "{'types': {'a': {'b': 'text'}}, 'all': {'b': 'text'}}",
                "{'types': {'A': {'b': 'text'}}}",
                "{'types': {}, 'codeSafeTypes': ['a']}",
                "{'types': {}, 'codebooks': {'c': ['x', 'x']}}",
                "{'types': {}, 'codebooks': {'c': {'from': 'ISO 0'}}}",
                "{'types': {}, 'codebooks': {'c': ['x']}, 'parents': {'c': {'x': 'y'}}}",
                "{'types': {}, 'parents': {'c': {}}}",
                "{'types': {}, 'groups': {'g': {'h': 'group:g'}}}",
            })
    void schemaThatContradictsItselfIsNotRead(String text) {
        assertThatThrownBy(() -> read(text.replace('\'', '"'))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Schema read(String text) throws IOException {
        return Schema.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String standardText() throws IOException {
        try (var in = Objects.requireNonNull(Schema.class.getResourceAsStream("/records.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Json.Obj body(String path, Json value) {
        TreeMap<String, Json> body = new TreeMap<>();
        body.put(path, value);
        return new Json.Obj(body);
    }

    private static List<String> codes(String codebook) {
        return List.copyOf(Objects.requireNonNull(SCHEMA.codebook(codebook)).codes());
    }

    private static RecordType type(String name) {
        return Objects.requireNonNull(SCHEMA.type(name));
    }

    private static Field field(String type, String name) {
        return Objects.requireNonNull(SCHEMA.field(type, name));
    }
}
