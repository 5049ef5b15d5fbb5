import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Lays out what every installer holds, target/installer/image: the program with a Java of its own and the archive from
 * which that starts fast. Called by linux.sh, windows.ps1 and macos.sh, after the build; prints the version.
 */
class Image {
    private static final int JAVA = 25;
    /** Of every file, so that two builds make one; even seconds, which is all that a Windows archive can say. */
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.contains("windows");
    private static final boolean MAC = SYSTEM.contains("mac");
    private static final boolean ARM = System.getProperty("os.arch").matches("aarch64|arm64");
    /** The folder of this system in the jar of the database. */
    private static final String DATABASE =
            (WINDOWS ? "Windows" : MAC ? "Mac" : "Linux") + "/" + (ARM ? "aarch64" : "x86_64") + "/";

    private final Path installer;
    private final Path built;
    private final Path work;
    private final Path input;
    private final Path runtime;

    private Image(Path repository) {
        this.installer = repository.resolve("installer");
        this.built = repository.resolve("target");
        this.work = built.resolve("installer");
        this.input = work.resolve("input");
        this.runtime = work.resolve("runtime");
    }

    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() < JAVA) {
            System.err.println("This is Java " + Runtime.version().feature() + ". The installers carry Java " + JAVA
                    + ": point JAVA_HOME to a JDK " + JAVA + " (https://adoptium.net).");
            System.exit(1);
        }
        Image image = new Image(Path.of("").toAbsolutePath());
        delete(image.work.resolve("image"));
        image.gather();
        image.checkModules();
        image.link();
        Path app = image.lay();
        image.train(app);
        System.out.println(image.version());
    }

    /** As the pom has it, and the jar from there. */
    private String version() throws IOException {
        try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(built.resolve("jailoo.jar")))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith("org.jailoo/jailoo/pom.properties")) {
                    Properties said = new Properties();
                    said.load(jar);
                    return said.getProperty("version");
                }
            }
        }
        throw new IOException("target/jailoo.jar does not say its version");
    }

    /** The jars, and beside them, unpacked, the native libraries of this system alone: none is to be unpacked at a start. */
    private void gather() throws IOException {
        delete(input);
        Files.createDirectories(input);
        copy(built.resolve("jailoo.jar"));
        try (Stream<Path> jars = Files.list(built.resolve("lib"))) {
            for (Path jar : jars.sorted().toList()) {
                copy(jar);
            }
        }
        settle(input);
    }

    private void copy(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(input.resolve(name)))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String path = entry.getName();
                boolean library = path.matches(".*\\.(so|dll|dylib|jnilib)");
                byte[] content = from.readAllBytes();
                if (library && name.startsWith("sqlite") && !path.contains("/" + DATABASE)) {
                    continue;
                }
                if (library) {
                    Files.write(input.resolve(path.substring(path.lastIndexOf('/') + 1)), content);
                }
                // A signature would keep its jar out of the archive for a fast start; what was downloaded was checked before.
                boolean signature = path.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
                // On Linux it is known that they are found beside the jar; elsewhere the jar keeps them too.
                if (!signature && !(library && !WINDOWS && !MAC)) {
                    ZipEntry same = new ZipEntry(path);
                    same.setLastModifiedTime(TIME);
                    to.putNextEntry(same);
                    to.write(content);
                }
            }
        }
    }

    /** The jars in the order of the class path. */
    private List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing((Path f) -> !f.endsWith("jailoo.jar"))
                            .thenComparing(f -> f.getFileName().toString()))
                    .toList();
        }
    }

    private List<String> modules() throws IOException {
        return lines(installer.resolve("modules.txt"));
    }

    /** The list must hold what the jars ask for. They are asked as one: jdeps reads no class path of modules and others. */
    private void checkModules() throws IOException {
        Path all = work.resolve("all.jar");
        TreeSet<String> known = new TreeSet<>();
        try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(all))) {
            to.setLevel(0);
            for (Path jar : jars(input)) {
                try (ZipInputStream from = new ZipInputStream(Files.newInputStream(jar))) {
                    for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                        String path = entry.getName();
                        if (path.endsWith(".class") && !path.matches("META-INF/.*|module-info.*") && known.add(path)) {
                            to.putNextEntry(new ZipEntry(path));
                            from.transferTo(to);
                        }
                    }
                }
            }
        }
        String asked = run("jdeps", List.of("--print-module-deps", "--ignore-missing-deps", all.toString()));
        TreeSet<String> missing = new TreeSet<>(List.of(asked.strip().split(",")));
        missing.removeAll(modules());
        if (!missing.isEmpty()) {
            throw new IOException("installer/modules.txt lacks " + String.join(", ", missing));
        }
    }

    private void link() throws IOException {
        delete(runtime);
        run("jlink", List.of(
                "--add-modules", String.join(",", modules()),
                "--include-locales", "en,ru,ky",
                "--strip-debug", "--no-header-files", "--no-man-pages",
                "--output", runtime.toString()));
    }

    /** The image of jpackage, with the class path in an order that does not depend on the disk. */
    private Path lay() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", WINDOWS || MAC ? "Jailoo" : "jailoo",
                "--dest", work.resolve("image").toString(),
                "--runtime-image", runtime.toString(),
                "--input", input.toString(),
                "--main-jar", "jailoo.jar",
                "--main-class", "org.jailoo.Main",
                "--app-version", number(),
                "--vendor", "Jailoo",
                "--icon", installer.resolve("icon").resolve(WINDOWS ? "jailoo.ico" : MAC ? "jailoo.icns" : "jailoo-256.png").toString()));
        for (String option : options("$APPDIR")) {
            command.add("--java-options");
            command.add(option);
        }
        if (WINDOWS) {
            // A window's program writes to no console: a second one for commands.
            command.add("--add-launcher");
            command.add("jailoo-cli=" + installer.resolve("windows").resolve("cli.properties"));
        }
        run("jpackage", command);
        Path app;
        try (Stream<Path> all = Files.walk(work.resolve("image"))) {
            app = all.filter(f -> f.endsWith("jailoo.jar")).findFirst().orElseThrow().getParent();
        }
        try (Stream<Path> files = Files.list(app)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfg")).toList()) {
                List<String> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    if (!line.startsWith("app.classpath=")) {
                        lines.add(line);
                    }
                    if (line.equals("[Application]")) {
                        jars(app).forEach(jar -> lines.add("app.classpath=$APPDIR/" + jar.getFileName()));
                    }
                }
                Files.writeString(file, String.join("\n", lines) + "\n");
            }
        }
        settle(work.resolve("image"));
        return app;
    }

    /** Numbers alone, as Windows and macOS want them; the latter wants no nought in front. */
    private String number() throws IOException {
        String number = version().replaceAll("[^0-9.].*", "");
        return MAC && number.startsWith("0.") ? "1" + number.substring(1) : number;
    }

    private List<String> options(String place) throws IOException {
        List<String> options = new ArrayList<>(lines(installer.resolve("jvm.options")));
        options.add("-Djava.library.path=" + place);
        options.add("-Dorg.sqlite.lib.path=" + place);
        options.add("-Djailoo.jars.time=" + TIME.toInstant());
        options.add("-XX:AOTCache=" + place + "/jailoo.aot");
        return options;
    }

    /** Starts the program once as it will be started, and keeps what it loaded. Without this it starts too, more slowly. */
    private void train(Path app) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        try (Stream<Path> all = Files.walk(work.resolve("image"))) {
            command.add(all.filter(f -> f.getFileName().toString().matches("java(\\.exe)?") && Files.isRegularFile(f))
                    .findFirst().orElseThrow().toString());
        }
        for (String option : options(app.toString())) {
            command.add(option.replace("-XX:AOTCache=", "-XX:AOTCacheOutput="));
        }
        if (!WINDOWS && !MAC && System.getenv("DISPLAY") == null) {
            command.addAll(List.of("-Dglass.platform=Monocle", "-Dmonocle.platform=Headless", "-Dprism.order=sw"));
        }
        command.add("-cp");
        command.add(String.join(System.getProperty("path.separator"), jars(app).stream().map(Path::toString).toList()));
        command.addAll(List.of("org.jailoo.Main", "train"));
        Path said = work.resolve("train.log");
        int ended = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        if (ended != 0 || !Files.exists(app.resolve("jailoo.aot"))) {
            System.err.print(Files.readString(said));
            throw new IOException("the archive for a fast start was not made (" + ended + ")");
        }
        Files.setLastModifiedTime(app.resolve("jailoo.aot"), TIME);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    }

    private static String run(String tool, List<String> arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int ended = ToolProvider.findFirst(tool).orElseThrow(() -> new IOException("this Java has no " + tool))
                .run(new PrintStream(out), new PrintStream(err), arguments.toArray(String[]::new));
        if (ended != 0) {
            throw new IOException(tool + " " + String.join(" ", arguments) + "\n" + out + err);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void settle(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, TIME);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    file.toFile().setWritable(true);
                    Files.delete(file);
                }
            }
        }
    }
}
