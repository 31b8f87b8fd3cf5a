package org.labjanitor.core.instance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something other than a person that owns an instance and would replace it, or forbids to terminate
 * it.
 *
 * @param owner the owner's name for the report, such as {@code Auto Scaling group web}
 * @param sign where that can be seen, such as {@code tag aws:autoscaling:groupName}
 */
public record Ownership(String owner, String sign) {
    private static final String KUBERNETES_CLUSTER = "kubernetes.io/cluster/";

    /** The most telling sign first: a node of EKS also carries its Auto Scaling group's tag. */
    private static final List<OwnerTag> TAGS =
            List.of(
                    new OwnerTag("AWSBatchServiceTag", "AWS Batch, service tag"),
                    new OwnerTag("aws:elasticmapreduce:job-flow-id", "EMR cluster"),
                    new OwnerTag(
                            "elasticbeanstalk:environment-name", "Elastic Beanstalk environment"),
                    new OwnerTag("eks:nodegroup-name", "EKS node group"),
                    new OwnerTag("eks:cluster-name", "EKS cluster"),
                    new OwnerTag("karpenter.sh/nodepool", "Karpenter node pool"),
                    new OwnerTag("aws:cloud9:environment", "Cloud9 environment"),
                    new OwnerTag("aws:autoscaling:groupName", "Auto Scaling group"),
                    new OwnerTag("aws:ec2:fleet-id", "EC2 Fleet"),
                    new OwnerTag("aws:ec2spot:fleet-request-id", "Spot Fleet"));

    private record OwnerTag(String key, String label) {}

    /**
     * The AWS service, group, fleet or cluster that owns the instance, by {@code Operator} and by
     * the tags these owners set. A CloudFormation stack is no such owner: it does not replace what
     * is gone.
     */
    public static Optional<Ownership> of(Instance instance) {
        return service(instance)
                .or(() -> byTag(instance.tags()))
                .or(() -> kubernetes(instance.tags()));
    }

    /** The persistent Spot request that would launch another instance in its place. */
    public static Optional<Ownership> persistentSpotRequest(Instance instance) {
        SpotRequest request = instance.spotRequest();
        if (request == null || request.persistence() != SpotRequest.Persistence.PERSISTENT) {
            return Optional.empty();
        }
        return Optional.of(
                new Ownership("persistent Spot request " + request.id(), "Spot request type"));
    }

    /** Whether the instance is a Spot instance whose request could not be read. */
    public static boolean isSpotRequestUnread(Instance instance) {
        SpotRequest request = instance.spotRequest();
        if (request == null) {
            return instance.purchaseOption() == PurchaseOption.SPOT;
        }
        return request.persistence() == SpotRequest.Persistence.UNKNOWN;
    }

    private static Optional<Ownership> service(Instance instance) {
        return Optional.ofNullable(instance.managedBy())
                .map(principal -> new Ownership("AWS service " + principal, "Operator"));
    }

    private static Optional<Ownership> byTag(Map<String, String> tags) {
        return TAGS.stream()
                .filter(tag -> tags.containsKey(tag.key()))
                .map(tag ->
                        new Ownership(
                                (tag.label() + " " + tags.get(tag.key())).strip(),
                                "tag " + tag.key()))
                .findFirst();
    }

    private static Optional<Ownership> kubernetes(Map<String, String> tags) {
        return tags.keySet().stream()
                .filter(key -> key.startsWith(KUBERNETES_CLUSTER))
                .sorted()
                .map(key ->
                        new Ownership(
                                "Kubernetes cluster " + key.substring(KUBERNETES_CLUSTER.length()),
                                "tag " + key))
                .findFirst();
    }
}
