package org.jailoo.ui.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.jailoo.json.Json;
import org.jailoo.ui.form.Forms;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.meeting.WhenModel.Standing;
import org.junit.jupiter.api.Test;

class WhenModelTest {
    private static WhenModel on(RecordForm form, int year) {
        return new WhenModel(form, AttendanceModel.field(form, "timeline"), year);
    }

    @Test
    void wordsFillTheDatesKeyByKey() {
        RecordForm form = Forms.on("recommendation", "{}");
        WhenModel when = on(form, 2023);
        String words = "с сентября 2023";
        for (int i = 1; i <= words.length(); i++) {
            when.type(words.substring(0, i));
        }
        assertThat(Forms.body(form)).isEqualTo("{'timeline':{'from':'2023-09','text':'с сентября 2023'}}");
        assertThat(when.standing()).isEqualTo(Standing.UNDERSTOOD);
        when.type("ежеквартально");
        assertThat(Forms.body(form)).isEqualTo("{'timeline':{'every':'quarterly','text':'ежеквартально'}}");
        when.type("когда-нибудь");
        assertThat(Forms.body(form)).isEqualTo("{'timeline':{'text':'когда-нибудь'}}");
        assertThat(when.standing()).isEqualTo(Standing.NOT_UNDERSTOOD);
    }

    @Test
    void whatAPersonCorrectedIsNotOverwritten() {
        RecordForm form = Forms.on("recommendation", "{}");
        WhenModel when = on(form, 2023);
        when.type("до конца года");
        when.entry("to").set(Json.of("2023-11"));
        assertThat(when.standing()).isEqualTo(Standing.BY_HAND);
        when.type("сентябрь 2023");
        assertThat(Forms.body(form)).isEqualTo("{'timeline':{'text':'сентябрь 2023','to':'2023-11'}}");
        when.takeUnderstood();
        assertThat(Forms.body(form)).contains("'from':'2023-09'", "'to':'2023-09'");
    }

    @Test
    void storedDatesStayWhenTheYearBecomesKnownLater() {
        RecordForm form = Forms.on("recommendation", "{'timeline':{'text':'By the end of the year','to':'2022'}}");
        WhenModel when = on(form, 0);
        when.year(2023);
        assertThat(form.dirty().get()).isFalse();
        assertThat(when.standing()).isEqualTo(Standing.BY_HAND);
        when.type("By the end of the year.");
        assertThat(Forms.body(form)).contains("'to':'2022'");
    }

    @Test
    void withoutAYearNothingIsCompletedAndWordsTypedMeanwhileFollowOnceItIsKnown() {
        RecordForm form = Forms.on("recommendation", "{}");
        WhenModel when = on(form, 0);
        when.type("сентябрь");
        assertThat(Forms.body(form)).isEqualTo("{'timeline':{'text':'сентябрь'}}");
        assertThat(when.standing()).isEqualTo(Standing.NO_YEAR);
        when.year(2023);
        assertThat(Forms.body(form)).isEqualTo("{'timeline':{'from':'2023-09','text':'сентябрь','to':'2023-09'}}");
    }
}
