package org.jailoo.architecture.bad.json;

import org.jailoo.architecture.bad.notebook.KnowsJson;

/** An arrow upwards, and with its opposite a cycle. */
final class KnowsTheNotebook {
    private KnowsTheNotebook() {}

    static String upwards() {
        return KnowsJson.class.getName();
    }
}
