package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jailoo.app.FileKind;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.unlock.UnlockModel;

/** Files that the system handed to the program: bundles among them wait until a notebook of the person's own is open. */
final class FromOutside {
    private final List<Path> bundles = new ArrayList<>();

    /** Chooses a notebook, keeps a bundle, and says of anything else that it is neither. */
    void receive(Path file, UnlockModel unlock) {
        switch (FileKind.of(file)) {
            case NOTEBOOK -> unlock.choose(file);
            case BUNDLE -> {
                bundles.add(file);
                tell(unlock);
            }
            case MISSING -> unlock.refuse(Sentence.of("failure.file.missing", file.toString()));
            case UNKNOWN -> unlock.refuse(Sentence.of("unlock.file.unknown", file.toString()));
        }
    }

    /** Says on the first screen what waits. */
    void tell(UnlockModel unlock) {
        if (!bundles.isEmpty()) {
            String names =
                    bundles.stream().map(f -> String.valueOf(f.getFileName())).collect(Collectors.joining(", "));
            unlock.noticeProperty().set(Sentence.of("unlock.file.waits", names));
        }
    }

    /** Lays what waits on the import desk. */
    void handTo(Desk desk) {
        if (!bundles.isEmpty()) {
            desk.receive(List.copyOf(bundles));
            bundles.clear();
        }
    }
}
