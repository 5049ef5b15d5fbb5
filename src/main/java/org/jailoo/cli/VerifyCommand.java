package org.jailoo.cli;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.notebook.Integrity;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.Notebook;
import picocli.CommandLine;

/** {@code jailoo verify}: everything that is stored against what it says of itself, a line a finding. */
@CommandLine.Command(name = "verify", description = "${bundle:cli.verify.description}")
final class VerifyCommand extends NotebookCommand {
    VerifyCommand(Session session) {
        super(session);
    }

    @Override
    boolean needsIdentities() {
        return true;
    }

    @Override
    int run(Notebook open, Secret secret) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        open.integrity().check(finding -> {
            counts.merge(finding.kind().severity(), 1L, Long::sum);
            print(finding);
        });
        if (counts.isEmpty()) {
            session().say("cli.verify.whole");
        }
        counts.forEach(this::tell);
        return counts.containsKey(Severity.DAMAGE) ? ExitCode.DAMAGED : ExitCode.DONE;
    }

    private void print(Integrity.Finding finding) {
        session()
                .line(Map.of(
                        "finding", Json.of(finding.kind().code()),
                        "severity", Json.of(finding.kind().severity().name().toLowerCase(Locale.ROOT)),
                        "what", Json.of(finding.what())));
    }

    private void tell(Severity severity, long count) {
        switch (severity) {
            case DAMAGE -> session().sayCount("cli.verify.damage", count);
            case ATTENTION -> session().sayCount("cli.verify.attention", count);
            case MENDED -> session().sayCount("cli.verify.mended", count);
        }
    }
}
