package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.api.Test;

/** Nothing of a text is lost between a record and the cells that hold it. */
class CellTextTest {
    private static final List<String> PIECES = List.of(
            "a", "ң", "😀", "_", "x", "_x", "0041", "_x0041_", "_x005F_", "\u0000", "\u0007", "\r", "\n", "\t",
            "\uFFFE", "=", " ");

    @Test
    void partsTogetherAreTheTextWhateverItHolds() {
        long seed = 20230704;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int from = random.nextInt(3) == 0 ? CellText.MAX - 12 : 0;
            text.append("я".repeat(from));
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertWhole(text.toString(), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void noSurrogatePairAndNoEscapeIsCut() {
        for (int shift = 0; shift < 8; shift++) {
            assertWhole("я".repeat(CellText.MAX - shift) + "😀😀😀😀😀", "pairs at " + shift);
            assertWhole("я".repeat(CellText.MAX - shift) + "\u0001\u0002", "escapes at " + shift);
        }
    }

    private static void assertWhole(String text, String as) {
        List<String> parts = CellText.parts(text);
        StringBuilder whole = new StringBuilder();
        for (String part : parts) {
            assertThat(part.length()).as(as).isLessThanOrEqualTo(CellText.MAX);
            assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1)))
                    .as(as)
                    .isFalse();
            whole.append(new XSSFRichTextString(part).getString());
        }
        assertThat(whole.toString()).as(as).isEqualTo(text);
        assertThat(CellText.count(text)).as(as).isEqualTo(parts.size());
    }
}
