package org.labjanitor.launcher.preflight;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.launch.ImageChoice;
import org.labjanitor.core.launch.InstanceOrder;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ImageState;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;

/** Whether the types exist, are offered where they are wanted, and can run their images. */
final class TypeCheck {
    private final Ec2Questions questions;
    private final String region;
    private final List<String> faults;

    TypeCheck(Ec2Questions questions, String region, List<String> faults) {
        this.questions = questions;
        this.region = region;
        this.faults = faults;
    }

    /**
     * Checks all.
     *
     * @param ids the image ids that are known
     * @param zones the zones that are there
     */
    void check(List<InstanceOrder> orders, Map<ImageChoice, String> ids, Set<String> zones) {
        List<String> wanted = orders.stream().map(InstanceOrder::type).distinct().toList();
        Map<String, InstanceTypeInfo> types = types(wanted);
        Map<String, Image> images = images(ids);
        for (InstanceOrder order : orders) {
            String id = ids.get(order.image());
            checkArchitecture(order, types.get(order.type()), id == null ? null : images.get(id));
        }
        List<InstanceOrder> placed =
                orders.stream()
                        .filter(order ->
                                order.zone() != null
                                        && zones.contains(order.zone())
                                        && types.containsKey(order.type()))
                        .toList();
        if (!placed.isEmpty()) {
            checkOfferings(placed);
        }
    }

    private Map<String, InstanceTypeInfo> types(List<String> wanted) {
        List<InstanceTypeInfo> found = questions.types(wanted).orElse(null);
        if (found == null) {
            return Map.of();
        }
        Map<String, InstanceTypeInfo> byName =
                found.stream().collect(toMap(InstanceTypeInfo::instanceTypeAsString, identity()));
        for (String type : wanted) {
            if (!byName.containsKey(type)) {
                faults.add("there is no instance type %s in %s".formatted(type, region));
            }
        }
        return byName;
    }

    private Map<String, Image> images(Map<ImageChoice, String> ids) {
        Map<String, Image> images = new HashMap<>();
        for (var choice : ids.entrySet()) {
            questions
                    .image(choice.getValue())
                    .ifPresent(found -> {
                        if (found.isEmpty()) {
                            faults.add(missing(choice.getKey(), choice.getValue()));
                        }
                        found.forEach(image -> checked(image, images));
                    });
        }
        return images;
    }

    private String missing(ImageChoice choice, String id) {
        String behind = choice instanceof ImageChoice.Parameter ? " of " + choice.text() : "";
        return "there is no image %s%s in %s for this account".formatted(id, behind, region);
    }

    private void checked(Image image, Map<String, Image> images) {
        images.put(image.imageId(), image);
        if (image.state() != null && image.state() != ImageState.AVAILABLE) {
            faults.add(
                    "image %s cannot be used: it is %s"
                            .formatted(image.imageId(), image.stateAsString()));
        }
    }

    private void checkArchitecture(
            InstanceOrder order, @Nullable InstanceTypeInfo type, @Nullable Image image) {
        if (type == null || image == null || type.processorInfo() == null) {
            return;
        }
        List<String> able = type.processorInfo().supportedArchitecturesAsStrings();
        if (!able.contains(image.architectureAsString())) {
            faults.add(
                    "image %s is made for %s, but instance type %s runs %s"
                            .formatted(
                                    image.imageId(),
                                    image.architectureAsString(),
                                    order.type(),
                                    String.join(", ", able)));
        }
    }

    private void checkOfferings(List<InstanceOrder> placed) {
        List<InstanceTypeOffering> offerings =
                questions
                        .offerings(placed.stream().map(InstanceOrder::type).distinct().toList())
                        .orElse(null);
        if (offerings == null) {
            return;
        }
        for (InstanceOrder order : placed) {
            List<String> zones =
                    offerings.stream()
                            .filter(offering ->
                                    order.type().equals(offering.instanceTypeAsString()))
                            .map(InstanceTypeOffering::location)
                            .sorted()
                            .toList();
            String zone = Objects.requireNonNull(order.zone());
            if (!zones.contains(zone)) {
                faults.add(
                        "instance type %s is not offered in %s, but in %s"
                                .formatted(
                                        order.type(),
                                        zone,
                                        zones.isEmpty() ? "no zone" : String.join(", ", zones)));
            }
        }
    }
}
