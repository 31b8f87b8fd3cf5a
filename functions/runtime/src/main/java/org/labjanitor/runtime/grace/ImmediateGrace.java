package org.labjanitor.runtime.grace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.NotExamined;

/** No grace and no ledger: a person named the resources, or the run only reports. */
final class ImmediateGrace implements RunGrace {
    @Override
    public Optional<Instant> firstSeen(String region, String id) {
        return Optional.empty();
    }

    @Override
    public Map<String, Stage> look(List<Candidate> candidates) {
        return NamedGrace.immediate(candidates);
    }

    @Override
    public Map<String, Stage> warn(List<Candidate> candidates, Set<String> wholeRegions) {
        return look(candidates);
    }

    @Override
    public Set<String> claim(List<Candidate> due) {
        return due.stream().map(Candidate::id).collect(Collectors.toSet());
    }

    @Override
    public void spare(List<Candidate> spared) {
        // Nothing was claimed.
    }

    @Override
    public void settle(List<Ended> ended) {
        // Nobody was warned, so nobody waits for an end.
    }

    @Override
    public List<NotExamined> gaps() {
        return List.of();
    }

    @Override
    public Correspondence correspondence() {
        return Correspondence.none();
    }
}
