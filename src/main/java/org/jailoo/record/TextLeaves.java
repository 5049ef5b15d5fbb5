package org.jailoo.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The text in a value that people search for.
 *
 * <p>Every text and long text, inside groups and items too; not codes, dates or references. Where the schema does not
 * know a field or member, or its value is of another kind than it says, every string inside counts: what a newer
 * program wrote is found as well.
 */
public final class TextLeaves {
    /** Members of an attachment that are text to the schema and of no use to a person who searches. */
    private static final Set<String> TECHNICAL = Set.of(AttachmentNames.MEMBER, "mediaType", "derivedFrom");

    private final Schema schema;

    public TextLeaves(Schema schema) {
        this.schema = schema;
    }

    /** The texts of the value at a path of a record of this type, in order; empty for a path outside the grammar. */
    public List<String> of(String type, String path, Json value) {
        List<String> texts = new ArrayList<>();
        Path parsed = Path.parse(path);
        if (parsed != null && !(parsed instanceof Path.Deleted)) {
            Field field = schema.field(type, parsed.field());
            collect(field == null ? null : field.kind(), parsed instanceof Path.Item, value, texts);
        }
        return texts;
    }

    private static void collect(@Nullable FieldKind kind, boolean item, Json value, List<String> texts) {
        if (value instanceof Json.Text text) {
            if (kind == null || kind.isText() || !holdsText(kind)) {
                texts.add(text.value());
            }
        } else if (value instanceof Json.Array array) {
            for (Json each : array.items()) {
                if (!(kind instanceof FieldKind.ListOf) || !(each instanceof Json.Text)) {
                    collect(null, false, each, texts);
                }
            }
        } else if (value instanceof Json.Obj object) {
            Map<String, Field> members = members(kind, item);
            for (Map.Entry<String, Json> entry : object.members().entrySet()) {
                Field member = members.get(entry.getKey());
                if (!(kind instanceof FieldKind.Attachments) || !TECHNICAL.contains(entry.getKey())) {
                    collect(member == null ? null : member.kind(), false, entry.getValue(), texts);
                }
            }
        }
    }

    /** Whether a text is what this kind holds, be it a code or a date. */
    private static boolean holdsText(FieldKind kind) {
        return kind instanceof FieldKind.Choice
                || kind instanceof FieldKind.Date
                || kind instanceof FieldKind.Quarter
                || kind instanceof FieldKind.Reference;
    }

    private static Map<String, Field> members(@Nullable FieldKind kind, boolean item) {
        if (kind instanceof FieldKind.Group group) {
            return group.members();
        }
        if (item && kind instanceof FieldKind.Items items) {
            return items.members();
        }
        return item && kind instanceof FieldKind.Attachments attachments ? attachments.members() : Map.of();
    }
}
