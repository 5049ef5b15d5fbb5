package org.jailoo.intake;

import org.jailoo.search.Folding;

/** Words as people mean them: small letters, look-alikes made one, signs gone. */
final class Plain {
    private Plain() {}

    static String of(String text) {
        return Folding.fold(text.replace("№", " номер "))
                .replaceAll("[\\p{Punct}&&[^+]]", " ")
                .strip()
                .replaceAll(" +", " ");
    }
}
