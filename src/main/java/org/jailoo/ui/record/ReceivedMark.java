package org.jailoo.ui.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.scene.control.Label;
import org.jailoo.app.ReceivedByLead;
import org.jailoo.app.ReceivedByLead.Standing;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.form.RecordForm;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says beside a record's type whether the lead has it as it stands here; nothing while no lead is named. */
final class ReceivedMark extends Label {
    private final ReceivedByLead received;
    private final Latest latest;
    private final Texts texts;

    ReceivedMark(ReceivedByLead received, Tasks tasks, Texts texts) {
        this.received = received;
        this.latest = new Latest(tasks);
        this.texts = texts;
        setId("record-received");
        getStyleClass().addAll("quiet", "small");
        setMinWidth(0);
        tell(Optional.empty());
    }

    /** Looks how far a record is. */
    void look(RecordForm form) {
        if (form.state() == null) {
            tell(Optional.empty());
            return;
        }
        String record = form.opened().form().record();
        latest.start(watch -> received.of(record), this::tell);
    }

    private void tell(Optional<Standing> standing) {
        setVisible(standing.isPresent());
        setManaged(standing.isPresent());
        standing.ifPresent(known -> {
            setText(words(known));
            setGraphic(new FontIcon(
                    known.received()
                            ? Feather.CHECK_CIRCLE
                            : known.handedOver() == null ? Feather.UPLOAD : Feather.CLOCK));
        });
    }

    private String words(Standing known) {
        String lead = known.lead().shownName();
        if (known.received() && known.word() != null) {
            return texts.text("devices.received.yes", lead, day(known.word()));
        }
        return known.handedOver() == null
                ? texts.text("devices.received.no", lead)
                : texts.text("devices.received.sent", lead, day(known.handedOver()));
    }

    private String day(String time) {
        try {
            return texts.labels()
                    .date(Instant.parse(time)
                            .atZone(ZoneId.systemDefault())
                            .toLocalDate()
                            .toString());
        } catch (DateTimeParseException e) {
            return time;
        }
    }
}
