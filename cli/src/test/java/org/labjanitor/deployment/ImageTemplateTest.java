package org.labjanitor.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code deploy/images} makes of {@code template.yaml}. */
class ImageTemplateTest {
    private static final List<String> FUNCTIONS =
            List.of("IdleInstances", "ExpiredBuckets", "LabLauncher");

    private final Tree jars = tree(Papers.read("template.yaml"));
    private Tree images = jars;

    @BeforeEach
    void derive() throws IOException, InterruptedException {
        images = tree(printed("python3", "../deploy/images", "--template-only"));
    }

    @ParameterizedTest
    @CsvSource({
        "IdleInstances, lab-janitor-idle-instances:latest",
        "ExpiredBuckets, lab-janitor-expired-buckets:latest",
        "LabLauncher, lab-janitor-lab-launcher:latest"
    })
    void hasAnImageWithTheSameHandlerInThePlaceOfAJar(String function, String name) {
        Tree image = properties(images, function);

        assertThat(image.at("PackageType").text()).isEqualTo("Image");
        assertThat(image.at("ImageUri").text()).isEqualTo(name);
        assertThat(image.at("ImageConfig").at("Command").texts())
                .containsExactly(properties(jars, function).at("Handler").text());
    }

    /** Lambda refuses an image with a runtime. */
    @Test
    void namesNoRuntime() {
        assertThat(images.at("Globals").at("Function").has("Runtime")).isFalse();
    }

    /**
     * A stack keeps the values of its parameters, and an earlier one may be of another processor.
     */
    @Test
    void deploysToTheProcessorThatTheImagesAreForWhateverTheStackHadBefore() {
        assertThat(images.at("Parameters").has("Architecture")).isFalse();
        assertThat(images.at("Globals").at("Function").at("Architectures").texts())
                .singleElement()
                .isIn(jars.at("Parameters").at("Architecture").at("AllowedValues").texts());
    }

    @Test
    void leavesAllElseAsItIs() {
        for (Tree tree : List.of(jars, images)) {
            FUNCTIONS.forEach(function ->
                    strip(
                            properties(tree, function),
                            "CodeUri",
                            "Handler",
                            "PackageType",
                            "ImageUri",
                            "ImageConfig"));
            strip(tree.at("Globals").at("Function"), "Runtime", "Architectures");
            strip(tree.at("Parameters"), "Architecture");
            groups(tree).forEach(group -> group.remove("Architecture"));
        }

        assertThat(images.value()).isEqualTo(jars.value());
    }

    private static Tree properties(Tree template, String function) {
        return template.at("Resources").at(function).at("Properties");
    }

    private static List<List<?>> groups(Tree template) {
        List<List<?>> groups = new ArrayList<>();
        template.at("Metadata")
                .at("AWS::CloudFormation::Interface")
                .at("ParameterGroups")
                .elements()
                .forEach(group -> {
                    if (group.at("Parameters").value() instanceof List<?> names) {
                        groups.add(names);
                    }
                });
        return groups;
    }

    private static Tree tree(String yaml) {
        return new Tree("template", ShortForms.read(yaml));
    }

    private static void strip(Tree place, String... keys) {
        if (place.value() instanceof Map<?, ?> map) {
            Stream.of(keys).forEach(map::remove);
        }
    }

    private static String printed(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            return abort("no " + command[0] + " on the PATH: " + e.getMessage());
        }
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
            return output;
        } finally {
            process.destroy();
        }
    }
}
