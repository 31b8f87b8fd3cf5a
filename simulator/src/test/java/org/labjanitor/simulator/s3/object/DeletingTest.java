package org.labjanitor.simulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.s3.bucket.Versioning;

class DeletingTest {
    private final ObjectCalls calls = new ObjectCalls();

    @Test
    void aPlainDeleteInAVersionedBucketOnlyAddsAMarker() {
        calls.bucket.versioning(Versioning.ENABLED);
        String id = calls.objects.putVersion("a", 5, ObjectCalls.NOW);

        String answer = calls.delete("a");
        assertThat(ObjectCalls.one(answer, "DeleteMarker")).isEqualTo("true");
        String marker = ObjectCalls.one(answer, "DeleteMarkerVersionId");
        assertThat(calls.objects.versions()).isEqualTo(1);
        assertThat(calls.objects.markers()).isEqualTo(1);
        assertThat(calls.objects.count()).isZero();

        assertThat(calls.delete("a|" + marker))
                .contains("<VersionId>" + marker + "</VersionId><DeleteMarker>true</DeleteMarker>");
        assertThat(calls.objects.count()).isEqualTo(1);
        calls.delete("a|" + id);
        assertThat(calls.objects.isEmpty()).isTrue();
    }

    @Test
    void withSuspendedVersioningTheNullVersionIsReplaced() {
        calls.bucket.versioning(Versioning.SUSPENDED);
        calls.objects.putVersion("a", 5, ObjectCalls.NOW);
        calls.objects.put("a", 6, "STANDARD", ObjectCalls.NOW);
        calls.objects.put("a", 7, "STANDARD", ObjectCalls.NOW);
        assertThat(calls.objects.versions()).isEqualTo(2);

        assertThat(ObjectCalls.one(calls.delete("a"), "DeleteMarkerVersionId")).isEqualTo("null");
        calls.delete("a");
        assertThat(calls.objects.versions()).isEqualTo(1);
        assertThat(calls.objects.markers()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereCountsAsDeleted() {
        String id = VersionId.of(77).text();

        assertThat(calls.delete("a", "b|" + id, "c|null"))
                .contains("<Deleted><Key>a</Key></Deleted>")
                .contains("<Deleted><Key>b</Key><VersionId>" + id + "</VersionId></Deleted>")
                .doesNotContain("<Error>");
        assertThat(calls.delete("a|nonsense")).contains("<Code>NoSuchVersion</Code>");
    }

    @Test
    void quietTellsErrorsOnly() {
        calls.objects.put("a", 5, "STANDARD", ObjectCalls.NOW);
        calls.objects.put("b", 5, "STANDARD", ObjectCalls.NOW);
        calls.objects.legalHold("b", null, true);

        String answer =
                calls.deleteBody(
                        "<?xml version='1.0'?><s3:Delete xmlns:s3=\"x\"><!-- a --><s3:Object><s3:Key>&#97;</s3:Key>"
                                + "</s3:Object><s3:Object><s3:Key>b</s3:Key></s3:Object>\n"
                                + "<s3:Quiet>true</s3:Quiet></s3:Delete>");
        assertThat(answer)
                .doesNotContain("<Deleted>")
                .contains("<Error><Key>b</Key><Code>AccessDenied</Code>");
        assertThat(calls.objects.count()).isEqualTo(1);
    }

    @Test
    void lockedVersionsStayUntilTheirTimeHasCome() {
        calls.objects.put("governed", 5, "STANDARD", ObjectCalls.NOW);
        calls.objects.put("complying", 5, "STANDARD", ObjectCalls.NOW);
        calls.objects.retention(
                "governed", null, "GOVERNANCE", ObjectCalls.NOW.plus(Duration.ofDays(1)));
        calls.objects.retention(
                "complying", null, "COMPLIANCE", ObjectCalls.NOW.plus(Duration.ofDays(2)));
        String both =
                "<Delete><Object><Key>governed</Key></Object><Object><Key>complying</Key></Object></Delete>";

        assertThat(ObjectCalls.all(calls.deleteBody(both), "Error")).hasSize(2);
        calls.deleteBody(both, Map.of("x-amz-bypass-governance-retention", "true"));
        assertThat(calls.list("ListObjects", "")).contains("complying").doesNotContain("governed");
        calls.now = ObjectCalls.NOW.plus(Duration.ofDays(3));
        calls.deleteBody(both);
        assertThat(calls.objects.isEmpty()).isTrue();
    }

    @Test
    void withMfaDeleteAVersionedDeleteFailsAsAWhole() {
        calls.bucket.versioning(Versioning.ENABLED);
        calls.bucket.mfaDelete(true);
        calls.objects.put("a", 5, "STANDARD", ObjectCalls.NOW);

        assertThatThrownBy(() -> calls.delete("a", "a|null"))
                .hasMessage("Mfa Authentication must be used for this request");
        assertThat(calls.objects.versions()).isEqualTo(1);
        assertThat(calls.objects.markers()).isZero();
        calls.delete("a");
        assertThat(calls.objects.markers()).isEqualTo(1);
    }

    @Test
    void bodiesThatAreNoXmlOrTooBigAreRefusedWithoutEffect() {
        calls.objects.put("a", 5, "STANDARD", ObjectCalls.NOW);
        String object = "<Object><Key>a</Key></Object>";
        String tooMany =
                IntStream.range(0, 1_001).mapToObj(i -> object).collect(Collectors.joining());

        for (String body :
                new String[] {
                    "<Delete>" + object,
                    "<Delete>" + object + "</Delet>",
                    "<Delete><Object><Key>a\u0001</Key></Object></Delete>",
                    "<Delete><Object><Key>a&#1;</Key></Object></Delete>",
                    "<Delete><Object><Key>a\uffff</Key></Object></Delete>",
                    "<Delete><Object><Key>a&nbsp;</Key></Object></Delete>",
                    "<Delete><Object></Object></Delete>",
                    "<Delete></Delete>",
                    "<Delete>" + object + "</Delete><Delete/>",
                    "<Delete>" + tooMany + "</Delete>",
                    ""
                }) {
            assertThatThrownBy(() -> calls.deleteBody(body))
                    .as(body)
                    .hasMessageContaining("not well-formed");
        }
        assertThat(calls.objects.count()).isEqualTo(1);
        assertThatThrownBy(() ->
                        calls.deleteBody(
                                "<Delete><Object><Key>a</Key><Size>1</Size></Object></Delete>"))
                .hasMessageContaining("Size");
    }

    @Test
    void aBatchMustSayHowToCheckItAndBeRight() {
        byte[] body =
                "<Delete><Object><Key>a</Key></Object></Delete>"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(
                        () -> calls.call("DeleteObjects", "POST", "/lab", "delete", Map.of(), body))
                .hasMessageContaining("Content-MD5 OR x-amz-checksum-*");
        assertThatThrownBy(() ->
                        calls.call(
                                "DeleteObjects",
                                "POST",
                                "/lab",
                                "delete",
                                Map.of("x-amz-checksum-crc32", "AAAAAA=="),
                                body))
                .hasMessageContaining("CRC32");
    }

    @Test
    void keysWithAwkwardCharactersAreFound() {
        String key = "a&b<c>\"d'\u00e9\ud83d\ude00 \t";
        calls.objects.put(key, 5, "STANDARD", ObjectCalls.NOW);
        calls.objects.put("line\rend", 5, "STANDARD", ObjectCalls.NOW);

        calls.deleteBody(
                "<Delete><Object><Key>a&amp;b&lt;c&gt;\"d&apos;\u00e9&#x1F600; \t</Key></Object></Delete>");
        assertThat(calls.objects.count()).isEqualTo(1);
        calls.delete("line\rend");
        assertThat(calls.objects.count()).as("a raw CR is a line feed in XML").isEqualTo(1);
        calls.delete("line&#xD;end");
        assertThat(calls.objects.isEmpty()).isTrue();
    }
}
