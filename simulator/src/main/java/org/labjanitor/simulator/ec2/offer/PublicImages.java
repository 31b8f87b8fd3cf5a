package org.labjanitor.simulator.ec2.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The public images that every account finds in a Region, and the public parameters that name the
 * newest of each kind. An image has another id in each Region, as in AWS.
 */
public final class PublicImages {
    private static final String AMAZON = "137112412989";
    private static final String CANONICAL = "099720109477";
    private static final String LINUX = "/aws/service/ami-amazon-linux-latest/";
    private static final String UBUNTU = "/aws/service/canonical/ubuntu/server/";

    /** "AL2023 AMIs are deprecated 90 days after they are released." */
    private static final Duration AMAZON_LINUX_CURRENT = Duration.ofDays(90);

    private static final Duration UBUNTU_CURRENT = Duration.ofDays(730);

    private final Map<String, LabImage> byId = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final String region;

    private PublicImages(String region) {
        this.region = region;
        for (String architecture : List.of("x86_64", "arm64")) {
            addAmazonLinux(architecture);
            addUbuntu(architecture);
        }
    }

    public static PublicImages of(String region) {
        return new PublicImages(region);
    }

    public Map<String, LabImage> byId() {
        return byId;
    }

    /** The image id that a public parameter holds in this Region. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private void addAmazonLinux(String architecture) {
        LabImage old = amazonLinux("2023.10.20260714.0", "6.1", architecture, "2026-07-14");
        LabImage newest = amazonLinux("2023.11.20261110.0", "6.1", architecture, "2026-11-10");
        LabImage newKernel = amazonLinux("2023.11.20261110.0", "6.12", architecture, "2026-11-10");
        Stream.of(old, newest, newKernel).forEach(this::add);
        parameters.put(LINUX + "al2023-ami-kernel-6.1-" + architecture, newest.id());
        parameters.put(LINUX + "al2023-ami-kernel-default-" + architecture, newest.id());
        parameters.put(LINUX + "al2023-ami-kernel-6.12-" + architecture, newKernel.id());
    }

    private LabImage amazonLinux(String version, String kernel, String architecture, String day) {
        String name = "al2023-ami-%s-kernel-%s-%s".formatted(version, kernel, architecture);
        return new LabImage(
                id(name),
                name,
                "Amazon Linux 2023 AMI %s %s HVM kernel-%s"
                        .formatted(version, architecture, kernel),
                AMAZON,
                "amazon",
                architecture,
                "/dev/xvda",
                8,
                true,
                Instant.parse(day + "T00:00:00Z"),
                Instant.parse(day + "T00:00:00Z").plus(AMAZON_LINUX_CURRENT),
                true);
    }

    private void addUbuntu(String architecture) {
        addUbuntu(architecture, "jammy", "22.04", "gp2", "hvm-ssd");
        addUbuntu(architecture, "noble", "24.04", "gp3", "hvm-ssd-gp3");
    }

    private void addUbuntu(
            String architecture, String series, String release, String volume, String kind) {
        String machine = architecture.equals("x86_64") ? "amd64" : architecture;
        List<String> ids = new ArrayList<>();
        for (String day : List.of("2026-10-14", "2026-11-11")) {
            LabImage image = ubuntu(architecture, machine, series, release, kind, day);
            add(image);
            ids.add(image.id());
        }
        parameters.put(
                UBUNTU
                        + "%s/stable/current/%s/hvm/ebs-%s/ami-id"
                                .formatted(release, machine, volume),
                ids.getLast());
    }

    private LabImage ubuntu(
            String architecture,
            String machine,
            String series,
            String release,
            String kind,
            String day) {
        String name =
                "ubuntu/images/%s/ubuntu-%s-%s-%s-server-%s"
                        .formatted(kind, series, release, machine, day.replace("-", ""));
        return new LabImage(
                id(name),
                name,
                "Canonical, Ubuntu, %s, %s %s image".formatted(release, machine, series),
                CANONICAL,
                "amazon",
                architecture,
                "/dev/sda1",
                8,
                release.equals("24.04"),
                Instant.parse(day + "T06:00:00Z"),
                Instant.parse(day + "T06:00:00Z").plus(UBUNTU_CURRENT),
                true);
    }

    private void add(LabImage image) {
        byId.put(image.id(), image);
    }

    private String id(String name) {
        long first = Integer.toUnsignedLong((region + "/" + name).hashCode());
        long second = Integer.toUnsignedLong((name + "@" + region).hashCode());
        return "ami-0%08x%08x".formatted(first, second);
    }
}
