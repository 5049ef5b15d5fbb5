package org.jailoo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Which field a heading means: by its label in any of the languages, by its name in the schema, or by a word that the
 * documents of the field use for it. A suggestion that a person looks at.
 */
public final class Headings {
    /** A heading may stand below this many rows of titles. */
    private static final int SEARCHED = 25;

    private final Map<String, Target> names = new LinkedHashMap<>();

    public Headings(List<Target> targets) {
        Properties words = words();
        for (Target target : targets) {
            for (String word : words.getProperty(target.key(), "").split("\\|", -1)) {
                add(word, target);
            }
        }
        for (Target target : targets) {
            add(target.key(), target);
            add(String.join(".", target.path()), target);
        }
        List<Labels> languages = Messages.LANGUAGES.stream().map(Labels::of).toList();
        for (int depth = 1; depth <= 2; depth++) {
            for (Target target : targets) {
                if (target.path().size() == depth) {
                    languages.forEach(labels -> label(labels, target));
                }
            }
        }
    }

    private void label(Labels labels, Target target) {
        String[] path = target.path().toArray(String[]::new);
        String own = labels.field(target.type(), path);
        if (path.length == 2) {
            String group = labels.field(target.type(), path[0]);
            add(group + ' ' + own, target);
            add(own + ' ' + group, target);
        }
        add(own, target);
    }

    private void add(String name, Target target) {
        String plain = Plain.of(name);
        if (!plain.isEmpty()) {
            names.putIfAbsent(plain, target);
        }
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream in = Headings.class.getResourceAsStream("columns.properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in, "columns.properties"), StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The field that a heading means; null if none is known. */
    public @Nullable Target meant(String heading) {
        String plain = Plain.of(heading);
        Target exact = names.get(plain);
        if (exact != null || plain.isEmpty()) {
            return exact;
        }
        // "Пол участника", "Дата рождения (год)": the longest name whose words stand in the heading.
        String padded = ' ' + plain + ' ';
        String best = "";
        for (String name : names.keySet()) {
            if (name.length() > best.length() && name.length() >= 3 && padded.contains(' ' + name + ' ')) {
                best = name;
            }
        }
        return names.get(best);
    }

    /** The fields of the columns of a heading row, each at most once; null where a column means none. */
    public List<@Nullable Target> columns(Row heading, int columns) {
        List<@Nullable Target> meant = new ArrayList<>();
        Set<Target> taken = new HashSet<>();
        for (int i = 0; i < columns; i++) {
            Target target = meant(heading.cell(i));
            meant.add(target != null && taken.add(target) ? target : null);
        }
        return meant;
    }

    /** The place of the heading row among the rows: the one with most names that are known; -1 where none has two. */
    public int row(Grid grid) {
        int best = -1;
        int most = 1;
        for (int i = 0; i < Math.min(SEARCHED, grid.rows().size()); i++) {
            Row row = grid.rows().get(i);
            Set<Target> known = new HashSet<>();
            for (String cell : row.cells()) {
                Target target = cell.length() > 120 ? null : meant(cell);
                if (target != null) {
                    known.add(target);
                }
            }
            if (known.size() > most) {
                most = known.size();
                best = i;
            }
        }
        return best >= 0 ? best : firstFull(grid);
    }

    /** Without a known name: the first row that is as full as the fullest of the first rows. */
    private static int firstFull(Grid grid) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < Math.min(SEARCHED, grid.rows().size()); i++) {
            int full = (int) grid.rows().get(i).cells().stream()
                    .filter(c -> !c.isEmpty())
                    .count();
            if (full > most) {
                most = full;
                best = i;
            }
        }
        return best;
    }
}
