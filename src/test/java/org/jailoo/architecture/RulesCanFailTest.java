package org.jailoo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows on a house that breaks every rule that each rule can fail, and by which class. */
class RulesCanFailTest {
    private static final String BAD = "org.jailoo.architecture.bad";
    private static final JavaClasses HOUSE = new ClassFileImporter().importPackages(BAD);
    private static final Map<String, ArchRule> RULES = new Rules(BAD).all();

    @ParameterizedTest
    @CsvSource({
        "no cycles,KnowsTheNotebook",
        "arrows of json,KnowsTheNotebook",
        "every package has its place,Unplaced",
        "java.sql only in notebook,DatabaseHelper",
        "cryptography only in identity,SHA256Digest",
        "cryptography only in identity,jagged",
        "picocli only in cli,KnowsJson",
        "standard output only for cli and demo,Prints",
        "pure packages touch no file; no network and no clock,java.nio.file.Path",
        "pure packages touch no file; no network and no clock,systemUTC",
        "pure packages touch no file; no network and no clock,java.sql.Connection",
        "screens do not know one another,HomeKnowsList",
        "view models hold no nodes,ListModel",
        "what leaves is read through consent,WritesWhatItReads",
        "arrows of report,ReadsAround",
        "consent hands no record out open,LetsGo",
        "names say what a thing is,DatabaseHelper",
        "names say what a thing is,utils.Unplaced",
        "no logging to java.util.logging by hand,Prints"
    })
    void ruleFails(String name, String culprit) {
        ArchRule rule = RULES.get(name.replace(';', ','));
        assertThat(rule).as(name).isNotNull();
        EvaluationResult result = rule.evaluate(HOUSE);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(culprit);
    }

    /** Rules about what the program does not have yet stand ready, and are the same code as those above. */
    @Test
    void ruleThatNothingBreaksPasses() {
        assertThat(RULES.get("javafx only in ui"))
                .isNotNull()
                .satisfies(r -> assertThat(r.evaluate(HOUSE).hasViolation()).isFalse());
        assertThat(RULES.get("arrows of notebook"))
                .isNotNull()
                .satisfies(r -> assertThat(r.evaluate(HOUSE).hasViolation()).isFalse());
    }

    @Test
    void packageWithoutDescriptionIsNamed() {
        assertThat(Rules.withoutPackageInfo(HOUSE))
                .contains(BAD + ".json", BAD + ".utils")
                .doesNotContain(BAD);
    }
}
