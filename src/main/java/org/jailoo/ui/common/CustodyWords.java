package org.jailoo.ui.common;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jailoo.app.CustodyStory.Line;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.notebook.CustodyLog.What;
import org.jspecify.annotations.Nullable;

/** Who had what and when, as a person reads it: the lines of the custody log, devices and times. */
public record CustodyWords(Texts texts) {
    /** What was done, in a sentence. */
    public String of(Line line) {
        What what = line.entry().note().what();
        String code = what.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (what) {
            case HANDOVER ->
                line.to().isEmpty()
                        ? texts.text("custody.handover.open")
                        : texts.text("custody.what.handover", all(line.to()));
            case RECEIPT, IDENTITIES_HANDED_OVER -> texts.text("custody.what." + code, all(line.to()));
            case IMPORT, IMPORT_UNDONE, IMPORT_REVERTED, PURGE_ACCEPTED ->
                texts.text("custody.what." + code, who(line.from()));
            case EXPORT ->
                texts.text("custody.what.export", audience(line.entry().note().about()));
            case COPY -> copy(String.valueOf(line.entry().note().about()));
            case BEGUN, INTAKE, CHANGE, BACKUP, IDENTITIES_OPENED, PURGE -> texts.text("custody.what." + code);
            case PASSPHRASE_CHANGED, KIT_MADE, KIT_USED, KEYS_ROTATED -> texts.text("custody.what." + code);
        };
    }

    /** A file, or a testimony written as a document: for whom then stands in the entry. */
    private String copy(String about) {
        return switch (about.replaceFirst("-abroad$", "")) {
            case "testimony-team" -> texts.text("testimony.log.written", texts.text("testimony.receiver.team"));
            case "testimony-court" -> texts.text("testimony.log.written", texts.text("testimony.receiver.court"));
            case "testimony-partner" -> texts.text("testimony.log.written", texts.text("testimony.receiver.partner"));
            case "testimony-authorities" ->
                texts.text("testimony.log.written", texts.text("testimony.receiver.authorities"));
            case "testimony-un" -> texts.text("testimony.log.written", texts.text("testimony.receiver.un"));
            default -> texts.text("custody.what.copy");
        };
    }

    private String audience(@Nullable String about) {
        return switch (String.valueOf(about)) {
            case "public" -> texts.text("custody.audience.public");
            case "partners" -> texts.text("custody.audience.partners");
            default -> texts.text("custody.audience.team");
        };
    }

    private String all(List<Who> who) {
        return who.isEmpty()
                ? texts.text("custody.who.unknown")
                : who.stream().map(this::who).collect(Collectors.joining(", "));
    }

    /** A device by its name, or by the beginning of its fingerprint where it has none. */
    public String who(@Nullable Who who) {
        if (who == null) {
            return texts.text("custody.who.unknown");
        }
        if (who.self()) {
            return texts.text("custody.who.self");
        }
        return who.name() == null ? who.fingerprint() : who.name();
    }

    /** Day and time, as this laptop's clock shows them. */
    public String when(String time) {
        ZonedDateTime local = local(time);
        return local == null
                ? time
                : day(time) + String.format(Locale.ROOT, ", %02d:%02d", local.getHour(), local.getMinute());
    }

    /** The day alone. */
    public String day(String time) {
        ZonedDateTime local = local(time);
        return local == null ? time : texts.labels().date(local.toLocalDate().toString());
    }

    private static @Nullable ZonedDateTime local(String time) {
        try {
            return Instant.parse(time).atZone(ZoneId.systemDefault());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
