package org.jailoo.ui.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.jailoo.ui.form.Forms;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.meeting.AttendanceModel.Column;
import org.jailoo.ui.meeting.AttendanceModel.Line;
import org.jailoo.ui.meeting.AttendanceModel.Written;
import org.junit.jupiter.api.Test;

class AttendanceModelTest {
    private static final String A = "0a3f2b1c-1111-4222-8333-00000000000a";
    private static final String B = "0a3f2b1c-1111-4222-8333-00000000000b";
    private static final Line TEACHERS = new Line("teacher", "");
    private static final Column WOMEN = new Column("female", "25-34");
    private static final String CELL = "'role':'teacher','sex':'female','ageBand':'25-34'";

    private static AttendanceModel on(RecordForm form) {
        AttendanceModel model = new AttendanceModel(form);
        model.look();
        return model;
    }

    @Test
    void aNumberMakesChangesAndRemovesOneItem() {
        RecordForm form = Forms.on("focusGroup", "{}");
        AttendanceModel model = on(form);
        assertThat(model.columns()).containsExactly(new Column("female", ""), new Column("male", ""));
        model.add(TEACHERS);
        assertThat(form.dirty().get()).isFalse();
        assertThat(model.write(TEACHERS, WOMEN, 12L)).isEqualTo(Written.DONE);
        model.look();
        assertThat(Forms.body(form)).contains("'ageBand':'25-34','count':12,'role':'teacher','sex':'female'");
        model.write(TEACHERS, WOMEN, 13L);
        assertThat(model.total()).isEqualTo(13);
        assertThat(form.body().members()).hasSize(1);
        model.write(TEACHERS, WOMEN, null);
        assertThat(form.dirty().get()).isFalse();
        assertThat(model.rows()).containsExactly(TEACHERS);
    }

    @Test
    void severalEntriesOfACellAreAddedUpAndNoneIsLost() {
        RecordForm form = Forms.on(
                "focusGroup",
                "{'attendance/" + A + "':{" + CELL + ",'count':5},'attendance/" + B + "':{" + CELL + ",'count':7}}");
        AttendanceModel model = on(form);
        assertThat(model.count(TEACHERS, WOMEN)).isEqualTo(12);
        assertThat(model.write(TEACHERS, WOMEN, 15L)).isEqualTo(Written.ONE_OF_SEVERAL);
        assertThat(model.count(TEACHERS, WOMEN)).isEqualTo(15);
        assertThat(form.body().members()).hasSize(1);
        assertThat(model.write(TEACHERS, WOMEN, 1L)).isEqualTo(Written.REFUSED);
        assertThat(model.write(TEACHERS, WOMEN, null)).isEqualTo(Written.REFUSED);
        assertThat(model.count(TEACHERS, WOMEN)).isEqualTo(15);
    }

    @Test
    void theGridCountsOrTheListNeverBoth() {
        RecordForm form = Forms.on("focusGroup", "{'participants/" + A + "':true,'participants/" + B + "':true}");
        AttendanceModel model = on(form);
        assertThat(model.counts()).isFalse();
        assertThat(model.listed()).isEqualTo(2);
        model.write(TEACHERS, WOMEN, 0L);
        assertThat(model.counts()).isFalse();
        model.write(TEACHERS, WOMEN, 9L);
        assertThat(model.counts()).isTrue();
        assertThat(model.total()).isEqualTo(9);
    }

    @Test
    void whatANewerVersionAddedToAnItemStaysWhenItsNumberIsCleared() {
        RecordForm form = Forms.on("focusGroup", "{'attendance/" + A + "':{" + CELL + ",'count':5,'later':'x'}}");
        AttendanceModel model = on(form);
        model.write(TEACHERS, WOMEN, null);
        assertThat(Forms.body(form))
                .isEqualTo("{'attendance/" + A + "':{'ageBand':'25-34','later':'x','role':'teacher','sex':'female'}}");
    }

    @Test
    void rowsOfTwoCountriesStayApart() {
        RecordForm form = Forms.on(
                "focusGroup",
                "{'attendance/" + A + "':{" + CELL + ",'count':5,'country':'KZ'},'attendance/" + B + "':{" + CELL
                        + ",'count':7}}");
        AttendanceModel model = on(form);
        assertThat(model.rows()).containsExactly(TEACHERS, new Line("teacher", "KZ"));
        assertThat(model.total(TEACHERS)).isEqualTo(7);
        assertThat(model.total(WOMEN)).isEqualTo(12);
    }
}
