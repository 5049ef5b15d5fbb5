package org.jailoo.person;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The ways in which a name is written down otherwise, letter by letter. */
final class Spellings {
    private static final Map<Character, String> GEOGRAPHIC = table(
            "а a б b в v г g д d е e ё yo ж j з z и i й y к k л l м m н n ң ng о o ө ö п p р r с s т t у u ү ü ф f х kh ц ts"
                    + " ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya");
    private static final Map<Character, String> PASSPORT = table(
            "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n ң n о o ө o п p р r с s т t у u ү u ф f х kh ц ts"
                    + " ч ch ш sh щ shch ъ ie ы y ь _ э e ю iu я ia");
    private static final Map<Character, String> OLDER_PASSPORT = table(
            "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n ң n о o ө o п p р r с s т t у u ү u ф f х kh ц ts"
                    + " ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya");
    private static final List<String> ROWS =
            List.of("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl");

    private Spellings() {}

    private static Map<Character, String> table(String pairs) {
        Map<Character, String> table = new HashMap<>();
        String[] words = pairs.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i].charAt(0), words[i + 1].equals("_") ? "" : words[i + 1]);
        }
        return table;
    }

    /** As typed where the three letters of Kyrgyz are not on the keyboard. */
    static String withoutKyrgyzLetters(String name) {
        return name.replace('ү', 'у')
                .replace('Ү', 'У')
                .replace('ө', 'о')
                .replace('Ө', 'О')
                .replace('ң', 'н');
    }

    /** As a Russian registrar writes a Kyrgyz name; which of the ways she takes differs by person and not by word. */
    static String russian(String name, Random random) {
        boolean dzh = random.nextInt(10) < 6;
        boolean soft = random.nextInt(10) < 8;
        boolean yu = random.nextInt(10) < 2;
        boolean ng = random.nextInt(10) < 2;
        boolean i = random.nextInt(10) < 3;
        boolean one = random.nextInt(10) < 5;
        String out = name.replace("Ы", "И");
        out = soft ? out.replace("гүл", yu ? "гюль" : "гуль").replace("Гүл", yu ? "Гюль" : "Гуль") : out;
        out = out.replace("ң", ng ? "нг" : "н");
        out = yu ? out.replace('ү', 'ю') : out;
        out = dzh ? out.replace("Жы", "Джы").replace("Ж", "Дж").replace("ДДж", "Дж") : out;
        out = dzh ? out.replaceAll("(?<=[аеиоуыөүэ])ж(?=[аеиоуыөүэ])", "дж").replaceAll("(?<=[нрл])ж", "дж") : out;
        out = i ? out.replace('ы', 'и') : out;
        out = one ? singleVowels(out) : out;
        out = out.replaceAll("(?<=[аоуы])э", "е").replaceAll("айы", "аи");
        out = withoutKyrgyzLetters(out);
        return random.nextInt(10) < 2 ? out.replace("Ак", "Ах").replace("хк", "кк") : out;
    }

    /** One vowel for two. */
    static String singleVowels(String name) {
        return name.replaceAll("(?<=[жЖ])ээ", "е")
                .replaceAll("(?i)([аоуөүэеи])\\1", "$1")
                .replaceAll("(?<=[а-яөүң])э", "е");
    }

    static String geographic(String name, Random random) {
        String latin = letters(name, GEOGRAPHIC);
        return random.nextBoolean()
                ? latin
                : latin.replace('ö', 'o').replace('ü', 'u').replace('Ö', 'O').replace('Ü', 'U');
    }

    static String passport(String name, Random random) {
        String latin = letters(name, random.nextBoolean() ? PASSPORT : OLDER_PASSPORT);
        return random.nextInt(3) == 0 ? latin.toUpperCase(Locale.ROOT) : latin;
    }

    private static String letters(String name, Map<Character, String> table) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            String latin = table.get(Character.toLowerCase(c));
            if (latin == null) {
                out.append(c);
            } else if (Character.isUpperCase(c) && !latin.isEmpty()) {
                out.append(Character.toUpperCase(latin.charAt(0))).append(latin.substring(1));
            } else {
                out.append(latin);
            }
        }
        return out.toString();
    }

    /** A slip of the finger somewhere behind the first letter of a word. */
    static String slip(String word, Random random) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        char c = word.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + c + word.substring(at);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + word.charAt(at + 1) + c + word.substring(at + 2);
            default -> word.substring(0, at) + neighbour(c, random) + word.substring(at + 1);
        };
    }

    private static char neighbour(char c, Random random) {
        for (String row : ROWS) {
            int at = row.indexOf(c);
            if (at >= 0) {
                int other = at == 0 ? 1 : at == row.length() - 1 ? at - 1 : random.nextBoolean() ? at - 1 : at + 1;
                return row.charAt(other);
            }
        }
        return c == 'ү' ? 'у' : c == 'ө' ? 'о' : 'н';
    }
}
