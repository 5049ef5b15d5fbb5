package org.jailoo.record;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jailoo.json.Json;

/** Which attachments a body names: the member {@code sha256} directly inside an item, of any type and any field. */
public final class AttachmentNames {
    /** The member of an item that names a file by the SHA-256 of its bytes. */
    public static final String MEMBER = "sha256";

    private AttachmentNames() {}

    /** The hashes that this body names, ascending. What is not a hash in lower-case hex names nothing. */
    public static SortedSet<String> in(Json.Obj body) {
        SortedSet<String> hashes = new TreeSet<>();
        for (Map.Entry<String, Json> entry : body.members().entrySet()) {
            if (entry.getValue() instanceof Json.Obj item
                    && item.get(MEMBER) instanceof Json.Text hash
                    && isHash(hash.value())
                    && Path.parse(entry.getKey()) instanceof Path.Item) {
                hashes.add(hash.value());
            }
        }
        return hashes;
    }

    /** Whether this is a SHA-256 as the format writes it: 64 lower-case hex digits. */
    public static boolean isHash(String text) {
        if (text.length() != 64) {
            return false;
        }
        for (int i = 0; i < 64; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }
}
