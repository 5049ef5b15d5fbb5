package org.jailoo.ui.shell;

import java.time.Clock;
import java.time.ZoneId;
import org.jailoo.app.BackUp;
import org.jailoo.app.Backups;
import org.jailoo.app.DeviceContacts;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.HomeScan;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.Lead;
import org.jailoo.app.LeftMentions;
import org.jailoo.app.NotReceived;
import org.jailoo.app.RecoveryKits;
import org.jailoo.app.WithdrawalReport;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.home.HomeModel;

/** The first page wired to the use cases that it reads from. */
final class FirstPage {
    private FirstPage() {}

    static HomeModel model(Opened opened, Desk.Room room) {
        Notebook notebook = opened.notebook();
        Clock clock = room.clock();
        return new HomeModel(
                room.tasks(),
                new HomeModel.Reading(
                        new HomeCounts(notebook),
                        new NotReceived(notebook),
                        new Lead(notebook),
                        opened.sample() ? null : new Backups(notebook, opened.file(), clock, BackUp.WORK_FACTOR),
                        new HomeScan(notebook, clock, ZoneId.systemDefault()),
                        new KeepDrafts(notebook, clock),
                        new WithdrawalReport(notebook),
                        new LeftMentions(notebook, clock),
                        new DeviceContacts(notebook, clock),
                        opened.sample() ? null : new RecoveryKits(notebook, opened.file(), clock)));
    }
}
