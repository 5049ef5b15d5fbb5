package org.jailoo.search;

import java.util.Set;

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

    private Stem() {}

    /** The stem of one word as it was typed, folded. */
    static String of(String word) {
        String folded = Folding.fold(word);
        int length = folded.length();
        if (length < SHORTEST || !isCyrillic(folded)) {
            return folded;
        }
        if (word.chars().noneMatch(c -> KYRGYZ.indexOf(c) >= 0)) {
            for (int ending = Math.min(LONGEST_ENDING, length - SHORTEST); ending > 0; ending--) {
                if (RUSSIAN.contains(folded.substring(length - ending))) {
                    return folded.substring(0, length - ending);
                }
            }
        }
        // к and п become г and б before a vowel: укук, укугу; мектеп, мектеби.
        char last = folded.charAt(length - 1);
        return last == 'к' || last == 'п' ? folded.substring(0, length - 1) : folded;
    }

    private static boolean isCyrillic(String text) {
        return text.chars().allMatch(c -> c >= 0x400 && c < 0x530);
    }
}
