package org.jailoo.ui.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people call the records that references name, and which records fit to what they type. Asked off the window's thread. */
public interface RecordNames {
    /** A record by the name that people know it by. */
    record Named(String record, String name) {}

    /** Records of a type that fit to what was typed, the best first; a few. */
    List<Named> find(String type, String typed);

    /** The names of some records; what the notebook does not hold is left out. */
    Map<String, String> names(Collection<String> records);
}
