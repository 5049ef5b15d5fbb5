package org.jailoo.ui.withdrawal;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.app.WithdrawalReport.Standing;
import org.jailoo.app.WithdrawalReport.Withdrawn;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The report of a withdrawal in words, on the screen and as a text; it names the record by its id alone, and no person. */
final class ReportText {
    private final Texts texts;
    private final CustodyWords words;

    ReportText(Texts texts) {
        this.texts = texts;
        this.words = new CustodyWords(texts);
    }

    String title(Withdrawn one) {
        return texts.text("withdrawal.report.title", texts.labels().type(one.type()), one.shortId());
    }

    String here(Withdrawn one) {
        String erased = one.erased();
        return erased == null
                ? texts.text("withdrawal.report.here-before", words.who(one.by()))
                : texts.text("withdrawal.report.here", words.when(erased), words.who(one.by()));
    }

    String of(Standing standing) {
        String who = words.who(standing.receiver().who());
        String surely = standing.receiver().surely() ? who : texts.text("withdrawal.report.perhaps", who);
        return switch (standing.reached()) {
            case NOT_SENT -> texts.text("withdrawal.reached.not-sent", surely);
            case SENT -> texts.text("withdrawal.reached.sent", surely, day(standing.sentOn()), bundle(standing));
            case ANSWERED ->
                texts.text("withdrawal.reached.answered", surely, day(standing.sentOn()), bundle(standing));
            case CONFIRMED -> texts.text("withdrawal.reached.confirmed", surely);
        };
    }

    private String day(@Nullable String time) {
        return time == null ? "" : words.day(time);
    }

    private static String bundle(Standing standing) {
        String bundle = standing.bundle();
        return bundle == null ? "" : bundle.substring(0, 8);
    }

    /** Everything, line by line, as it can be printed. */
    String whole(Withdrawn one) {
        List<String> lines = new ArrayList<>(List.of(title(one), here(one), ""));
        if (one.standings().isEmpty()) {
            lines.add(texts.text("withdrawal.told.nobody"));
        }
        one.standings().forEach(standing -> lines.add("- " + of(standing)));
        lines.add("");
        OutLines.said(texts, one.out()).forEach(said -> lines.add("- " + said));
        lines.add("- " + texts.text("withdrawal.out.paper"));
        lines.add("");
        lines.add(texts.text("withdrawal.report.ids"));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
