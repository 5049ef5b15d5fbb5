package org.jailoo.person;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The names of a person who does not exist, and the two ways in which two records have them.
 *
 * @param surname as the passport has it, with the ending of her sex
 */
record FullName(NameForms.Form given, String father, String grandfather, String surname, boolean man, boolean russian) {
    /** The names of two records; null where one names nobody. */
    record Two(String first, @Nullable String second) {}

    /** Whether a person of this name can have the two records of this kind. */
    boolean suits(Variant variant) {
        String whole = given.name() + father + surname;
        return switch (variant) {
            case KYRGYZ_LETTERS -> whole.matches(".*[үөңҮӨ].*");
            case DOUBLED_VOWEL ->
                !Spellings.singleVowels(given.name() + " " + surname).equals(given.name() + " " + surname);
            case UULU_FOR_PATRONYMIC, UULU_FOR_SURNAME, UULU_WRITTEN_OTHERWISE, SURNAME_WITHOUT_ENDING -> !russian;
            case RUSSIAN_SPELLING, LATIN_GEOGRAPHIC -> !russian;
            case SHORT_NAME ->
                !given.shorts().isEmpty()
                        || given.name().matches("..+(бек|бай|гүл|кан|жан)")
                        || given.name().startsWith("Гүл");
            case SURNAME_OF_HUSBAND -> !man;
            default -> true;
        };
    }

    private String patronymic(NameForms forms) {
        return forms.patronymic(father, man);
    }

    /** As in a passport. */
    String formal(NameForms forms) {
        return surname + " " + given.name() + " " + patronymic(forms);
    }

    private String brief() {
        return surname + " " + given.name();
    }

    private String childOf() {
        return father + (man ? " уулу " : " кызы ") + given.name();
    }

    /** What of it a record has when nothing special is meant: mostly as in a passport, often without the patronymic. */
    String common(NameForms forms, Random random) {
        int kind = random.nextInt(20);
        return kind < 10 ? formal(forms) : kind < 16 || russian ? brief() : childOf();
    }

    Two write(Variant variant, NameForms forms, Random random) {
        String common = common(forms, random);
        String plain = russian ? common : random.nextBoolean() ? common : Spellings.withoutKyrgyzLetters(common);
        return switch (variant) {
            case SAME -> new Two(plain, plain);
            case KYRGYZ_LETTERS -> new Two(common, Spellings.withoutKyrgyzLetters(common));
            case RUSSIAN_SPELLING -> new Two(common, Spellings.russian(common, random));
            case DOUBLED_VOWEL -> new Two(common, Spellings.singleVowels(common));
            case LATIN_GEOGRAPHIC -> new Two(common, Spellings.geographic(common, random));
            case LATIN_PASSPORT ->
                new Two(plain, Spellings.passport(russian ? common : Spellings.russian(common, random), random));
            case UULU_FOR_PATRONYMIC ->
                new Two(
                        formal(forms),
                        random.nextBoolean() ? childOf() : given.name() + " " + father + (man ? " уулу" : " кызы"));
            case UULU_FOR_SURNAME -> new Two(childOf(), NameForms.surname(father, man) + " " + given.name());
            case UULU_WRITTEN_OTHERWISE -> new Two(childOf(), uuluOtherwise(random));
            case SURNAME_WITHOUT_ENDING ->
                new Two(
                        random.nextBoolean() ? formal(forms) : brief(),
                        grandfather
                                + (random.nextBoolean() ? "теги " : random.nextBoolean() ? " теги " : " ")
                                + given.name());
            case WITHOUT_PATRONYMIC -> new Two(formal(forms), brief());
            case OTHER_ORDER ->
                new Two(
                        random.nextBoolean() ? formal(forms) : brief(),
                        given.name() + " " + (random.nextBoolean() ? patronymic(forms) + " " : "") + surname);
            case INITIALS -> new Two(formal(forms), initials(forms, random));
            case SHORT_NAME ->
                new Two(plain, (russian ? surname : Spellings.withoutKyrgyzLetters(surname)) + " " + shortName(random));
            case TYPING_SLIP -> new Two(plain, slipped(plain, random));
            case SURNAME_OF_HUSBAND ->
                new Two(
                        plain.contains("кызы") ? brief() : plain,
                        NameForms.surname(
                                        forms.draw(russian ? "ru-m" : "ky-m", random)
                                                .name(),
                                        man) + " " + given.name() + " " + patronymic(forms));
            case TWO_OF_THEM -> new Two(common, twice(common, random));
            case WITHOUT_NAME -> new Two(plain, null);
        };
    }

    private String uuluOtherwise(Random random) {
        String[] ways = man
                ? new String[] {"уулу ", "-уулу ", " у. ", " уулы ", " угли ", " улуу ", " Уулу "}
                : new String[] {"кызы ", "-кызы ", " к. ", " кизи ", " гызы ", " Кызы ", " кыз "};
        return father + ways[random.nextInt(ways.length)] + given.name();
    }

    private String initials(NameForms forms, Random random) {
        String first = given.name().charAt(0) + ".";
        String second = patronymic(forms).charAt(0) + ".";
        return switch (random.nextInt(4)) {
            case 0 -> surname + " " + first;
            case 1 -> surname + " " + first + second;
            case 2 -> first + " " + second + " " + surname;
            default -> surname + " " + first + " " + second;
        };
    }

    private String shortName(Random random) {
        if (!given.shorts().isEmpty()) {
            return given.shorts().get(random.nextInt(given.shorts().size()));
        }
        return given.name().startsWith("Гүл") ? "Гуля" : given.name().replaceAll("(?<=..)(бек|бай|гүл|кан|жан)$", "");
    }

    /** A slip in one of the words, never in a word like уулу. */
    private static String slipped(String name, Random random) {
        String[] words = name.split(" ", -1);
        int at = random.nextInt(Math.min(2, words.length));
        at = words[at].matches("уулу|кызы") ? 0 : at;
        words[at] = Spellings.slip(words[at], random);
        return String.join(" ", words);
    }

    /** First another form of the whole, then other letters of it. */
    private String twice(String common, Random random) {
        String form = switch (random.nextInt(4)) {
            case 0 -> brief();
            case 1 -> given.name() + " " + surname;
            case 2 -> russian ? brief() : childOf();
            default -> common;
        };
        return switch (random.nextInt(4)) {
            case 0 -> Spellings.passport(russian ? form : Spellings.russian(form, random), random);
            case 1 -> slipped(russian ? form : Spellings.withoutKyrgyzLetters(form), random);
            case 2 -> russian ? Spellings.passport(form, random) : Spellings.geographic(form, random);
            default -> slipped(russian ? form : Spellings.russian(form, random), random);
        };
    }
}
