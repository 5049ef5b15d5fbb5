package org.jailoo.cli;

import java.io.IOException;
import picocli.CommandLine;

/**
 * {@code jailoo train}: goes once through the window by itself, so that the virtual machine can write down what a start
 * needs. For whoever packs the program; it is not among the commands that are shown.
 */
@CommandLine.Command(name = "train", hidden = true)
final class TrainCommand extends Command {
    TrainCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        if (surroundings().window().train()) {
            return ExitCode.DONE;
        }
        session().say("cli.open.no-display");
        return ExitCode.FAULT;
    }
}
