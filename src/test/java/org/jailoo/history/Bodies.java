package org.jailoo.history;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jailoo.json.Json;

/** Random change sets over so few paths and values that people meet: registers, groups, sets, items and deletions. */
final class Bodies {
    private static final List<String> TYPES = List.of("interview", "identity", "herd", "riverCrossing");
    private static final List<String> ITEMS =
            List.of("00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b");
    private static final List<String> PATHS = List.of(
            "code",
            "code",
            "narrative",
            "consent",
            "unheardOf",
            "languages/ky",
            "languages/ru",
            "unheardOfSet/x.1",
            "journeys/" + ITEMS.get(0),
            "journeys/" + ITEMS.get(1),
            "participants/" + ITEMS.get(0));

    /** The last two sort one way as UTF-16 and the other way as UTF-8. */
    private static final List<String> TEXTS = List.of("a", "b", "\"", "ң\n", "\uFF61", "\uD83D\uDE00");

    private final Random random;

    Bodies(Random random) {
        this.random = random;
    }

    /** A type for a record: mostly one, sometimes another. */
    String type(String record) {
        int usual = record.charAt(0) % TYPES.size();
        return TYPES.get(random.nextInt(8) == 0 ? random.nextInt(TYPES.size()) : usual);
    }

    /** Any type. */
    String anyType() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    /** A change set of one to three paths. */
    Json.Obj changes() {
        TreeMap<String, Json> changes = new TreeMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            changes.put(path, value(path));
        }
        if (random.nextInt(9) == 0) {
            changes.put("deleted", value("deleted"));
        }
        return Json.object(changes);
    }

    /** A value that the path may hold. */
    Json value(String path) {
        if (random.nextInt(4) == 0) {
            return Json.NULL;
        }
        if (path.equals("deleted") || path.startsWith("languages") || path.startsWith("unheardOfSet")) {
            return Json.TRUE;
        }
        if (path.startsWith("participants")) {
            return random.nextBoolean() ? Json.TRUE : Json.object(Map.of("sha256", Json.of("00")));
        }
        if (path.startsWith("journeys")) {
            return Json.object(Map.of("country", text(), "months", Json.of(random.nextInt(2))));
        }
        if (path.equals("consent")) {
            return Json.object(Map.of("status", text(), "purposes", Json.texts(List.of("p" + random.nextInt(2)))));
        }
        return switch (random.nextInt(4)) {
            case 0 -> Json.of(random.nextInt(3) - 1);
            case 1 -> Json.of(random.nextBoolean());
            default -> text();
        };
    }

    private Json text() {
        return Json.of(TEXTS.get(random.nextInt(TEXTS.size())));
    }
}
