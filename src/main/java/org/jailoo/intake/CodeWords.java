package org.jailoo.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;

/** The codes that a word may mean: the code itself, its label in any of the languages, and what people write for short. */
final class CodeWords {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("sex:ж", "female"),
            Map.entry("sex:жен", "female"),
            Map.entry("sex:женщина", "female"),
            Map.entry("sex:f", "female"),
            Map.entry("sex:w", "female"),
            Map.entry("sex:woman", "female"),
            Map.entry("sex:аял", "female"),
            Map.entry("sex:кыз", "female"),
            Map.entry("sex:м", "male"),
            Map.entry("sex:муж", "male"),
            Map.entry("sex:мужчина", "male"),
            Map.entry("sex:m", "male"),
            Map.entry("sex:man", "male"),
            Map.entry("sex:эркек", "male"),
            Map.entry("country:россия", "RU"),
            Map.entry("country:рф", "RU"),
            Map.entry("country:russia", "RU"),
            Map.entry("country:кр", "KG"),
            Map.entry("country:киргизия", "KG"),
            Map.entry("country:кыргызская республика", "KG"),
            Map.entry("country:кыргыз республикасы", "KG"),
            Map.entry("country:рк", "KZ"));

    private final Schema schema;
    private final List<Labels> languages =
            Messages.LANGUAGES.stream().map(Labels::of).toList();
    private final Map<String, Map<String, Set<String>>> books = new HashMap<>();

    CodeWords(Schema schema) {
        this.schema = schema;
    }

    /** The codes that a word may mean; none, one, or several between which only a person can choose. */
    Set<String> codes(String codebook, String word) {
        Codebook book = schema.codebook(codebook);
        if (book != null && book.contains(word)) {
            return Set.of(word);
        }
        return books.computeIfAbsent(codebook, this::words).getOrDefault(bare(codebook, word), Set.of());
    }

    private Map<String, Set<String>> words(String codebook) {
        Map<String, Set<String>> words = new HashMap<>();
        Codebook book = schema.codebook(codebook);
        if (book == null) {
            return words;
        }
        for (String code : book.codes()) {
            add(words, bare(codebook, code), code);
            for (Labels labels : languages) {
                add(words, bare(codebook, labels.code(codebook, code)), code);
            }
        }
        SHORT.forEach((word, code) -> {
            if (word.startsWith(codebook + ':')) {
                // A short word is meant so, whatever else begins like it.
                words.put(Plain.of(word.substring(codebook.length() + 1)), new TreeSet<>(Set.of(code)));
            }
        });
        return words;
    }

    private static void add(Map<String, Set<String>> words, String word, String code) {
        if (!word.isEmpty()) {
            words.computeIfAbsent(word, w -> new TreeSet<>()).add(code);
        }
    }

    /** Without what kind of place a region is: people write "Иссык-Кульская" and "г. Бишкек". */
    private static String bare(String codebook, String word) {
        String plain = Plain.of(word);
        if (!codebook.equals("adm1")) {
            return plain;
        }
        return (' ' + plain + ' ')
                .replaceAll("(?<= )(область|обл|облусу|облус|oblast|region|province|город|г|шаары|city)(?= )", "")
                .strip();
    }
}
