package org.jailoo.notebook;

import java.util.Optional;

/** What the notebook remembers for the person who uses it, by name; it lies inside the encryption and never leaves it. */
public final class Settings {
    /** What the last long walk over the records found; goes with every erasure, because it may tell of what is gone. */
    public static final String WALK = "walk";

    private final Sql sql;

    Settings(Sql sql) {
        this.sql = sql;
    }

    /** What is remembered under a name. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(sql.first("SELECT value FROM setting WHERE name = ?", r -> r.getString(1), name));
    }

    /** Remembers something in place of what was remembered under that name. */
    public void put(String name, String value) {
        sql.update("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value);
    }

    /** Forgets it. */
    public void remove(String name) {
        sql.update("DELETE FROM setting WHERE name = ?", name);
    }
}
