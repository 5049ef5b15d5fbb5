package org.jailoo.folder;

/**
 * By what a file is known again without reading it.
 *
 * @param size in bytes
 * @param modified as its folder says it, in milliseconds; sticks count in steps of two seconds
 */
public record Mark(long size, long modified) {}
