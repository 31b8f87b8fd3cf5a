package org.labjanitor.instances.sweep;

import java.util.List;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.evidence.Insight;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.removal.RemovalAction;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.InstanceSight;
import org.labjanitor.runtime.result.Resource;

/** Instances as the ledger, the notices and the result speak of them. */
final class Candidates {
    private final LabTags tags;
    private final InstancePrices prices;
    private final RemovalAction action;

    Candidates(LabTags tags, InstancePrices prices, RemovalAction action) {
        this.tags = tags;
        this.prices = prices;
        this.action = action;
    }

    List<Candidate> of(List<Judged> judged) {
        return judged.stream().map(this::of).toList();
    }

    Candidate of(Judged judged) {
        Instance instance = judged.instance().instance();
        return new Candidate(
                resource(instance), judged.verdict(), prices.of(instance), action.planned());
    }

    /** What else was seen of it, for the result. */
    InstanceSight sight(Judged judged) {
        Instance instance = judged.instance().instance();
        Insight insight = judged.insight();
        return new InstanceSight(
                instance.state().awsName(),
                tags.lab(instance.tags()).orElse(null),
                instance.lastStart(),
                insight.day(),
                insight.lastLogin(),
                insight.reasoning());
    }

    private Resource resource(Instance instance) {
        return new Resource(
                instance.id(),
                instance.name().orElse(null),
                instance.region(),
                instance.zone(),
                instance.type(),
                tags.owner(instance.tags()).orElse(null),
                instance.firstLaunch().orElse(null));
    }
}
