package org.jailoo.cli;

import java.util.Locale;
import java.util.Map;
import org.jailoo.bundle.Manifest;
import org.jailoo.json.Json;

/** The line about a bundle that was written. */
final class Written {
    private Written() {}

    static void print(Session session, Manifest manifest) {
        session.line(Map.of(
                "bundle", Json.of(manifest.bundle()),
                "revisions", Json.of(manifest.revisions()),
                "attachments", Json.of(manifest.attachments()),
                "scope", Json.of(manifest.scope().name().toLowerCase(Locale.ROOT)),
                "since", Json.of(manifest.since().name().toLowerCase(Locale.ROOT))));
    }
}
