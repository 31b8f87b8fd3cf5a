"""Calls a fresh lab's S3 with clients that nobody here wrote: boto3 and the AWS CLI.

Usage: check_s3_buckets.py ENDPOINT

Needs nothing but the lab: the account's own number is an access key. Exits with 1 on any difference.
"""

import http.client
import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request

import boto3
import botocore.config
import botocore.exceptions

ACCOUNT = "111122223333"
SIGNED = (
    "AWS4-HMAC-SHA256 Credential=%s/20261120/us-east-1/s3/aws4_request, "
    "SignedHeaders=host, Signature=0" % ACCOUNT
)


class Lab:
    def __init__(self, endpoint):
        self.endpoint = endpoint

    def s3(self, region="us-east-1", key=ACCOUNT):
        return boto3.client(
            "s3",
            region_name=region,
            endpoint_url=self.endpoint,
            aws_access_key_id=key,
            aws_secret_access_key="secret",
            config=botocore.config.Config(
                retries={"total_max_attempts": 1}, signature_version="s3v4"
            ),
        )

    def cli(self, *arguments):
        environment = {
            **os.environ,
            "AWS_ACCESS_KEY_ID": ACCOUNT,
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_PAGER": "",
        }
        aws = os.path.join(os.path.dirname(sys.executable), "aws")
        done = subprocess.run(
            [sys.executable, aws, "--endpoint-url", self.endpoint, "--output", "json", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise AssertionError("aws %s: %s" % (" ".join(arguments), done.stderr))
        return done.stdout

    def raw(self, method, path, headers):
        """A call as no client library makes it."""
        address = urllib.parse.urlsplit(self.endpoint)
        connection = http.client.HTTPConnection(address.hostname, address.port)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), body


def same(what, actual, expected):
    if actual != expected:
        raise AssertionError("%s: expected %r, got %r" % (what, expected, actual))
    print("ok  ", what)


def refused(what, code, status, call):
    try:
        call()
    except botocore.exceptions.ClientError as error:
        answer = error.response
        same(
            what,
            (answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"]),
            (code, status),
        )
        return answer
    raise AssertionError(what + ": was not refused")


def check_buckets(s3, ireland):
    s3.create_bucket(Bucket="lab-one")
    refused(
        "no constraint",
        "IllegalLocationConstraintException",
        400,
        lambda: ireland.create_bucket(Bucket="lab-two"),
    )
    ireland.create_bucket(
        Bucket="lab-two", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    same("location here", s3.get_bucket_location(Bucket="lab-one")["LocationConstraint"], None)
    same(
        "location there",
        ireland.get_bucket_location(Bucket="lab-two")["LocationConstraint"],
        "eu-west-1",
    )
    pages = list(s3.get_paginator("list_buckets").paginate(PaginationConfig={"PageSize": 1}))
    same(
        "pages",
        [[(b["Name"], b["BucketRegion"]) for b in page["Buckets"]] for page in pages],
        [[("lab-one", "us-east-1")], [("lab-two", "eu-west-1")]],
    )
    same("head", s3.head_bucket(Bucket="lab-one")["BucketRegion"], "us-east-1")
    refused("head of nothing", "404", 404, lambda: s3.head_bucket(Bucket="lab-none"))
    refused("a bad name", "InvalidBucketName", 400, lambda: s3.create_bucket(Bucket="lab-s3alias"))
    # boto3 asks again in the Region that a redirect names
    same(
        "redirected",
        s3.get_bucket_location(Bucket="lab-two")["LocationConstraint"],
        "eu-west-1",
    )


def check_settings(s3):
    answer = refused(
        "no tags", "NoSuchTagSet", 404, lambda: s3.get_bucket_tagging(Bucket="lab-one")
    )
    same("whose tags", answer["Error"]["BucketName"], "lab-one")
    tags = [{"Key": "lab", "Value": "<a> & \u00e4"}, {"Key": "lab:ttl", "Value": "7d"}]
    s3.put_bucket_tagging(Bucket="lab-one", Tagging={"TagSet": tags})
    same("tags", s3.get_bucket_tagging(Bucket="lab-one")["TagSet"], tags)
    same("never versioned", "Status" in s3.get_bucket_versioning(Bucket="lab-one"), False)
    s3.put_bucket_versioning(
        Bucket="lab-one", VersioningConfiguration={"Status": "Enabled"}
    )
    same("versioned", s3.get_bucket_versioning(Bucket="lab-one")["Status"], "Enabled")
    rules = [
        {
            "ID": "go",
            "Status": "Enabled",
            "Filter": {"Prefix": "logs/"},
            "Expiration": {"Days": 1},
            "NoncurrentVersionExpiration": {"NoncurrentDays": 1},
        }
    ]
    s3.put_bucket_lifecycle_configuration(
        Bucket="lab-one", LifecycleConfiguration={"Rules": rules}
    )
    same("lifecycle", s3.get_bucket_lifecycle_configuration(Bucket="lab-one")["Rules"], rules)
    logging = {
        "TargetBucket": "logs",
        "TargetPrefix": "",
        "TargetGrants": [
            {
                "Grantee": {"Type": "Group", "URI": "http://acs.example/LogDelivery"},
                "Permission": "WRITE",
            }
        ],
    }
    s3.put_bucket_logging(Bucket="lab-one", BucketLoggingStatus={"LoggingEnabled": logging})
    same("logging", s3.get_bucket_logging(Bucket="lab-one")["LoggingEnabled"], logging)
    functions = [
        {
            "Id": "requests",
            "LambdaFunctionArn": "arn:aws:lambda:us-east-1:111122223333:function:janitor",
            "Events": ["s3:ObjectCreated:*"],
            "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "requests/"}]}},
        }
    ]
    s3.put_bucket_notification_configuration(
        Bucket="lab-one",
        NotificationConfiguration={"LambdaFunctionConfigurations": functions},
    )
    same(
        "notifications",
        s3.get_bucket_notification_configuration(Bucket="lab-one")["LambdaFunctionConfigurations"],
        functions,
    )
    block = s3.get_public_access_block(Bucket="lab-one")["PublicAccessBlockConfiguration"]
    same("private", set(block.values()), {True})
    refused("no website", "NoSuchWebsiteConfiguration", 404,
            lambda: s3.get_bucket_website(Bucket="lab-one"))
    refused("no lock", "ObjectLockConfigurationNotFoundError", 404,
            lambda: s3.get_object_lock_configuration(Bucket="lab-one"))
    refused("no replication", "ReplicationConfigurationNotFoundError", 404,
            lambda: s3.get_bucket_replication(Bucket="lab-one"))
    refused("unknown operation", "NotImplemented", 501,
            lambda: s3.get_bucket_request_payment(Bucket="lab-one"))


def check_policy(s3):
    refused("no policy", "NoSuchBucketPolicy", 404, lambda: s3.get_bucket_policy(Bucket="lab-one"))
    policy = json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Deny",
                    "Principal": "*",
                    "Action": "s3:DeleteBucket",
                    "Resource": "arn:aws:s3:::lab-one",
                }
            ],
        }
    )
    s3.put_bucket_policy(Bucket="lab-one", Policy=policy)
    same("policy", s3.get_bucket_policy(Bucket="lab-one")["Policy"], policy)
    refused("denied", "AccessDenied", 403, lambda: s3.delete_bucket(Bucket="lab-one"))
    s3.delete_bucket_policy(Bucket="lab-one")


def check_objects(s3):
    body = s3.list_objects_v2(Bucket="lab-one")
    same("nothing in it", body["KeyCount"], 0)
    body = s3.list_object_versions(Bucket="lab-one")
    same("no versions in it", body.get("Versions", []) + body.get("DeleteMarkers", []), [])
    gone = s3.delete_objects(
        Bucket="lab-one", Delete={"Objects": [{"Key": "never/there", "VersionId": "null"}]}
    )
    same("deleted in vain", [d["Key"] for d in gone["Deleted"]], ["never/there"])


def check_addressing(lab, s3):
    status, _, body = lab.raw("GET", "/lab-one?tagging", {"Authorization": SIGNED})
    same("path style", (status, "<Key>lab</Key>" in body), (200, True))
    for host in ("lab-one.localhost:4566", "lab-one.s3.us-east-1.localhost", "lab-one.127.0.0.1.nip.io"):
        status, _, body = lab.raw("GET", "/?tagging", {"Authorization": SIGNED, "Host": host})
        same("virtual host " + host, (status, "<Key>lab</Key>" in body), (200, True))
    status, headers, body = lab.raw("GET", "/lab-one?tagging", {})
    same("unsigned", (status, "<Code>AccessDenied</Code>" in body), (403, True))
    status, _, body = lab.raw("GET", "/lab-one?tagging",
                              {"Authorization": SIGNED.replace("HMAC-SHA256", "ECDSA-P256-SHA256")})
    same("SigV4a", status, 501)
    url = s3.generate_presigned_url("get_bucket_location", Params={"Bucket": "lab-one"})
    with urllib.request.urlopen(url) as answer:
        same("presigned", answer.status, 200)
        same("request id", bool(answer.headers["x-amz-request-id"]), True)


def check_cli(lab):
    lab.cli("s3", "mb", "s3://lab-cli")
    listed = json.loads(lab.cli("s3api", "list-buckets"))["Buckets"]
    same("CLI: listed", [b["Name"] for b in listed], ["lab-cli", "lab-one", "lab-two"])
    lab.cli("s3api", "put-bucket-tagging", "--bucket", "lab-cli",
            "--tagging", "TagSet=[{Key=lab,Value=cli}]")
    tags = json.loads(lab.cli("s3api", "get-bucket-tagging", "--bucket", "lab-cli"))
    same("CLI: tags", tags["TagSet"], [{"Key": "lab", "Value": "cli"}])
    lab.cli("s3", "rb", "s3://lab-cli")
    listed = json.loads(lab.cli("s3api", "list-buckets"))["Buckets"]
    same("CLI: removed", [b["Name"] for b in listed], ["lab-one", "lab-two"])


def main():
    lab = Lab(sys.argv[1])
    s3 = lab.s3()
    check_buckets(s3, lab.s3("eu-west-1"))
    check_settings(s3)
    check_policy(s3)
    check_objects(s3)
    check_addressing(lab, s3)
    check_cli(lab)
    s3.delete_bucket(Bucket="lab-one")
    refused("unknown key", "InvalidAccessKeyId", 403, lambda: lab.s3(key="AKIANOBODY").list_buckets())


if __name__ == "__main__":
    try:
        main()
    except AssertionError as difference:
        sys.exit("DIFFERENCE: %s" % difference)
