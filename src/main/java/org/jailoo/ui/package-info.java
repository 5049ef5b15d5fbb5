/**
 * The window. The only package that knows JavaFX; one package a screen, and screens do not know one another.
 *
 * <p>A View binds, a ViewModel decides, a use case of {@code app} does. View models hold properties and no nodes, so they
 * are tested without a toolkit; what a view has subscribed when it is shown is closed when it is hidden.
 */
@NullMarked
package org.jailoo.ui;

import org.jspecify.annotations.NullMarked;
