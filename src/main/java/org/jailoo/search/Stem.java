package org.jailoo.search;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning that the forms of a word share, lightly: as a prefix it finds no less than the word, often more.
 *
 * <p>Used for what is asked, never for what is indexed, where cutting Russian endings off Kyrgyz words loses them.
 */
final class Stem {
    private static final int SHORTEST = 4;
    private static final int LONGEST_ENDING = 5;

    /** Letters that Kyrgyz has and Russian has not; a word typed with one of them gets no Russian ending cut. */
    private static final String KYRGYZ = "өүңѳӊӨҮҢѲӉ";

    /** Endings of Russian nouns, adjectives and verbs, folded (е for ё). */
    private static final Set<String> RUSSIAN = Set.of(
            // nouns
            ("а я о е и ы у ю ь й ой ей ий ом ем ам ям ах ях ов ев ами ями ия ие ии ию ией ием иям иях иями ью"
                            // adjectives and participles
                            + " ый ая яя ое ее ые ую юю ого его ому ему ым им ыми ими ых их"
                            // verbs, also reflexive
                            + " ть ти ться тся л ла ло ли лся лась лось лись ет ют ут ат ят ит ешь ишь ете ите ать ять ить"
                            + " еть ал ала али ил ила или ел ела ели аться иться ался алась ались ился илась ились ает ают"
                            + " ается аются ится ятся ется ются утся")
                    .split(" "));

    /** Endings that many nouns have in their stem (комитет), cut only where more is left. */
    private static final Set<String> DOUBTFUL = Set.of("ат", "ет", "ит", "ут");

    /** Kyrgyz plural and cases, folded (о for ө, у for ү). */
    private static final Pattern KYRGYZ_ENDING = Pattern.compile("(?:[лдт][аео]р|[ндт][ыиу]н?|[гк][аео]|[дт][аео]н?)$");

    private Stem() {}

    /** The stem of one word as it was typed, folded. */
    static String of(String word) {
        String folded = Folding.fold(word);
        if (folded.length() < SHORTEST || !isCyrillic(folded)) {
            return folded;
        }
        boolean surelyKyrgyz = word.chars().anyMatch(c -> KYRGYZ.indexOf(c) >= 0);
        String kyrgyz = kyrgyz(folded, surelyKyrgyz ? SHORTEST : SHORTEST + 1);
        String russian = surelyKyrgyz ? folded : russian(folded);
        return kyrgyz.length() < russian.length() ? kyrgyz : russian;
    }

    private static String russian(String word) {
        for (int ending = Math.min(LONGEST_ENDING, word.length() - SHORTEST); ending > 0; ending--) {
            String end = word.substring(word.length() - ending);
            boolean enough = word.length() - ending > SHORTEST || !DOUBTFUL.contains(end);
            if (enough && RUSSIAN.contains(end)) {
                return word.substring(0, word.length() - ending);
            }
        }
        return word;
    }

    private static String kyrgyz(String word, int shortest) {
        String stem = word;
        for (int i = 0; i < 2; i++) {
            Matcher ending = KYRGYZ_ENDING.matcher(stem);
            if (ending.find() && ending.start() >= shortest) {
                stem = stem.substring(0, ending.start());
            }
        }
        // к and п become г and б before a vowel: укук, укугу; мектеп, мектеби.
        char last = stem.charAt(stem.length() - 1);
        return last == 'к' || last == 'п' ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static boolean isCyrillic(String text) {
        return text.chars().allMatch(c -> c >= 0x400 && c < 0x530);
    }
}
