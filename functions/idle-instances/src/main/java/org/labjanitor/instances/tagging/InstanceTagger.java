package org.labjanitor.instances.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.labjanitor.instances.inventory.Chunks;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.result.NotExamined;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Writes and clears one tag on the instances of a Region, for people to see. A call takes up to
 * 1,000 resources (EC2 CreateTags, DeleteTags) and fails as a whole, so a batch that is refused is
 * halved: one instance that has vanished must not keep the others from their tag.
 */
public final class InstanceTagger {
    private static final int BATCH = 1000;

    private final Ec2Client ec2;
    private final String region;
    private final String key;

    public InstanceTagger(Ec2Client ec2, String region, String key) {
        this.ec2 = ec2;
        this.region = region;
        this.key = key;
    }

    /** Makes the changes; answers what could not be changed, and why. */
    public List<NotExamined> apply(TagChanges changes) {
        List<NotExamined> faults = new ArrayList<>();
        changes.idsByText().forEach((text, ids) -> write(text, ids, faults));
        clear(changes.idsToClear(), faults);
        return faults;
    }

    private void write(String text, List<String> ids, List<NotExamined> faults) {
        Tag tag = Tag.builder().key(key).value(text).build();
        inBatches(
                ids,
                "ec2:CreateTags",
                batch -> ec2.createTags(request -> request.resources(batch).tags(tag)),
                faults);
    }

    /** Whatever its value is, which a tag without value means. */
    private void clear(List<String> ids, List<NotExamined> faults) {
        Tag tag = Tag.builder().key(key).build();
        inBatches(
                ids,
                "ec2:DeleteTags",
                batch -> ec2.deleteTags(request -> request.resources(batch).tags(tag)),
                faults);
    }

    private void inBatches(
            List<String> ids, String call, Consumer<List<String>> work, List<NotExamined> faults) {
        Chunks.of(ids, BATCH).forEach(batch -> onBatch(batch, call, work, faults));
    }

    private void onBatch(
            List<String> batch,
            String call,
            Consumer<List<String>> work,
            List<NotExamined> faults) {
        try {
            work.accept(batch);
        } catch (SdkException e) {
            AwsFailure failure = AwsFailure.of(call + " in " + region, e);
            if (batch.size() == 1 || failure.kind() != AwsFailure.Kind.REFUSED) {
                faults.add(new NotExamined(subject(batch), failure.message()));
                return;
            }
            Chunks.of(batch, (batch.size() + 1) / 2)
                    .forEach(half -> onBatch(half, call, work, faults));
        }
    }

    private String subject(List<String> batch) {
        return batch.size() == 1
                ? "tag %s of %s".formatted(key, batch.getFirst())
                : "tag %s of %d instances in %s".formatted(key, batch.size(), region);
    }
}
