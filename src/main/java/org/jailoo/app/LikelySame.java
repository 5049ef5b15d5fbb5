package org.jailoo.app;

import java.util.Collection;
import org.jailoo.history.RecordState;

/** How many of some participants to come are likely people who are here already, or twice among themselves. */
public interface LikelySame {
    int among(Collection<RecordState> comers);
}
