"""Calls a fresh lab with clients that nobody here wrote: boto3 and the AWS CLI.

Usage: check_ec2.py ENDPOINT

Needs nothing but the lab: the account's own number is an access key. Exits with 1 on any difference.
"""

import datetime
import json
import os
import subprocess
import sys
import urllib.request

import boto3
import botocore.config
import botocore.exceptions

ACCOUNT = "111122223333"
REGION = "us-east-1"


class Lab:
    def __init__(self, endpoint):
        self.endpoint = endpoint

    def client(self, service, key=ACCOUNT):
        return boto3.client(
            service,
            region_name=REGION,
            endpoint_url=self.endpoint,
            aws_access_key_id=key,
            aws_secret_access_key="secret",
            config=botocore.config.Config(retries={"total_max_attempts": 1}),
        )

    def cli(self, *arguments):
        environment = {
            **os.environ,
            "AWS_ACCESS_KEY_ID": ACCOUNT,
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": REGION,
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
        return json.loads(done.stdout) if done.stdout.strip() else None

    def control(self, method, path, document=None):
        request = urllib.request.Request(
            self.endpoint + "/_lab/" + path,
            method=method,
            data=None if document is None else json.dumps(document).encode(),
        )
        with urllib.request.urlopen(request) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def advance(self, duration):
        return self.control("POST", "clock", {"advance": duration})["now"]


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
    else:
        raise AssertionError(what + ": was not refused")


def instances(answer):
    return [i for r in answer["Reservations"] for i in r["Instances"]]


def check_identity(lab):
    identity = lab.client("sts").get_caller_identity()
    same("account", identity["Account"], ACCOUNT)
    same("arn", identity["Arn"], "arn:aws:iam::%s:user/lab" % ACCOUNT)
    refused(
        "unknown key at STS",
        "InvalidClientTokenId",
        403,
        lambda: lab.client("sts", "AKIANOBODY").get_caller_identity(),
    )
    refused(
        "unknown key at EC2",
        "AuthFailure",
        401,
        lambda: lab.client("ec2", "AKIANOBODY").describe_regions(),
    )


def check_regions(ec2):
    states = {
        region["RegionName"]: region["OptInStatus"]
        for region in ec2.describe_regions(AllRegions=True)["Regions"]
    }
    same("enabled by default", states["us-east-1"], "opt-in-not-required")
    same("disabled by default", states["af-south-1"], "not-opted-in")


def launch(ec2):
    answer = ec2.run_instances(
        ImageId="ami-12345678",
        MinCount=7,
        MaxCount=7,
        InstanceType="t3.small",
        Placement={"AvailabilityZone": "us-east-1b"},
        Monitoring={"Enabled": True},
        BlockDeviceMappings=[
            {"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 20, "DeleteOnTermination": False}}
        ],
        TagSpecifications=[
            {"ResourceType": "instance", "Tags": [{"Key": "lab", "Value": "<a> & \u00e4"}]}
        ],
    )
    same("launched", [i["State"]["Name"] for i in answer["Instances"]], ["pending"] * 7)
    return [i["InstanceId"] for i in answer["Instances"]]


def check_listing(ec2, ids, launched_at):
    pages = list(ec2.get_paginator("describe_instances").paginate(PaginationConfig={"PageSize": 5}))
    same("page sizes", [len(instances(page)) for page in pages], [5, 2])
    seen = [i for page in pages for i in instances(page)]
    same("ids", sorted(i["InstanceId"] for i in seen), sorted(ids))
    one = seen[0]
    same("state", one["State"], {"Code": 16, "Name": "running"})
    same("type", one["InstanceType"], "t3.small")
    same("zone", one["Placement"]["AvailabilityZone"], "us-east-1b")
    same("monitoring", one["Monitoring"], {"State": "enabled"})
    same("tags", one["Tags"], [{"Key": "lab", "Value": "<a> & \u00e4"}])
    same("launch time", one["LaunchTime"], launched_at)
    primary = [n for n in one["NetworkInterfaces"] if n["Attachment"]["DeviceIndex"] == 0]
    same("first attachment", primary[0]["Attachment"]["AttachTime"], launched_at)
    same(
        "volumes kept",
        [m["Ebs"]["DeleteOnTermination"] for m in one["BlockDeviceMappings"]],
        [True, False],
    )
    same("operator", one["Operator"], {"Managed": False})
    found = ec2.describe_instances(
        Filters=[
            {"Name": "tag:lab", "Values": ["<?> *"]},
            {"Name": "instance-state-name", "Values": ["running", "stopped"]},
        ]
    )
    same("found by filter", len(instances(found)), 7)


def check_refusals(ec2, ids):
    bad = [
        ("page of four", "InvalidParameterValue", lambda: ec2.describe_instances(MaxResults=4)),
        ("bogus token", "InvalidParameterValue", lambda: ec2.describe_instances(NextToken="x")),
        (
            "ids with pages",
            "InvalidParameterCombination",
            lambda: ec2.describe_instances(InstanceIds=ids[:1], MaxResults=5),
        ),
        (
            "malformed id",
            "InvalidInstanceID.Malformed",
            lambda: ec2.describe_instances(InstanceIds=["i-nonsense"]),
        ),
        (
            "missing id",
            "InvalidInstanceID.NotFound",
            lambda: ec2.terminate_instances(InstanceIds=[ids[0], "i-12345678"]),
        ),
        (
            "unknown filter",
            "InvalidParameterValue",
            lambda: ec2.describe_instances(Filters=[{"Name": "colour", "Values": ["red"]}]),
        ),
        ("unknown operation", "InvalidAction", ec2.describe_vpcs),
        (
            "reserved tag",
            "InvalidParameterValue",
            lambda: ec2.create_tags(Resources=ids[:1], Tags=[{"Key": "aws:x", "Value": "y"}]),
        ),
    ]
    for what, code, call in bad:
        refused(what, code, 400, call)
    refused(
        "dry run",
        "DryRunOperation",
        412,
        lambda: ec2.terminate_instances(InstanceIds=ids, DryRun=True),
    )


def check_protection(ec2, ids):
    ec2.modify_instance_attribute(InstanceId=ids[0], DisableApiTermination={"Value": True})
    answer = ec2.describe_instance_attribute(InstanceId=ids[0], Attribute="disableApiTermination")
    same("protected", answer["DisableApiTermination"], {"Value": True})
    refused(
        "protected from termination",
        "OperationNotPermitted",
        400,
        lambda: ec2.terminate_instances(InstanceIds=ids[:2]),
    )
    ec2.modify_instance_attribute(InstanceId=ids[0], DisableApiTermination={"Value": False})


def check_tags(ec2, ids):
    ec2.create_tags(Resources=ids[:2], Tags=[{"Key": "lab:keep", "Value": "true"}])
    answer = ec2.describe_tags(Filters=[{"Name": "key", "Values": ["lab:keep"]}])
    same("tagged", sorted(t["ResourceId"] for t in answer["Tags"]), sorted(ids[:2]))
    ec2.delete_tags(Resources=ids[:2], Tags=[{"Key": "lab:keep"}])
    answer = ec2.describe_tags(Filters=[{"Name": "key", "Values": ["lab:keep"]}])
    same("untagged", answer["Tags"], [])


def check_spot(lab, ec2):
    launched = ec2.run_instances(
        ImageId="ami-12345678",
        MinCount=1,
        MaxCount=1,
        InstanceMarketOptions={
            "MarketType": "spot",
            "SpotOptions": {
                "SpotInstanceType": "persistent",
                "InstanceInterruptionBehavior": "stop",
            },
        },
    )["Instances"][0]
    request = launched["SpotInstanceRequestId"]
    found = ec2.describe_spot_instance_requests(SpotInstanceRequestIds=[request])
    same("spot request", found["SpotInstanceRequests"][0]["State"], "active")
    cancelled = ec2.cancel_spot_instance_requests(SpotInstanceRequestIds=[request])
    same(
        "spot request cancelled",
        cancelled["CancelledSpotInstanceRequests"],
        [{"SpotInstanceRequestId": request, "State": "cancelled"}],
    )
    ec2.terminate_instances(InstanceIds=[launched["InstanceId"]])
    lab.advance("PT10M")
    left = ec2.describe_instances(
        Filters=[
            {"Name": "spot-instance-request-id", "Values": [request]},
            {"Name": "instance-state-name", "Values": ["pending", "running"]},
        ]
    )
    same("no replacement", instances(left), [])


def check_end(lab, ec2, ids):
    address = ec2.allocate_address(Domain="vpc")
    ec2.associate_address(AllocationId=address["AllocationId"], InstanceId=ids[0])
    changes = ec2.terminate_instances(InstanceIds=ids)["TerminatingInstances"]
    same(
        "shutting down",
        {(c["PreviousState"]["Name"], c["CurrentState"]["Name"]) for c in changes},
        {("running", "shutting-down")},
    )
    lab.advance("PT1M")
    states = [i["State"]["Name"] for i in instances(ec2.describe_instances(InstanceIds=ids))]
    same("terminated", states, ["terminated"] * 7)
    volumes = ec2.describe_volumes(Filters=[{"Name": "size", "Values": ["20"]}])["Volumes"]
    same("volumes left", [v["State"] for v in volumes], ["available"] * 7)
    left = ec2.describe_addresses()["Addresses"]
    same("address left", [a["PublicIp"] for a in left], [address["PublicIp"]])
    same("address free", "InstanceId" in left[0], False)


def check_cli(lab):
    same("CLI: identity", lab.cli("sts", "get-caller-identity")["Account"], ACCOUNT)
    launched = lab.cli(
        "ec2", "run-instances", "--image-id", "ami-12345678", "--count", "2",
        "--instance-type", "t3.nano",
        "--tag-specifications", "ResourceType=instance,Tags=[{Key=lab,Value=cli}]",
    )
    ids = [i["InstanceId"] for i in launched["Instances"]]
    lab.advance("PT1M")
    found = lab.cli(
        "ec2", "describe-instances",
        "--filters", "Name=tag:lab,Values=cli", "Name=instance-state-name,Values=running",
    )
    same("CLI: found", sorted(i["InstanceId"] for i in instances(found)), sorted(ids))
    gone = lab.cli("ec2", "terminate-instances", "--instance-ids", *ids)
    same(
        "CLI: terminated",
        sorted(i["InstanceId"] for i in gone["TerminatingInstances"]),
        sorted(ids),
    )


def main():
    lab = Lab(sys.argv[1])
    ec2 = lab.client("ec2")
    now = lab.control("GET", "clock")["now"]
    launched_at = datetime.datetime.fromisoformat(now.replace("Z", "+00:00"))
    check_identity(lab)
    check_regions(ec2)
    ids = launch(ec2)
    lab.advance("PT1M")
    check_listing(ec2, ids, launched_at)
    check_refusals(ec2, ids)
    check_protection(ec2, ids)
    check_tags(ec2, ids)
    check_end(lab, ec2, ids)
    check_spot(lab, ec2)
    check_cli(lab)


if __name__ == "__main__":
    try:
        main()
    except AssertionError as difference:
        sys.exit("DIFFERENCE: %s" % difference)
