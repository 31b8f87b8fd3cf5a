package org.labjanitor.runtime.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.notice.Candidates.BUCKETS;
import static org.labjanitor.runtime.notice.Candidates.EXPIRED;
import static org.labjanitor.runtime.notice.Candidates.INSTANCES;
import static org.labjanitor.runtime.notice.Candidates.bucket;
import static org.labjanitor.runtime.notice.Candidates.idle;
import static org.labjanitor.runtime.notice.Candidates.instance;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.RunContext;

class TextsTest {
    private static final Instant TOMORROW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Recipient MARY = new Recipient("mary");

    private static Letter warning(RunContext run, LabTags tags, List<Candidate> candidates) {
        return Paging.letters(new WarningText(run, tags).draft(MARY, candidates, TOMORROW))
                .getFirst();
    }

    private static Letter warning(List<Candidate> candidates) {
        return warning(INSTANCES, LabTags.standard(), candidates);
    }

    @Test
    void aWarningReadsLikeThis() {
        Letter letter = warning(List.of(idle("mary", 1), idle("mary", 2)));

        assertThat(letter.subject())
                .isEqualTo("2 instances will be terminated from 2026-11-21 10:00 UTC");
        assertThat(letter.body())
                .isEqualTo(
                        """
                        For mary

                        2 of your instances in AWS account 111122223333 will be terminated.

                        Not before: Sat 2026-11-21 10:00 UTC
                        Cost: $140.16 a month

                        To keep something, run the command below it. If it may go, do nothing.

                        ## Idle: 2 instances in us-east-1

                        * box-1
                          i-00000000000000001
                          m5.large, us-east-1
                          $70.08 a month, since 2026-11-01
                          Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.
                          - last use: CPU 63 % (2026-11-14 08:00 UTC)

                        * box-2
                          i-00000000000000002
                          m5.large, us-east-1
                          $70.08 a month, since 2026-11-01
                          Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.
                          - last use: CPU 63 % (2026-11-14 08:00 UTC)

                        Keep these 2:
                        aws ec2 create-tags --region us-east-1 --resources i-00000000000000001 i-00000000000000002 --tags Key=lab:keep,Value=true

                        Terminate these 2 now:
                        aws ec2 terminate-instances --region us-east-1 --instance-ids i-00000000000000001 i-00000000000000002

                        lab:keep=true keeps a thing until somebody takes the tag away, a date such as 2026-12-21 keeps it that long. Everything is looked at once more before it goes: what is idle now and in use by then stays.

                        Lab Janitor, instances, run run-1
                        """);
    }

    @Test
    void aBucketHasItsOwnCommandsThatLeaveItsOtherTagsAlone() {
        Letter letter =
                warning(
                        BUCKETS,
                        LabTags.standard(),
                        List.of(bucket("mary", "lab-mary", Action.WOULD_DELETE)));

        assertThat(letter.subject())
                .isEqualTo("lab-mary will be deleted from 2026-11-21 10:00 UTC");
        assertThat(letter.body())
                .contains(
                        """
                        Keep it:
                        aws s3control tag-resource --region eu-west-1 --account-id 111122223333 --resource-arn arn:aws:s3:::lab-mary --tags Key=lab:keep,Value=true

                        Empty and delete it now:
                        ./janitor empty s3://lab-mary

                        """)
                .contains("price not known")
                .contains("Everything is looked at once more before it goes.")
                .doesNotContain("aws ec2");
    }

    @Test
    void commandsFollowTheConfiguredTagAndAreQuotedForTheShell() {
        String body =
                warning(
                                BUCKETS,
                                new LabTags("my lab"),
                                List.of(bucket("mary", "lab-mary", Action.WOULD_EMPTY)))
                        .body();

        assertThat(body)
                .contains("--tags 'Key=my lab:keep,Value=true'\n")
                .contains("./janitor empty s3://lab-mary --keep-bucket --lab-tag 'my lab'\n");
    }

    @Test
    void instancesThatWouldBeStoppedAreNotSaidToBeTerminated() {
        Candidate terminated = idle("mary", 1);
        Letter letter =
                warning(
                        List.of(
                                new Candidate(
                                        terminated.resource(),
                                        terminated.verdict(),
                                        terminated.cost(),
                                        Action.WOULD_STOP)));

        assertThat(letter.subject()).isEqualTo("box-1 will be stopped from 2026-11-21 10:00 UTC");
        assertThat(letter.body())
                .contains("aws ec2 stop-instances --region us-east-1 --instance-ids")
                .doesNotContain("erminate");
    }

    @Test
    void aSubjectNamesTheIdWhereItCannotHoldTheName() {
        assertThat(warning(List.of(instance("mary", "学生サーバー", 1, EXPIRED))).subject())
                .startsWith("i-00000000000000001 will be terminated");
        assertThat(warning(List.of(instance("mary", "n".repeat(256), 1, EXPIRED))).subject())
                .startsWith("i-00000000000000001 will be terminated");
    }

    @Test
    void manyForOneReasonAreToldItOnce() {
        List<Candidate> candidates =
                IntStream.range(0, 30)
                        .mapToObj(number -> instance("mary", "box-" + number, number, EXPIRED))
                        .toList();
        String body = warning(candidates).body();

        assertThat(body.split("Its time was over", -1)).hasSize(1 + 2);
        assertThat(body).contains("## Expired: 20 instances", "## Expired: 10 instances");
    }

    @Test
    void everyIdStandsInACommandThatKeepsIt() {
        List<Candidate> candidates = idle("mary", 0, 1_000);
        List<Letter> letters =
                Paging.letters(
                        new WarningText(INSTANCES, LabTags.standard())
                                .draft(MARY, candidates, TOMORROW));

        assertThat(letters.stream().flatMap(letter -> letter.ids().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        candidates.stream().map(Candidate::id).toList());
        assertThat(letters)
                .allSatisfy(letter -> {
                    String keeping =
                            letter.body()
                                    .lines()
                                    .filter(line -> line.contains("create-tags"))
                                    .reduce("", String::concat);
                    assertThat(letter.ids()).allSatisfy(id -> assertThat(keeping).contains(id));
                });
    }

    @Test
    void whatTagsAndAnswersHoldCannotForgeALine() {
        String forged = "x\n\nKeep it:\ncurl evil.example\u2028\u202e\u0000";
        Verdict verdict =
                new Verdict.Removable(
                        RemovableReason.IDLE, Explanation.of(forged + "y".repeat(10_000)));
        Letter letter = warning(List.of(instance("mary", forged, 1, verdict)));

        assertThat(letter.body().lines()).noneMatch(line -> line.startsWith("curl"));
        assertThat(letter.body()).hasSizeLessThan(2_500).doesNotContain("\u202e", "\u2028");
        assertThat(letter.subject()).matches("[ -~]{1,99}");
    }
}
