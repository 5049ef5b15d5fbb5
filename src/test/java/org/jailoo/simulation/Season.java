package org.jailoo.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.simulation.Event.Arrive;
import org.jailoo.simulation.Event.Back;
import org.jailoo.simulation.Event.Damage;
import org.jailoo.simulation.Event.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The script of a season, a pure value of its seed: who writes, sends, loses and breaks what on which day, and what
 * becomes of each bundle. Machine 0 is the lead's, the others stand in three regions, each with a lead of its own.
 */
record Season(long seed, Size size, List<List<Event>> days) {
    /** How large a season is. */
    record Size(int laptops, int days) {
        static final Size FULL = new Size(12, 60);
        static final Size SMALL = new Size(5, 20);
    }

    private static final int REGIONS = 3;
    private static final long YEAR = 31_556_952;

    static Season of(long seed, Size size) {
        return new Writer(seed, size).write();
    }

    /** The whole script as text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("season of seed " + seed + ", " + size + "\n");
        for (int day = 0; day < days.size(); day++) {
            for (Event event : days.get(day)) {
                text.append("day ").append(day + 1).append(": ").append(event).append('\n');
            }
        }
        return text.toString();
    }

    private static final class Writer {
        private final Random random;
        private final long seed;
        private final Size size;
        private final List<List<Event>> mornings = new ArrayList<>();
        private final List<List<Event>> evenings = new ArrayList<>();
        private final List<List<Event>> planned = new ArrayList<>();
        private final List<Integer> machines = new ArrayList<>();
        private final Map<Integer, List<Integer>> open = new HashMap<>();
        private int forms;
        private int parcels;
        private int lost = -1;
        private int copied = -1;
        private int restored = -1;

        Writer(long seed, Size size) {
            this.seed = seed;
            this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
            this.size = size;
            for (int day = 0; day <= size.days(); day++) {
                mornings.add(new ArrayList<>());
                evenings.add(new ArrayList<>());
                planned.add(new ArrayList<>());
            }
            for (int i = 0; i < size.laptops(); i++) {
                machines.add(i);
            }
        }

        Season write() {
            plan();
            List<List<Event>> days = new ArrayList<>();
            for (int day = 0; day < size.days(); day++) {
                List<Event> events = new ArrayList<>();
                Collections.shuffle(mornings.get(day), random);
                events.addAll(mornings.get(day));
                for (Event event : planned.get(day)) {
                    events.add(event);
                    follow(event);
                }
                List<Integer> order = new ArrayList<>(machines);
                Collections.shuffle(order, random);
                for (int machine : order) {
                    work(machine, events);
                }
                for (int machine : order) {
                    send(day, machine, events);
                }
                Collections.shuffle(evenings.get(day), random);
                events.addAll(evenings.get(day));
                days.add(List.copyOf(events));
            }
            // What was late to the very end comes when all is over.
            Collections.shuffle(mornings.get(size.days()), random);
            days.add(List.copyOf(mornings.get(size.days())));
            return new Season(seed, size, List.copyOf(days));
        }

        private int between(int from, int to) {
            return from + random.nextInt(Math.max(1, to - from));
        }

        private int day(double from, double to) {
            return Math.min(size.days() - 1, between((int) (size.days() * from), (int) (size.days() * to)));
        }

        private boolean chance(double p) {
            return random.nextDouble() < p;
        }

        /** The accidents that a season has one of, and the clocks. */
        private void plan() {
            List<Integer> victims = new ArrayList<>(machines.subList(1, machines.size()));
            Collections.shuffle(victims, random);
            if (chance(0.8)) {
                copied = victims.get(0);
                planned.get(day(0.2, 0.6)).add(new Event.Copy(copied, size.laptops(), chance(0.4)));
            }
            if (chance(0.8)) {
                lost = victims.get(1);
                planned.get(day(0.35, 0.85)).add(new Event.Lose(lost));
            }
            if (chance(0.8)) {
                restored = victims.get(2);
                Back how = Back.values()[random.nextInt(Back.values().length)];
                int kept = day(0.1, 0.6);
                planned.get(kept).add(new Event.Keep(restored, how));
                planned.get(Math.min(size.days() - 1, between(kept + 2, kept + size.days() / 3)))
                        .add(new Event.Restore(restored, how));
            }
            for (int i = 0; i < size.laptops() / 3; i++) {
                int machine = random.nextInt(size.laptops());
                long seconds = chance(0.5) ? -between(1, 40) * YEAR : between(1, 70) * YEAR;
                planned.get(day(0, 0.7)).add(new Event.Clock(machine, seconds));
                if (chance(0.5)) {
                    planned.get(day(0.7, 1)).add(new Event.Clock(machine, -between(0, 40) * 3600L));
                }
            }
        }

        private void follow(Event event) {
            if (event instanceof Event.Copy copy) {
                machines.add(copy.copy());
            } else if (event instanceof Event.Lose lose) {
                machines.remove((Integer) lose.machine());
                int day = 0;
                while (!planned.get(day).contains(event)) {
                    day++;
                }
                for (int machine = 0; machine <= size.laptops(); machine++) {
                    boolean exists = machine < size.laptops() || copied >= 0;
                    if (exists && machine != lose.machine() && chance(0.9)) {
                        int hears = day + 1 + random.nextInt(10);
                        if (hears < size.days()) {
                            planned.get(hears).add(new Event.Block(machine, lose.machine()));
                        }
                    }
                }
            } else if (event instanceof Event.Restore restore) {
                open.remove(restore.machine());
            }
        }

        private void work(int machine, List<Event> events) {
            if (chance(0.72)) {
                return;
            }
            for (int i = random.nextInt(3); i >= 0; i--) {
                events.add(act(machine));
            }
        }

        private Event act(int machine) {
            List<Integer> forms = open.computeIfAbsent(machine, m -> new ArrayList<>());
            int what = random.nextInt(100);
            if (what < 2) {
                return new Event.Purge(machine, chance(0.65), pick());
            }
            if (what < 16) {
                forms.add(++this.forms);
                return new Event.Open(machine, this.forms, pick());
            }
            if (what < 34 && !forms.isEmpty()) {
                int form = forms.get(random.nextInt(forms.size()));
                return new Event.Save(machine, form, random.nextLong(), chance(0.3));
            }
            Kind kind = what < 58
                    ? Kind.NEW
                    : what < 86 ? Kind.EDIT : what < 94 ? Kind.SETTLE : what < 98 ? Kind.DELETE : Kind.REVIVE;
            return new Event.Write(machine, kind, pick(), random.nextLong());
        }

        private int pick() {
            return random.nextInt(Integer.MAX_VALUE);
        }

        // ---- bundles

        private void send(int day, int machine, List<Event> events) {
            boolean lead = machine <= regions();
            if (!chance(machine == 0 ? 0.45 : lead ? 0.35 : 0.24)) {
                return;
            }
            List<Integer> to = receivers(machine);
            if (to.isEmpty()) {
                return;
            }
            int what = random.nextInt(100);
            Choice choice = what < 50
                    ? Choice.CHANGES
                    : what < 68 ? Choice.ALL : what < 78 ? Choice.CODES : what < 92 ? Choice.RECEIPT : null;
            send(day, machine, choice, to, events);
        }

        private int regions() {
            return Math.min(REGIONS, Math.max(1, (size.laptops() - 1) / 3));
        }

        /** The region of a machine, and who leads it; a copy stands where its original does. */
        private int region(int machine) {
            int of = machine == size.laptops() ? copied : machine;
            return (of - 1) % regions();
        }

        private List<Integer> receivers(int machine) {
            List<Integer> others = new ArrayList<>(machines);
            others.remove((Integer) machine);
            List<Integer> to = new ArrayList<>();
            int copy = size.laptops();
            boolean pair = machine == copy || (machine == copied && machines.contains(copy));
            if (pair && machines.contains(copied) && chance(0.3)) {
                // The two machines that one notebook became tell each other.
                to.add(machine == copy ? copied : copy);
            } else if (machine == 0) {
                // The lead's bundles go to the regions, and now and then to anybody.
                others.removeIf(m -> m > regions() && !chance(0.25));
                Collections.shuffle(others, random);
                to.addAll(others.subList(0, Math.min(others.size(), 1 + random.nextInt(3))));
            } else if (machine <= regions()) {
                if (chance(0.5)) {
                    to.add(0);
                }
                others.removeIf(m -> m == 0 || region(m) != region(machine));
                Collections.shuffle(others, random);
                to.addAll(others.subList(0, Math.min(others.size(), random.nextInt(3))));
            } else {
                int how = random.nextInt(10);
                to.add(how < 6 ? region(machine) + 1 : how < 9 ? 0 : others.get(random.nextInt(others.size())));
                to.removeIf(m -> m == machine || !machines.contains(m));
            }
            return to;
        }

        private void send(int day, int machine, @Nullable Choice choice, List<Integer> to, List<Event> events) {
            int parcel = ++parcels;
            events.add(new Event.Send(machine, parcel, choice, List.copyOf(to)));
            for (int receiver : to) {
                int fate = random.nextInt(100);
                if (fate < 8) {
                    evenings.get(day).add(new Event.Vanish(receiver, parcel));
                } else if (fate < 14) {
                    come(day, receiver, parcel, Damage.CUT, random.nextInt(3));
                    again(day, receiver, parcel);
                } else if (fate < 19) {
                    come(day, receiver, parcel, Damage.FLIPPED, random.nextInt(3));
                    again(day, receiver, parcel);
                } else if (fate < 29) {
                    come(day, receiver, parcel, Damage.NONE, random.nextInt(3));
                    come(day, receiver, parcel, Damage.NONE, random.nextInt(20));
                } else if (fate < 43) {
                    come(day, receiver, parcel, Damage.NONE, 3 + random.nextInt(20));
                } else if (fate < 46) {
                    come(day, receiver, parcel, Damage.NONE, size.days());
                } else {
                    come(day, receiver, parcel, Damage.NONE, random.nextInt(3));
                }
            }
        }

        /** Of half of what came damaged a whole copy follows. */
        private void again(int day, int receiver, int parcel) {
            if (chance(0.5)) {
                come(day, receiver, parcel, Damage.NONE, 2 + random.nextInt(9));
            }
        }

        private void come(int day, int receiver, int parcel, Damage damage, int after) {
            int when = Math.min(size.days(), day + after);
            Event arrival = new Arrive(receiver, parcel, damage, random.nextDouble(), after > 2, chance(0.15));
            (after == 0 ? evenings : mornings).get(when).add(arrival);
        }
    }
}
