package org.jailoo.ui.form;

import org.jailoo.json.Json;

/**
 * One of the values that contradict each other at a path.
 *
 * @param who who wrote it and when, as a sentence; empty where that is not read yet
 */
public record Contender(Json value, String who) {}
