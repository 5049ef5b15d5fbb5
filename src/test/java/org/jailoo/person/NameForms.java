package org.jailoo.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The list of names.tsv; those that stand first in a kind are drawn most often, as it is with names. */
final class NameForms {
    private static final double SKEW = 6;

    private final Map<String, List<Form>> kinds = new HashMap<>();
    private final Map<String, Form> russianMen = new HashMap<>();

    NameForms() {
        try (InputStream in = Objects.requireNonNull(NameForms.class.getResourceAsStream("names.tsv"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] cells = line.split("\t", -1);
                    Form form = new Form(
                            cells[1], cells[2], cells[3].isEmpty() ? List.of() : List.of(cells[3].split(",", -1)));
                    kinds.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(form);
                    if (cells[0].equals("ru-m")) {
                        russianMen.put(form.name(), form);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name as the list has it. */
    record Form(String name, String patronymic, List<String> shorts) {}

    /** One of a kind: the weight of a name falls with its place. */
    Form draw(String kind, Random random) {
        List<Form> forms = Objects.requireNonNull(kinds.get(kind), kind);
        double all = Math.log((forms.size() + SKEW) / SKEW);
        int at = (int) (SKEW * (Math.exp(random.nextDouble() * all) - 1));
        return forms.get(Math.min(at, forms.size() - 1));
    }

    /** Асан as Асанович or Асановна; Russian names as the list has it. */
    String patronymic(String father, boolean man) {
        Form russian = russianMen.get(father);
        if (russian != null) {
            String his = russian.patronymic();
            return man
                    ? his
                    : his.endsWith("ьич")
                            ? his.substring(0, his.length() - 3) + "ьинична"
                            : his.substring(0, his.length() - 2) + "на";
        }
        return stem(father) + (man ? "ич" : "на");
    }

    /** Асан as Асанов or Асанова, Атай as Атаев. */
    static String surname(String grandfather, boolean man) {
        return stem(grandfather) + (man ? "" : "а");
    }

    private static String stem(String name) {
        char last = name.charAt(name.length() - 1);
        String shorter = name.substring(0, name.length() - 1);
        return switch (last) {
            case 'й' -> shorter + "ев";
            case 'ы', 'и' -> shorter + "иев";
            case 'а', 'я', 'е', 'о', 'у', 'ө', 'ү', 'э' -> name + "ев";
            case 'ш', 'ж', 'ч' -> name + "ев";
            default -> name + "ов";
        };
    }
}
