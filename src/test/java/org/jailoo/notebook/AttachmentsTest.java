package org.jailoo.notebook;

class AttachmentsTest {
    static void streamThrough(java.nio.file.Path p) {}
}
