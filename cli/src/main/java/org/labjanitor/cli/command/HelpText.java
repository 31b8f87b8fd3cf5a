package org.labjanitor.cli.command;

/** What several commands say in their help. */
final class HelpText {
    static final String EXIT_TITLE = "%n@|bold Exit codes|@%n";
    static final String EXIT_COMPLETE =
            "0:complete: everything in scope was examined, and nothing was refused";
    static final String EXIT_FAILED = "1:failed or refused: the message says why";
    static final String EXIT_USAGE = "2:usage: the command itself is wrong; nothing was looked at";
    static final String EXIT_PARTIAL =
            "3:partial: something was not examined, was refused, or is still there";

    static final String EXIT_STOPPED =
            "130:stopped with Ctrl-C; the same command goes on from there";

    static final String CREDENTIALS =
            "%n@|bold Credentials and Region|@%n"
                    + "Both come from where the AWS CLI has them: --profile, AWS_PROFILE, AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY, ~/.aws/credentials and ~/.aws/config (IAM Identity Center too: sign in with"
                    + " 'aws sso login'), and AWS_REGION or AWS_DEFAULT_REGION. AWS_ENDPOINT_URL is heeded.%n";

    static final String SETTINGS =
            "%n@|bold Defaults|@%n"
                    + "JANITOR_ACCOUNT_ID, JANITOR_LAB_TAG, JANITOR_REGIONS, JANITOR_POLICY, JANITOR_BUDGET_COUNT and"
                    + " JANITOR_BUDGET_PERCENT set the defaults, as they do for the Lambda function.%n";

    static final String BUCKET_SETTINGS =
            "%n@|bold Defaults|@%n"
                    + "JANITOR_ACCOUNT_ID, JANITOR_LAB_TAG, JANITOR_REGIONS, JANITOR_BUCKET_PREFIX (lab-),"
                    + " JANITOR_BUCKET_LIFETIME, JANITOR_BUCKET_AFTER, JANITOR_OWN_BUCKETS, JANITOR_BUDGET_COUNT,"
                    + " JANITOR_BUDGET_PERCENT, JANITOR_BUDGET_KEYS and JANITOR_BUDGET_GIGABYTES set the defaults, as"
                    + " they do for the Lambda function.%n";

    /** What a look at a bucket before its first change asks S3. */
    static final String BUCKET_LOOK =
            "s3:ListBucket, s3:GetBucketTagging, s3:GetBucketVersioning,"
                    + " s3:GetBucketObjectLockConfiguration, s3:GetReplicationConfiguration, s3:GetBucketPolicy,"
                    + " s3:GetBucketWebsite, s3:GetBucketAcl, s3:GetBucketOwnershipControls";

    /** What emptying and deleting a bucket needs. */
    static final String BUCKET_REMOVAL =
            "s3:ListBucketVersions, s3:DeleteObject, s3:DeleteObjectVersion,"
                    + " s3:ListBucketMultipartUploads, s3:AbortMultipartUpload, s3:DeleteBucket";

    private HelpText() {}
}
