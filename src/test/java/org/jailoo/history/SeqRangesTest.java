package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.BitSet;
import java.util.Random;
import org.jailoo.history.FormatException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeqRangesTest {
    @Test
    void rangesAgreeWithSetsOfBits() throws FormatException {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            BitSet bits = bits(random);
            BitSet others = bits(random);
            SeqRanges ranges = ranges(bits, random);
            SeqRanges otherRanges = ranges(others, random);

            assertThat(ranges.count()).as("seed %d", seed).isEqualTo(bits.cardinality());
            assertThat(ranges.isEmpty()).as("seed %d", seed).isEqualTo(bits.isEmpty());
            assertThat(SeqRanges.parse(ranges.text(), 100)).as("seed %d", seed).isEqualTo(ranges);
            for (int seq = 1; seq < 70; seq++) {
                assertThat(ranges.contains(seq)).as("seed %d, %d", seed, seq).isEqualTo(bits.get(seq));
            }
            BitSet left = (BitSet) bits.clone();
            left.andNot(others);
            assertThat(ranges.minus(otherRanges)).as("seed %d", seed).isEqualTo(ranges(left, random));
            BitSet both = (BitSet) bits.clone();
            both.and(others);
            assertThat(ranges.and(otherRanges)).as("seed %d", seed).isEqualTo(ranges(both, random));
            BitSet either = (BitSet) bits.clone();
            either.or(others);
            assertThat(ranges.or(otherRanges)).as("seed %d", seed).isEqualTo(ranges(either, random));
        }
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        int most = random.nextInt(66);
        boolean dense = random.nextBoolean();
        for (int seq = 1; seq <= most; seq++) {
            bits.set(seq, dense ? random.nextInt(8) > 0 : random.nextInt(3) == 0);
        }
        return bits;
    }

    private static SeqRanges ranges(BitSet bits, Random random) {
        SeqRanges.Builder builder = new SeqRanges.Builder();
        bits.stream().forEach(seq -> {
            builder.add(seq);
            if (random.nextInt(5) == 0) {
                builder.add(seq);
            }
        });
        return builder.build();
    }

    @Test
    void textIsThatOfTheFormat() throws FormatException {
        SeqRanges ranges = SeqRanges.parse("1-40,42,44-2147483648", 3);
        assertThat(ranges.count()).isEqualTo(40 + 1 + 2147483605L);
        assertThat(ranges.text()).isEqualTo("1-40,42,44-2147483648");
        assertThat(ranges.first(2).text()).isEqualTo("1-40,42");
        assertThat(ranges.first(9)).isEqualTo(ranges);
        assertThat(SeqRanges.parse("", 0)).isEqualTo(SeqRanges.NONE);
        assertThat(SeqRanges.NONE.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "0-3", "01", "1-02", "3,1", "1-5,4", "1-5,5-9", "1-5,6", "1,2", "5-4", "2147483649",
                        "1-2147483649",
                "99999999999", "9999999999999999999999", "1,", ",1", ",", "-", "1-", "-1", "1-2-3", " 1", "1 ", "1, 3",
                "+1", "1.0", "a", "1,,3", "\u0661"
            })
    void otherTextIsMalformed(String text) {
        FormatException refused = catchThrowableOfType(FormatException.class, () -> SeqRanges.parse(text, 100));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
    }

    @Test
    void moreRangesThanAllowedAreTooLarge() throws FormatException {
        assertThat(SeqRanges.parse("1,3,5", 3).count()).isEqualTo(3);
        FormatException refused = catchThrowableOfType(FormatException.class, () -> SeqRanges.parse("1,3,5,7", 3));
        assertThat(refused.fault()).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void placesBeyondTheGreatestThatARangeMayNameAreLeftOut() throws FormatException {
        SeqRanges ranges = new SeqRanges.Builder()
                .add(SeqRanges.MAX_SEQ)
                .add(SeqRanges.MAX_SEQ + 1)
                .add(SeqRanges.MAX_SEQ + 5)
                .build();
        assertThat(ranges.text()).isEqualTo("2147483648");
        assertThat(SeqRanges.parse(ranges.text(), 1)).isEqualTo(ranges);
    }
}
