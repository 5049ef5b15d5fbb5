package org.jailoo.reliability;

import java.nio.file.Path;

/**
 * A process that does one thing after the other with a notebook until it is killed. It says a line on standard output
 * before each, what it will change, and after each, that it was acknowledged.
 */
final class Victim {
    private Victim() {}

    /**
     * Begins with so many things at random, then does one again and again.
     *
     * @param args the folder, a seed, how many things first, and the name of the one; none for things at random for ever
     */
    public static void main(String[] args) throws Exception {
        try {
            World world = new World(Path.of(args[0]), Long.parseLong(args[1]));
            System.out.println("ready");
            System.out.flush();
            for (int i = Integer.parseInt(args[2]); i > 0; i--) {
                atRandom(world).play(world);
            }
            while (true) {
                (args.length > 3 ? UseCase.valueOf(args[3]) : atRandom(world)).play(world);
            }
        } catch (Throwable e) {
            e.printStackTrace();
            System.out.println("fault");
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    /** The small things more often, as in life. */
    private static UseCase atRandom(World world) {
        UseCase[] all = UseCase.values();
        int drawn = world.random.nextInt(2 * all.length);
        return drawn < all.length ? all[drawn] : all[world.random.nextInt(UseCase.UNDO_OUT.ordinal())];
    }
}
