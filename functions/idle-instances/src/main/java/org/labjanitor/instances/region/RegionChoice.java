package org.labjanitor.instances.region;

import java.util.List;
import org.labjanitor.runtime.result.NotExamined;

/** Regions that a run looks at, and those it was asked to look at but cannot. */
public record RegionChoice(List<String> regions, List<NotExamined> notExamined) {
    public RegionChoice {
        regions = List.copyOf(regions);
        notExamined = List.copyOf(notExamined);
    }
}
