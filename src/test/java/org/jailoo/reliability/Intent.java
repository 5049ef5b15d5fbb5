package org.jailoo.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.json.Json;

/**
 * What somebody is about to do, said before it is done: which facts it will change, all together or, where it takes
 * several steps, step by step; which file will appear; what will open the notebook from then on.
 */
final class Intent {
    private final UseCase use;
    private final List<TreeMap<String, Json>> steps = new ArrayList<>();
    private final TreeMap<String, Json> secrets = new TreeMap<>();
    private String file = "";
    private String kind = "";
    private boolean draws;

    Intent(UseCase use) {
        this.use = use;
        steps.add(new TreeMap<>());
    }

    UseCase use() {
        return use;
    }

    Intent set(String fact, String value) {
        steps.get(steps.size() - 1).put(fact, Json.of(value));
        return this;
    }

    Intent gone(String fact) {
        steps.get(steps.size() - 1).put(fact, Json.NULL);
        return this;
    }

    Intent all(Map<String, ? extends Json> facts) {
        steps.get(steps.size() - 1).putAll(facts);
        return this;
    }

    /** What follows is a step of its own. */
    Intent then() {
        steps.add(new TreeMap<>());
        return this;
    }

    /** A file of a kind appears, whole or not at all. */
    Intent file(java.nio.file.Path path, String kindOfIt) {
        file = path.toAbsolutePath().toString();
        kind = kindOfIt;
        return this;
    }

    /** From then on this opens it. */
    Intent secret(String name, Json value) {
        secrets.put(name, value);
        return this;
    }

    /** A new instance is drawn, whose name nobody knows before. */
    Intent draws() {
        draws = true;
        return this;
    }

    Json.Obj json() {
        return Json.object(Map.of(
                "begin", Json.of(use.name()),
                "steps", new Json.Array(steps.stream().<Json>map(Json::object).toList()),
                "file", Json.of(file),
                "kind", Json.of(kind),
                "draws", Json.of(draws),
                "secrets", Json.object(secrets)));
    }
}
