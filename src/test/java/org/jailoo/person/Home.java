package org.jailoo.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Where a person who does not exist lives, as deep as it is known. */
record Home(
        @Nullable String adm1,
        @Nullable String district,
        @Nullable String settlement) {
    private static final String[] BEGINNINGS = "Ак Кара Кызыл Көк Чоң Кичи Сары Жаңы Боз Таш".split(" ", -1);
    private static final String[] ENDS = "Суу Булак Арык Тоо Жар Талаа Дөбө Башат Кыштак Терек Өзөн Жол".split(" ", -1);
    private static final String[] REGIONS =
            "KG02000000000 KG03000000000 KG04000000000 KG05000000000 KG06000000000 KG07000000000 KG08000000000"
                    .split(" ", -1);
    private static final List<Home> ALL = all();

    /** 240 villages in 42 districts of 7 regions; some names stand in two regions, as they do. */
    private static List<Home> all() {
        List<Home> all = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            String village = BEGINNINGS[i % BEGINNINGS.length] + "-" + ENDS[(i / BEGINNINGS.length) % ENDS.length];
            String region = REGIONS[(i * 5 + i / 120) % REGIONS.length];
            String district = BEGINNINGS[(i / 7) % 6] + "-" + ENDS[(i / 42) % ENDS.length];
            all.add(new Home(region, district, village));
        }
        return List.copyOf(all);
    }

    /** Some villages are visited far more often than others. */
    static Home draw(Random random) {
        double skewed = Math.pow(random.nextDouble(), 1.7);
        return ALL.get((int) (skewed * ALL.size()));
    }

    /** The same home as another interviewer writes it down. */
    Home again(Random random) {
        int kind = random.nextInt(100);
        if (kind < 55) {
            return this;
        } else if (kind < 70 && settlement != null) {
            String typed = Spellings.withoutKyrgyzLetters(settlement);
            return new Home(adm1, district, random.nextBoolean() ? typed : typed.replace('-', ' '));
        } else if (kind < 78) {
            return new Home(adm1, district, null);
        } else if (kind < 86) {
            return new Home(adm1, null, null);
        } else if (kind < 92) {
            return new Home(null, null, null);
        }
        return draw(random);
    }
}
