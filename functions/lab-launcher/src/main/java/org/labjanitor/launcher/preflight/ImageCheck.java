package org.labjanitor.launcher.preflight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labjanitor.core.launch.ImageChoice;
import org.labjanitor.core.launch.InstanceOrder;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** Finds the image behind each choice. */
final class ImageCheck {
    private static final Pattern AMI = Pattern.compile("ami-[0-9a-f]{8,17}");

    private final SsmClient ssm;
    private final List<String> faults;

    ImageCheck(SsmClient ssm, List<String> faults) {
        this.ssm = ssm;
        this.faults = faults;
    }

    /** The id behind each choice that has one. */
    Map<ImageChoice, String> images(List<InstanceOrder> orders) {
        Map<ImageChoice, String> images = new HashMap<>();
        for (ImageChoice choice : orders.stream().map(InstanceOrder::image).distinct().toList()) {
            id(choice).ifPresent(id -> images.put(choice, id));
        }
        return images;
    }

    private Optional<String> id(ImageChoice choice) {
        return switch (choice) {
            case ImageChoice.Ami(String id) -> Optional.of(id);
            case ImageChoice.Parameter(String name) -> parameter(name);
        };
    }

    private Optional<String> parameter(String name) {
        try {
            String value = ssm.getParameter(get -> get.name(name)).parameter().value();
            if (AMI.matcher(value).matches()) {
                return Optional.of(value);
            }
            faults.add("parameter %s holds no image's id but \"%s\"".formatted(name, value));
        } catch (ParameterNotFoundException e) {
            faults.add("there is no parameter %s in the lab's Region".formatted(name));
        } catch (SdkException e) {
            faults.add(AwsFailure.of("ssm:GetParameter of " + name, e).message());
        }
        return Optional.empty();
    }
}
