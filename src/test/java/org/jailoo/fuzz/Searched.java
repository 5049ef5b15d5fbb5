package org.jailoo.fuzz;

import java.util.Locale;

/** The readers that are searched, each by its target. */
enum Searched {
    /** Files as bundles. */
    BUNDLE(BundleTarget.class, BundleTarget::fuzzerTestOneInput, ""),
    /** Bundles behind their hashes and signatures. */
    SIGNED(SignedTarget.class, SignedTarget::fuzzerTestOneInput, ""),
    /** The same into a notebook. */
    IMPORT(ImportTarget.class, ImportTarget::fuzzerTestOneInput, ""),
    /** Files and messages as cards. */
    CARD(CardTarget.class, CardTarget::fuzzerTestOneInput, ""),
    /** Files as team lists. */
    TEAM(TeamTarget.class, TeamTarget::fuzzerTestOneInput, ""),
    /** Bytes as JSON. */
    JSON(JsonTarget.class, JsonTarget::fuzzerTestOneInput, ""),
    /** Files as tables. */
    TABLE(TableTarget.class, TableTarget::fuzzerTestOneInput, ":org.apache.commons.csv.**"),
    /** Workbooks as tables. */
    WORKBOOK(WorkbookTarget.class, WorkbookTarget::fuzzerTestOneInput, Searched.POI),
    /** Workbooks as sheets of the round that come back. */
    SHEET(SheetTarget.class, SheetTarget::fuzzerTestOneInput, Searched.POI),
    /** What a clipboard holds. */
    PASTE(PasteTarget.class, PasteTarget::fuzzerTestOneInput, ":org.jsoup.parser.**:org.jsoup.nodes.**"),
    /** Phrases that say a time. */
    WHEN(WhenTarget.class, WhenTarget::fuzzerTestOneInput, ""),
    /** Pictures and recordings. */
    MEDIA(
            MediaTarget.class,
            MediaTarget::fuzzerTestOneInput,
            ":javazoom.jl.**:com.jcraft.**:net.sourceforge.jaad.**:io.github.jaredmdobson.**");

    private static final String POI = ":org.apache.poi.openxml4j.**:org.apache.poi.xssf.**:org.apache.poi.ss.**";

    private final Class<?> entry;
    private final Target target;
    private final String libraries;

    Searched(Class<?> entry, Target target, String libraries) {
        this.entry = entry;
        this.target = target;
        this.libraries = libraries;
    }

    /** The name of its folder of kept inputs. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    Target target() {
        return target;
    }

    String entry() {
        return entry.getName();
    }

    /** The classes whose branches lead the search. */
    String led() {
        return "org.jailoo.**" + libraries;
    }
}
