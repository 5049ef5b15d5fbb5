package org.jailoo.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jailoo.person.Known.Home;
import org.jailoo.person.Known.Trip;
import org.jailoo.person.Reason.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is suggested as the same person, and why. */
class PersonsTest {
    private static final Home TOSOR = new Home("KG", "KG02000000000", "Жети-Өгүз", "Тосор");

    private static Known known(String id, @Nullable String name, int born) {
        return new Known(id, "female", born, TOSOR, Set.of("ky"), List.of(), name == null ? List.of() : List.of(name));
    }

    private static List<Pair> pairs(Known... people) {
        Persons persons = new Persons();
        Stream.of(people).forEach(persons::put);
        return persons.settle().stream().sorted(Persons.RANK).toList();
    }

    private static List<Kind> kinds(Pair pair) {
        return pair.reasons().stream().map(Reason::kind).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Өмүрбекова Гүлнара, Омурбекова Гульнара",
        "Жээнбекова Мээрим, Женбекова Мерим",
        "Жээнбекова Мээрим, Джеенбекова Меерим",
        "Чыңгызова Айгүл, CHYNGYZOVA AIGUL",
        "Чыңгызова Айгүл, Chynggyzova Aygül",
        "Чыңгызова Айгүл, Чингизова Айгуль",
        "Токтосунова Асел Асановна, Асан кызы Асел",
        "Токтосунова Асел Асановна, Асел Асан кызы",
        "Асан кызы Асел, Асанкызы Асел",
        "Асан кызы Асел, Асан к. Асел",
        "Асан кызы Асел, Асанова Асел",
        "Асанова Асел, Асантеги Асел",
        "Асанова Асел, Асан Асел",
        "Токтосунова Асел Асановна, Асел Токтосунова",
        "Токтосунова Асел Асановна, А. А. Токтосунова",
        "Ковалёва Екатерина, Ковалева Катя",
        "Исакова Айжан, Исакова Айжна",
        "Ысакова Хадича, Исакова Кадича",
    })
    void spellingsOfOneNameAreOnePerson(String one, String other) {
        List<Pair> pairs = pairs(known("a", one, 1987), known("b", other, 1987));

        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).likely()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Токтосунова Асел Асановна, Токтосунова Айгүл Асановна",
        "Асан кызы Асел, Асан кызы Айгүл",
        "Асанова Асел, Асанова Айгүл",
        "Ильина Вера, Ильина Анна",
    })
    void sistersAreTwo(String one, String other) {
        assertThat(pairs(known("a", one, 1987), known("b", other, 1987))).isEmpty();
    }

    @Test
    void theSameNameTenYearsApartIsSomebodyElse() {
        assertThat(pairs(known("a", "Асанова Асел", 1987), known("b", "Асанова Асел", 1997)))
                .isEmpty();
        assertThat(pairs(known("a", "Асанова Асел", 1987), known("b", "Асанова Асел", 1989)))
                .hasSize(1);
    }

    @Test
    void everyReasonIsNamedWithItsWeight() {
        Pair pair = pairs(
                        new Known(
                                "a",
                                "female",
                                1987,
                                TOSOR,
                                Set.of("ky", "uz"),
                                List.of(new Trip("RU", "Казань", "C14", 2015)),
                                List.of("Асанова Асел")),
                        new Known(
                                "b",
                                "female",
                                1988,
                                new Home("KG", "KG02000000000", null, "тосор"),
                                Set.of("ky", "uz"),
                                List.of(new Trip("RU", "Kazan", "C14", 2014)),
                                List.of("Асел Асанова")))
                .get(0);

        assertThat(kinds(pair))
                .containsExactlyInAnyOrder(
                        Kind.GIVEN,
                        Kind.SURNAME,
                        Kind.NAME_ORDER,
                        Kind.SEX,
                        Kind.BORN_NEAR,
                        Kind.SETTLEMENT,
                        Kind.LANGUAGES,
                        Kind.JOURNEY);
        assertThat(pair.bits()).isEqualTo(Scoring.bits(pair.reasons()));
        assertThat(pair.reasons())
                .isSortedAccordingTo((x, y) -> Double.compare(Math.abs(y.weight()), Math.abs(x.weight())));
    }

    @Test
    void codesAloneSuggestOnlyWhatAgreesInMuchAndNeverAsLikely() {
        Trip trip = new Trip("RU", "Казань", "C14", 2015);
        Known one = new Known("a", "female", 1987, TOSOR, Set.of("ky"), List.of(trip), List.of());
        Known other = new Known("b", "female", 1987, TOSOR, Set.of("ky"), List.of(trip), List.of());
        List<Pair> pairs = pairs(one, other);

        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).likely()).isFalse();
        assertThat(pairs(one, new Known("b", "male", 1987, TOSOR, Set.of("ky"), List.of(trip), List.of())))
                .isEmpty();
    }

    @Test
    void aCommonNameTellsLessThanARareOne() {
        Persons persons = new Persons();
        for (int i = 0; i < 400; i++) {
            persons.put(known("c" + i, (i % 2 == 0 ? "Бакытова" : "Асанова") + " Айгүл", 1930 + i % 70));
        }
        persons.put(known("r1", "Бакытова Санабар", 1944));
        persons.settle();

        // Alike in everything else: of two hundred who are called so, five are of that year in that village.
        assertThat(persons.of(known("new", "Бакытова Санабар", 1944))).hasSize(1);
        assertThat(persons.of(known("new", "Бакытова Айгүл", 1944))).isEmpty();
    }

    @Test
    void whoeverIsTakenOutOrChangedIsFoundNoMoreAsBefore() {
        Persons persons = new Persons();
        persons.put(known("a", "Асанова Асел", 1987));
        persons.put(known("b", "Асанова Асел", 1987));
        persons.settle();
        persons.put(known("b", "Бакытова Айгүл", 1960));
        persons.settle();

        assertThat(persons.of(known("x", "Асанова Асел", 1987)))
                .extracting(Pair::one)
                .containsExactly("a");
        persons.remove("a");
        assertThat(persons.of(known("x", "Асанова Асел", 1987))).isEmpty();
        assertThat(persons.size()).isEqualTo(1);
    }

    @Test
    void oneByOneFindsWhatAllAtOnceFinds() {
        List<Known> people = KnownPeople.draw(3, 400, true);
        Persons persons = new Persons();
        people.forEach(persons::put);
        int all = persons.settle().size();
        // Everybody twice over: the places of those put in before are left behind on the way.
        int again = 0;
        for (int i = 0; i < 4; i++) {
            people.forEach(persons::put);
            again = persons.settle().size();
        }

        assertThat(again).isEqualTo(all);
    }
}
