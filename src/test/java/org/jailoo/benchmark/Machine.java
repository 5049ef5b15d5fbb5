package org.jailoo.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine that is measured on, in words; figures without it say nothing. */
final class Machine {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Machine() {}

    static String words() {
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB, %s %s %s, Java %s, heap at most %d MB, %s",
                Runtime.getRuntime().availableProcessors(),
                Math.round(SYSTEM.getTotalMemorySize() / 1e9),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                System.getProperty("java.runtime.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> flag.startsWith("-XX"))
                        .toList());
    }

    /** How much other work it has; below 0 where the system does not tell. */
    static String load() {
        return String.format(Locale.ROOT, "%.1f", SYSTEM.getSystemLoadAverage());
    }
}
