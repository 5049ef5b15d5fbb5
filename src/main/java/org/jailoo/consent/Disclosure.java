package org.jailoo.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jailoo.history.RecordState;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** Answers what of a record may go to an audience, and whether it may be counted; nothing else decides that. */
public final class Disclosure {
    /** The purpose that a person grants who lets an interview be counted. */
    public static final String STATISTICS = "statistics";

    /**
     * The types that are about no person, and so may leave field by field. A type of the future is not among them until
     * somebody has thought about it.
     */
    private static final Set<String> ABOUT_NO_PERSON = Set.of("campaign", "recommendation");

    /** What is counted of a meeting is how many came: heads and not testimonies. */
    private static final Set<String> HEADS_ALONE = Set.of("focusGroup");

    /** The answer; everything but {@link #YES} is a no with its reason. */
    public enum Answer {
        YES,
        /** The record is deleted, or was erased because a person withdrew. */
        GONE,
        /** Partners and the public get counts alone. */
        COUNTS_ONLY,
        /** Free text, or identifying: for the team alone. */
        SENSITIVE,
        /** The type holds names: it stays in the notebook, whoever asks. */
        NAMES,
        /** This version does not know the type or the field, and so not whom it could name. */
        UNKNOWN,
        /** Consent stands, and does not say that it may be counted. */
        STATISTICS_NOT_GRANTED,
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
     * Whether a field of a record, whole, may go to an audience on a day. A field with a part that may not go does not
     * go whole.
     *
     * @param field a field's name, without a member or an item
     */
    public Answer answer(RecordState record, String field, Audience audience, LocalDate today) {
        return answer(record, field, null, audience, today);
    }

    /**
     * Whether a part of a field may go to an audience on a day.
     *
     * @param member the name of a member of a group or of an item; null for the whole field
     */
    public Answer answer(
            RecordState record, String field, @Nullable String member, Audience audience, LocalDate today) {
        if (isGone(record)) {
            return Answer.GONE;
        }
        Answer ofType = ofType(record.type(), field, member, audience);
        return ofType.isYes() ? consent(record, today) : ofType;
    }

    /** Whether a part of a field may ever go to an audience, whatever a record says: which columns there can be. */
    public Answer ofType(String typeName, String field, @Nullable String member, Audience audience) {
        RecordType type = schema.type(typeName);
        Field known = type == null ? null : type.field(field);
        Field part = known == null || member == null ? known : members(known).get(member);
        if (type == null || known == null || part == null) {
            return Answer.UNKNOWN;
        }
        if (audience == Audience.TEAM) {
            return schema.codeSafe(typeName) ? Answer.YES : Answer.NAMES;
        }
        if (!aboutNoPerson(type)) {
            return Answer.COUNTS_ONLY;
        }
        return known.sensitive() ? Answer.SENSITIVE : toOthers(part);
    }

    /** Whether a record may be counted on a day. What declined is counted as declined by whoever asks, and nowhere else. */
    public Answer counting(RecordState record, LocalDate today) {
        if (isGone(record)) {
            return Answer.GONE;
        }
        RecordType type = schema.type(record.type());
        if (type == null) {
            return Answer.UNKNOWN;
        }
        if (type.field(Consent.FIELD) == null || HEADS_ALONE.contains(type.name())) {
            return Answer.YES;
        }
        Consent consent = Consent.of(record, today);
        if (consent.standing() != Consent.Standing.GIVEN) {
            return refusal(consent.standing());
        }
        return consent.purposes().contains(STATISTICS) ? Answer.YES : Answer.STATISTICS_NOT_GRANTED;
    }

    private static boolean isGone(RecordState record) {
        return record.deleted() || record.purged();
    }

    private boolean aboutNoPerson(RecordType type) {
        return ABOUT_NO_PERSON.contains(type.name())
                && type.field(Consent.FIELD) == null
                && schema.codeSafe(type.name());
    }

    /** A field of a record about no person: not what is sensitive in it, and not the way to a person. */
    private Answer toOthers(Field field) {
        if (field.sensitive()) {
            return Answer.SENSITIVE;
        }
        String named = named(field.kind());
        if (named != null) {
            RecordType target = schema.type(named);
            return target != null && aboutNoPerson(target) ? Answer.YES : Answer.COUNTS_ONLY;
        }
        for (Field member : members(field).values()) {
            Answer inside = toOthers(member);
            if (!inside.isYes()) {
                return inside;
            }
        }
        return Answer.YES;
    }

    private static @Nullable String named(FieldKind kind) {
        if (kind instanceof FieldKind.Reference reference) {
            return reference.type();
        }
        return kind instanceof FieldKind.References references ? references.type() : null;
    }

    private static Map<String, Field> members(Field field) {
        if (field.kind() instanceof FieldKind.Group group) {
            return group.members();
        }
        if (field.kind() instanceof FieldKind.Items items) {
            return items.members();
        }
        return field.kind() instanceof FieldKind.Attachments attachments ? attachments.members() : Map.of();
    }

    private Answer consent(RecordState record, LocalDate today) {
        RecordType type = schema.type(record.type());
        if (type == null || type.field(Consent.FIELD) == null) {
            return Answer.YES;
        }
        Consent.Standing standing = Consent.of(record, today).standing();
        return standing == Consent.Standing.GIVEN ? Answer.YES : refusal(standing);
    }

    private static Answer refusal(Consent.Standing standing) {
        return switch (standing) {
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
