package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every language on every way by which a sentence reaches a person; and what is not repeated in any. */
class LanguageTest {
    private static final List<String> COMMANDS =
            List.of("new", "card", "trust", "put", "purge", "state", "export", "import", "verify", "backup", "restore");

    @Test
    void refusalsAreToldInTheLanguageOfTheOptionOrElseOfTheLocale(@TempDir Path folder) throws Exception {
        Laptop laptop = Trio.in(folder).laptop();
        String none = laptop.path("none");
        Files.writeString(Path.of(none), "no bundle");
        Map<String, String> sentences = Map.of(
                "en", "This file is not a Jailoo bundle.",
                "ru", "Этот файл не является пакетом Jailoo.",
                "ky", "Бул файл Jailoo пакети эмес.");
        sentences.forEach((language, sentence) -> {
            assertThat(laptop.in("de")
                            .run("import", "--lang", language, laptop.path("b"), none)
                            .exits(3)
                            .err())
                    .contains("not-a-bundle")
                    .contains(sentence);
            assertThat(laptop.in(language)
                            .run("import", laptop.path("b"), none)
                            .exits(3)
                            .err())
                    .contains(sentence);
            assertThat(laptop.in("de")
                            .put("b", "{\"risk\":\"x\"}", "--type", "interview", "--lang=" + language)
                            .exits(2)
                            .err())
                    .contains(Messages.of(language).text("cli.problem.unknown-code", "risk", "risk:x"));
            assertThat(laptop.in(language)
                            .run("state", laptop.path("gone"))
                            .exits(6)
                            .err())
                    .contains(Messages.of(language).text("failure.file.missing", laptop.path("gone")));
        });
    }

    @Test
    void helpIsWholeInEveryLanguage(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        for (String language : Messages.LANGUAGES) {
            String root = laptop.run("--help", "--lang", language).exits(0).out();
            assertThat(root).contains(COMMANDS).doesNotContain("${");
            for (String command : COMMANDS) {
                Run run = laptop.run(command, "--help", "--lang", language).exits(0);
                assertThat(run.out())
                        .startsWith(Messages.of(language).text("cli.usage.synopsis") + " jailoo " + command)
                        .doesNotContain("${");
                assertThat(run.out().replaceAll("\\s+", " "))
                        .contains(Messages.of(language).text("cli." + command + ".description"));
                assertThat(run.err()).isEmpty();
            }
        }
    }

    @Test
    void withoutACommandAndADisplayThereIsHelpButNoData(@TempDir Path folder) {
        Run run = new Laptop(folder).in("ru").run().exits(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("У этого компьютера нет экрана").contains("Использование: jailoo", "restore");
    }

    @Test
    void argumentsThatAreNotUnderstoodAreNamedInThePersonsLanguage(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        Map<List<String>, String> wrong = Map.of(
                List.of("exprt"), "There is no command exprt.",
                List.of("state"), "Missing: NOTEBOOK.",
                List.of("export", "x"), "Missing: --out.",
                List.of("export", "x", "--out", "y", "--out", "z"), "--out may be given once only.",
                List.of("export", "x", "--out", "y", "--scope", "some"), "it takes all|changes|codes.",
                List.of("state", "x", "y"), "more arguments",
                List.of("state", "x", "--lang", "de"), "it takes en|ru|ky.",
                List.of("restore", "x"), "Missing: --into.");
        wrong.forEach((args, sentence) -> {
            Run run = laptop.run(args.toArray(String[]::new)).exits(2);
            assertThat(run.err()).contains(sentence).contains("Usage: jailoo");
            assertThat(run.out()).isEmpty();
        });
        assertThat(laptop.run("state", "--lang", "ky").exits(2).err()).contains("Жетишпейт: NOTEBOOK.");
        assertThat(laptop.run("state", "--lang", "ru").exits(2).err()).contains("Не хватает: NOTEBOOK.");
    }

    /** Somebody will try it as an argument; it then stands in the shell's history, and need not stand in a log too. */
    @Test
    void passphraseTakenForAnArgumentIsNotRepeated(@TempDir Path folder) {
        Laptop laptop = new Laptop(folder);
        assertThat(laptop.run("state", "x", "--passphrase", Laptop.PASSPHRASE)
                        .exits(2)
                        .err())
                .contains("no option --passphrase ");
        laptop.run("state", "x", "--passphrase=" + Laptop.PASSPHRASE).exits(2);
        laptop.run("state", "x", Laptop.PASSPHRASE).exits(2);
    }
}
