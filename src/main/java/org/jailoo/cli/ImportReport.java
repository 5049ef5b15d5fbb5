package org.jailoo.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jailoo.app.ImportResult;
import org.jailoo.bundle.Bundle;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.identity.Card;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** What is printed and said of one file that was to be imported. */
final class ImportReport {
    private static final ImportResult NOTHING =
            new ImportResult(0, 0, 0, 0, 0, 0, 0, 0, new java.util.TreeMap<>(), new java.util.TreeMap<>(), false, 0, 0);

    private final Session session;
    private final Path file;

    ImportReport(Session session, Path file) {
        this.session = session;
        this.file = file;
    }

    /** The line of a file that was taken in, or previewed. */
    void done(ImportResult result, boolean preview) {
        line(preview ? "previewed" : "imported", null, result);
    }

    /** The line and the sentence of a file that was not taken in. */
    int refused(BundleRefused e) {
        String code = e.reason().code();
        line("refused", code, NOTHING);
        session.say(
                "cli.import.refused", file.toString(), code, session.messages().text("bundle.reason." + code));
        return ExitCode.REFUSED;
    }

    private void line(String result, @Nullable String reason, ImportResult counts) {
        Map<String, Json> members = new HashMap<>();
        members.put("file", Json.of(file.toString()));
        members.put("result", Json.of(result));
        members.put("reason", reason == null ? Json.NULL : Json.of(reason));
        members.put("new", Json.of(counts.fresh()));
        members.put("changed", Json.of(counts.changed()));
        members.put("same", Json.of(counts.same()));
        members.put("conflicts", Json.of(counts.conflicts()));
        members.put("purged", Json.of(counts.purged()));
        members.put("heldPurges", Json.of(counts.heldPurges()));
        members.put("forks", Json.of(counts.forks()));
        members.put("gaps", Json.of(counts.gaps()));
        session.line(members);
    }

    /** What a person should know besides the counts. */
    void tell(ImportResult result, Bundle bundle, Notebook notebook) {
        Names names = new Names(notebook, bundle.cards());
        String sender = names.of(bundle.manifest().from());
        session.say("cli.import.from", file.toString(), sender);
        if (result.forwarded()) {
            session.say("cli.import.forwarded", file.toString());
        }
        result.relayed().forEach((device, count) -> session.sayCount("cli.import.relayed", count, names.of(device)));
        result.blocked().forEach((device, count) -> session.sayCount("cli.import.blocked", count, names.of(device)));
        if (result.conflicts() > 0) {
            session.sayCount("cli.import.conflicts", result.conflicts());
        }
        if (result.heldPurges() > 0) {
            session.sayCount("cli.import.held", result.heldPurges(), sender);
        }
        if (result.forks() > 0) {
            session.sayCount("cli.import.forks", result.forks());
        }
        if (result.gaps() > 0) {
            session.sayCount("cli.import.gaps", result.gaps(), sender);
        }
    }

    /** Devices as people call them: the name, where it may be used, and always the id, for a name is anybody's. */
    private record Names(Notebook notebook, SortedMap<String, Card> cards) {
        String of(String device) {
            Devices.Device known = notebook.devices().find(device);
            Card card = cards.get(device);
            String name = known != null ? known.name() : card != null ? card.name() : null;
            return name == null ? device : name + " (" + device + ")";
        }
    }
}
