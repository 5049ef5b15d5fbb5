package org.jailoo.architecture.bad.history;

import java.util.Map;

public record RecordState(Map<String, String> values) {}
