package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

class TagsTest extends Ec2Lab {
    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void tagsAreAddedReplacedAndTakenAway() {
        String id = seed(seed -> seed.tag("lab", "old"));
        ec2.createTags(r -> r.resources(id).tags(tag("lab", "new"), tag("lab:keep", "true")));
        assertThat(see(id).tags())
                .containsExactlyInAnyOrder(tag("lab", "new"), tag("lab:keep", "true"));
        ec2.deleteTags(r ->
                r.resources(id).tags(tag("lab", "other"), Tag.builder().key("lab:keep").build()));
        assertThat(see(id).tags())
                .as("a tag is deleted only with its value, or whatever its value")
                .containsExactly(tag("lab", "new"));
    }

    @Test
    void managedInstancesCanBeTagged() {
        String id = seed(seed -> seed.managedBy("eks.amazonaws.com"));
        ec2.createTags(r -> r.resources(id).tags(tag("a", "b")));
        assertThat(see(id).tags()).hasSize(1);
    }

    @Test
    void awsOwnKeysAreReserved() {
        String id = seed(seed -> seed.tag("aws:autoscaling:groupName", "web"));
        assertThat(failure(() -> ec2.createTags(r -> r.resources(id).tags(tag("aws:x", "y")))))
                .startsWith("InvalidParameterValue 400 Tag keys starting with 'aws:'");
        assertThat(
                        failure(() ->
                                ec2.deleteTags(r ->
                                        r.resources(id)
                                                .tags(tag("aws:autoscaling:groupName", "web")))))
                .startsWith("InvalidParameterValue 400");
    }

    @Test
    void aResourceHasAtMostFiftyTags() {
        String id = seed(seed -> seed.tag("aws:ec2:fleet-id", "does not count"));
        List<Tag> fifty = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "")).toList();
        ec2.createTags(r -> r.resources(id).tags(fifty));
        assertThat(failure(() -> ec2.createTags(r -> r.resources(id).tags(tag("one", "more")))))
                .startsWith("TagLimitExceeded 400");
    }

    @Test
    void oneMissingResourceTagsNothing() {
        String id = seed(seed -> {});
        assertThat(
                        failure(() ->
                                ec2.createTags(
                                        r -> r.resources(id, "i-12345678").tags(tag("a", "b")))))
                .startsWith("InvalidInstanceID.NotFound 400");
        assertThat(see(id).tags()).isEmpty();
        assertThat(failure(() -> ec2.createTags(r -> r.resources("vpc-1").tags(tag("a", "b")))))
                .startsWith("InvalidID 400");
    }

    @Test
    void tagsAreListedByResource() {
        String id = seed(seed -> seed.tag("lab", "x"));
        seed(seed -> seed.tag("lab", "y"));
        assertThat(
                        ec2.describeTags(r ->
                                        r.filters(
                                                filter("resource-id", id),
                                                filter("resource-type", "instance")))
                                .tags())
                .extracting(TagDescription::key, TagDescription::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("lab", "x"));
    }
}
