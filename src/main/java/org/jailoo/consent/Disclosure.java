package org.jailoo.consent;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** Answers what of a record may be used how, by whom and when; nothing else decides that. */
public final class Disclosure {
    /**
     * The types that are about no person, and so may leave field by field. A type of the future is not among them until
     * somebody has thought about it.
     */
    private static final Set<String> ABOUT_NO_PERSON = Set.of("campaign", "recommendation");

    /** What is counted of a meeting is how many came: heads and not testimonies. */
    private static final Set<String> HEADS_ALONE = Set.of("focusGroup");

    private static final String CATEGORY = "category";
    private static final Json CHILD = Json.of("child");
    private static final Json YES = Json.of("yes");

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
        /** A child agreed, and no guardian was there. */
        GUARDIAN_MISSING,
        /** Consent stands, and does not say that it may be kept and read. */
        KEEPING_NOT_GRANTED,
        /** Consent stands, and does not say that it may be counted. */
        STATISTICS_NOT_GRANTED,
        /** Consent stands, and does not say that words may be quoted. */
        QUOTING_NOT_GRANTED,
        /** Consent stands, and does not say that pictures may be used. */
        PHOTO_NOT_GRANTED,
        /** Consent stands, and does not say that a voice may be used. */
        RECORDING_NOT_GRANTED,
        /** Consent stands, and not for these receivers. */
        SHARING_NOT_GRANTED,
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

    /** The answer to a question; of several reasons against it, the one that no consent could change comes first. */
    public Answer answer(Question question) {
        return answer(question, Consent.of(question.record(), question.day()));
    }

    /** The same, for a record whose consent was read already. */
    Answer answer(Question question, Consent consent) {
        RecordState record = question.record();
        if (record.deleted() || record.purged()) {
            return Answer.GONE;
        }
        Answer ofType = ofType(record.type(), question.part(), question.use(), question.audience());
        RecordType type = schema.type(record.type());
        if (!ofType.isYes() || type == null) {
            return ofType;
        }
        boolean heads = question.use() == Use.STATISTICS && HEADS_ALONE.contains(type.name());
        if (type.field(Consent.FIELD) == null || heads) {
            return Answer.YES;
        }
        if (consent.standing() != Consent.Standing.GIVEN) {
            return refusal(consent.standing());
        }
        if (isOfChild(question) && !consent.guardian()) {
            return Answer.GUARDIAN_MISSING;
        }
        for (Use use : uses(question)) {
            Answer granted = granted(use, consent);
            if (!granted.isYes()) {
                return granted;
            }
        }
        return quoting(question, consent);
    }

    private static boolean isOfChild(Question question) {
        return question.child() || Children.all(question.record(), CATEGORY).contains(CHILD);
    }

    /** Everything that has to be granted: what is asked for, and what the part needs by itself. */
    private static Set<Use> uses(Question question) {
        Set<Use> uses = EnumSet.of(question.use());
        if (question.use() != Use.STATISTICS) {
            uses.add(Use.KEEP);
        }
        if (question.part() instanceof Part.File file) {
            // A film shows a face and holds a voice.
            boolean film = file.mediaType().startsWith("video/");
            if (film || file.mediaType().startsWith("image/")) {
                uses.add(Use.PHOTO);
            }
            if (film || file.mediaType().startsWith("audio/")) {
                uses.add(Use.RECORD_AUDIO);
            }
        }
        return uses;
    }

    /** Whether the words of a person may be told, where there are any in what is asked about. */
    private static Answer quoting(Question question, Consent consent) {
        String type = question.record().type();
        boolean inside = question.part() instanceof Part.Value value
                && question.use() != Use.STATISTICS
                && Quotations.holds(type, value);
        if (!inside && !(question.part() instanceof Part.Quotation)) {
            return Answer.YES;
        }
        if (!Quotations.haveTheirOwnConsent(type)) {
            return granted(Use.QUOTE_ANONYMOUSLY, consent);
        }
        boolean agreed = question.part() instanceof Part.Quotation quotation
                && !quotation.values().isEmpty()
                && quotation.values().stream()
                        .allMatch(v -> v instanceof Json.Obj item && YES.equals(item.get(Consent.FIELD)));
        return agreed ? Answer.YES : Answer.QUOTING_NOT_GRANTED;
    }

    private static Answer granted(Use use, Consent consent) {
        if (use.isGrantedBy(consent.purposes())) {
            return Answer.YES;
        }
        if (use.isGrantedBy(consent.disputed())) {
            return Answer.CONSENT_CONTRADICTED;
        }
        return switch (use) {
            case KEEP -> Answer.KEEPING_NOT_GRANTED;
            case STATISTICS -> Answer.STATISTICS_NOT_GRANTED;
            case QUOTE_ANONYMOUSLY, QUOTE_BY_NAME -> Answer.QUOTING_NOT_GRANTED;
            case PHOTO -> Answer.PHOTO_NOT_GRANTED;
            case RECORD_AUDIO -> Answer.RECORDING_NOT_GRANTED;
            case SHARE_PARTNERS, SHARE_ABROAD, SHARE_UN, SHARE_AUTHORITIES, MEDIA, COURT, CONTACT_AGAIN ->
                Answer.SHARING_NOT_GRANTED;
        };
    }

    /** Whether readers may ever see a field, or a member of one, whatever a record says: which columns there can be. */
    public Answer ofType(String typeName, String field, @Nullable String member, Audience audience) {
        return ofType(typeName, new Part.Value(field, member), Use.KEEP, audience);
    }

    /** Whether counting for readers may ever look at a field, or a member of one, whatever a record says. */
    public Answer ofCounting(String typeName, String field, @Nullable String member, Audience audience) {
        return ofType(typeName, new Part.Value(field, member), Use.STATISTICS, audience);
    }

    private Answer ofType(String typeName, Part part, Use use, Audience audience) {
        RecordType type = schema.type(typeName);
        if (type == null) {
            return Answer.UNKNOWN;
        }
        if (part instanceof Part.Counted) {
            return Answer.YES;
        }
        String name = fieldOf(part);
        Field field = type.field(name);
        String member = part instanceof Part.Value value ? value.member() : null;
        Field inside = field == null || member == null ? field : members(field).get(member);
        if (field == null || inside == null) {
            return Answer.UNKNOWN;
        }
        if (use == Use.STATISTICS && !aboutNoPerson(type)) {
            return CountedParts.holds(typeName, name, member) ? Answer.YES : Answer.COUNTS_ONLY;
        }
        if (audience == Audience.TEAM) {
            if (!schema.codeSafe(typeName)) {
                return Answer.NAMES;
            }
            return use.leavesTheTeam() && !aboutNoPerson(type) ? shared(typeName, part, field) : Answer.YES;
        }
        if (!aboutNoPerson(type)) {
            return Answer.COUNTS_ONLY;
        }
        return field.sensitive() ? Answer.SENSITIVE : toOthers(inside);
    }

    /** What the team may hand to others: listed part by part, so that a field of the future stays until it is thought about. */
    private static Answer shared(String type, Part part, Field field) {
        boolean shared = part instanceof Part.Value value
                ? SharedParts.holds(
                        type, field.name(), value.member(), members(field).keySet())
                : SharedParts.holds(type, field.name());
        return shared ? Answer.YES : Answer.SENSITIVE;
    }

    private static String fieldOf(Part part) {
        if (part instanceof Part.Value value) {
            return value.field();
        }
        if (part instanceof Part.Quotation quotation) {
            return quotation.field();
        }
        return part instanceof Part.File file ? file.field() : "";
    }

    /**
     * Whether the records of a type may travel in a bundle to devices of the team. Consent does not weigh here: that it
     * was declined or taken back has itself to reach the lead.
     *
     * @param codesOnly whether only what holds no names may go
     */
    public Answer travelling(String typeName, boolean codesOnly) {
        if (!codesOnly || schema.codeSafe(typeName)) {
            return Answer.YES;
        }
        return schema.type(typeName) == null ? Answer.UNKNOWN : Answer.NAMES;
    }

    /** Whether a record of a type, whole, could be shown to everybody: names and what is about a person never are. */
    public Answer toEverybody(String typeName) {
        RecordType type = schema.type(typeName);
        if (type == null) {
            return Answer.UNKNOWN;
        }
        if (!schema.codeSafe(typeName)) {
            return Answer.NAMES;
        }
        return aboutNoPerson(type) ? Answer.YES : Answer.COUNTS_ONLY;
    }

    Schema schema() {
        return schema;
    }

    boolean aboutNoPerson(RecordType type) {
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

    static Map<String, Field> members(Field field) {
        if (field.kind() instanceof FieldKind.Group group) {
            return group.members();
        }
        if (field.kind() instanceof FieldKind.Items items) {
            return items.members();
        }
        return field.kind() instanceof FieldKind.Attachments attachments ? attachments.members() : Map.of();
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
