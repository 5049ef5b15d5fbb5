package org.jailoo.person;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records of people who do not exist, drawn from a seed, of which it is known which are of one person.
 *
 * <p>Of ten records about two have a second one of the same person beside them. The others make it hard: families in one
 * house with one surname, twins, and people of the very same name born in another year or living elsewhere.
 */
final class GeneratedPeople {
    private static final String[] COUNTRIES = "RU RU RU RU RU RU RU KZ KZ TR KR PL".split(" ", -1);
    private static final String[] SECTORS = "F C14 G47 I56 N81 Q88 T97 H A".split(" ", -1);
    private static final String[] CITIES =
            "Москва Москва Москва Казань Екатеринбург Новосибирск Якутск Алматы".split(" ", -1);

    private final Random random;
    private final NameForms forms = new NameForms();
    private final List<Drawn> drawn = new ArrayList<>();
    private int people;

    private GeneratedPeople(long seed) {
        this.random = new Random(seed);
    }

    /** A journey. */
    record Trip(
            String country,
            @Nullable String city,
            @Nullable String sector,
            @Nullable Integer from) {}

    /**
     * A record.
     *
     * @param person the number of the person whom it is about: equal in the records of one person
     * @param variant how it differs from the other one of the person; null where it is the only one, or the first
     */
    record Drawn(
            int person,
            @Nullable Variant variant,
            @Nullable String name,
            @Nullable String sex,
            @Nullable Integer born,
            Home home,
            Set<String> languages,
            List<Trip> trips) {}

    private record Truth(FullName name, int born, Home home, Set<String> languages, List<Trip> trips) {}

    /** As many records; the same for the same seed. */
    static List<Drawn> draw(long seed, int records) {
        GeneratedPeople all = new GeneratedPeople(seed);
        while (all.drawn.size() < records) {
            all.household();
        }
        Collections.shuffle(all.drawn, new Random(seed));
        return List.copyOf(all.drawn.subList(0, records));
    }

    /** Pairs of records of one person, by the kind of their difference. */
    static Map<Variant, Integer> pairs(List<Drawn> records) {
        Map<Variant, Integer> pairs = new EnumMap<>(Variant.class);
        Map<Integer, Integer> held = new HashMap<>();
        records.forEach(each -> held.merge(each.person(), 1, Integer::sum));
        records.stream()
                .filter(each -> each.variant() != null && held.getOrDefault(each.person(), 0) > 1)
                .forEach(each -> pairs.merge(Objects.requireNonNull(each.variant()), 1, Integer::sum));
        return pairs;
    }

    /** One to four people of a house, and sometimes somebody of the very same name. */
    private void household() {
        boolean russian = random.nextInt(8) == 0;
        Home home = Home.draw(random);
        String grandfather = forms.draw(russian ? "ru-m" : "ky-m", random).name();
        String father = forms.draw(russian ? "ru-m" : "ky-m", random).name();
        String man = russian ? forms.draw("ru-s", random).name() : NameForms.surname(grandfather, true);
        int born = 1950 + random.nextInt(58);
        int size = random.nextInt(10) < 6 ? 1 : 2 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            boolean twin = i > 0 && random.nextInt(25) == 0;
            born = i == 0 || twin ? born : Math.min(2009, born + 1 + random.nextInt(4));
            Truth truth = person(russian, home, grandfather, father, man, born);
            record(truth);
            if (random.nextInt(16) == 0) {
                namesake(truth);
            }
        }
        if (size > 1 && random.nextBoolean()) {
            // The father himself, in the same house.
            FullName his = new FullName(
                    new NameForms.Form(father, "", List.of()), grandfather, grandfather, man, true, russian);
            record(new Truth(his, born - 22 - random.nextInt(12), home, languages(russian), trips(born - 25)));
        }
    }

    private Truth person(boolean russian, Home home, String grandfather, String father, String man, int born) {
        boolean male = random.nextInt(10) < 4;
        String surname = male ? man : man + "а";
        NameForms.Form given = forms.draw((russian ? "ru-" : "ky-") + (male ? "m" : "f"), random);
        FullName name = new FullName(given, father, grandfather, surname, male, russian);
        return new Truth(name, born, home, languages(russian), trips(born));
    }

    private Set<String> languages(boolean russian) {
        Set<String> languages = new TreeSet<>();
        languages.add(russian ? "ru" : "ky");
        if (random.nextInt(10) < 7) {
            languages.add("ru");
        }
        if (random.nextInt(10) == 0) {
            languages.add(random.nextBoolean() ? "uz" : "en");
        }
        return languages;
    }

    private List<Trip> trips(int born) {
        List<Trip> trips = new ArrayList<>();
        int many = random.nextInt(10) < 5 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            trips.add(new Trip(
                    COUNTRIES[random.nextInt(COUNTRIES.length)],
                    random.nextBoolean() ? CITIES[random.nextInt(CITIES.length)] : null,
                    random.nextInt(10) < 8 ? SECTORS[random.nextInt(SECTORS.length)] : null,
                    Math.min(2023, born + 18 + random.nextInt(20))));
        }
        return trips;
    }

    /** One record of a person, or two. */
    private void record(Truth truth) {
        int person = people++;
        if (random.nextInt(8) > 0) {
            drawn.add(first(person, truth, random.nextInt(30) == 0 ? null : plain(truth)));
            return;
        }
        Variant variant = variant(truth.name());
        FullName.Two names = truth.name().write(variant, forms, random);
        drawn.add(first(person, truth, names.first()));
        drawn.add(again(person, variant, truth, names.second()));
    }

    private String plain(Truth truth) {
        String name = truth.name().common(forms, random);
        return switch (random.nextInt(10)) {
            case 0, 1 -> Spellings.russian(name, random);
            case 2 -> Spellings.withoutKyrgyzLetters(name);
            case 3 -> Spellings.passport(Spellings.russian(name, random), random);
            default -> name;
        };
    }

    private Variant variant(FullName name) {
        // What few names can show is taken where it can be.
        if (random.nextInt(4) > 0 && name.suits(Variant.DOUBLED_VOWEL)) {
            return Variant.DOUBLED_VOWEL;
        }
        for (Variant rare : new Variant[] {Variant.KYRGYZ_LETTERS, Variant.SURNAME_OF_HUSBAND, Variant.SHORT_NAME}) {
            if (random.nextInt(6) == 0 && name.suits(rare)) {
                return rare;
            }
        }
        Variant[] all = Variant.values();
        Variant variant = all[random.nextInt(all.length)];
        while (!name.suits(variant)) {
            variant = all[random.nextInt(all.length)];
        }
        return variant;
    }

    private static String sex(Truth truth) {
        return truth.name().man() ? "male" : "female";
    }

    private Drawn first(int person, Truth truth, @Nullable String name) {
        return new Drawn(
                person,
                null,
                name,
                sex(truth),
                random.nextInt(20) == 0 ? null : truth.born(),
                truth.home(),
                truth.languages(),
                truth.trips());
    }

    /** What another interviewer has written of the same person. */
    private Drawn again(int person, Variant variant, Truth truth, @Nullable String name) {
        int sure = random.nextInt(100);
        Integer born = sure < 70
                ? Integer.valueOf(truth.born())
                : sure < 85
                        ? Integer.valueOf(truth.born() + (random.nextBoolean() ? 1 : -1))
                        : sure < 90 ? Integer.valueOf(truth.born() + (random.nextBoolean() ? 2 : -2)) : null;
        int known = random.nextInt(200);
        String other = truth.name().man() ? "female" : "male";
        Set<String> languages = new TreeSet<>(truth.languages());
        if (random.nextInt(5) == 0) {
            languages.remove("ru");
        }
        List<Trip> trips = new ArrayList<>();
        for (Trip trip : truth.trips()) {
            if (random.nextInt(10) < 8) {
                Integer from = trip.from();
                trips.add(new Trip(
                        trip.country(),
                        random.nextInt(3) == 0 ? null : trip.city(),
                        random.nextInt(6) == 0 ? null : trip.sector(),
                        from == null || random.nextInt(6) == 0 ? null : Integer.valueOf(from + random.nextInt(3) - 1)));
            }
        }
        return new Drawn(
                person,
                variant,
                name,
                known == 0 ? other : known < 8 ? null : sex(truth),
                born,
                truth.home().again(random),
                languages,
                trips);
    }

    /** Somebody else of the same name: of another year in the same village, or of any year elsewhere. */
    private void namesake(Truth truth) {
        boolean near = random.nextBoolean();
        int born = near
                ? truth.born() + (random.nextBoolean() ? 1 : -1) * (5 + random.nextInt(25))
                : 1950 + random.nextInt(58);
        Home home = near ? truth.home() : Home.draw(random);
        Truth other = new Truth(truth.name(), born, home, languages(truth.name().russian()), trips(born));
        record(other);
    }
}
