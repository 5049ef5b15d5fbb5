package org.jailoo.architecture.bad.notebook;

import org.jailoo.architecture.bad.json.TouchesTheWorld;

/** The other half of the cycle; also cryptography and picocli where they do not belong. */
public final class KnowsJson {
    private KnowsJson() {}

    static String downwards() {
        return TouchesTheWorld.class.getName();
    }

    static Object cryptography() {
        return new org.bouncycastle.crypto.digests.SHA256Digest();
    }

    static Object age() {
        return com.exceptionfactory.jagged.RecipientStanza.class;
    }

    static Object commandLine() {
        return picocli.CommandLine.Help.Ansi.AUTO;
    }
}
