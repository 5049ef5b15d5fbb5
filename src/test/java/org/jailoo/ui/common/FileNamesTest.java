package org.jailoo.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The names that are suggested for files. */
class FileNamesTest {
    private static String usual(String name) {
        return FileNames.suggest(name, false, new Random(1));
    }

    @Test
    void theProgramsOwnNamesStayAsTheyAre() {
        for (String own : new String[] {
            "jailoo.xlsx",
            "bundle.jailoo",
            "card.json",
            "consent-ky.docx",
            "jailoo-backup.age",
            "notebook.jailoo-notebook"
        }) {
            assertThat(usual(own)).isEqualTo(own);
        }
    }

    @Test
    void aNameThatSomebodyGaveIsNeverSuggested() {
        assertThat(usual("Айгүл Асанова паспорт.JPG")).isEqualTo("file.jpg");
        assertThat(usual("Aigul.jailoo")).isEqualTo("file");
        assertThat(usual("Оруналиева")).isEqualTo("file");
        assertThat(usual("A7-0012.xlsx")).isEqualTo("file.xlsx");
        assertThat(FileNames.attached("айгүл.паспорт.pdf")).isEqualTo("attachment.pdf");
        assertThat(FileNames.attached("паспорт.Асанова Айгүл")).isEqualTo("attachment");
    }

    @Test
    void neutralNamesTellNothingOfTheProgram() {
        for (String own : new String[] {"bundle.jailoo", "jailoo-backup.age", "notebook.jailoo-notebook"}) {
            assertThat(FileNames.suggest(own, true, new Random(1))).matches("document-[0-9]{4}\\.dat");
        }
        assertThat(FileNames.suggest("jailoo.xlsx", true, new Random(1))).matches("document-[0-9]{4}\\.xlsx");
        assertThat(FileNames.suggest("Айгүл", true, new Random(1))).matches("document-[0-9]{4}");
    }
}
