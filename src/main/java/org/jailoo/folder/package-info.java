/**
 * What lies in a folder that several laptops share, judged by names, sizes and times alone: which names are bundles, which
 * are what a sync program leaves beside them, and whether a file has come to rest. No file is touched here.
 */
@NullMarked
package org.jailoo.folder;

import org.jspecify.annotations.NullMarked;
