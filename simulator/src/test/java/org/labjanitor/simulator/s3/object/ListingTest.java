package org.labjanitor.simulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.wire.AwsError;

class ListingTest {
    private final ObjectCalls calls = new ObjectCalls();

    private void put(String... keys) {
        for (String key : keys) {
            calls.objects.put(key, 5, "STANDARD", ObjectCalls.NOW);
        }
    }

    private String v2(String query) {
        return calls.list("ListObjectsV2", "list-type=2&" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Every entry of every page, common prefixes in brackets. */
    private List<String> allPages(String query) {
        List<String> seen = new ArrayList<>();
        String page = v2(query);
        while (true) {
            seen.addAll(ObjectCalls.all(page, "Key"));
            assertThat(seen).as("pages have an end").hasSizeLessThan(10_000);
            ObjectCalls.all(page, "CommonPrefixes")
                    .forEach(prefix -> seen.add("[" + ObjectCalls.one(prefix, "Prefix") + "]"));
            String token = ObjectCalls.one(page, "NextContinuationToken");
            if (token.isEmpty()) {
                return seen;
            }
            page = v2(query + "&continuation-token=" + encoded(token));
        }
    }

    @Test
    void keysComeInTheOrderOfTheirBytesAndNotOfTheirCharacters() {
        put("\ud83d\ude00", "\uff5e", "b", "a/", "a", "B", "a!");

        assertThat(ObjectCalls.all(v2(""), "Key"))
                .containsExactly("B", "a", "a!", "a/", "b", "\uff5e", "\ud83d\ude00");
    }

    @Test
    void aPageSaysWhatItHoldsAndWhereToGoOn() {
        put("a", "b", "c");

        String first = v2("max-keys=2");
        assertThat(ObjectCalls.one(first, "KeyCount")).isEqualTo("2");
        assertThat(ObjectCalls.one(first, "IsTruncated")).isEqualTo("true");
        assertThat(first)
                .contains(
                        "<Contents><Key>a</Key><LastModified>2026-11-20T10:00:00.000Z</LastModified><ETag>&quot;ca9c491ac66b2c62500882e93f3719a8&quot;</ETag><Size>5</Size><StorageClass>STANDARD</StorageClass></Contents>");
        assertThat(allPages("max-keys=2")).containsExactly("a", "b", "c");
        assertThat(ObjectCalls.one(v2("max-keys=3"), "IsTruncated")).isEqualTo("false");
    }

    @Test
    void noMoreThanAThousandComeAtOnceAndNoneWhereNoneIsAskedFor() {
        calls.objects.seed(2_345, i -> "k" + i);

        assertThat(ObjectCalls.all(v2("max-keys=5000"), "Key")).hasSize(1_000);
        assertThat(allPages("")).hasSize(2_345).isSorted().doesNotHaveDuplicates();
        assertThat(ObjectCalls.one(v2("max-keys=0"), "IsTruncated")).isEqualTo("false");
        assertThatThrownBy(() -> v2("max-keys=-1")).isInstanceOf(AwsError.class);
    }

    @Test
    void commonPrefixesCountAsEntriesAndNeverRepeatOverPages() {
        put("a", "b/1", "b/2", "b/3", "c", "d/1", "d/x/2", "e");

        for (int size = 1; size <= 6; size++) {
            assertThat(allPages("delimiter=%2F&max-keys=" + size))
                    .as("pages of " + size)
                    .containsExactlyInAnyOrder("a", "[b/]", "c", "[d/]", "e");
        }
        assertThat(allPages("delimiter=%2F&prefix=d%2F"))
                .containsExactlyInAnyOrder("d/1", "[d/x/]");
        assertThat(allPages("delimiter=%2F&prefix=d")).containsExactly("[d/]");
    }

    @Test
    void aMillionKeysBelowOnePrefixAreOneStep() {
        calls.objects.seed(100_000, i -> "big/%06d".formatted(i));
        put("z");

        assertThat(allPages("delimiter=%2F&max-keys=1")).containsExactlyInAnyOrder("[big/]", "z");
    }

    @Test
    void theFirstListingGoesOnAfterItsMarker() {
        put("a", "b/1", "c");

        String page = calls.list("ListObjects", "delimiter=%2F&max-keys=2");
        assertThat(ObjectCalls.one(page, "NextMarker")).isEqualTo("b/");
        assertThat(ObjectCalls.all(calls.list("ListObjects", "delimiter=%2F&marker=b%2F"), "Key"))
                .containsExactly("c");
        assertThat(calls.list("ListObjects", "max-keys=1")).doesNotContain("NextMarker");
        assertThat(ObjectCalls.all(v2("start-after=a"), "Key")).containsExactly("b/1", "c");
    }

    @Test
    void keysThatXmlCannotHoldComeAsReferencesOrEncoded() {
        put("a b+c/\u00e9*~", "<&\">", "\u0001\r");

        assertThat(ObjectCalls.all(v2("encoding-type=url"), "Key"))
                .containsExactly("%01%0D", "%3C%26%22%3E", "a+b%2Bc/%C3%A9*%7E");
        assertThat(ObjectCalls.all(v2(""), "Key"))
                .containsExactly("&#x1;&#xD;", "&lt;&amp;&quot;&gt;", "a b+c/\u00e9*~");
        assertThat(v2("encoding-type=url&prefix=a%20b&delimiter=%2B"))
                .contains("<Prefix>a+b</Prefix><Delimiter>%2B</Delimiter>")
                .contains("<CommonPrefixes><Prefix>a+b%2B</Prefix></CommonPrefixes>");
    }

    @Test
    void foreignTokensAreRefused() {
        assertThatThrownBy(() -> v2("continuation-token=YWJj"))
                .hasMessage("The continuation token provided is incorrect");
        assertThatThrownBy(() -> v2("continuation-token=%2A"))
                .hasMessage("The continuation token provided is incorrect");
    }

    @Test
    void versionsComeNewestFirstAndPagesGoOnInTheMiddleOfAKey() {
        calls.objects.seedVersions(3, i -> "k" + i, 3, true);

        List<String> seen = versionPages("", 2);
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
        String all = calls.list("ListObjectVersions", "versions");
        assertThat(ObjectCalls.all(all, "IsLatest"))
                .containsExactly(
                        "true", "false", "false", "false", "true", "false", "false", "false",
                        "true", "false", "false", "false");
        assertThat(ObjectCalls.all(all, "DeleteMarker")).hasSize(3);
        assertThat(v2("")).doesNotContain("<Contents>");
    }

    private List<String> versionPages(String query, int size) {
        List<String> seen = new ArrayList<>();
        String page = calls.list("ListObjectVersions", "versions&max-keys=" + size + query);
        while (true) {
            List<String> keys = ObjectCalls.all(page, "Key");
            List<String> ids = ObjectCalls.all(page, "VersionId");
            for (int i = 0; i < keys.size(); i++) {
                seen.add(keys.get(i) + " " + ids.get(i));
            }
            assertThat(seen).as("pages have an end").hasSizeLessThan(10_000);
            if (!page.contains("<IsTruncated>true")) {
                return seen;
            }
            page =
                    calls.list(
                            "ListObjectVersions",
                            "versions&max-keys=%d%s&key-marker=%s&version-id-marker=%s"
                                    .formatted(
                                            size,
                                            query,
                                            encoded(ObjectCalls.one(page, "NextKeyMarker")),
                                            encoded(ObjectCalls.one(page, "NextVersionIdMarker"))));
        }
    }

    @Test
    void listingGoesOnThoughEverythingListedWasDeleted() {
        calls.objects.seedVersions(300, i -> "k" + i, 5, false);
        calls.objects.put("k0", 1, "STANDARD", ObjectCalls.NOW);

        int deleted = 0;
        String markers = "";
        String page;
        do {
            page = calls.list("ListObjectVersions", "versions&max-keys=7" + markers);
            List<String> keys = ObjectCalls.all(page, "Key");
            List<String> ids = ObjectCalls.all(page, "VersionId");
            for (int i = 0; i < keys.size(); i++) {
                calls.delete(keys.get(i) + "|" + ids.get(i));
                deleted++;
            }
            assertThat(deleted).as("pages have an end").isLessThan(10_000);
            markers =
                    "&key-marker=%s&version-id-marker=%s"
                            .formatted(
                                    encoded(ObjectCalls.one(page, "NextKeyMarker")),
                                    encoded(ObjectCalls.one(page, "NextVersionIdMarker")));
        } while (page.contains("<IsTruncated>true"));
        assertThat(deleted).isEqualTo(1_501);
        assertThat(calls.objects.isEmpty()).isTrue();
    }

    @Test
    void aVersionMarkerNeedsAKeyMarkerAndToBeOne() {
        assertThatThrownBy(
                        () -> calls.list("ListObjectVersions", "versions&version-id-marker=null"))
                .hasMessage("A version-id marker cannot be specified without a key marker.");
        assertThatThrownBy(() ->
                        calls.list(
                                "ListObjectVersions", "versions&key-marker=a&version-id-marker=x"))
                .hasMessage("Invalid version id specified");
    }
}
