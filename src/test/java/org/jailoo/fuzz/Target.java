package org.jailoo.fuzz;

/** A reader under attack: what it does with any bytes, and what must hold afterwards. */
@FunctionalInterface
interface Target {
    /** Takes an input. Whatever this throws is a finding. */
    void take(byte[] input) throws Exception;
}
