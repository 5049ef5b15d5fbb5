package org.jailoo.cli;

import org.jailoo.notebook.Notebook;
import picocli.CommandLine;

/** {@code jailoo state}: the state of every record, a line each, ascending by id (bundle.md §4). */
@CommandLine.Command(name = "state", description = "${bundle:cli.state.description}")
final class StateCommand extends NotebookCommand {
    StateCommand(Session session) {
        super(session);
    }

    @Override
    boolean needsIdentities() {
        return true;
    }

    /** One record at a time is in memory. */
    @Override
    int run(Notebook open, Secret secret) {
        open.revisions()
                .eachRecord(id ->
                        open.revisions().state(id).ifPresent(s -> session().line(s.line())));
        session().flush();
        return ExitCode.DONE;
    }
}
