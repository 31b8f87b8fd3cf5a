package org.labjanitor.cli.demo;

import static java.time.Duration.ofDays;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Setting;
import org.labjanitor.simulator.s3.bucket.Versioning;
import software.amazon.awssdk.services.s3.model.IndexDocument;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

/** Who is who among the buckets of the demo's lab. */
final class BucketCast {
    static final String EXPIRED = "lab-spring-course";
    static final String SCRATCH = "lab-ana-scratch";
    static final String PHOTOS = "lab-eu-microscope";
    static final String KEPT = "lab-thesis-fatima";
    static final String LOCKED = "lab-exam-papers";
    static final String WEBSITE = "lab-course-website";
    static final String DENIED = "lab-grading";
    static final String UNREADABLE = "lab-eu-notes";
    static final String CURRENT = "lab-eu-autumn-course";
    static final String NOT_LAB = "payroll-archive";

    private static final long MEGABYTE = 1_000_000;
    private static final String STANDARD = "STANDARD";

    /** Names that a person may give to a file, and that not every program can delete. */
    private static final List<String> ODD_KEYS =
            List.of(
                    " ",
                    "a+b c.txt",
                    "100%.csv",
                    "実験/結果🚀.csv",
                    "tab\there",
                    "new\nline",
                    "\u0001",
                    "<&>",
                    "..");

    private final Instant now;
    private final List<Store> stores = new ArrayList<>();

    private BucketCast(Instant now) {
        this.now = now;
    }

    /** The cast as it stands at {@code now}. */
    static List<Store> at(Instant now) {
        BucketCast cast = new BucketCast(now);
        cast.timeIsOver();
        cast.notToBeTouched();
        cast.others();
        return List.copyOf(cast.stores);
    }

    private void timeIsOver() {
        add(expired(Cast.VIRGINIA, EXPIRED, "trainer@uni.example").with(this::fillCourse));
        add(
                lab(Cast.VIRGINIA, SCRATCH, "ana@uni.example", 40)
                        .tag("lab:ttl", "30d")
                        .with(this::fillScratch));
        add(
                expired(Cast.IRELAND, PHOTOS, "heidi@uni.example")
                        .with(bucket -> {
                            fill(bucket, 3_000, "raw/%05d.tif", 60 * MEGABYTE, "STANDARD_IA");
                            fill(bucket, 1_200, "web/%05d.jpg", 2 * MEGABYTE, STANDARD);
                            fill(bucket, 400, "year-1/%05d.tif", 60 * MEGABYTE, "GLACIER");
                        }));
    }

    private void notToBeTouched() {
        add(
                expired(Cast.VIRGINIA, KEPT, "fatima@uni.example")
                        .tag("lab:keep", "true")
                        .with(bucket -> fill(bucket, 500, "chapter/%03d.tex", MEGABYTE, STANDARD)));
        add(
                expired(Cast.VIRGINIA, LOCKED, "trainer@uni.example")
                        .with(BucketCast::lock)
                        .with(bucket -> fill(bucket, 80, "exam/%03d.pdf", MEGABYTE, STANDARD)));
        add(
                expired(Cast.IRELAND, WEBSITE, "dora@uni.example")
                        .with(BucketCast::serve)
                        .with(bucket -> fill(bucket, 40, "page-%02d.html", MEGABYTE, STANDARD)));
        add(
                expired(Cast.IRELAND, DENIED, "trainer@uni.example")
                        .with(BucketCast::denyDeleting)
                        .with(bucket -> fill(bucket, 60, "mark-%02d.csv", MEGABYTE, STANDARD)));
    }

    private void others() {
        add(
                lab(Cast.IRELAND, UNREADABLE, "ivo@uni.example", 90)
                        .tag("lab:expires", "end of term")
                        .with(bucket -> fill(bucket, 30, "note-%02d.md", MEGABYTE, STANDARD)));
        add(
                lab(Cast.IRELAND, CURRENT, "trainer@uni.example", 20)
                        .tag("lab:expires", date(now.plus(ofDays(60))))
                        .with(bucket -> fill(bucket, 900, "hand-in/%04d.zip", MEGABYTE, STANDARD)));
        // No lab tag, and another name: the janitor does not even ask about it.
        add(
                Store.in(Cast.VIRGINIA, NOT_LAB, ofDays(700))
                        .with(bucket -> fill(bucket, 200, "%04d.pdf", MEGABYTE, STANDARD)));
    }

    /** Versioning was on for a while, so that twice as much is in it as anybody sees. */
    private void fillCourse(Bucket bucket) {
        bucket.versioning(Versioning.ENABLED);
        for (int version = 0; version < 2; version++) {
            for (int i = 0; i < 5_500; i++) {
                bucket.objects().putVersion("hand-in/%05d.zip".formatted(i), 4 * MEGABYTE, now);
            }
        }
        for (int i = 0; i < 1_000; i++) {
            bucket.objects().deleteMarker("hand-in/%05d.zip".formatted(i));
        }
    }

    private void fillScratch(Bucket bucket) {
        fill(bucket, 250, "run-%04d.parquet", 80 * MEGABYTE, STANDARD);
        ODD_KEYS.forEach(key -> bucket.objects().put(key, 1_000, STANDARD, now));
        bucket.objects().openUpload("run-0250.parquet");
        bucket.objects().openUpload("run-0251.parquet");
    }

    private void fill(Bucket bucket, int count, String pattern, long size, String storageClass) {
        bucket.objects().seed(count, pattern::formatted, size, storageClass, now);
    }

    private static void lock(Bucket bucket) {
        bucket.versioning(Versioning.ENABLED);
        bucket.setting(
                Setting.OBJECT_LOCK,
                ObjectLockConfiguration.builder()
                        .objectLockEnabled(ObjectLockEnabled.ENABLED)
                        .build());
    }

    private static void serve(Bucket bucket) {
        bucket.setting(
                Setting.WEBSITE,
                WebsiteConfiguration.builder()
                        .indexDocument(IndexDocument.builder().suffix("page-00.html").build())
                        .build());
    }

    private static void denyDeleting(Bucket bucket) {
        bucket.policy(
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
                  "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
                  "Resource": "arn:aws:s3:::%s/*"}]}
                """
                        .formatted(bucket.name()));
    }

    private Store expired(String region, String name, String owner) {
        return lab(region, name, owner, 150).tag("lab:expires", date(now.minus(ofDays(8))));
    }

    private static Store lab(String region, String name, String owner, int daysOld) {
        return Store.in(region, name, ofDays(daysOld))
                .tag("lab", "cloud-course")
                .tag("lab:owner", owner);
    }

    private static String date(Instant day) {
        return day.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private void add(Store store) {
        stores.add(store);
    }
}
