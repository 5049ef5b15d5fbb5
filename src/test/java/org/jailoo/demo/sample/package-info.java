/**
 * Makes the sample data: the facts of five published documents, and invented records where they publish none.
 *
 * <p>Stands with the tests because the program itself never writes these bundles; it only reads them. Everything is drawn
 * from fixed names, so that the files come out the same on every machine.
 */
@NullMarked
package org.jailoo.demo.sample;

import org.jspecify.annotations.NullMarked;
