package org.jailoo.reliability;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.history.Sha256;
import org.jailoo.json.CanonicalJson;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;

/** What a notebook holds, fact by fact, read from its tables past the program. */
final class Facts {
    private Facts() {}

    /** All that use cases can change, by the name of the fact. */
    static SortedMap<String, String> of(Notebook notebook) {
        SortedMap<String, String> facts = new TreeMap<>();
        String self = notebook.device().deviceId();
        for (String query : new String[] {
            "SELECT 'rev ' || lower(hex(id)) || '=' || bodied FROM revision",
            "SELECT 'own ' || w.instance || '=' || count(*) FROM revision r JOIN writer w ON w.key = r.writer"
                    + " WHERE w.device = '" + self + "' GROUP BY w.instance",
            "SELECT 'purge ' || lower(hex(r.id)) || '=' || p.accepted FROM purge p JOIN revision r ON r.key = p.revision",
            "SELECT 'file ' || sha256 || '=' || size FROM attachment",
            "SELECT 'trust ' || id || '=' || trust FROM device WHERE trust > 0",
            "SELECT 'retired ' || device || '/' || instance || '=1' FROM claim WHERE retired = 1",
            "SELECT 'mention ' || erased || '=' || count(*) FROM mention GROUP BY erased",
            "SELECT 'bundle ' || id || '=1' FROM bundle",
            "SELECT 'undone ' || id || '=1' FROM bundle WHERE undone IS NOT NULL",
            "SELECT 'reverted ' || id || '=1' FROM bundle WHERE reverted IS NOT NULL",
            "SELECT 'setting ' || name || '=' || value FROM setting WHERE name IN ('names.minutes', 'lead')"
        }) {
            for (String fact : Inside.texts(notebook, query)) {
                int equals = fact.indexOf('=');
                facts.put(fact.substring(0, equals), fact.substring(equals + 1));
            }
        }
        for (Drafts.Draft draft : notebook.drafts().all()) {
            facts.put("draft " + draft.record(), draft(draft.content()));
        }
        return facts;
    }

    /** The fact of a draft. */
    static String draft(org.jailoo.json.Json.Obj content) {
        return HexFormat.of().formatHex(Sha256.of(CanonicalJson.bytes(content)));
    }
}
