package org.jailoo.demo.sample;

import java.util.List;

/**
 * A village of the working meetings.
 *
 * @param laptop the name of its laptop
 * @param code what the codes of its people begin with
 * @param day of its meeting
 * @param experts how many came
 * @param attendance who came: role, sex, age band and number, in turn
 */
record Village(String laptop, String name, String code, String day, int experts, String attendance) {
    /** The split by village, role and age is ours; 102 people, 80 women and 22 men, are published. */
    static final List<Village> ALL = List.of(
            new Village("barskoon", "Barskoon", "BAR", "2023-07-04", 10, """
                    homemaker female 35-44 4, homemaker female 25-34 3, teacher female 45-54 3, womens-committee female 55-64 3, \
                    unemployed female 25-34 3, entrepreneur female 35-44 3, culture-library female 45-54 2, \
                    health-worker female 35-44 2, media female 18-24 1, village-council male 45-54 2, local-deputy male 55-64 1, \
                    trade-union male 35-44 2, unemployed male 25-34 1, local-committee male 45-54 1"""),
            new Village("tosor", "Tosor", "TOS", "2023-07-05", 8, """
                    homemaker female 35-44 4, homemaker female 45-54 2, entrepreneur female 35-44 4, unemployed female 25-34 3, \
                    teacher female 35-44 3, womens-committee female 55-64 2, culture-library female 35-44 1, \
                    local-committee female 45-54 1, village-council male 55-64 1, local-deputy male 45-54 1, \
                    entrepreneur male 35-44 1, unemployed male 18-24 1, media male 25-34 1"""),
            new Village("kichi-jargylchak", "Kichi-Jargylchak", "KIC", "2023-07-05", 8, """
                    homemaker female 45-54 4, homemaker female 55-64 3, womens-committee female 55-64 3, \
                    health-worker female 45-54 2, teacher female 45-54 2, unemployed female 35-44 2, \
                    culture-library female 45-54 1, local-deputy female 45-54 1, village-council male 55-64 1, \
                    local-committee male 55-64 1, teacher male 35-44 1, unemployed male 45-54 1"""),
            new Village("chon-jargylchak", "Chon-Jargylchak", "CHO", "2023-07-06", 9, """
                    homemaker female 25-34 3, entrepreneur female 35-44 3, teacher female 35-44 3, \
                    womens-committee female 45-54 2, unemployed female 18-24 2, culture-library female 55-64 1, \
                    trade-union female 35-44 2, media female 25-34 1, health-worker female 45-54 1, \
                    village-council male 45-54 1, local-deputy male 35-44 1, trade-union male 45-54 2, \
                    entrepreneur male 35-44 1, unemployed male 25-34 1"""));
}
