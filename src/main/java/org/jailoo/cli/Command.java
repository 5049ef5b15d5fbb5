package org.jailoo.cli;

import java.util.concurrent.Callable;
import org.jailoo.i18n.Messages;

/** A command: its fields are filled from the arguments, then it is called for its exit code. */
abstract class Command implements Callable<Integer> {
    private final Session session;

    Command(Session session) {
        this.session = session;
    }

    final Session session() {
        return session;
    }

    final Surroundings surroundings() {
        return session.surroundings();
    }

    final Messages messages() {
        return session.messages();
    }
}
