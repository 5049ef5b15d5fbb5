package org.jailoo.ui.meeting;

import java.util.List;

/**
 * What became of a save of a plan.
 *
 * @param saved how many rows are on the disk
 * @param failed the numbers of those that are not, as they stand in their plan
 */
record PlanNotice(int saved, List<Integer> failed) {
    PlanNotice {
        failed = List.copyOf(failed);
    }
}
