package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.core.judge.RhythmPropertyTest.name;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.instance.SpotRequest.Persistence;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict;

final class InstanceJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:43:17Z");
    private static final InstanceEvidence NONE = InstanceEvidence.none();
    private static final InstanceJudge JUDGE =
            new InstanceJudge(InstancePolicy.lab(), LabTags.standard());

    @Test
    void withoutTheLabTagItStaysWhateverElseIsSaid() {
        Instances stranger = new Instances().without("lab").tag("lab:expires", "2020-01-01");
        assertThat(judged(stranger)).isEqualTo("NOT_LAB");
        assertThat(named(stranger)).isEqualTo("NOT_LAB");
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "STOPPING", "SHUTTING_DOWN", "TERMINATED"})
    void betweenTwoStatesOrGoneItIsLeftAlone(InstanceState state) {
        Instances expired = new Instances().tag("lab:expires", "2020-01-01").state(state);
        assertThat(judged(expired)).isEqualTo("NOT_RUNNING");
        assertThat(named(expired)).isEqualTo("NOT_RUNNING");
    }

    @Test
    void theKeepTagHoldsAgainstExpiryAndAgainstAName() {
        Instances kept =
                new Instances().tag("lab:keep", "2026-11-24").tag("lab:expires", "2020-01-01");
        assertThat(judged(kept)).isEqualTo("KEEP_TAG");
        assertThat(named(kept)).isEqualTo("KEEP_TAG");
        assertThat(sentence(kept)).contains("lab:keep", "2026-11-25 00:00 UTC");
    }

    @Test
    void aKeepTagThatRanOutHasNoEffect() {
        Instances once =
                new Instances().tag("lab:keep", "2026-11-23").tag("lab:expires", "2020-01-01");
        assertThat(judged(once)).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "aws:autoscaling:groupName, web, Auto Scaling group web",
        "aws:ec2:fleet-id, fleet-1, EC2 Fleet fleet-1",
        "aws:ec2spot:fleet-request-id, sfr-1, Spot Fleet sfr-1",
        "aws:elasticmapreduce:job-flow-id, j-1, EMR cluster j-1",
        "AWSBatchServiceTag, batch, AWS Batch",
        "elasticbeanstalk:environment-name, shop, Elastic Beanstalk environment shop",
        "eks:cluster-name, blue, EKS cluster blue",
        "eks:nodegroup-name, small, EKS node group small",
        "kubernetes.io/cluster/blue, owned, Kubernetes cluster blue",
        "karpenter.sh/nodepool, spot, Karpenter node pool spot",
        "aws:cloud9:environment, e1, Cloud9 environment e1"
    })
    void whatAnotherOwnsStaysAndNamesTheOwner(String key, String value, String owner) {
        Instances owned = new Instances().tag(key, value).tag("lab:expires", "2020-01-01");
        assertThat(judged(owned)).isEqualTo("OWNED");
        assertThat(named(owned)).isEqualTo("OWNED");
        assertThat(sentence(owned)).contains(owner);
    }

    @Test
    void anInstanceThatAServiceManagesStays() {
        Instances managed = new Instances().managedBy("eks.amazonaws.com");
        assertThat(named(managed)).isEqualTo("OWNED");
        assertThat(sentence(managed)).contains("eks.amazonaws.com");
    }

    @Test
    void aStackAloneDoesNotKeepIt() {
        Instances stacked =
                new Instances()
                        .tag("aws:cloudformation:stack-name", "lab")
                        .tag("lab:expires", "2020-01-01");
        assertThat(judged(stacked)).isEqualTo("EXPIRED");
    }

    @Test
    void aPersistentSpotRequestKeepsItUnlessAPersonNamedIt() {
        Instances spot = new Instances().spot(Persistence.PERSISTENT);
        assertThat(judged(spot)).isEqualTo("OWNED");
        assertThat(sentence(spot)).contains("sir-1");
        assertThat(named(spot)).isEqualTo("NAMED");
    }

    @Test
    void aSpotRequestThatNobodyCouldReadLeavesItUnknown() {
        Instances expired = new Instances().tag("lab:expires", "2020-01-01");
        assertThat(judged(expired.spot(Persistence.UNKNOWN))).isEqualTo("OWNER_UNAVAILABLE");
        assertThat(named(expired.spot(Persistence.UNKNOWN))).isEqualTo("OWNER_UNAVAILABLE");
        assertThat(judged(expired.spot(null))).isEqualTo("OWNER_UNAVAILABLE");
        assertThat(judged(expired.spot(Persistence.ONE_TIME))).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, PROTECTED, PROTECTED",
        "false, true, PROTECTED, PROTECTED",
        "false, false, EXPIRED, NAMED"
    })
    void eitherProtectionKeepsIt(boolean termination, boolean stop, String judged, String named) {
        Instance expired = new Instances().tag("lab:expires", "2020-01-01").build();
        InstanceEvidence evidence = NONE.with(new Protection.Known(termination, stop));
        assertThat(name(decided(JUDGE.judge(expired, evidence, NOW)))).isEqualTo(judged);
        assertThat(name(JUDGE.judgeNamed(expired, evidence, NOW))).isEqualTo(named);
    }

    @Test
    void protectionThatCouldNotBeReadLeavesItUnknown() {
        Instance expired = new Instances().tag("lab:expires", "2020-01-01").build();
        InstanceEvidence evidence = NONE.with(new Protection.Unavailable("throttled"));
        Verdict verdict = decided(JUDGE.judge(expired, evidence, NOW));
        assertThat(name(verdict)).isEqualTo("PROTECTION_UNAVAILABLE");
        assertThat(verdict.explanation().sentence()).contains("throttled");
        assertThat(name(JUDGE.judgeNamed(expired, evidence, NOW)))
                .isEqualTo("PROTECTION_UNAVAILABLE");
    }

    @Test
    void anUnreadableTagLeavesItUnknownEvenWhenExpired() {
        Instances expired = new Instances().tag("lab:expires", "2020-01-01");
        assertThat(judged(expired.tag("lab:keep", "maybe"))).isEqualTo("UNREADABLE_TAG");
        assertThat(named(expired)).isEqualTo("UNREADABLE_TAG");
        assertThat(sentence(expired)).contains("lab:keep", "maybe");
    }

    @Test
    void anUnreadableEndIsNoMatterForANamedOne() {
        Instances odd = new Instances().tag("lab:ttl", "soon");
        assertThat(judged(odd)).isEqualTo("UNREADABLE_TAG");
        assertThat(named(odd)).isEqualTo("NAMED");
    }

    @Test
    void aPictureThatCannotBeTrueLeavesItUnknown() {
        Instances expired = new Instances().tag("lab:expires", "2020-01-01");
        assertThat(judged(expired.lastStart(null))).isEqualTo("IMPLAUSIBLE");
        assertThat(judged(expired.lastStart("2026-11-24T10:48:18Z"))).isEqualTo("IMPLAUSIBLE");
        assertThat(judged(expired.lastStart("2026-11-24T10:48:17Z"))).isEqualTo("EXPIRED");
        assertThat(judged(expired.state(InstanceState.UNKNOWN))).isEqualTo("IMPLAUSIBLE");
        assertThat(named(expired)).isEqualTo("IMPLAUSIBLE");
    }

    @Test
    void expiryNeedsNoMetrics() {
        Instances expired = new Instances().tag("lab:expires", "2026-11-23").type("p5.48xlarge");
        assertThat(judged(expired)).isEqualTo("EXPIRED");
        assertThat(sentence(expired)).contains("2026-11-24 00:00 UTC", "lab:expires");
        assertThat(judged(expired.state(InstanceState.STOPPED))).isEqualTo("EXPIRED");
    }

    @Test
    void aTtlCountsFromTheFirstLaunchNotFromTheLastStart() {
        Instances restarted =
                new Instances().tag("lab:ttl", "40d").lastStart("2026-11-24T08:00:00Z");
        assertThat(judged(restarted)).isEqualTo("EXPIRED");
    }

    @Test
    void aStoppedOneStaysUntilItsLimit() {
        Instance stopped = new Instances().stoppedSince("2026-11-17T10:43:17Z").build();
        Instance unclear = new Instances().state(InstanceState.STOPPED).build();
        InstanceJudge week =
                new InstanceJudge(InstancePolicy.lab().withStoppedDays(7), LabTags.standard());
        assertThat(name(decided(JUDGE.judge(stopped, NONE, NOW)))).isEqualTo("STOPPED");
        assertThat(name(decided(week.judge(stopped, NONE, NOW)))).isEqualTo("STOPPED_TOO_LONG");
        assertThat(name(decided(week.judge(stopped, NONE, NOW.minusSeconds(1)))))
                .isEqualTo("STOPPED");
        assertThat(name(decided(week.judge(unclear, NONE, NOW)))).isEqualTo("STOPPED");
    }

    @Test
    void anAcceleratorKeepsItUnlessThePolicyAcceptsThat() {
        Instance gpu = new Instances().type("g5.xlarge").build();
        InstanceJudge bold =
                new InstanceJudge(
                        InstancePolicy.lab().withAcceptAccelerated(true), LabTags.standard());
        assertThat(name(decided(JUDGE.judge(gpu, NONE, NOW)))).isEqualTo("ACCELERATED");
        assertThat(bold.judge(gpu, NONE, NOW)).isInstanceOf(Judgement.Asks.class);
    }

    @Test
    void aYoungOneIsToldWhenItWillBeJudged() {
        Instances young = new Instances().lastStart("2026-11-23T10:43:18Z");
        assertThat(judged(young)).isEqualTo("YOUNG");
        assertThat(sentence(young)).contains("2026-11-24 10:43 UTC");
        Instance grown = young.lastStart("2026-11-23T10:43:17Z").build();
        assertThat(name(decided(JUDGE.judge(grown, NONE, NOW)))).isEqualTo("IN_USE");
    }

    @Test
    void aNamedOneNeedsNoReasonOfItsOwn() {
        assertThat(named(new Instances().type("g5.xlarge").lastStart(null))).isEqualTo("NAMED");
        assertThat(named(new Instances().state(InstanceState.STOPPED))).isEqualTo("NAMED");
    }

    @Test
    void theLabTagMayHaveAnotherName() {
        InstanceJudge course = new InstanceJudge(InstancePolicy.lab(), new LabTags("course"));
        Instance instance = new Instances().without("lab").tag("course", "x").build();
        assertThat(course.judgeNamed(instance, NONE, NOW)).isInstanceOf(Verdict.Removable.class);
    }

    private static String judged(Instances instance) {
        return name(decided(JUDGE.judge(instance.build(), NONE, NOW)));
    }

    private static String named(Instances instance) {
        return name(JUDGE.judgeNamed(instance.build(), NONE, NOW));
    }

    private static String sentence(Instances instance) {
        return decided(JUDGE.judge(instance.build(), NONE, NOW)).explanation().sentence();
    }

    private static Verdict decided(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Decided.class);
        return ((Judgement.Decided) judgement).verdict();
    }
}
