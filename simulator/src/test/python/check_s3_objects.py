"""Fills and empties buckets of a fresh lab with clients that nobody here wrote: boto3 and the AWS CLI.

Usage: check_s3_objects.py ENDPOINT

Needs nothing but the lab: the account's own number is an access key. Exits with 1 on any difference.
"""

import base64
import datetime
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import boto3
import boto3.s3.transfer
import botocore.config
import botocore.exceptions

ACCOUNT = "111122223333"
REGION = "us-east-1"
CREDENTIALS = {"aws_access_key_id": ACCOUNT, "aws_secret_access_key": "secret"}


class Lab:
    def __init__(self, endpoint):
        self.endpoint = endpoint
        arguments = {
            "region_name": REGION,
            "endpoint_url": endpoint,
            "config": botocore.config.Config(retries={"total_max_attempts": 1}),
            **CREDENTIALS,
        }
        self.s3 = boto3.client("s3", **arguments)
        self.resource = boto3.resource("s3", **arguments)

    def cli(self, *arguments, expected=0):
        environment = {
            **os.environ,
            "AWS_ACCESS_KEY_ID": ACCOUNT,
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_MAX_ATTEMPTS": "1",
        }
        command = [os.path.join(os.path.dirname(sys.executable), "aws"), *arguments]
        if not os.path.exists(command[0]):
            command = [sys.executable, "-m", "awscli", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        equal(done.returncode, expected, f"{arguments}: {done.stdout} {done.stderr}")
        return done.stdout

    def versioned(self, name, **more):
        self.s3.create_bucket(Bucket=name, **more)
        self.s3.put_bucket_versioning(
            Bucket=name, VersioningConfiguration={"Status": "Enabled"}
        )
        return self.resource.Bucket(name)


def equal(actual, expected, about):
    if actual != expected:
        raise AssertionError(f"{about}: {actual!r}, expected {expected!r}")


def refused(code, call, *arguments, **named):
    try:
        call(*arguments, **named)
    except botocore.exceptions.ClientError as error:
        equal(error.response["Error"]["Code"], code, str(error))
        return error
    raise AssertionError(f"not refused with {code}: {arguments} {named}")


def check_single_objects(lab):
    s3 = lab.s3
    s3.create_bucket(Bucket="single")
    body = b"0123456789" * 100
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        put = s3.put_object(
            Bucket="single",
            Key="a b/\u00e9+\U0001f600&<.txt",
            Body=body,
            ContentType="text/plain",
            Metadata={"who": "me"},
            Tagging="lab=one&x=y z",
            ChecksumAlgorithm=algorithm,
        )
        equal("Checksum" + algorithm in put, True, "the checksum comes back")
    got = s3.get_object(Bucket="single", Key="a b/\u00e9+\U0001f600&<.txt")
    equal(got["Body"].read(), body, "content")
    equal(got["ContentType"], "text/plain", "type")
    equal(got["Metadata"], {"who": "me"}, "metadata")
    equal(got["ETag"], put["ETag"], "entity tag")
    equal("VersionId" in got, False, "no version")
    part = s3.get_object(Bucket="single", Key="a b/\u00e9+\U0001f600&<.txt", Range="bytes=5-9")
    equal(part["Body"].read(), b"56789", "range")
    equal(part["ContentRange"], "bytes 5-9/1000", "content range")
    head = s3.head_object(Bucket="single", Key="a b/\u00e9+\U0001f600&<.txt")
    equal(head["ContentLength"], 1000, "length of a head")
    tags = s3.get_object_tagging(Bucket="single", Key="a b/\u00e9+\U0001f600&<.txt")["TagSet"]
    equal({t["Key"]: t["Value"] for t in tags}, {"lab": "one", "x": "y z"}, "tags")
    s3.put_object_tagging(
        Bucket="single",
        Key="a b/\u00e9+\U0001f600&<.txt",
        Tagging={"TagSet": [{"Key": "k", "Value": "v"}]},
    )
    tags = s3.get_object_tagging(Bucket="single", Key="a b/\u00e9+\U0001f600&<.txt")["TagSet"]
    equal(tags, [{"Key": "k", "Value": "v"}], "new tags")
    s3.delete_object_tagging(Bucket="single", Key="a b/\u00e9+\U0001f600&<.txt")
    refused("NoSuchKey", s3.get_object, Bucket="single", Key="none")
    refused("404", s3.head_object, Bucket="single", Key="none")
    refused("PreconditionFailed", s3.put_object, Bucket="single", Key="a b/\u00e9+\U0001f600&<.txt", Body=b"", IfNoneMatch="*")
    s3.put_object(Bucket="single", Key="empty", Body=b"", IfNoneMatch="*")
    equal(s3.get_object(Bucket="single", Key="empty")["Body"].read(), b"", "no content")
    refused("304", s3.get_object, Bucket="single", Key="empty", IfNoneMatch=s3.head_object(Bucket="single", Key="empty")["ETag"])
    s3.copy_object(Bucket="single", Key="copy", CopySource={"Bucket": "single", "Key": "a b/\u00e9+\U0001f600&<.txt"})
    equal(s3.get_object(Bucket="single", Key="copy")["Body"].read(), body, "copy")
    keys = [o["Key"] for o in s3.list_objects_v2(Bucket="single")["Contents"]]
    equal(keys, ["a b/\u00e9+\U0001f600&<.txt", "copy", "empty"], "keys")
    keys = [o["Key"] for o in s3.list_objects(Bucket="single")["Contents"]]
    equal(keys, ["a b/\u00e9+\U0001f600&<.txt", "copy", "empty"], "keys of the first listing")
    s3.delete_object(Bucket="single", Key="copy")
    lab.resource.Bucket("single").objects.delete()
    s3.delete_bucket(Bucket="single")


def check_versions(lab):
    bucket = lab.versioned("versions")
    ids = [bucket.put_object(Key="k", Body=bytes(n)).version_id for n in range(3)]
    equal(len(set(ids)), 3, "ids differ")
    marker = lab.s3.delete_object(Bucket="versions", Key="k")
    equal(marker["DeleteMarker"], True, "a marker")
    error = refused("NoSuchKey", lab.s3.get_object, Bucket="versions", Key="k")
    headers = error.response["ResponseMetadata"]["HTTPHeaders"]
    equal(headers.get("x-amz-delete-marker"), "true", "told to be a marker")
    refused("MethodNotAllowed", lab.s3.get_object, Bucket="versions", Key="k", VersionId=marker["VersionId"])
    refused("405", lab.s3.head_object, Bucket="versions", Key="k", VersionId=marker["VersionId"])
    got = lab.s3.get_object(Bucket="versions", Key="k", VersionId=ids[1])
    equal((got["ContentLength"], got["VersionId"]), (1, ids[1]), "an old version")
    removed = lab.s3.delete_object(Bucket="versions", Key="k", VersionId=marker["VersionId"])
    equal(removed["DeleteMarker"], True, "the marker is gone")
    equal(lab.s3.get_object(Bucket="versions", Key="k")["VersionId"], ids[2], "latest again")
    for number in range(120):
        bucket.put_object(Key=f"odd <&> +%2B {number:04}", Body=b"x")
    bucket.objects.delete()
    bucket.put_object(Key="bell \u0007", Body=b"x")
    # boto3 writes the character as it is, which XML cannot hold: so does S3 see it.
    bell = {"Objects": [{"Key": "bell \u0007"}]}
    refused("MalformedXML", lab.s3.delete_objects, Bucket="versions", Delete=bell)
    lab.s3.delete_object(Bucket="versions", Key="bell \u0007")
    pages = list(
        lab.s3.get_paginator("list_object_versions").paginate(
            Bucket="versions", PaginationConfig={"PageSize": 7}
        )
    )
    equal(sum(len(page.get("Versions", [])) for page in pages), 124, "versions on all pages")
    equal(sum(len(page.get("DeleteMarkers", [])) for page in pages), 122, "markers on all pages")


def check_emptying_a_versioned_bucket(lab):
    bucket = lab.versioned("emptied")
    for number in range(30):
        bucket.put_object(Key=f"k{number}", Body=b"x")
        bucket.put_object(Key=f"k{number}", Body=b"y")
    bucket.objects.delete()
    refused("BucketNotEmpty", bucket.delete)
    answers = bucket.object_versions.delete()
    equal(sum(len(a.get("Deleted", [])) for a in answers), 90, "deleted")
    equal(sum(len(a.get("Errors", [])) for a in answers), 0, "errors")
    bucket.delete()


def check_locks(lab):
    bucket = lab.versioned("locked", ObjectLockEnabledForBucket=True)
    s3 = lab.s3
    held = bucket.put_object(Key="held", Body=b"x").version_id
    s3.put_object_legal_hold(Bucket="locked", Key="held", LegalHold={"Status": "ON"})
    equal(s3.get_object_legal_hold(Bucket="locked", Key="held")["LegalHold"], {"Status": "ON"}, "hold")
    until = datetime.datetime(2099, 1, 1, tzinfo=datetime.timezone.utc)
    governed = bucket.put_object(
        Key="governed", Body=b"x", ObjectLockMode="GOVERNANCE", ObjectLockRetainUntilDate=until
    ).version_id
    retention = s3.get_object_retention(Bucket="locked", Key="governed")["Retention"]
    equal(retention, {"Mode": "GOVERNANCE", "RetainUntilDate": until}, "retention")
    refused("AccessDenied", s3.delete_object, Bucket="locked", Key="held", VersionId=held)
    answer = s3.delete_objects(
        Bucket="locked",
        Delete={
            "Objects": [
                {"Key": "held", "VersionId": held},
                {"Key": "governed", "VersionId": governed},
                {"Key": "missing"},
            ]
        },
    )
    equal([e["Code"] for e in answer["Errors"]], ["AccessDenied"] * 2, "errors")
    equal([d["Key"] for d in answer["Deleted"]], ["missing"], "deleted")
    s3.delete_object(Bucket="locked", Key="governed", VersionId=governed, BypassGovernanceRetention=True)
    s3.put_object_retention(
        Bucket="locked", Key="held", Retention={"Mode": "COMPLIANCE", "RetainUntilDate": until}
    )
    s3.put_object_legal_hold(Bucket="locked", Key="held", LegalHold={"Status": "OFF"})
    refused(
        "AccessDenied", s3.delete_object,
        Bucket="locked", Key="held", VersionId=held, BypassGovernanceRetention=True,
    )
    s3.put_object_lock_configuration(
        Bucket="locked",
        ObjectLockConfiguration={
            "ObjectLockEnabled": "Enabled",
            "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 2}},
        },
    )
    fresh = bucket.put_object(Key="fresh", Body=b"x").version_id
    refused("AccessDenied", s3.delete_object, Bucket="locked", Key="fresh", VersionId=fresh)


def check_multipart(lab):
    s3 = lab.s3
    s3.create_bucket(Bucket="parts")
    body = os.urandom(20 * 1024 * 1024)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "big")
        with open(path, "wb") as file:
            file.write(body)
        s3.upload_file(path, "parts", "big")
        s3.download_file("parts", "big", path + "2")
        with open(path + "2", "rb") as file:
            equal(file.read() == body, True, "what was uploaded in parts comes back")
    equal(s3.head_object(Bucket="parts", Key="big")["ETag"].endswith('-3"'), True, "three parts")
    ids = [s3.create_multipart_upload(Bucket="parts", Key=f"u/{n % 2}")["UploadId"] for n in range(5)]
    s3.upload_part(Bucket="parts", Key="u/0", UploadId=ids[0], PartNumber=3, Body=b"abc")
    parts = s3.list_parts(Bucket="parts", Key="u/0", UploadId=ids[0])["Parts"]
    equal([(p["PartNumber"], p["Size"]) for p in parts], [(3, 3)], "parts")
    pages = s3.get_paginator("list_multipart_uploads").paginate(
        Bucket="parts", PaginationConfig={"PageSize": 2}
    )
    uploads = [(u["Key"], u["UploadId"]) for page in pages for u in page["Uploads"]]
    equal(sorted(i for _, i in uploads), sorted(ids), "uploads on all pages")
    for key, upload in uploads:
        s3.abort_multipart_upload(Bucket="parts", Key=key, UploadId=upload)
    refused("NoSuchUpload", s3.abort_multipart_upload, Bucket="parts", Key="u/0", UploadId=ids[0])
    equal("Uploads" in s3.list_multipart_uploads(Bucket="parts"), False, "none is left")


def check_parts(lab):
    s3 = lab.s3
    s3.create_bucket(Bucket="pieces")
    least = 5 * 1024 * 1024
    one, two = os.urandom(least), b"the end"

    def start(**more):
        return s3.create_multipart_upload(Bucket="pieces", Key="k", **more)["UploadId"]

    def part(upload, number, body, **more):
        sent = s3.upload_part(
            Bucket="pieces", Key="k", UploadId=upload, PartNumber=number, Body=body, **more
        )
        kept = {n: v for n, v in sent.items() if n == "ETag" or n.startswith("Checksum")}
        return {"PartNumber": number, **kept}

    def complete(upload, *parts):
        return s3.complete_multipart_upload(
            Bucket="pieces", Key="k", UploadId=upload, MultipartUpload={"Parts": list(parts)}
        )

    upload = start(ChecksumAlgorithm="SHA256")
    parts = [part(upload, n + 1, b, ChecksumAlgorithm="SHA256") for n, b in enumerate((one, two))]
    refused("InvalidPartOrder", complete, upload, parts[1], parts[0])
    refused("InvalidPart", complete, upload, parts[0], dict(parts[1], PartNumber=9))
    bare = [{"PartNumber": p["PartNumber"], "ETag": p["ETag"]} for p in parts]
    refused("InvalidRequest", complete, upload, *bare)
    wrong = dict(parts[1], ChecksumSHA256=parts[0]["ChecksumSHA256"])
    refused("InvalidPart", complete, upload, parts[0], wrong)
    refused("InvalidRequest", part, upload, 3, two, ChecksumAlgorithm="SHA1")
    done = complete(upload, *parts)
    digests = b"".join(hashlib.sha256(b).digest() for b in (one, two))
    composite = base64.b64encode(hashlib.sha256(digests).digest()).decode() + "-2"
    equal((done["ChecksumSHA256"], done["ChecksumType"]), (composite, "COMPOSITE"), "of the parts")
    tags = b"".join(hashlib.md5(b).digest() for b in (one, two))
    equal(done["ETag"], '"%s-2"' % hashlib.md5(tags).hexdigest(), "entity tag of parts")
    head = s3.head_object(Bucket="pieces", Key="k", ChecksumMode="ENABLED")
    equal(head["ChecksumSHA256"], composite, "kept")

    upload = start()
    small = [part(upload, n, two) for n in (1, 2)]
    refused("EntityTooSmall", complete, upload, *small)
    source = {"Bucket": "pieces", "Key": "k"}
    copied = s3.upload_part_copy(
        Bucket="pieces", Key="k", UploadId=upload, PartNumber=1, CopySource=source,
        CopySourceRange=f"bytes=0-{least - 1}",
    )["CopyPartResult"]["ETag"]
    refused(
        "InvalidArgument", s3.upload_part_copy, Bucket="pieces", Key="k", UploadId=upload,
        PartNumber=3, CopySource=source, CopySourceRange=f"bytes=0-{2 * least}",
    )
    complete(upload, {"PartNumber": 1, "ETag": copied}, small[1])
    got = s3.get_object(Bucket="pieces", Key="k")["Body"].read()
    equal(got == one + two, True, "copied and uploaded parts")


def check_sync(lab):
    lab.cli("s3", "mb", "s3://synced")
    lab.cli("s3", "mb", "s3://synced")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a.txt", "b.txt"):
            path = os.path.join(folder, name)
            with open(path, "w") as file:
                file.write(name)
            # Older than anything in the lab, whose clock stands still.
            os.utime(path, (1_600_000_000, 1_600_000_000))
        first = lab.cli("s3", "sync", folder, "s3://synced/lab", "--no-progress")
        equal(len(first.splitlines()), 2, "all are new")
        equal(lab.cli("s3", "sync", folder, "s3://synced/lab", "--no-progress"), "", "none is new")


def check_cli(lab):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("one.txt", "two words.txt"):
            with open(os.path.join(folder, name), "w") as file:
                file.write(name)
        lab.cli("s3", "mb", "s3://from-cli")
        lab.cli("s3", "cp", folder, "s3://from-cli/dir/", "--recursive", "--only-show-errors")
        listed = lab.cli("s3", "ls", "s3://from-cli/dir/")
        equal([line.split(None, 3)[3] for line in listed.splitlines()], ["one.txt", "two words.txt"], "ls")
        equal(lab.cli("s3", "ls", "s3://from-cli").split(), ["PRE", "dir/"], "prefixes")
        equal(lab.cli("s3", "cp", "s3://from-cli/dir/one.txt", "-"), "one.txt", "cp")
    deleted = lab.cli(
        "s3api", "delete-objects", "--bucket", "from-cli",
        "--delete", json.dumps({"Objects": [{"Key": "dir/one.txt"}], "Quiet": False}),
    )
    equal(json.loads(deleted)["Deleted"], [{"Key": "dir/one.txt"}], "delete-objects")
    lab.cli("s3", "rb", "s3://from-cli", expected=1)
    lab.cli("s3", "rm", "s3://from-cli", "--recursive")
    lab.cli("s3", "rb", "s3://from-cli")


def main():
    lab = Lab(sys.argv[1])
    check_single_objects(lab)
    check_versions(lab)
    check_emptying_a_versioned_bucket(lab)
    check_locks(lab)
    check_multipart(lab)
    check_parts(lab)
    check_sync(lab)
    check_cli(lab)


if __name__ == "__main__":
    main()
