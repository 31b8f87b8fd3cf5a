package org.labjanitor.core.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "lab-ana",
                "1.2.3",
                "lab.notes.2026",
                "lab--x-s3-and-more",
                "lab-111122223333-eu-west-1-an",
                "lab-111122223333-us-gov-west-1-an",
                "a23456789-123456789-123456789-123456789-123456789-123456789-123"
            })
    void isLegal(String name) {
        assertThat(BucketName.refusal(name)).isEmpty();
        assertThat(BucketName.legal(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
my_first_bucket    | an underscore is not allowed; lower-case letters, digits, dots and hyphens are | my-first-bucket
Lab Ana            | a capital letter and a space are not allowed; lower-case letters, digits, dots and hyphens are | lab-ana
lab-ana/notes      | a slash is not allowed; lower-case letters, digits, dots and hyphens are | lab-ana-notes
lab-müller         | "ü" is not allowed; lower-case letters, digits, dots and hyphens are | lab-m-ller
ab                 | it has 2 characters, but may have 3 to 63 | lab-ab
lab..ana           | two dots in a row are not allowed | lab.ana
lab-ana-           | it must begin and end with a letter or a digit | lab-ana
192.168.5.4        | it looks like an IP address | 192-168-5-4
xn--lab            | the beginning xn-- is reserved for internationalised domain names | lab
sthree-lab         | the beginning sthree- is reserved for S3 itself | lab
amzn-s3-demo-lab   | the beginning amzn-s3-demo- is reserved for the examples of AWS | lab
lab-s3alias        | the ending -s3alias is reserved for aliases of access points | lab
lab--ol-s3         | the ending --ol-s3 is reserved for aliases of Object Lambda access points | lab
lab.mrap           | the ending .mrap is reserved for Multi-Region Access Points | lab
lab--use1-az4--x-s3 | the ending --x-s3 is reserved for directory buckets | lab--use1-az4
lab--table-s3      | the ending --table-s3 is reserved for table buckets | lab
lab-roman-an       | the ending -an is reserved for names of one account and Region such as lab-111122223333-eu-west-1-an | lab-roman
""")
    void namesTheRuleAndOffersALegalName(String name, String fault, String legal) {
        assertThat(BucketName.refusal(name))
                .contains("%s: %s; %s would be legal".formatted(name, fault, legal));
    }

    @Test
    void namesEveryFault() {
        assertThat(BucketName.faults("-L"))
                .containsExactly(
                        "a capital letter is not allowed; lower-case letters, digits, dots and hyphens are",
                        "it has 2 characters, but may have 3 to 63",
                        "it must begin and end with a letter or a digit");
    }

    @Test
    void aLongNameIsQuotedShort() {
        assertThat(BucketName.refusal("a".repeat(500)))
                .contains(
                        "%s…: it has 500 characters, but may have 3 to 63; %s would be legal"
                                .formatted("a".repeat(80), "a".repeat(63)));
    }

    @Test
    void warnsOfDots() {
        assertThat(BucketName.warning("lab.ana").orElseThrow())
                .contains("certificate", "lab-ana has no such trouble");
        assertThat(BucketName.warning("lab-ana")).isEmpty();
        assertThat(BucketName.warning("lab..ana")).isEmpty();
    }

    @Property
    void whateverIsOfferedIsLegal(@ForAll("names") String name) {
        assertThat(BucketName.faults(BucketName.legal(name))).isEmpty();
    }

    @Property
    void aLegalNameStaysAsItIs(@ForAll("names") String name) {
        String legal = BucketName.legal(name);

        assertThat(BucketName.legal(legal)).isEqualTo(legal);
        assertThat(BucketName.isLegal(name)).isEqualTo(legal.equals(name));
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> pieces =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "xn--",
                                "sthree-",
                                "amzn-s3-demo-",
                                "-s3alias",
                                "--ol-s3",
                                ".mrap",
                                "--x-s3",
                                "--table-s3",
                                "-an",
                                "an",
                                "1.2.3.4",
                                ".",
                                "-",
                                "..",
                                "_"),
                        Arbitraries.strings().withCharRange('a', 'f').ofMaxLength(30),
                        Arbitraries.strings().ofMaxLength(4));
        return pieces.list().ofMaxSize(6).map(list -> String.join("", list));
    }
}
