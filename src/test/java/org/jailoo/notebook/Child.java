package org.jailoo.notebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jailoo.record.RecordId;

/** Another process with a notebook: tests start it, read what it says, and kill it. */
final class Child implements AutoCloseable {
    static final String PASSPHRASE = "ала-тоо кар 7";

    private final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process in which {@link #main} gets these arguments. */
    static Child start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    static Child start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dorg.sqlite.tmpdir=" + System.getProperty("org.sqlite.tmpdir", "target"));
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Child.class.getName());
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it says; it must say one. */
    String hear() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("the process ended");
        }
        return line;
    }

    /** Everything that it still says, to its end. */
    List<String> hearAll() throws IOException {
        return said.lines().toList();
    }

    /** Ends it as a power cut would, as far as a process can. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> write(file, Integer.parseInt(arguments[2]));
            case "identities" -> {
                Notebook notebook = TestDoor.openClosed(file);
                System.out.println("opening");
                System.out.flush();
                TestDoor.openIdentities(notebook);
                Thread.sleep(60_000);
            }
            case "hold" -> hold(file);
            case "try" -> tryOpening(file);
            case "stage" -> stage(file);
            case "add" -> AttachmentsTest.addUntilKilled(file);
            case "rotate" -> RotationTest.rotateAndDie(file, arguments[2]);
            case "attach" -> AttachmentsTest.streamThrough(file);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Notebook open(Path file) {
        return java.nio.file.Files.exists(Path.of(file + ".keys"))
                ? Notebook.open(file, PASSPHRASE.toCharArray())
                : TestDoor.open(file);
    }

    /** Saves so many records, telling each that is saved, and falls dead without closing anything. */
    private static void write(Path file, int count) {
        Notebook notebook = open(file);
        for (int i = 0; i < count; i++) {
            String record = RecordId.random();
            Pen.save(notebook, record, "interview", "narrative", "жазуу " + i);
            System.out.println(record);
            System.out.flush();
        }
        Runtime.getRuntime().halt(137);
    }

    private static void hold(Path file) throws IOException {
        try (Notebook notebook = open(file)) {
            System.out.println(notebook.self());
            System.out.flush();
            System.in.read();
        }
    }

    private static void tryOpening(Path file) {
        try (Notebook notebook = open(file)) {
            System.out.println("open " + notebook.revisions().count());
        } catch (NotebookException e) {
            System.out.println(e.fault().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void stage(Path file) throws IOException {
        Notebook notebook = open(file);
        Scratch scratch = notebook.newScratch();
        Pen pen = Pen.stranger();
        for (int i = 0; i < 400; i++) {
            scratch.add(pen.edit(
                    RecordId.random(),
                    "interview",
                    List.of(),
                    java.util.Map.of("narrative", org.jailoo.json.Json.of("канарейка ".repeat(12_000)))));
        }
        System.out.println("staged");
        System.out.flush();
        System.in.read();
    }
}
