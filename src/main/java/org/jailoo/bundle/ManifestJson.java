package org.jailoo.bundle;

import java.util.Map;
import java.util.TreeMap;
import org.jailoo.json.Json;

/** The members of a manifest that this version writes. */
final class ManifestJson {
    private ManifestJson() {}

    static Json.Obj of(Manifest.Draft draft, Manifest.Inside inside) {
        Map<String, Json> members = new TreeMap<>();
        members.putAll(draft.more().members());
        members.put("bundle", Json.of(draft.bundle()));
        members.put("kind", Json.of(draft.kind().code()));
        members.put("from", Json.of(draft.sender().device()));
        members.put("instance", Json.of(draft.sender().instance()));
        members.put("serial", Json.of(draft.serial()));
        members.put("created", Json.of(draft.created()));
        members.put("to", Json.texts(draft.to()));
        members.put("scope", Json.of(draft.scope().code()));
        members.put("since", Json.of(draft.since().code()));
        members.put("has", has(draft.knowledge()));
        members.put("withheld", withheld(draft.knowledge()));
        members.put("lacks", Json.texts(draft.knowledge().lacks()));
        members.put("revisions", Json.of(inside.revisions()));
        members.put("attachments", Json.of(inside.attachments()));
        members.put("digest", Json.of(inside.digest()));
        return Json.object(members);
    }

    private static Json.Obj has(Knowledge knowledge) {
        Map<String, Json> members = new TreeMap<>();
        knowledge
                .has()
                .forEach((writer, claim) -> members.put(
                        writer.toString(),
                        Json.object(Map.of(
                                "ranges", Json.of(claim.ranges().text()),
                                "ids", Json.of(claim.ids())))));
        return Json.object(members);
    }

    private static Json.Obj withheld(Knowledge knowledge) {
        Map<String, Json> members = new TreeMap<>();
        knowledge.withheld().forEach((writer, ranges) -> members.put(writer.toString(), Json.of(ranges.text())));
        return Json.object(members);
    }
}
