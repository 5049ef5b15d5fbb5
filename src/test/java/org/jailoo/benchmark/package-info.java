/**
 * Measures the program against floors in the same run: {@code ./mvnw -q -Pbenchmark}. Never a test: a slow machine is no
 * fault. The figures kept are in {@code src/doc/performance.md}.
 */
@NullMarked
package org.jailoo.benchmark;

import org.jspecify.annotations.NullMarked;
