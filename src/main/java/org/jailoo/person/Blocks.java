package org.jailoo.person;

import java.util.Arrays;

/**
 * Numbers of people under the keys by which they are found: a table in flat arrays, so that a hundred thousand people with
 * twenty keys each take some tens of megabytes.
 */
final class Blocks {
    private static final int NONE = -1;

    private long[] keys = new long[1 << 12];
    private int[] heads = new int[keys.length];
    private int[] sizes = new int[keys.length];
    private int[] next = new int[1 << 12];
    private int[] people = new int[next.length];
    private int used;
    private int held;

    Blocks() {
        Arrays.fill(heads, NONE);
    }

    /** A number for a key: two keys of one number are found together, which costs a comparison and no more. */
    static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key ^ (key >>> 32)) * 0x9E3779B9L) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    void add(long key, int person) {
        if (used * 4 > keys.length * 3) {
            grow();
        }
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        if (held == next.length) {
            next = Arrays.copyOf(next, held * 2);
            people = Arrays.copyOf(people, held * 2);
        }
        next[held] = heads[slot];
        people[held] = person;
        heads[slot] = held++;
        sizes[slot]++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        int[] oldSizes = sizes;
        keys = new long[oldKeys.length * 2];
        heads = new int[keys.length];
        sizes = new int[keys.length];
        Arrays.fill(heads, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                heads[slot] = oldHeads[i];
                sizes[slot] = oldSizes[i];
            }
        }
    }

    /** How many stand under a key, those who are no longer there with them. */
    int size(long key) {
        return sizes[slot(key)];
    }

    /** Takes the number of a person. */
    interface Taker {
        void take(int person);
    }

    /** Hands over who stands under a key, the last added first, and no more than so many. */
    void each(long key, int most, Taker taker) {
        int left = most;
        for (int at = heads[slot(key)]; at != NONE && left > 0; at = next[at], left--) {
            taker.take(people[at]);
        }
    }

    /** How many entries there are. */
    int entries() {
        return held;
    }
}
