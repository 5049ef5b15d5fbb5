package org.jailoo.ui.record;

import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;

/** The language that is on: the sentences of the program, and the names of fields and codes. */
public record Words(Messages messages, Labels labels) {}
