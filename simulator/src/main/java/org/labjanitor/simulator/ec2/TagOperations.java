package org.labjanitor.simulator.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** Tags of everything that EC2 has here. */
final class TagOperations {
    private final Ec2Operations operations;

    TagOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "CreateTags",
                        CreateTagsRequest::builder,
                        Set.of("Resources", "Tags"),
                        this::create),
                operations.operation(
                        "DeleteTags",
                        DeleteTagsRequest::builder,
                        Set.of("Resources", "Tags"),
                        this::delete),
                operations.operation(
                        "DescribeTags",
                        DescribeTagsRequest::builder,
                        Set.of("Filters", "MaxResults", "NextToken"),
                        this::describe));
    }

    private CreateTagsResponse create(Call call, CreateTagsRequest request) {
        Map<String, String> added = TagRules.checked(request.tags());
        request.resources().forEach(id -> requireResource(call.stock(), id));
        for (String id : request.resources()) {
            Map<String, String> after = new TreeMap<>(call.stock().tags().of(id));
            after.putAll(added);
            TagRules.requireRoom(after);
        }
        request.resources().forEach(id -> call.stock().tags().of(id).putAll(added));
        return CreateTagsResponse.builder().build();
    }

    private DeleteTagsResponse delete(Call call, DeleteTagsRequest request) {
        request.tags().forEach(tag -> TagRules.requireKey(tag.key()));
        request.resources().forEach(id -> requireResource(call.stock(), id));
        for (String id : request.resources()) {
            deleteFrom(call.stock().tags().of(id), request.tags());
        }
        return DeleteTagsResponse.builder().build();
    }

    /** Without tags every user tag goes; a tag without value goes whatever its value is. */
    private static void deleteFrom(NavigableMap<String, String> present, List<Tag> tags) {
        if (tags.isEmpty()) {
            present.keySet().removeIf(key -> !key.startsWith("aws:"));
        }
        for (Tag tag : tags) {
            if (tag.value() == null) {
                present.remove(tag.key());
            } else {
                present.remove(tag.key(), tag.value());
            }
        }
    }

    private static void requireResource(Ec2Stock stock, String id) {
        switch (typeOf(id)) {
            case "instance" -> stock.machine(id);
            case "volume" ->
                    require(
                            stock.volumes().containsKey(id),
                            "InvalidVolume.NotFound",
                            "The volume",
                            id);
            case "elastic-ip" ->
                    require(
                            stock.addresses().containsKey(id),
                            "InvalidAllocationID.NotFound",
                            "The allocation ID",
                            id);
            case "key-pair" ->
                    require(
                            stock.keyPairs().values().stream().anyMatch(key -> key.id().equals(id)),
                            "InvalidKeyPair.NotFound",
                            "The key pair",
                            id);
            default ->
                    require(
                            stock.spotRequests().containsKey(id),
                            "InvalidSpotInstanceRequestID.NotFound",
                            "The spot instance request ID",
                            id);
        }
    }

    private static void require(boolean exists, String code, String what, String id) {
        if (!exists) {
            throw AwsError.badRequest(code, what + " '" + id + "' does not exist");
        }
    }

    private static String typeOf(String id) {
        return switch (id.substring(0, id.indexOf('-') + 1)) {
            case "i-" -> "instance";
            case "vol-" -> "volume";
            case "eipalloc-" -> "elastic-ip";
            case "key-" -> "key-pair";
            case "sir-" -> "spot-instances-request";
            default ->
                    throw AwsError.badRequest(
                            "InvalidID",
                            "The ID '" + id + "' is not valid, or not known to the lab");
        };
    }

    private DescribeTagsResponse describe(Call call, DescribeTagsRequest request) {
        Filters<TagDescription> filters =
                new Filters<TagDescription>(tag -> Map.of(tag.key(), tag.value()))
                        .on("key", TagDescription::key)
                        .on("value", TagDescription::value)
                        .on("resource-id", TagDescription::resourceId)
                        .on("resource-type", TagDescription::resourceTypeAsString);
        List<TagDescription> found =
                all(call.stock()).stream().filter(filters.matching(request.filters())).toList();
        Page<TagDescription> page =
                Page.of(
                        found,
                        tag -> tag.resourceId() + "/" + tag.key(),
                        new Page.Wish("DescribeTags", request.maxResults(), request.nextToken()));
        return DescribeTagsResponse.builder()
                .tags(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static List<TagDescription> all(Ec2Stock stock) {
        List<TagDescription> tags = new ArrayList<>();
        stock.addresses().keySet().forEach(id -> addTags(stock, id, tags));
        stock.machines().keySet().forEach(id -> addTags(stock, id, tags));
        stock.keyPairs().values().forEach(key -> addTags(stock, key.id(), tags));
        stock.spotRequests().keySet().forEach(id -> addTags(stock, id, tags));
        stock.volumes().keySet().forEach(id -> addTags(stock, id, tags));
        return tags;
    }

    private static void addTags(Ec2Stock stock, String id, List<TagDescription> tags) {
        stock.tags()
                .of(id)
                .forEach((key, value) ->
                        tags.add(
                                TagDescription.builder()
                                        .resourceId(id)
                                        .resourceType(typeOf(id))
                                        .key(key)
                                        .value(value)
                                        .build()));
    }
}
