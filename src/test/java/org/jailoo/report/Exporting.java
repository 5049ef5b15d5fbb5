package org.jailoo.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/** A process of its own that exports a notebook for the team: {@code NOTEBOOK OUT HOLD-AFTER [PASSWORD]}, records or 0. */
public final class Exporting {
    private Exporting() {}

    public static void main(String[] args) throws Exception {
        long holdAfter = Long.parseLong(args[2]);
        Clock clock = Clock.fixed(Instant.parse("2023-08-01T09:00:00Z"), ZoneOffset.UTC);
        try (Notebook notebook = TestDoor.open(Path.of(args[0]))) {
            Steps steps = (done, of) -> {
                if (done == holdAfter) {
                    System.out.println("half way");
                    sleep();
                }
            };
            new ExportWorkbook(notebook, clock, ZoneOffset.UTC)
                    .export(
                            new ExportWorkbook.Order(Path.of(args[1]), Audience.TEAM, "en"),
                            args.length > 3 ? args[3].toCharArray() : new char[0],
                            holdAfter > 0 ? steps : Steps.UNWATCHED);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
