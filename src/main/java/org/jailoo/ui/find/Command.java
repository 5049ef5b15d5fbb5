package org.jailoo.ui.find;

import org.kordamp.ikonli.Ikon;

/**
 * Something that can be done from the box: a screen to go to, a form to open.
 *
 * @param label as people read it, by whose words it is found
 * @param does what it does
 */
public record Command(String id, String label, Ikon icon, Runnable does) {}
