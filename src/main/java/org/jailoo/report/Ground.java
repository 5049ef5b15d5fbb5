package org.jailoo.report;

import org.jailoo.record.Schema;

/** What all families of tables stand on: the codes, the campaigns and the people of a notebook, and what is followed. */
record Ground(Schema schema, Campaigns campaigns, People people, Trace trace) {}
