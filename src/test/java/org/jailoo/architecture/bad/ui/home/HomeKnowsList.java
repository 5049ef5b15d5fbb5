package org.jailoo.architecture.bad.ui.home;

import org.jailoo.architecture.bad.ui.list.ListScreen;

/** A screen that knows another screen. */
final class HomeKnowsList {
    private HomeKnowsList() {}

    static Object screen() {
        return new ListScreen();
    }
}
