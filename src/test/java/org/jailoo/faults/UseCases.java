package org.jailoo.faults;

import java.util.ArrayList;
import java.util.List;

/** Every use case that writes, in the order of the table. */
final class UseCases {
    private UseCases() {}

    static List<UseCase> all() {
        List<UseCase> all = new ArrayList<>();
        all.addAll(RecordCases.all());
        all.addAll(BundleCases.all());
        all.addAll(FileCases.all());
        all.addAll(KeyCases.all());
        all.addAll(CliCases.all());
        return all;
    }
}
