package org.jailoo.ui.shell;

import java.util.function.Function;
import org.jailoo.app.CustodyStory;
import org.jailoo.app.HeldPurges;
import org.jailoo.app.KnownNames;
import org.jailoo.app.LeftMentions;
import org.jailoo.app.PlanWithdrawal;
import org.jailoo.app.SaveText;
import org.jailoo.app.Withdraw;
import org.jailoo.app.WithdrawalReport;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.home.HomeModel;
import org.jailoo.ui.withdrawal.WithdrawModel;
import org.jailoo.ui.withdrawal.WithdrawModel.Way;
import org.jailoo.ui.withdrawal.WithdrawScreen;
import org.jailoo.ui.withdrawal.WithdrawalsModel;
import org.jailoo.ui.withdrawal.WithdrawalsScreen;

/** The screens of withdrawals wired to their use cases; the model of all of them is kept while the notebook is open. */
final class WithdrawWork {
    private final Notebook notebook;
    private final Desk.Room room;
    private final HomeModel home;
    private final Screens.Ways ways;
    private final WithdrawalsModel all;
    private final NamesModel names;

    WithdrawWork(Notebook notebook, Desk.Room room, HomeModel home, Screens.Ways ways, NamesModel names) {
        this.names = names;
        this.notebook = notebook;
        this.room = room;
        this.home = home;
        this.ways = ways;
        this.all = new WithdrawalsModel(
                room.tasks(),
                new WithdrawalsModel.Uses(
                        new HeldPurges(notebook, room.clock()),
                        new WithdrawalReport(notebook),
                        new LeftMentions(notebook, room.clock()),
                        new CustodyStory(notebook),
                        new SaveText()),
                () -> {
                    ways.erased().run();
                    home.reload();
                });
    }

    /** What a withdrawal of a record would do. */
    Function<Texts, Screen> of(String record) {
        WithdrawModel model = new WithdrawModel(
                room.tasks(),
                new WithdrawModel.Uses(
                        new PlanWithdrawal(notebook, KnownNames.STORED),
                        new Withdraw(notebook, room.clock()),
                        room.clock(),
                        names),
                record,
                done -> {
                    if (done == Way.ERASE) {
                        ways.erased().run();
                    }
                    home.reload();
                });
        return texts -> new WithdrawScreen(model, texts, ways.navigator(), ways.navigator()::openProtection);
    }

    /** All of them. */
    Function<Texts, Screen> all() {
        return texts -> new WithdrawalsScreen(
                all, texts, new WithdrawalsScreen.Asking(room.files(), room.prompts(), ways.navigator()));
    }

    WithdrawalsModel model() {
        return all;
    }
}
