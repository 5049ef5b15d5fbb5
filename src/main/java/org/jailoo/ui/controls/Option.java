package org.jailoo.ui.controls;

/**
 * One thing to choose: what is stored, and what a person reads.
 *
 * @param depth how far it stands in, under a broader one
 */
public record Option(String key, String label, int depth) {}
