package org.jailoo.ui.common;

import java.nio.file.Path;
import org.jailoo.notebook.Notebook;

/**
 * A notebook that was unlocked.
 *
 * @param sample whether it holds the sample data, and must never be taken for real work
 */
public record Opened(Notebook notebook, Path file, boolean sample) {}
