package org.jailoo.ui.common;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.identity.Guesses;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.Withstands;
import org.jailoo.identity.Withstands.Verdict;
import org.jspecify.annotations.Nullable;

/** What a new passphrase that is being typed is worth, and whether the person takes a weak one all the same. */
public final class PassphraseWorth {
    /** Whoever types on is not asked at every letter. */
    private static final long PAUSE_MILLIS = 120;

    private final Latest weighing;
    private final AtomicReference<@Nullable Guesses> guesses = new AtomicReference<>();
    private final ObjectProperty<@Nullable Withstands> strength = new SimpleObjectProperty<>();
    private final BooleanProperty insisting = new SimpleBooleanProperty();

    private final DoubleFunction<Withstands> thief;

    /** Of a notebook. From below: this machine may make each guess dearer than the least that is used. */
    public PassphraseWorth(Tasks tasks) {
        this(tasks, before -> new Withstands(before, Kdf.FLOOR));
    }

    /** Of what a thief opens who needs that long for that many guesses. */
    public PassphraseWorth(Tasks tasks, DoubleFunction<Withstands> thief) {
        this.weighing = new Latest(tasks);
        this.thief = thief;
    }

    /** Null while nothing is typed, or while it is not known yet. */
    public ReadOnlyObjectProperty<@Nullable Withstands> strengthProperty() {
        return strength;
    }

    public BooleanProperty insistingProperty() {
        return insisting;
    }

    /** Estimates what a passphrase is worth, in the background; wipes it. */
    public void weigh(char[] passphrase) {
        if (passphrase.length == 0) {
            weighing.start(watch -> Optional.<Withstands>empty(), worth -> strength.set(worth.orElse(null)));
            return;
        }
        weighing.start(
                watch -> {
                    try {
                        Thread.sleep(PAUSE_MILLIS);
                        watch.at(0, 1);
                        return Optional.of(of(passphrase));
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                worth -> strength.set(worth.orElse(null)));
    }

    /**
     * Lets a passphrase pass that protects. On a working thread; whether a weak one is taken was asked before.
     *
     * @throws TooWeak where it does not
     */
    public void require(char[] passphrase, boolean insists) throws TooWeak {
        Verdict verdict = of(passphrase).verdict();
        if (verdict == Verdict.REFUSED || (verdict == Verdict.WEAK && !insists)) {
            throw new TooWeak(verdict == Verdict.REFUSED);
        }
    }

    /** A passphrase that protects nobody, or little. */
    public static final class TooWeak extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean refused;

        TooWeak(boolean refused) {
            super("too weak");
            this.refused = refused;
        }

        /** Whether it is refused even where the person insists. */
        public boolean refused() {
            return refused;
        }
    }

    private Withstands of(char[] passphrase) {
        Guesses known = guesses.updateAndGet(there -> there == null ? new Guesses() : there);
        return thief.apply(known.before(passphrase));
    }
}
