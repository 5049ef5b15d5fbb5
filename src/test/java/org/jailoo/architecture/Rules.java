package org.jailoo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The rules of the house for a root package; the root is an argument so that bad houses can be tried too. */
final class Rules {
    /** Each package and the packages that it may know; one that is not named here is refused until it is. */
    static final Map<String, Set<String>> ARROWS = arrows();

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        Set<String> core = Set.of("json", "record", "search", "history", "identity", "consent");
        Set<String> below =
                with(core, "notebook", "bundle", "report", "intake", "paper", "office", "sheet", "testimony");
        arrows.put("json", Set.of());
        arrows.put("i18n", Set.of());
        arrows.put("office", Set.of());
        arrows.put("timeline", Set.of());
        arrows.put("pasted", Set.of());
        arrows.put("folder", Set.of());
        arrows.put("media", Set.of());
        arrows.put("sound", Set.of("media"));
        arrows.put("record", Set.of("json", "timeline"));
        arrows.put("search", Set.of("json"));
        arrows.put("person", Set.of("search"));
        arrows.put("combine", Set.of("json", "record"));
        arrows.put("history", Set.of("json", "record"));
        arrows.put("identity", Set.of("json", "record"));
        arrows.put("smallcells", Set.of());
        arrows.put("consent", Set.of("json", "record", "history"));
        arrows.put("notebook", core);
        arrows.put("bundle", core);
        // A record reaches a report as far as consent discloses it: the state itself is out of reach.
        arrows.put("chart", Set.of());
        arrows.put("report", Set.of("chart", "json", "record", "consent", "i18n", "person", "timeline", "smallcells"));
        arrows.put("intake", Set.of("json", "record", "search", "i18n"));
        arrows.put("guide", Set.of("i18n"));
        arrows.put("paper", Set.of("json", "record", "i18n", "guide"));
        arrows.put("testimony", Set.of("json", "record", "consent", "i18n", "paper"));
        arrows.put("sheet", Set.of("i18n"));
        arrows.put("app", with(below, "i18n", "media", "sound", "timeline", "folder", "person"));
        arrows.put("demo", with(below, "app", "i18n"));
        arrows.put(
                "ui",
                with(
                        below,
                        "app",
                        "i18n",
                        "demo",
                        "media",
                        "sound",
                        "timeline",
                        "pasted",
                        "combine",
                        "person",
                        "guide"));
        arrows.put("cli", with(below, "app", "i18n", "demo"));
        return arrows;
    }

    private static Set<String> with(Set<String> base, String... more) {
        Set<String> all = new TreeSet<>(base);
        all.addAll(List.of(more));
        return all;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "no cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true));
        ARROWS.forEach((from, to) -> rules.put("arrows of " + from, arrowsOf(from, to)));
        rules.put(
                "every package has its place",
                ArchRuleDefinition.classes()
                        .that(describe("stand outside the packages named", c -> !placed(c)))
                        .should(neverExist("name the package in Rules.ARROWS"))
                        .allowEmptyShould(true));
        rules.put("java.sql only in notebook", only(List.of("java.sql", "javax.sql", "org.sqlite"), "notebook"));
        rules.put(
                "cryptography only in identity",
                only(List.of("org.bouncycastle", "com.exceptionfactory.jagged"), "identity"));
        rules.put("estimates of passphrases only in identity", only(List.of("com.nulabinc"), "identity"));
        rules.put("picocli only in cli", only(List.of("picocli"), "cli", ""));
        rules.put(
                "decoders only in sound",
                only(List.of("javazoom", "com.jcraft", "net.sourceforge.jaad", "io.github.jaredmdobson"), "sound"));
        rules.put("javafx only in ui", only(List.of("javafx"), "ui"));
        rules.put("RichTextFX only in the interview", richTextOnlyInTheInterview());
        rules.put("screens do not know one another", screensApart());
        rules.put("view models hold no nodes", modelsWithoutNodes());
        rules.put("what leaves is read through consent", outputsReadThroughConsent());
        rules.put("consent hands no record out open", nothingOpenOutOfConsent());
        rules.put("the writer of workbooks only in report", only(List.of("org.dhatim"), "report"));
        rules.put("the packer of workbooks only beside charts", only(List.of("com.github.rzymek"), "chart"));
        rules.put(
                // An office file with a password lies in a container whose small part POI makes.
                "Apache POI only where foreign tables are read, forms are printed, charts are drawn and files get a password",
                only(
                        List.of("org.apache.poi", "org.apache.xmlbeans", "org.openxmlformats"),
                        "intake",
                        "paper",
                        "sheet",
                        "chart",
                        "office"));
        rules.put(
                "guesses of foreign encodings only in intake", only(List.of("org.mozilla.universalchardet"), "intake"));
        rules.put(
                "CSV only where foreign tables are read and tables are written",
                only(List.of("org.apache.commons.csv"), "intake", "report"));
        rules.put(
                "measures of likeness only where people are compared",
                only(List.of("org.apache.commons.text"), "person"));
        rules.put("differences of texts only in combine", only(List.of("com.github.difflib"), "combine"));
        rules.put("Markdown only where the guide is read", only(List.of("org.commonmark"), "guide"));
        rules.put("jsoup only for what was pasted", only(List.of("org.jsoup"), "pasted"));
        rules.put("standard output only for cli and demo", noStandardStreams());
        rules.put("pure packages touch no file, no network and no clock", pure());
        rules.put(
                "names say what a thing is",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .haveNameMatching("(?i).*(utils?|helpers?|managers?|impl)(\\$.*)?")
                        .orShould()
                        .resideInAnyPackage(
                                "..util..", "..utils..", "..helper..", "..manager..", "..impl..", root + ".common..")
                        .allowEmptyShould(true));
        rules.put(
                "no logging to java.util.logging by hand",
                // A decoder of sound logs by itself, and is told there to be silent.
                noClasses()
                        .that(outside("sound"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.logging")
                        .allowEmptyShould(true));
        return rules;
    }

    private boolean placed(JavaClass c) {
        String name = c.getPackageName();
        return !name.startsWith(root) || name.equals(root) || ARROWS.containsKey(top(name));
    }

    /** The first part of a package's name below the root; empty for the root itself. */
    String top(String packageName) {
        String rest = packageName.substring(Math.min(packageName.length(), root.length() + 1));
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private ArchRule arrowsOf(String from, Set<String> to) {
        DescribedPredicate<JavaClass> forbidden = describe("another package than " + to, c -> {
            String name = c.getPackageName();
            boolean inside = name.equals(root) || name.startsWith(root + ".");
            String top = inside ? top(name) : "";
            return inside && !top.equals(from) && !to.contains(top);
        });
        return noClasses()
                .that()
                .resideInAPackage(root + "." + from + "..")
                .should()
                .dependOnClassesThat(forbidden)
                .allowEmptyShould(true);
    }

    /** Only these packages below the root may know the libraries; "" is the root itself, where Main lives. */
    private ArchRule only(List<String> libraries, String... allowed) {
        return noClasses()
                .that(outside(allowed))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.stream().map(l -> l + "..").toArray(String[]::new))
                .allowEmptyShould(true);
    }

    /** The shell alone knows every screen; all know what is common to them. */
    private ArchRule screensApart() {
        DescribedPredicate<JavaClass> shared = describe(
                "common", c -> c.getPackageName().matches(root.replace(".", "\\.") + "\\.ui\\.(common|controls|form)"));
        DescribedPredicate<JavaClass> shell =
                describe("the shell", c -> c.getPackageName().equals(root + ".ui.shell"));
        return slices().matching(root + ".ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(shell, DescribedPredicate.alwaysTrue())
                .ignoreDependency(DescribedPredicate.alwaysTrue(), shared)
                .allowEmptyShould(true);
    }

    private ArchRule richTextOnlyInTheInterview() {
        return noClasses()
                .that(describe(
                        "stand outside the interview", c -> !c.getPackageName().equals(root + ".ui.interview")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.fxmisc..", "org.reactfx..")
                .allowEmptyShould(true);
    }

    /**
     * Whoever makes tables, forms or files asks for what is disclosed. The one exception prints the state lines that the
     * command line promises.
     */
    private ArchRule outputsReadThroughConsent() {
        Set<String> readers = Set.of("values", "conflicts", "line");
        return noClasses()
                .that(describe("make an output", this::makesAnOutput))
                .should()
                .callMethodWhere(describe("a record is read open", call -> {
                    String owner = call.getTargetOwner().getName();
                    return owner.equals(root + ".history.RecordState")
                            && readers.contains(call.getTarget().getName());
                }))
                .allowEmptyShould(true);
    }

    private boolean makesAnOutput(JavaClass c) {
        String name = c.getPackageName();
        if (name.matches(root.replace(".", "\\.")
                + "\\.(report|paper|sheet|testimony|ui\\.tables|ui\\.paper|ui\\.exchange|ui\\.round)")) {
            return true;
        }
        if (name.equals(root + ".cli")) {
            return !c.getSimpleName().equals("StateCommand");
        }
        return name.equals(root + ".app")
                && c.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass())
                        .anyMatch(t -> t.getName().equals("java.nio.file.Path")
                                || t.getPackageName().equals(root + ".report")
                                || t.getPackageName().equals(root + ".paper")
                                || t.getPackageName().equals(root + ".testimony"));
    }

    /** What consent lets others read is a {@code Disclosed}; who asks a question had the state already. */
    private ArchRule nothingOpenOutOfConsent() {
        return ArchRuleDefinition.noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + ".consent")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Question")
                .and()
                .arePublic()
                .should()
                .haveRawReturnType(root + ".history.RecordState")
                .allowEmptyShould(true);
    }

    /** So they are tested without a toolkit, and made again for another language. */
    private ArchRule modelsWithoutNodes() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".ui..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .allowEmptyShould(true);
    }

    private ArchRule noStandardStreams() {
        return noClasses()
                .that(outside("cli", "demo", ""))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .allowEmptyShould(true);
    }

    private ArchRule pure() {
        String[] packages = List.of(
                        "json",
                        "record",
                        "history",
                        "search",
                        "consent",
                        "timeline",
                        "pasted",
                        "combine",
                        "folder",
                        "person")
                .stream()
                .map(p -> root + "." + p + "..")
                .toArray(String[]::new);
        Set<String> clocks = Set.of("now", "system", "systemUTC", "systemDefaultZone", "currentTimeMillis", "nanoTime");
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat(describe(
                        "files, the network or java.sql",
                        c -> c.getName()
                                        .matches(
                                                "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)")
                                || c.getPackageName().matches("java\\.(nio\\.file|net|sql)(\\..*)?")))
                .orShould()
                .callMethodWhere(describe("a clock is asked", call -> {
                    String owner = call.getTargetOwner().getName();
                    return clocks.contains(call.getTarget().getName())
                            && (owner.startsWith("java.time.") || owner.equals("java.lang.System"));
                }))
                .orShould()
                .callConstructorWhere(describe(
                        "a date of now is made",
                        call -> call.getTargetOwner().getName().equals("java.util.Date")
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> outside(String... allowed) {
        Set<String> inside = Set.of(allowed);
        return describe("stand outside " + inside, c -> {
            String name = c.getPackageName();
            return (name.equals(root) || name.startsWith(root + ".")) && !inside.contains(top(name));
        });
    }

    private static <T> DescribedPredicate<T> describe(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static ArchCondition<JavaClass> neverExist(String advice) {
        return new ArchCondition<>("not exist: " + advice) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                events.add(SimpleConditionEvent.violated(item, item.getName() + ": " + advice));
            }
        };
    }

    /** Packages of these classes that have no package-info with {@code @NullMarked}. */
    static List<String> withoutPackageInfo(Iterable<JavaClass> classes) {
        Set<String> packages = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (JavaClass c : classes) {
            packages.add(c.getPackageName());
            if (c.getSimpleName().equals("package-info") && c.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                described.add(c.getPackageName());
            }
        }
        List<String> missing = new ArrayList<>(packages);
        missing.removeAll(described);
        return missing;
    }
}
