package org.jailoo.ui.lock;

/**
 * What the toolkit remembers of texts that were on the screen: how it has laid out the short ones, up to 65,536 letters
 * of them together, words and all, until others take their place, however long they are gone.
 */
public final class TextMemory {
    private TextMemory() {}

    /** Has it remember none. Before the toolkit is started. */
    public static void none() {
        System.setProperty("prism.cacheLayoutSize", "0");
    }
}
