package org.jailoo.report;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jailoo.consent.Guarded;

/** Where records come from: a notebook, as it stood at one moment. It can be walked again and again. */
public interface RecordSource {
    /** The types of which there is a record. */
    Set<String> types();

    /** How many records of a type there are, deleted and erased ones too. */
    long count(String type);

    /**
     * Hands over every record of a type, closed, deleted and erased ones too, ascending by id.
     *
     * @throws CancellationException if whoever asked for the tables no longer wants them
     */
    void each(String type, Consumer<Guarded> take);
}
