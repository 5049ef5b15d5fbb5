package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Hostile and large bundles, read by a program that has 128 MB. */
class SmallHeapTest {
    private static final String SIZE = System.getProperty("jailoo.size", "short");

    private static Map<String, String> run() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapMain.class.getName(),
                        SIZE)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Map<String, String> reasons = new TreeMap<>();
        output.lines().forEach(line -> reasons.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return reasons;
    }

    private static void assertReason(Map<String, String> reasons, Reason reason, String... names) {
        for (String name : names) {
            assertThat(reasons.get(name)).as(name).startsWith(reason.code() + " ");
        }
    }

    @Test
    void everyOneIsReadOrRefused() throws Exception {
        Map<String, String> reasons = run();
        assertReason(
                reasons,
                Reason.TOO_LARGE,
                "nested body",
                "nested objects",
                "nested header",
                "nested manifest",
                "nested card",
                "string in body",
                "string in header",
                "string in manifest",
                "string as data",
                "letters over 8 MiB",
                "bomb of spaces",
                "bomb of spaces in age",
                "bomb behind the brace",
                "bomb of letters",
                "bomb in body");
        for (String bomb : new String[] {"bomb of spaces", "bomb behind the brace", "bomb of letters"}) {
            assertThat(reasons.get(bomb)).contains("inflates beyond the bound");
        }
        // Where no value of any size could stand, it is of the wrong kind.
        assertReason(
                reasons, Reason.MALFORMED, "nested signature", "nested member", "string as salt", "string as member");
        assertReason(reasons, Reason.NOT_A_BUNDLE, "string as format", "bomb before the format", "bomb of nothing");
        for (String accepted : new String[] {
            "spaces", "letters of 8 MiB", "cyrillic of 8 MiB", "attachment of 64 MiB", "many revisions"
        }) {
            assertThat(reasons.get(accepted)).as(accepted).startsWith(Attempt.ACCEPTED);
        }
        // Within every limit, and many times that in memory: hashed where it fits, refused where it does not.
        String[] tiny = SIZE.equals("long")
                ? new String[] {"objects of one", "empty objects", "empty arrays", "arrays of one", "large integers"}
                : new String[] {"objects of one"};
        for (String name : tiny) {
            assertThat(reasons.get(name)).as(name).matches("(altered|too-large) .*");
        }
    }
}
