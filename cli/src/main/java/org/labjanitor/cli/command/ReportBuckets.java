package org.labjanitor.cli.command;

import picocli.CommandLine.Command;

/** {@code janitor report buckets}. */
@Command(
        name = "buckets",
        header = "Which buckets' time is over, what they hold, and what they cost. Reads only.",
        description = {
            "%nLooks at every bucket with the lab tag and the name prefix, reads its tags, its end and what protects it or"
                    + " depends on it, asks CloudWatch how much it holds, and says for each one: may go, unknown, or kept,"
                    + " and why. It changes nothing: no tag, no object, no word to an owner."
        },
        footerHeading = "%n@|bold Examples|@%n",
        footer = {
            "  @|yellow janitor report buckets|@                             every Region of your account",
            "  @|yellow janitor report buckets --region eu-west-1|@          one of them",
            "  @|yellow janitor report buckets --lifetime 30d|@              as if no bucket might get older",
            "  @|yellow janitor report buckets --only lab-ana -v|@           one bucket, with the evidence",
            "  @|yellow janitor report buckets --json > today.json|@         for other programs",
            HelpText.CREDENTIALS,
            "@|bold Permissions|@",
            "s3:ListAllMyBuckets, "
                    + HelpText.BUCKET_LOOK
                    + ", cloudwatch:GetMetricData. What is missing is told as unknown or as not"
                    + " examined.",
            HelpText.BUCKET_SETTINGS
        },
        exitCodeList = {
            HelpText.EXIT_COMPLETE,
            HelpText.EXIT_FAILED,
            HelpText.EXIT_USAGE,
            HelpText.EXIT_PARTIAL
        })
final class ReportBuckets extends BucketsCommand {
    ReportBuckets(Surroundings here) {
        super(here);
    }

    @Override
    public Integer call() {
        BucketsTarget target = target();
        return new Reporting(target, output, results(target), Typed.after(spec, "buckets")).run();
    }
}
