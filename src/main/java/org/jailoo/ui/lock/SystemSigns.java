package org.jailoo.ui.lock;

import java.awt.Desktop;
import java.awt.desktop.SystemSleepEvent;
import java.awt.desktop.SystemSleepListener;
import java.awt.desktop.UserSessionEvent;
import java.awt.desktop.UserSessionListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the system says before it sleeps or locks the screen. Where it says nothing, the gap between two looks at the
 * clock has to do ({@link Watchman}).
 */
public final class SystemSigns implements AutoCloseable {
    private static final Path LISTENER = Path.of("/usr/bin/gdbus");

    /** Before a sleep, at a session's lock, and where a desktop only notes that its screen is locked. */
    private static final Pattern SIGN = Pattern.compile("login1\\.Manager\\.PrepareFor(Sleep|Shutdown) \\(true,?\\)"
            + "|login1\\.Session\\.Lock \\(\\)|'LockedHint': <true>");

    private final Runnable then;
    private volatile @Nullable Process listener;
    private volatile boolean closed;

    /** Signs that nobody listens to yet; {@code then} will run on a thread of its own. */
    public SystemSigns(Runnable then) {
        this.then = then;
    }

    /** Listens, without waiting for an answer of the system. */
    public void listen() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Runnable way = os.contains("linux") ? this::login : os.contains("win") ? this::desktop : () -> {};
        Thread thread = new Thread(way, "jailoo-signs");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether a line of the listener is a sign. */
    static boolean isSign(String line) {
        return SIGN.matcher(line).find();
    }

    /** What keeps the sessions of most Linux systems tells it over the bus that every desktop has. */
    private void login() {
        if (!Files.isExecutable(LISTENER)) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(LISTENER.toString(), "monitor", "--system", "--dest", "org.freedesktop.login1"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process started = builder.start();
            listener = started;
            if (closed) {
                started.destroy();
            }
            started.getOutputStream().close();
            try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (isSign(line)) {
                        then.run();
                    }
                }
            }
        } catch (IOException e) {
            // The system says nothing to us; the clock is looked at all the same.
        }
    }

    /** On Windows the other toolkit of Java is told. On a Mac it must not be started beside this one. */
    private void desktop() {
        try {
            Desktop desktop = Desktop.getDesktop();
            desktop.addAppEventListener(new SystemSleepListener() {
                @Override
                public void systemAboutToSleep(SystemSleepEvent e) {
                    then.run();
                }

                @Override
                public void systemAwoke(SystemSleepEvent e) {
                    then.run();
                }
            });
            desktop.addAppEventListener(new UserSessionListener() {
                @Override
                public void userSessionDeactivated(UserSessionEvent e) {
                    then.run();
                }

                @Override
                public void userSessionActivated(UserSessionEvent e) {
                    then.run();
                }
            });
        } catch (RuntimeException | LinkageError | java.awt.AWTError e) {
            // The system says nothing to us; the clock is looked at all the same.
        }
    }

    @Override
    public void close() {
        closed = true;
        Process started = listener;
        if (started != null) {
            started.destroy();
        }
    }
}
