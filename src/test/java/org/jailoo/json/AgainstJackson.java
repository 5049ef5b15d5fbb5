package org.jailoo.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what our reader makes of bytes against what Jackson makes of them. */
public final class AgainstJackson {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AgainstJackson() {}

    /** Who reads some bytes. */
    public enum Met {
        BOTH,
        NEITHER,
        JACKSON_ALONE
    }

    /** Who reads these; fails where the two differ otherwise than they should. */
    public static Met read(byte[] bytes, String about) {
        Json ours = ours(bytes);
        JsonNode theirs = theirs(bytes);
        if (ours != null) {
            if (theirs == null || !same(ours, theirs)) {
                throw new AssertionError("Jackson reads " + theirs + " where we read " + ours + ", " + about);
            }
            if (!ours.equals(ours(CanonicalJson.bytes(ours)))) {
                throw new AssertionError("the canonical form reads otherwise, " + about);
            }
            return Met.BOTH;
        }
        if (theirs != null && !isDeliberate(bytes, theirs)) {
            throw new AssertionError("Jackson alone reads it, " + about);
        }
        return theirs == null ? Met.NEITHER : Met.JACKSON_ALONE;
    }

    /** What the format refuses and RFC 8259 allows, or Jackson lets through: nothing else may differ. */
    private static boolean isDeliberate(byte[] bytes, JsonNode theirs) {
        return otherEncoding(bytes) || invalidUtf8(bytes) || outside(theirs) || hasMinusZero(bytes);
    }

    /** Jackson guesses UTF-16 and UTF-32 from zero bytes and skips a byte order mark. */
    private static boolean otherEncoding(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xFF) >= 0xEF);
    }

    /** Jackson lets overlong forms through, and what lies beyond U+10FFFF. */
    private static boolean invalidUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    private static boolean hasMinusZero(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("-0");
    }

    private static boolean outside(JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (isLone(member.getKey()) || outside(member.getValue())) {
                    return true;
                }
            }
        }
        for (Iterator<JsonNode> i = node.elements(); i.hasNext(); ) {
            if (outside(i.next())) {
                return true;
            }
        }
        return node.isFloatingPointNumber()
                || (node.isNumber() && (!node.canConvertToLong() || Math.abs(node.longValue()) > Json.Int.MAX))
                || (node.isTextual() && isLone(node.textValue()));
    }

    private static boolean isLone(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static @Nullable Json ours(byte[] bytes) {
        try {
            return JsonReader.parse(bytes, 100);
        } catch (JsonException e) {
            return null;
        }
    }

    private static @Nullable JsonNode theirs(byte[] bytes) {
        try {
            JsonNode node = JACKSON.readTree(bytes);
            return node.isMissingNode() ? null : node;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean same(Json ours, JsonNode theirs) {
        if (ours instanceof Json.Text text) {
            return theirs.isTextual() && text.value().equals(theirs.textValue());
        } else if (ours instanceof Json.Int integer) {
            return theirs.isIntegralNumber() && theirs.canConvertToLong() && integer.value() == theirs.longValue();
        } else if (ours instanceof Json.Bool bool) {
            return theirs.isBoolean() && bool.value() == theirs.booleanValue();
        } else if (ours instanceof Json.Array array) {
            boolean same = theirs.isArray() && array.items().size() == theirs.size();
            for (int i = 0; same && i < theirs.size(); i++) {
                same = same(array.items().get(i), theirs.get(i));
            }
            return same;
        } else if (ours instanceof Json.Obj object) {
            boolean same = theirs.isObject() && object.members().size() == theirs.size();
            for (Map.Entry<String, JsonNode> member : theirs.properties()) {
                Json mine = object.get(member.getKey());
                same = same && mine != null && same(mine, member.getValue());
            }
            return same;
        }
        return theirs.isNull();
    }
}
