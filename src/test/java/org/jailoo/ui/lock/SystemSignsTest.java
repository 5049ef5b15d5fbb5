package org.jailoo.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which lines of the system's own listener mean that the screen is about to be left alone. */
class SystemSignsTest {
    @Test
    void aSleepALockAndALockedScreenAreSigns() {
        for (String line : new String[] {
            "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)",
            "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForShutdown (true,)",
            "/org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Lock ()",
            "/org/freedesktop/login1/session/_32: org.freedesktop.DBus.Properties.PropertiesChanged"
                    + " ('org.freedesktop.login1.Session', {'LockedHint': <true>}, @as [])"
        }) {
            assertThat(SystemSigns.isSign(line)).as(line).isTrue();
        }
    }

    @Test
    void wakingUnlockingAndEverythingElseAreNone() {
        for (String line : new String[] {
            "Monitoring signals from all objects owned by org.freedesktop.login1",
            "The name org.freedesktop.login1 is owned by :1.5",
            "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (false,)",
            "/org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Unlock ()",
            "/org/freedesktop/login1: org.freedesktop.login1.Manager.SessionNew ('c4', objectpath '/x')",
            "/org/freedesktop/login1/session/_32: org.freedesktop.DBus.Properties.PropertiesChanged"
                    + " ('org.freedesktop.login1.Session', {'LockedHint': <false>}, @as [])"
        }) {
            assertThat(SystemSigns.isSign(line)).as(line).isFalse();
        }
    }
}
