package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jailoo.i18n.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code jailoo screens}: every screen on the sample data, as PNG, with no display. */
@CommandLine.Command(name = "screens", description = "${bundle:cli.screens.description}")
final class ScreensCommand extends Command {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{2,3})x([1-9][0-9]{2,3})");

    /** The looks of the window. */
    enum Theme {
        LIGHT,
        DARK,
        CONTRAST
    }

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "${bundle:cli.screens.out}")
    private Path out = Path.of("");

    @Option(names = "--theme", paramLabel = "light|dark|contrast", description = "${bundle:cli.screens.theme}")
    private @Nullable Theme theme;

    @Option(names = "--size", paramLabel = "1366x768", description = "${bundle:cli.screens.size}")
    private String size = "1366x768";

    @Option(names = "--text", paramLabel = "100|125|150|175|200", description = "${bundle:cli.screens.text}")
    private int text = 100;

    @Option(names = "--only", paramLabel = "PREFIX", description = "${bundle:cli.screens.only}")
    private String only = "";

    private final List<String> languages;

    /** Draws in the language that was asked for by name, or in all of them. */
    ScreensCommand(Session session, boolean languageNamed) {
        super(session);
        this.languages = languageNamed ? List.of(session.messages().locale().getLanguage()) : Messages.LANGUAGES;
    }

    @Override
    public Integer call() throws IOException {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw CommandFailure.usage("cli.screens.bad-size", size);
        }
        List<String> themes =
                theme == null ? List.of("light", "dark") : List.of(theme.name().toLowerCase(Locale.ROOT));
        Window.Pictures pictures = new Window.Pictures(
                out,
                languages,
                themes,
                new Window.Paper(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), text),
                only);
        surroundings().window().draw(pictures, file -> session().line(file.toString()));
        return ExitCode.DONE;
    }
}
