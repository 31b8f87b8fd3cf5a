package org.labjanitor.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.runtime.aws.AwsClients;

/**
 * The function's code names no client that it does not use. That no dependency brings one along is
 * for the build to say (the enforcer rule in this room's pom.xml): tests have the simulator's.
 */
class ClassPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"ec2", "ssm", "cloudtrail"})
    void neitherTheFunctionNorItsRuntimeNamesAClientOfAnotherService(String service)
            throws IOException, URISyntaxException {
        for (Class<?> type : List.of(ExpiredBucketsHandler.class, AwsClients.class)) {
            assertThat(classFiles(type))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("software/amazon/awssdk/services/" + service));
        }
    }

    /** The class files of the room that a type lives in, as text. */
    private static List<String> classFiles(Class<?> type) throws IOException, URISyntaxException {
        Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isDirectory(place)) {
            try (var jar = FileSystems.newFileSystem(place)) {
                return texts(jar.getPath("/"));
            }
        }
        return texts(place);
    }

    private static List<String> texts(Path root) throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
