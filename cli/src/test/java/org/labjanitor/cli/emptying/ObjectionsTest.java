package org.labjanitor.cli.emptying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.inventory.TagAnswer;
import org.labjanitor.buckets.removal.Finding;
import org.labjanitor.buckets.removal.Finding.Kind;
import org.labjanitor.buckets.removal.PreFlight.Picture;
import org.labjanitor.core.tag.LabTags;

class ObjectionsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Consent NONE = new Consent(false, false);
    private static final Map<String, String> LAB = Map.of("lab", "course");

    @Test
    void nothingSpeaksAgainstAPlainLabBucket() {
        assertThat(to(NONE, false, new TagAnswer.Known(LAB))).isEmpty();
    }

    @Test
    void withoutTheLabTagAPersonHasToSayThatAnyBucketWillDo() {
        TagAnswer none = new TagAnswer.Known(Map.of("team", "data"));

        assertThat(to(NONE, false, none)).singleElement().asString().contains("--any-bucket");
        assertThat(to(new Consent(false, true), false, none)).isEmpty();
    }

    @Test
    void versionsNeedTheirOwnWord() {
        assertThat(to(NONE, true, new TagAnswer.Known(LAB)))
                .singleElement()
                .asString()
                .contains("--all-versions");
        assertThat(to(new Consent(true, false), true, new TagAnswer.Known(LAB))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "2026-11-20", "2026-11-20T11:00Z", "until my defence"})
    void aKeepTagThatHoldsOrCannotBeReadIsNotOverridden(String value) {
        TagAnswer kept = new TagAnswer.Known(Map.of("lab", "course", "lab:keep", value));

        assertThat(to(new Consent(true, true), true, kept))
                .singleElement()
                .asString()
                .contains("lab:keep", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "2026-11-19", "2026-11-20T09:00Z"})
    void aKeepTagWhoseTimeIsOverDoesNotHold(String value) {
        TagAnswer kept = new TagAnswer.Known(Map.of("lab", "course", "lab:keep", value));

        assertThat(to(NONE, false, kept)).isEmpty();
    }

    @Test
    void tagsThatCannotBeReadRefuseWhateverWasAgreedTo() {
        assertThat(to(new Consent(true, true), false, new TagAnswer.Unavailable("Denied.")))
                .singleElement()
                .asString()
                .contains("cannot be read", "Denied.");
    }

    @Test
    void everythingIsSaidAtOnce() {
        List<String> objections =
                to(
                        NONE,
                        true,
                        new TagAnswer.Known(Map.of("lab:keep", "true")),
                        new Finding(Kind.PROTECTED, "Object Lock is on."),
                        new Finding(Kind.DEPENDED_ON, "It is a website."));

        assertThat(objections).hasSize(5).startsWith("Object Lock is on.", "It is a website.");
    }

    @Test
    void aBucketThatIsNotOursIsNotPickedOverFurther() {
        assertThat(
                        to(
                                NONE,
                                true,
                                new TagAnswer.Unavailable("Denied."),
                                new Finding(Kind.OTHER_ACCOUNT, "It is somebody else's.")))
                .containsExactly("It is somebody else's.");
    }

    private static List<String> to(
            Consent consent, boolean versioned, TagAnswer tags, Finding... findings) {
        return new Objections(LabTags.standard(), Set.of("lab-own"), consent, () -> NOW)
                .to(
                        new BucketSight(
                                "lab-ana",
                                "111122223333",
                                new Picture("us-east-1", versioned, List.of(findings)),
                                tags));
    }
}
