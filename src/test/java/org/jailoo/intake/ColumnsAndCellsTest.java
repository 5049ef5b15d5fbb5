package org.jailoo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jailoo.i18n.Labels;
import org.jailoo.intake.CellMeaning.NotUnderstood;
import org.jailoo.intake.CellMeaning.Trouble;
import org.jailoo.intake.CellMeaning.Value;
import org.jailoo.json.Json;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings that mean fields, and cells that mean values. */
class ColumnsAndCellsTest {
    private static final Schema SCHEMA = Schema.standard();
    private static final Headings PARTICIPANT = new Headings(Targets.of(SCHEMA, "participant"));
    private static final Headings RECOMMENDATION = new Headings(Targets.of(SCHEMA, "recommendation"));
    private static final CellReader READER = new CellReader(SCHEMA);

    @ParameterizedTest
    @CsvSource({
        "ФИО,identity.fullName",
        "Ф.И.О.,identity.fullName",
        "Аты-жөнү,identity.fullName",
        "Пол,participant.sex",
        "жынысы,participant.sex",
        "Пол участника,participant.sex",
        "Дата рождения,participant.birthYear",
        "Область,participant.place.adm1",
        "Район,participant.place.district",
        "Айылы,participant.place.settlement",
        "place.adm1,participant.place.adm1",
        "Телефон,identity.phone",
        "code,participant.code",
        "Возраст,participant.ageBand",
        "Education,participant.education"
    })
    void headingOfParticipants(String heading, String key) {
        assertThat(Objects.requireNonNull(PARTICIPANT.meant(heading), heading).key())
                .isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "№,recommendation.number",
        "№ п/п,recommendation.number",
        "Мероприятие,recommendation.text",
        "Сроки исполнения,recommendation.timeline.text",
        "Мөөнөтү,recommendation.timeline.text",
        "Timeline,recommendation.timeline.text",
        "Ответственные,recommendation.responsible.role",
        "Жооптуулар,recommendation.responsible.role",
        "Event,recommendation.text",
        "Направление,recommendation.direction"
    })
    void headingOfRecommendations(String heading, String key) {
        Target meant = RECOMMENDATION.meant(heading);
        assertThat(meant == null ? null : meant.key()).isEqualTo(key);
    }

    @Test
    void everyFieldIsFoundByItsLabelInEachLanguageThatHasNoOtherOfThatName() {
        for (String type : List.of("participant", "recommendation")) {
            Headings headings = new Headings(Targets.of(SCHEMA, type));
            for (String language : List.of("en", "ru", "ky")) {
                Labels labels = Labels.of(language);
                for (Target target : Targets.of(SCHEMA, type)) {
                    String[] path = target.path().toArray(String[]::new);
                    String label = labels.field(target.type(), path);
                    String full = path.length == 2 ? labels.field(target.type(), path[0]) + ' ' + label : label;
                    assertThat(headings.meant(full)).as(full).isNotNull();
                    assertThat(headings.meant(target.key())).isEqualTo(target);
                }
            }
        }
    }

    @Test
    void headingStandsBelowTitles() {
        Grid grid = new Grid(List.of(
                new Row(1, List.of("План мероприятий")),
                new Row(2, List.of()),
                new Row(3, List.of("", "с. Барскоон, июль 2023")),
                new Row(4, List.of("№", "Мероприятие", "Сроки", "Ответственные")),
                new Row(5, List.of("1", "Провести слушания", "до конца года", "Айыл кеңеш"))));
        assertThat(RECOMMENDATION.row(grid)).isEqualTo(3);
        List<Target> columns = RECOMMENDATION.columns(grid.rows().get(3), grid.columns());
        assertThat(columns.subList(0, 4).stream().map(t -> t.key()))
                .containsExactly(
                        "recommendation.number",
                        "recommendation.text",
                        "recommendation.timeline.text",
                        "recommendation.responsible.role");
    }

    private static CellMeaning read(String key, String cell) {
        Headings headings = key.startsWith("recommendation") ? RECOMMENDATION : PARTICIPANT;
        return READER.read(Objects.requireNonNull(headings.meant(key), key), cell);
    }

    @ParameterizedTest
    @CsvSource({
        "participant.sex,ж,female",
        "participant.sex,Эркек,male",
        "participant.sex,female,female",
        "participant.sex,Женский,female",
        "participant.place.adm1,Иссык-Кульская область,KG02000000000",
        "participant.place.adm1,Ысык-Көл облусу,KG02000000000",
        "participant.place.adm1,г. Бишкек,KG11000000000",
        "participant.place.adm1,Чуйская,KG08000000000",
        "participant.citizenship,Кыргызстан,KG",
        "participant.citizenship,РФ,RU",
        "participant.ageBand,34,25-34",
        "participant.ageBand,18 лет,18-24",
        "participant.ageBand,17,0-17",
        "participant.ageBand,65,65+",
        "participant.ageBand,25–34,25-34",
        "recommendation.status,выполняется,in-progress"
    })
    void codeIsKnownByItsLabelInAnyLanguage(String key, String cell, String code) {
        assertThat(read(key, cell)).isEqualTo(new Value(Json.of(code)));
    }

    @Test
    void everyLabelOfEveryCodebookReadsBackAsItsCodeOrIsSaidToBeAmbiguous() {
        for (Target target : Targets.of(SCHEMA, "participant")) {
            if (target.field().kind() instanceof FieldKind.Choice choice) {
                for (String code : Objects.requireNonNull(SCHEMA.codebook(choice.codebook()))
                        .codes()) {
                    for (String language : List.of("en", "ru", "ky")) {
                        String label = Labels.of(language).code(choice.codebook(), code);
                        CellMeaning meaning = READER.read(target, label);
                        boolean right = meaning.equals(new Value(Json.of(code)))
                                || (meaning instanceof NotUnderstood not && not.trouble() == Trouble.AMBIGUOUS);
                        assertThat(right)
                                .as(target.key() + " " + label + " " + meaning)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void setIsSplitButNotInsideALabel() {
        assertThat(read("participant.roles", "учитель; Активист\nмигрант, НПО"))
                .isEqualTo(new CellMeaning.Codes(List.of("teacher", "activist", "migrant", "ngo")));
        assertThat(read("participant.roles", "учитель, космонавт"))
                .isEqualTo(new NotUnderstood(Trouble.CODE, "космонавт"));
    }

    @ParameterizedTest
    @CsvSource({
        "04.07.1985,1985-07-04",
        "4/7/1985,1985-07-04",
        "1985-07-04,1985-07-04",
        "1985-07-04 10:30,1985-07-04",
        "07.1985,1985-07",
        "1985 г.,1985",
        "1985,1985"
    })
    void dateIsAsPreciseAsItWasWritten(String cell, String date) {
        assertThat(CellReader.date(cell)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04.07.85", "31.02.2023", "2023-13-01", "вчера", "12", "0000"})
    void whatIsNoDateIsNotMadeOne(String cell) {
        assertThat(CellReader.date(cell)).isNull();
    }

    @Test
    void numbersAndMistakes() {
        assertThat(read("participant.children", "3")).isEqualTo(new Value(Json.of(3)));
        assertThat(read("participant.children", "3.0")).isEqualTo(new Value(Json.of(3)));
        assertThat(read("recommendation.target", "10 000")).isEqualTo(new Value(Json.of(10_000)));
        assertThat(read("participant.birthYear", "04.07.1985")).isEqualTo(new Value(Json.of(1985)));
        for (String cell : Arrays.asList("трое", "3,5", "1e99999999")) {
            assertThat(read("participant.children", cell)).isEqualTo(new NotUnderstood(Trouble.NUMBER, cell));
        }
        assertThat(read("participant.occupation", "#REF!")).isEqualTo(new NotUnderstood(Trouble.FORMULA, "#REF!"));
        assertThat(read("participant.occupation", "а\uFFFDб")).isInstanceOf(NotUnderstood.class);
    }
}
