package org.jailoo.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.Envelope;
import org.jailoo.demo.SampleData;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private static final Path FOLDER = Path.of("sample-data");

    /** Run with -Djailoo.sample=write to write the files anew. */
    private static final boolean WRITE = "write".equals(System.getProperty("jailoo.sample"));

    @Test
    void theFilesAreThoseThatTheMakerMakes() throws IOException {
        Map<String, byte[]> files = SampleMaker.files();
        if (WRITE) {
            write(files);
        }
        assertThat(bundles()).containsExactlyElementsOf(new TreeSet<>(files.keySet()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(Arrays.equals(json(Files.readAllBytes(FOLDER.resolve(file.getKey()))), file.getValue()))
                    .as(file.getKey() + " is as made; run with -Djailoo.sample=write if the change is meant")
                    .isTrue();
        }
    }

    @Test
    void theProgramCarriesTheSameFiles() throws IOException {
        assumeFalse(WRITE, "the build copies them before the tests run");
        for (String name : bundles()) {
            try (InputStream in = SampleData.open(name)) {
                assertThat(Arrays.equals(in.readAllBytes(), Files.readAllBytes(FOLDER.resolve(name))))
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void theFilesTogetherAreSmall() throws IOException {
        long size = 0;
        for (String name : bundles()) {
            size += Files.size(FOLDER.resolve(name));
        }
        assertThat(size).isLessThan(2_000_000);
    }

    private static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> !f.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Deflate may differ from one Java to the next: what is inside is compared. */
    private static byte[] json(byte[] file) throws IOException {
        if (file[0] == '{') {
            return file;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static void write(Map<String, byte[]> files) throws IOException {
        for (String old : bundles()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Envelope envelope = file.getKey().endsWith(SampleMaker.GZIP) ? new Envelope.Gzip() : new Envelope.Plain();
            BundleFile.write(FOLDER.resolve(file.getKey()), envelope, out -> {
                out.write(file.getValue());
                return file;
            });
        }
    }
}
