package org.labjanitor.buckets.emptying.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class CodecTest {
    @Property(tries = 300)
    void everyKeyGoesFromTheListingIntoTheDeletionUnchanged(@ForAll("keys") List<String> keys)
            throws Exception {
        KeyPage page = Pages.of(keys, false).keys();
        int[] fit = IntStream.range(0, page.count()).filter(i -> !page.isOdd(i)).toArray();

        List<String> deleted = keysOf(XmlBody.delete(page, fit));

        assertThat(IntStream.range(0, page.count()).mapToObj(page::key)).isEqualTo(keys);
        assertThat(deleted).isEqualTo(IntStream.of(fit).mapToObj(keys::get).toList());
    }

    @Property(tries = 300)
    void onlyWhatXmlCannotHoldIsOdd(@ForAll("keys") List<String> keys) {
        KeyPage page = Pages.of(keys, false).keys();

        for (int i = 0; i < keys.size(); i++) {
            boolean holds = keys.get(i).codePoints().allMatch(CodecTest::isXml);
            assertThat(page.isOdd(i)).as(keys.get(i)).isEqualTo(!holds);
        }
    }

    /** Section 2.2 of XML 1.0. */
    private static boolean isXml(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    @Provide
    Arbitrary<List<String>> keys() {
        Arbitrary<Integer> nasty =
                Arbitraries.of(
                        "\u0001\t\n\r\u001F%+&<>\" \u007F\u0085\u2028\uFFFD\uFFFE\uFFFF\uDBFF\uDFFF"
                                .codePoints()
                                .boxed()
                                .toList());
        Arbitrary<Integer> any =
                Arbitraries.integers().between(1, 0x10FFFF).filter(c -> c < 0xD800 || c > 0xDFFF);
        return Arbitraries.oneOf(nasty, any)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(CodecTest::text)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static String text(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static List<String> keysOf(byte[] body) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(body));
        NodeList nodes = document.getElementsByTagName("Key");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            keys.add(nodes.item(i).getTextContent());
        }
        return keys;
    }

    @Test
    void markersAndVersionsAreToldApartAndSizesRead() {
        ListedPage page =
                Pages.read(
                        """
                        <?xml version="1.0"?><!-- by hand -->
                        <ListVersionsResult>
                          <DeleteMarker><Key>a</Key><VersionId>m1</VersionId></DeleteMarker>
                          <Version><Key>a</Key><VersionId>v1</VersionId><Size>12</Size></Version>
                          <Version><Key>b&amp;c</Key><Size>3</Size></Version>
                          <IsTruncated>true</IsTruncated>
                          <NextKeyMarker>b&amp;c</NextKeyMarker>
                          <NextVersionIdMarker>null</NextVersionIdMarker>
                        </ListVersionsResult>\
                        """);

        assertThat(page.next()).isEqualTo(new ListMarker("b&c", "null"));
        KeyPage keys = page.keys();
        assertThat(keys.count()).isEqualTo(3);
        assertThat(List.of(keys.isMarker(0), keys.isMarker(1), keys.isMarker(2)))
                .containsExactly(true, false, false);
        assertThat(List.of(keys.size(0), keys.size(1), keys.size(2))).containsExactly(0L, 12L, 3L);
        assertThat(List.of(keys.versionId(0), keys.versionId(1), keys.versionId(2)))
                .containsExactly("m1", "v1", "null");
        assertThat(keys.key(2)).isEqualTo("b&c");
    }

    @Test
    void keysAreDecodedEvenWhereTheAnswerSaysOnlyAtItsEndThatTheyAreEncoded() {
        ListedPage page =
                Pages.read(
                        "<R><Contents><Key>a%2Fb+c</Key></Contents>"
                                + "<IsTruncated>true</IsTruncated>"
                                + "<EncodingType>url</EncodingType></R>");

        assertThat(page.keys().key(0)).isEqualTo("a/b c");
        assertThat(page.next()).isEqualTo(ListMarker.after("a/b c"));
    }

    @Test
    void keysOfAServerThatDoesNotEncodeAreTakenAsTheyAre() {
        ListedPage page = Pages.read("<R><Contents><Key>a%2Fb+c</Key></Contents></R>");

        assertThat(page.keys().key(0)).isEqualTo("a%2Fb+c");
        assertThat(page.next()).isNull();
    }

    @Test
    void anAnswerThatBreaksOffIsNoEmptyPage() {
        String whole = Pages.versions(List.of("a", "b"), false);

        assertThatThrownBy(
                        () -> Answers.listed(Pages.stream(whole.substring(0, whole.length() - 9))))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void anErrorUnderAnyStatusIsAnError() {
        String error =
                "<Error><Code>InternalError</Code><Message>try &lt;again&gt;</Message></Error>";

        assertThatThrownBy(() -> Answers.listed(Pages.stream(error)))
                .isInstanceOf(Answers.ErrorBody.class);
        assertThatThrownBy(() -> Answers.deleted(Pages.stream(error)))
                .isInstanceOf(Answers.ErrorBody.class);
        assertThat(Answers.error(Pages.stream(error), 500))
                .isEqualTo(Optional.of(new S3Error("InternalError", "try <again>", 500)));
    }

    @Test
    void theErrorsOfKeysAreReadWithTheirKeys() throws Exception {
        List<KeyError> errors =
                Answers.deleted(
                        Pages.stream(
                                "<DeleteResult><Error><Key>a&#13;b</Key><VersionId>v</VersionId>"
                                        + "<Code>AccessDenied</Code><Message>no</Message></Error>"
                                        + "<Error><Key>c</Key><Code>SlowDown</Code><Message/></Error>"
                                        + "</DeleteResult>"));

        assertThat(errors)
                .containsExactly(
                        new KeyError("a\rb", "v", new S3Error("AccessDenied", "no", 0)),
                        new KeyError("c", "", new S3Error("SlowDown", "", 0)));
    }

    @Test
    void uploadsAreReadWithTheirMarkers() throws Exception {
        UploadsPage page =
                Answers.uploads(
                        Pages.stream(
                                "<R><KeyMarker/><UploadIdMarker>old</UploadIdMarker>"
                                        + "<NextKeyMarker>k%20</NextKeyMarker>"
                                        + "<NextUploadIdMarker>u2</NextUploadIdMarker>"
                                        + "<EncodingType>url</EncodingType>"
                                        + "<IsTruncated>true</IsTruncated>"
                                        + "<Upload><Key>k%20</Key><UploadId>u1</UploadId></Upload>"
                                        + "<Upload><Key>k%20</Key><UploadId>u2</UploadId></Upload></R>"));

        assertThat(page.uploads())
                .containsExactly(
                        new UploadsPage.OpenUpload("k ", "u1"),
                        new UploadsPage.OpenUpload("k ", "u2"));
        assertThat(page.next()).isEqualTo(new ListMarker("k ", "u2"));
    }

    @Test
    void aPathIsEncodedButForItsSlashesAndDotSegmentsSurviveJava() {
        assertThat(UrlText.path("a b/+\u00E9~")).isEqualTo("a%20b/%2B%C3%A9~");
        assertThat(DotSegments.encode("/b/./x/../.../..")).isEqualTo("/b/%2E/x/%2E%2E/.../%2E%2E");
        assertThat("\uD83D\uDE80".getBytes(StandardCharsets.UTF_8)).hasSize(4);
    }
}
