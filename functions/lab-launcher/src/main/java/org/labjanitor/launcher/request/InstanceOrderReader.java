package org.labjanitor.launcher.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.launch.Count;
import org.labjanitor.core.launch.ImageChoice;
import org.labjanitor.core.launch.InstanceOrder;
import org.labjanitor.core.launch.LabName;
import org.labjanitor.runtime.json.JsonFields;

/** Reads the instances of a lab document. */
final class InstanceOrderReader {
    private static final String SSM = "ssm:";
    private static final Pattern AMI = Pattern.compile("ami-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern PARAMETER = Pattern.compile("/?[a-zA-Z0-9_./-]{1,1000}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+");
    private static final Pattern SUBNET = Pattern.compile("subnet-[0-9a-f]{8,17}");
    private static final Pattern GROUP = Pattern.compile("sg-[0-9a-f]{8,17}");
    private static final Pattern PROFILE = Pattern.compile("[\\w+=,.@-]{1,128}");
    private static final Pattern ZONE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_INSTANCES = 1_000;

    /** EC2: "User data is limited to 16 KB, in raw form, before it is base64-encoded". */
    private static final int LARGEST_USER_DATA = 16 * 1024;

    private final boolean hasRoster;

    InstanceOrderReader(boolean hasRoster) {
        this.hasRoster = hasRoster;
    }

    /** What can be read; each fault is noted. */
    List<InstanceOrder> read(JsonFields document) {
        List<InstanceOrder> orders = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonFields fields : document.list("instances").orElse(List.of())) {
            String name = name(fields);
            if (!name.isEmpty() && !names.add(name)) {
                fields.fault(
                        "name",
                        "is %s, which another entry has".formatted(JsonFields.quoted(name)));
            }
            orders.add(order(fields, name));
            fields.rejectUnknown();
        }
        return orders;
    }

    private InstanceOrder order(JsonFields fields, String name) {
        return new InstanceOrder(
                name,
                image(fields),
                matching(fields, "type", TYPE, "an instance type, such as t3.micro", true),
                count(fields),
                optional(fields, "zone", ZONE, "an Availability Zone, such as eu-west-1a"),
                fields.string("keyName").orElse(null),
                optional(fields, "instanceProfile", PROFILE, "the name of an instance profile"),
                optional(
                        fields,
                        "subnet",
                        SUBNET,
                        "a subnet's id, such as subnet-0123456789abcdef0"),
                securityGroups(fields),
                userData(fields),
                fields.bool("spot").orElse(false),
                PerStudent.read(fields, hasRoster));
    }

    private static String name(JsonFields fields) {
        if (!fields.has("name")) {
            fields.fault("name", "is missing, but tells these instances from the lab's others");
        }
        Optional<String> name = fields.string("name");
        if (name.isPresent() && !LabName.isLegal(name.get())) {
            fields.fault(
                    "name",
                    "is %s, but must have %s"
                            .formatted(JsonFields.quoted(name.get()), LabName.ALLOWED));
        }
        return name.orElse("");
    }

    private static ImageChoice image(JsonFields fields) {
        String rule =
                "an image's id, such as ami-0123456789abcdef0, or ssm: and a parameter's name, such as"
                        + " ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
        if (!fields.has("image")) {
            fields.fault("image", "is missing, but must be " + rule);
        }
        String text = fields.string("image").orElse("");
        String parameter = text.startsWith(SSM) ? text.substring(SSM.length()) : "";
        if (PARAMETER.matcher(parameter).matches()) {
            return new ImageChoice.Parameter(parameter);
        }
        if (!text.isEmpty() && !AMI.matcher(text).matches()) {
            fields.fault("image", "is %s, but must be %s".formatted(JsonFields.quoted(text), rule));
        }
        return new ImageChoice.Ami(text);
    }

    private static Count count(JsonFields fields) {
        if (!fields.isObject("count")) {
            return Count.exactly(fields.integer("count", 1, MOST_INSTANCES).orElse(1));
        }
        JsonFields range = fields.object("count").orElseThrow();
        int least = range.integer("min", 1, MOST_INSTANCES).orElse(1);
        int most = range.integer("max", 1, MOST_INSTANCES).orElse(least);
        range.rejectUnknown();
        if (least > most) {
            fields.fault("count", "has a min of %d above its max of %d".formatted(least, most));
            return Count.exactly(least);
        }
        return new Count(least, most);
    }

    private static List<String> securityGroups(JsonFields fields) {
        String rule = "security groups' ids, such as [\"sg-0123456789abcdef0\"]";
        List<String> groups = fields.strings("securityGroups", rule).orElse(List.of());
        for (String group : groups) {
            if (!GROUP.matcher(group).matches()) {
                fields.fault(
                        "securityGroups",
                        "holds %s, but must hold %s".formatted(JsonFields.quoted(group), rule));
            }
        }
        return groups;
    }

    private static @Nullable String userData(JsonFields fields) {
        String text = fields.string("userData").orElse(null);
        int bytes = text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST_USER_DATA) {
            fields.fault(
                    "userData",
                    "has %,d bytes, but may have %,d".formatted(bytes, LARGEST_USER_DATA));
        }
        return text;
    }

    private static @Nullable String optional(
            JsonFields fields, String key, Pattern pattern, String rule) {
        String text = matching(fields, key, pattern, rule, false);
        return text.isEmpty() ? null : text;
    }

    private static String matching(
            JsonFields fields, String key, Pattern pattern, String rule, boolean required) {
        if (required && !fields.has(key)) {
            fields.fault(key, "is missing, but must be " + rule);
        }
        Optional<String> text = fields.string(key);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            fields.fault(
                    key, "is %s, but must be %s".formatted(JsonFields.quoted(text.get()), rule));
        }
        return text.orElse("");
    }
}
