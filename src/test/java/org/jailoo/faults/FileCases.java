package org.jailoo.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.SaveText;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.CsvSeparator;
import org.jspecify.annotations.Nullable;

/** What is written for office programs, onto a stick. */
final class FileCases {
    private FileCases() {}

    static List<UseCase> all() {
        return List.of(
                new Workbook("workbook", "", false),
                new Workbook("workbook (stick)", "out", false),
                new Workbook("workbook (password)", "", true),
                new Csv("csv", ""),
                new Csv("csv (stick)", "out"),
                new Text());
    }

    private static ExportWorkbook export(@Nullable Notebook open) {
        return new ExportWorkbook(Objects.requireNonNull(open), Notebooks.CLOCK, ZoneOffset.UTC);
    }

    /** A workbook for the team. */
    private static final class Workbook extends UseCase {
        private final String armed;
        private final char[] password;

        Workbook(String name, String armed, boolean locked) {
            super(name);
            this.armed = armed;
            this.password = locked ? "сыр".toCharArray() : new char[0];
        }

        @Override
        String armed() {
            return armed;
        }

        private static Path file(Place place) {
            return place.out().resolve("book.xlsx");
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            export(open).export(new ExportWorkbook.Order(file(place), Audience.TEAM, "ky"), password, Steps.UNWATCHED);
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            require(Files.size(file(place)) > 10_000, "the workbook is short");
            if (password.length == 0) {
                // Its directory stands at its end.
                try (java.util.zip.ZipFile zip =
                        new java.util.zip.ZipFile(file(place).toFile())) {
                    require(zip.size() > 5, "the workbook is not whole");
                }
            }
        }

        @Override
        List<String> written() {
            return List.of("book.xlsx");
        }

        @Override
        boolean writesInClear() {
            return password.length == 0;
        }
    }

    /** A folder of CSV files. */
    private static final class Csv extends UseCase {
        private final String armed;

        Csv(String name, String armed) {
            super(name);
            this.armed = armed;
        }

        @Override
        String armed() {
            return armed;
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            export(open)
                    .csv(
                            new ExportWorkbook.Order(place.out().resolve("csv"), Audience.TEAM, "ky"),
                            CsvSeparator.COMMA,
                            Steps.UNWATCHED);
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            List<String> names = Place.names(place.out());
            require(names.size() > 3 && names.get(0).equals("csv/"), "there lies " + names);
            for (String name : names) {
                Path file = place.out().resolve(name);
                require(Files.isDirectory(file) || Files.size(file) > 10, name + " is empty");
            }
            written = names;
        }

        private List<String> written = List.of();

        @Override
        List<String> written() {
            return written;
        }

        @Override
        boolean writesInClear() {
            return true;
        }
    }

    /** A text that names nobody. */
    private static final class Text extends UseCase {
        Text() {
            super("text");
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            new SaveText().save(place.out().resolve("text.txt"), "өчүрүү баракчасы ".repeat(1000));
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            require(Files.readString(place.out().resolve("text.txt")).length() == 17_000, "the text is short");
        }

        @Override
        List<String> written() {
            return List.of("text.txt");
        }
    }
}
