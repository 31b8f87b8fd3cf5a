package org.labjanitor.runtime.notice;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.result.Resource;

class RecipientTest {
    private static Recipient of(String owner) {
        return Recipient.of(
                new Resource("i-1", null, "us-east-1", null, "m5.large", owner), "admin");
    }

    @Property
    void anyOwnerBecomesAnAttributeThatSnsTakesAndAPolicyCanName(
            @ForAll @StringLength(max = 400) String owner) {
        String name = of(owner).name();

        assertThat(name).isNotBlank().doesNotContain("\"", "\\");
        assertThat(name.codePoints().filter(Character::isISOControl)).isEmpty();
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(256);
        assertThat(of(name)).isEqualTo(of(owner));
    }

    @Test
    void aNameThatIsCutBeforeASpaceEndsThere() {
        String owner = "a".repeat(255) + " b";

        assertThat(of(owner).name()).isEqualTo("a".repeat(255));
        assertThat(of(of(owner).name())).isEqualTo(of(owner));
    }

    @Property
    void anyTextBecomesASubjectInAscii(@ForAll String text) {
        assertThat(HarmlessText.ascii(text, 99)).matches("[ -~]{0,99}");
    }

    @Property
    void anyTextBecomesOneShortLine(@ForAll String text) {
        String line = HarmlessText.line(text, 20);
        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(20);
        assertThat(line.lines().count()).isLessThanOrEqualTo(1);
    }
}
