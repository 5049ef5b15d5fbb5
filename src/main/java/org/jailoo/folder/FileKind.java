package org.jailoo.folder;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file in a shared folder is, as far as its name tells. */
public enum FileKind {
    /** A bundle, or another copy of one that a sync program has named anew; which of both, only its content tells. */
    BUNDLE,
    /** A bundle that is being brought, under the name that a sync program gives it until it is whole. */
    ARRIVING,
    /** The name of a bundle whose content still lies in the cloud. */
    PLACEHOLDER,
    /** Somebody else's business. */
    OTHER;

    /** The ending of bundles. */
    public static final String ENDING = ".jailoo";

    private static final String PART = ".part";
    private static final String OURS = ".jailoo-";

    private static final List<String> HALF =
            List.of(".tmp", PART, ".partial", ".filepart", ".crdownload", ".download", ".!sync", ".!ut", ".bts");

    /** {@code x.jailoo}, {@code x.jailoo~}, {@code x.jailoo (conflicted copy …)}, {@code x.jailoo.sync-conflict-…}. */
    private static final Pattern BUNDLES =
            Pattern.compile(".*\\.jailoo(~|[ ._-]*\\([^)]*\\)|[._-](sync-)?conflict.*)?", Pattern.DOTALL);

    private static final Pattern PLACEHOLDERS =
            Pattern.compile(".*\\.jailoo\\.(nextcloud|owncloud|icloud|cloud)", Pattern.DOTALL);

    /** The kind of a file of this name; systems that know no small letters say the same. */
    public static FileKind of(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (!small.contains(ENDING) || small.startsWith("._")) {
            return OTHER;
        }
        if (PLACEHOLDERS.matcher(small).matches()) {
            return PLACEHOLDER;
        }
        if (small.startsWith(".") || small.startsWith("~") || HALF.stream().anyMatch(small::endsWith)) {
            return ARRIVING;
        }
        return BUNDLES.matcher(small).matches() ? BUNDLE : OTHER;
    }

    /** The name under which a bundle is written until it is whole: nobody takes it for one, and sync programs skip it. */
    public static String unfinished(String bundle) {
        return OURS + bundle.substring(0, bundle.length() - ENDING.length()) + PART;
    }
}
