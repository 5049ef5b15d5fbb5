package org.jailoo.ui.controls;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.search.Folding;

/** Finds options by what was typed: every word begins a word of the label, letters folded as the search folds them. */
public final class Filter {
    private record Folded(Option option, String words) {}

    private final List<Option> options;
    private final List<Folded> folded;

    public Filter(List<Option> options) {
        this.options = List.copyOf(options);
        this.folded = options.stream()
                .map(o -> new Folded(o, ' ' + Folding.fold(o.label()) + ' ' + Folding.fold(o.key())))
                .toList();
    }

    /** All options, in order. */
    public List<Option> all() {
        return options;
    }

    /** Those that fit: first where the label itself begins so. */
    public List<Option> find(String typed) {
        String[] words = Folding.fold(typed).strip().split(" +", -1);
        if (words[0].isEmpty()) {
            return options;
        }
        List<Option> first = new ArrayList<>();
        List<Option> others = new ArrayList<>();
        for (Folded one : folded) {
            boolean all = true;
            for (String word : words) {
                all &= one.words().contains(' ' + word);
            }
            if (all) {
                Option flat = new Option(one.option().key(), one.option().label(), 0);
                (one.words().startsWith(' ' + words[0]) ? first : others).add(flat);
            }
        }
        first.addAll(others);
        return first;
    }

    /** The one option that is meant, or null: a label written out, or the only one that fits. */
    public @org.jspecify.annotations.Nullable Option meant(String typed) {
        List<Option> found = typed.isBlank() ? List.of() : find(typed);
        for (Option option : found) {
            if (Folding.fold(option.label()).equals(Folding.fold(typed))) {
                return option;
            }
        }
        return found.size() == 1 ? found.get(0) : null;
    }
}
