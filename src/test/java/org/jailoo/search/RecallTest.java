package org.jailoo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How many of the forms of a word are found by another form. The first form of each line is that of a dictionary. */
class RecallTest {
    private static final List<String> RUSSIAN = List.of(
            "мигрант мигранта мигранту мигрантом мигранте мигранты мигрантов мигрантам мигрантами мигрантах",
            "право права праву правом праве прав правам правами правах",
            "зарплата зарплаты зарплате зарплату зарплатой зарплат зарплатам зарплатами",
            "работодатель работодателя работодателю работодателем работодатели работодателей работодателям",
            "полиция полиции полицию полицией",
            "задержание задержания задержанию задержанием задержаний задержаниях",
            "работать работал работала работали работает работают работаем",
            "угрожать угрожал угрожала угрожали угрожает угрожают",
            "трудовой трудовая трудовое трудового трудовому трудовым трудовые трудовых трудовую трудовыми",
            "женщина женщины женщине женщину женщиной женщин женщинам женщинами",
            "ребёнок ребёнка ребёнку ребёнком",
            "девочка девочки девочке девочку девочкой девочек девочкам",
            "семья семьи семье семью семьёй семей семьям",
            "деньги денег деньгам деньгами",
            "паспорт паспорта паспорту паспортом паспорте паспортов",
            "договор договора договору договором договоры договоров",
            "жильё жилья жилью жильём",
            "опасный опасная опасное опасного опасные опасных",
            "насилие насилия насилию насилием",
            "наниматься нанимался нанималась нанимались нанимается");

    private static final List<String> KYRGYZ = List.of(
            "мигрант мигранттар мигранттын мигранттарды мигранттардын мигрантка",
            "эмгек эмгектин эмгекти эмгеги эмгекке эмгектенүү",
            "укук укугу укуктар укуктук укуктары укугун укугубуз",
            "жумуш жумушта жумушка жумушчу жумушу жумуштан жумушчулар",
            "өкмөт өкмөттүн өкмөткө өкмөтү",
            "китеп китеби китептер китепти",
            "мектеп мектеби мектепке мектебинде",
            "айлык айлыгы айлыкты айлыгын айлыгымды",
            "кызматкер кызматкерлер кызматкердин кызматкерге",
            "келишим келишими келишимди келишимсиз келишимдер",
            "бала баланы балага баласы балдар балдардын",
            "аял аялдар аялга аялы аялдардын",
            "үй-бүлө үй-бүлөсү үй-бүлөлөр үй-бүлөдө",
            "акча акчасын акчаны акчам акчабыз",
            "зомбулук зомбулугу зомбулуктун зомбулукка",
            "келген келгендин келгенде келгендер",
            "төлөө төлөөсү төлөдү төлөгөн төлөбөгөн",
            "коркутуу коркутууну коркутту коркуткан",
            "паспорт паспорту паспортумду паспортсуз",
            "өлкө өлкөдө өлкөнүн өлкөсү өлкөлөр");

    @Test
    void inflectedFormsAreFound() throws SQLException {
        double russian = recall("Russian, dictionary form", RUSSIAN, false);
        double russianAny = recall("Russian, any form", RUSSIAN, true);
        double kyrgyz = recall("Kyrgyz, dictionary form", KYRGYZ, false);
        double kyrgyzAny = recall("Kyrgyz, any form", KYRGYZ, true);
        assertThat(russian).isGreaterThan(0.9);
        assertThat(russianAny).isGreaterThan(0.9);
        assertThat(kyrgyz).isGreaterThan(0.9);
        assertThat(kyrgyzAny).isGreaterThan(0.55);
    }

    private static double recall(String what, List<String> words, boolean fromAnyForm) throws SQLException {
        int pairs = 0;
        int found = 0;
        StringBuilder missed = new StringBuilder();
        for (String word : words) {
            String[] forms = word.split(" ", -1);
            try (SearchIndex index = new SearchIndex()) {
                for (String form : forms) {
                    index.add(form);
                }
                for (int asked = 0; asked < (fromAnyForm ? forms.length : 1); asked++) {
                    List<Integer> rows = index.find(forms[asked]);
                    pairs += forms.length - 1;
                    found += rows.size() - 1;
                    if (rows.size() < forms.length) {
                        missed.append(' ').append(forms[asked]);
                    }
                }
            }
        }
        double recall = (double) found / pairs;
        System.out.printf(Locale.ROOT, "Recall, %s: %.3f of %d pairs; incomplete for%s%n", what, recall, pairs, missed);
        return recall;
    }
}
