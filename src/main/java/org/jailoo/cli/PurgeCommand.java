package org.jailoo.cli;

import java.util.List;
import java.util.Map;
import org.jailoo.app.PurgeRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code jailoo purge}: erases records whose consent was withdrawn, a purge revision each. */
@CommandLine.Command(name = "purge", description = "${bundle:cli.purge.description}")
final class PurgeCommand extends NotebookCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "RECORD", description = "${bundle:cli.purge.record}")
    private List<String> records = List.of();

    PurgeCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        for (String record : records) {
            if (!RecordId.isValid(record)) {
                throw CommandFailure.usage("cli.record.malformed", record);
            }
        }
    }

    /** What cannot be undone is not begun while one of the names is wrong. */
    @Override
    int run(Notebook open, Secret secret) {
        List<String> unknown = records.stream()
                .distinct()
                .filter(r -> open.revisions().visible(r).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(r -> session().say("cli.purge.unknown", r));
            return ExitCode.USAGE;
        }
        PurgeRecord purge = new PurgeRecord(open, surroundings().clock());
        records.stream()
                .distinct()
                .flatMap(r -> purge.purge(r).stream())
                .forEach(p -> session().line(Map.of("record", Json.of(p.record()), "revision", Json.of(p.revision()))));
        session().say("cli.purge.done");
        return ExitCode.DONE;
    }
}
