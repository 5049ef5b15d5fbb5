package org.jailoo.consent;

import java.time.LocalDate;
import org.jailoo.history.RecordState;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;

/** Answers whether a field of a record may go to an audience; nothing else in the program decides that. */
public final class Disclosure {
    /** The answer; everything but {@link #YES} is a no with its reason. */
    public enum Answer {
        YES,
        /** The record is deleted, or was erased because a person withdrew. */
        GONE,
        /** Partners and the public get counts alone. */
        COUNTS_ONLY,
        /** This version does not know the type or the field, and so not whom it could name. */
        UNKNOWN,
        CONSENT_MISSING,
        CONSENT_PENDING,
        CONSENT_DECLINED,
        CONSENT_WITHDRAWN,
        CONSENT_EXPIRED,
        CONSENT_CONTRADICTED;

        /** Whether it may go. */
        public boolean isYes() {
            return this == YES;
        }
    }

    private final Schema schema;

    public Disclosure(Schema schema) {
        this.schema = schema;
    }

    /**
     * Whether a field of a record may go to an audience on a day.
     *
     * @param field a field's name, without a member or an item
     */
    public Answer answer(RecordState record, String field, Audience audience, LocalDate today) {
        if (record.deleted() || record.purged()) {
            return Answer.GONE;
        }
        RecordType type = schema.type(record.type());
        Field known = type == null ? null : type.field(field);
        if (type == null || known == null) {
            return Answer.UNKNOWN;
        }
        if (audience != Audience.TEAM) {
            return Answer.COUNTS_ONLY;
        }
        if (type.field(Consent.FIELD) == null) {
            return Answer.YES;
        }
        return switch (Consent.of(record, today).standing()) {
            case GIVEN -> Answer.YES;
            case MISSING -> Answer.CONSENT_MISSING;
            case PENDING -> Answer.CONSENT_PENDING;
            case DECLINED -> Answer.CONSENT_DECLINED;
            case WITHDRAWN -> Answer.CONSENT_WITHDRAWN;
            case EXPIRED -> Answer.CONSENT_EXPIRED;
            case CONTRADICTED -> Answer.CONSENT_CONTRADICTED;
        };
    }
}
