package org.jailoo.architecture.bad.record;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A name that says nothing, and SQL outside the notebook. */
final class DatabaseHelper {
    @Nullable
    Connection connection;
}
