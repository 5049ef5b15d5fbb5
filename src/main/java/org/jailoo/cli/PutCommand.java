package org.jailoo.cli;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.Content;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.Problem;
import org.jailoo.record.RecordId;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code jailoo put}: one change set from standard input becomes one revision. */
@CommandLine.Command(name = "put", description = "${bundle:cli.put.description}")
final class PutCommand extends NotebookCommand {
    private static final int SHOWN = 80;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:+-]{1,80}");

    @Option(names = "--type", paramLabel = "T", required = true, description = "${bundle:cli.put.type}")
    private String type = "";

    @Option(names = "--record", paramLabel = "ID", description = "${bundle:cli.put.record}")
    private @Nullable String record;

    private Json.Obj body = Json.object();

    PutCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        if (record != null && !RecordId.isValid(record)) {
            throw CommandFailure.usage("cli.record.malformed", cut(record));
        }
        body = read();
    }

    private Json.Obj read() {
        JsonReader reader = new JsonReader(surroundings().streams().in());
        try {
            Json value = reader.readValue(Content.MAX_DEPTH + 1, Content.MAX_BODY_BYTES);
            reader.endDocument();
            if (value instanceof Json.Obj object) {
                return object;
            }
            throw CommandFailure.usage("cli.put.not-an-object");
        } catch (JsonException e) {
            throw CommandFailure.usage(
                    switch (e.kind()) {
                        case MALFORMED -> "cli.put.malformed";
                        case TRUNCATED -> "cli.put.truncated";
                        case TOO_LARGE -> "cli.put.too-large";
                    },
                    String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandFailure.input(e);
        }
    }

    @Override
    boolean needsIdentities() {
        return !Schema.standard().codeSafe(type);
    }

    @Override
    int run(Notebook open, Secret secret) {
        SaveRecord save = new SaveRecord(open, surroundings().clock());
        SaveRecord.Form form = save.open(type, record);
        SaveRecord.Outcome outcome = save.save(form, body);
        if (outcome instanceof SaveRecord.Saved saved) {
            session().line(Map.of("record", Json.of(form.record()), "revision", Json.of(saved.revision())));
            return ExitCode.DONE;
        }
        if (outcome instanceof SaveRecord.Refused refused) {
            refused.problems().forEach(this::tell);
            session().say("cli.put.nothing-saved");
        } else if (outcome instanceof SaveRecord.OtherType other) {
            session().say("cli.put.other-type", form.record(), other.type());
        } else if (outcome instanceof SaveRecord.Purged) {
            session().say("cli.put.purged", form.record());
        } else {
            session().say("cli.put.too-large", "");
        }
        return ExitCode.USAGE;
    }

    /** Which place is wrong, and how. A value is shown only where it looks like a code: the rest may be testimony. */
    private void tell(Problem problem) {
        String detail = problem.detail();
        session()
                .say(
                        "cli.problem." + problem.kind().code(),
                        cut(problem.path()),
                        CODE.matcher(detail).matches() ? detail : "\u2026");
    }

    private static String cut(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "\u2026";
    }
}
