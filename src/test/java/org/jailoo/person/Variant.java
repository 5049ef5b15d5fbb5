package org.jailoo.person;

/** How the second record of a person differs in its name from the first. */
enum Variant {
    /** Written alike. */
    SAME,
    /** ү ө ң typed on a Russian keyboard. */
    KYRGYZ_LETTERS,
    /** As a Russian registrar writes it: дж for ж, гуль for гүл, и for ы, one vowel for two. */
    RUSSIAN_SPELLING,
    /** жээн as жен, таалай as талай. */
    DOUBLED_VOWEL,
    /** Latin letters of BGN/PCGN 1979. */
    LATIN_GEOGRAPHIC,
    /** Latin letters of a passport, from the Russian spelling. */
    LATIN_PASSPORT,
    /** Асанович as Асан уулу, without the surname. */
    UULU_FOR_PATRONYMIC,
    /** Асан уулу as Асанов. */
    UULU_FOR_SURNAME,
    /** уулу written together, with a hyphen, as у., and кызы likewise. */
    UULU_WRITTEN_OTHERWISE,
    /** The grandfather's name with теги, or bare, for the surname on -ов. */
    SURNAME_WITHOUT_ENDING,
    WITHOUT_PATRONYMIC,
    /** The surname behind the forename, or before it. */
    OTHER_ORDER,
    /** Токтосунов Б. А. */
    INITIALS,
    /** Алмаз for Алмазбек, Саша for Александр. */
    SHORT_NAME,
    /** A letter too many, too few, in the wrong place, or its neighbour on the keyboard. */
    TYPING_SLIP,
    /** Another surname, of the husband. */
    SURNAME_OF_HUSBAND,
    /** Two of these. */
    TWO_OF_THEM,
    /** The second record names nobody. */
    WITHOUT_NAME
}
