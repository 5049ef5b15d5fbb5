package org.jailoo.combine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.jailoo.combine.WordDiff.Kind;
import org.jailoo.combine.WordDiff.Piece;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    private static String told(String before, String after) {
        return WordDiff.of(before, after).stream()
                .map(piece -> switch (piece.kind()) {
                    case STAYED -> piece.text();
                    case WENT -> "[-" + piece.text() + "]";
                    case CAME -> "[+" + piece.text() + "]";
                })
                .collect(Collectors.joining());
    }

    @Test
    void wordsThatWentStandBeforeThoseThatCame() {
        assertThat(told("Үч ай айлык бербеди.", "Үч ай айлыгын бербеди!"))
                .isEqualTo("Үч ай [-айлык][+айлыгын] бербеди[-.][+!]");
        assertThat(told("бир эки", "бир")).isEqualTo("бир[- эки]");
        assertThat(told("бир", "бир")).isEqualTo("бир");
    }

    @Test
    void longPassagesThatStayedAreCut() {
        String same = "сөз ".repeat(400);
        String told = told(same + "эски " + same, same + "жаңы " + same);
        assertThat(told).contains("[-эски][+жаңы]", " … ").hasSizeLessThan(200);
    }

    /** Whatever is shown as gone or come makes the second text of the first, where nothing is cut. */
    @Test
    void theTwoTextsCanBeReadFromTheDifference() {
        Random random = new Random(77);
        for (int round = 0; round < 300; round++) {
            String before = text(random);
            String after = text(random);
            assertThat(join(before, after, Kind.WENT)).isEqualTo(before);
            assertThat(join(before, after, Kind.CAME)).isEqualTo(after);
        }
    }

    private static String join(String before, String after, Kind with) {
        return WordDiff.of(before, after).stream()
                .filter(piece -> piece.kind() == Kind.STAYED || piece.kind() == with)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(i -> new String[] {"өңдөө", " ", "—", "7\n"}[i])
                .collect(Collectors.joining());
    }
}
