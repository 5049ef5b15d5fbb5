package org.jailoo.architecture.bad.report;

import org.jailoo.architecture.bad.history.RecordState;

public record ReadsAround(RecordState open) {}
