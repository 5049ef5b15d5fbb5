package org.jailoo.ui.withdrawal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jailoo.app.Receivers.Out;
import org.jailoo.app.Receivers.Sent;
import org.jailoo.notebook.CustodyLog.Entry;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/** What no erasure reaches, each with what a person has to do about it. */
final class OutLines {
    private OutLines() {}

    static List<Node> of(Texts texts, Out out) {
        List<Node> lines = new ArrayList<>();
        Feather[] signs = {Feather.ARCHIVE, Feather.FILE, Feather.FILE, Feather.GRID, Feather.COPY};
        List<String> said = said(texts, out);
        int at = 0;
        for (int i = 0; i < signs.length; i++) {
            if (present(out, i)) {
                lines.add(Parts.line(signs[i], Parts.words(said.get(at++))));
            }
        }
        lines.add(Parts.line(Feather.PRINTER, Parts.words(texts.text("withdrawal.out.paper"))));
        return lines;
    }

    private static boolean present(Out out, int kind) {
        return switch (kind) {
            case 0 -> !out.backups().isEmpty();
            case 1 -> !out.open().isEmpty();
            case 2 -> !out.unnamed().isEmpty();
            case 3 -> !out.workbooks().isEmpty();
            default -> !out.copies().isEmpty();
        };
    }

    /** The same in sentences. */
    static List<String> said(Texts texts, Out out) {
        List<String> said = new ArrayList<>();
        if (!out.backups().isEmpty()) {
            said.add(texts.text("withdrawal.out.backups", sent(texts, out.backups())));
        }
        if (!out.open().isEmpty()) {
            said.add(texts.text("withdrawal.out.open", sent(texts, out.open())));
        }
        if (!out.unnamed().isEmpty()) {
            said.add(texts.text("withdrawal.out.unnamed", sent(texts, out.unnamed())));
        }
        if (!out.workbooks().isEmpty()) {
            said.add(texts.text("withdrawal.out.workbooks", entries(texts, out.workbooks())));
        }
        if (!out.copies().isEmpty()) {
            said.add(texts.text("withdrawal.out.copies", entries(texts, out.copies())));
        }
        return said;
    }

    private static String sent(Texts texts, List<Sent> sent) {
        return days(texts, sent.stream().map(Sent::created));
    }

    private static String entries(Texts texts, List<Entry> entries) {
        return days(texts, entries.stream().map(Entry::time));
    }

    private static String days(Texts texts, Stream<String> times) {
        CustodyWords words = new CustodyWords(texts);
        return times.map(words::day).collect(Collectors.toCollection(LinkedHashSet::new)).stream()
                .collect(Collectors.joining("; "));
    }
}
