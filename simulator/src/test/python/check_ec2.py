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


def image(ec2):
    found = ec2.describe_images(
        Owners=["amazon"],
        Filters=[
            {"Name": "name", "Values": ["al2023-ami-2023.*-kernel-6.1-x86_64"]},
            {"Name": "state", "Values": ["available"]},
        ],
    )["Images"]
    return max(found, key=lambda one: one["CreationDate"])["ImageId"]


def launch(ec2):
    answer = ec2.run_instances(
        ImageId=image(ec2),
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
        ("unknown operation", "InvalidAction", ec2.describe_hosts),
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
        ImageId=image(ec2),
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


def check_offers(lab, ec2):
    ssm = lab.client("ssm")
    name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-x86_64"
    same("newest image", ssm.get_parameter(Name=name)["Parameter"]["Value"], image(ec2))
    refused(
        "no parameter",
        "ParameterNotFound",
        400,
        lambda: ssm.get_parameter(Name="/aws/service/none"),
    )
    zones = ec2.describe_availability_zones(ZoneNames=["us-east-1c"])["AvailabilityZones"]
    same("zone", [(z["ZoneId"], z["State"]) for z in zones], [("use1-az3", "available")])
    pages = ec2.get_paginator("describe_instance_types").paginate(
        Filters=[{"Name": "current-generation", "Values": ["true"]}]
    )
    types = {t["InstanceType"]: t for page in pages for t in page["InstanceTypes"]}
    same("memory", types["m7i-flex.large"]["MemoryInfo"]["SizeInMiB"], 8192)
    same("architecture", types["m7g.large"]["ProcessorInfo"]["SupportedArchitectures"], ["arm64"])
    offers = ec2.describe_instance_type_offerings(
        LocationType="availability-zone",
        Filters=[{"Name": "instance-type", "Values": ["t4g.micro"]}],
    )["InstanceTypeOfferings"]
    same("offered in", len(offers), 6)
    vpc = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]
    subnets = ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])
    same("default subnets", {s["DefaultForAz"] for s in subnets["Subnets"]}, {True})
    groups = ec2.describe_security_groups(GroupNames=["default"])["SecurityGroups"]
    same("default group", groups[0]["VpcId"], vpc["VpcId"])


def check_keys(ec2):
    tags = [{"Key": "lab", "Value": "keys"}]
    made = ec2.create_key_pair(
        KeyName="made", TagSpecifications=[{"ResourceType": "key-pair", "Tags": tags}]
    )
    same("private key", made["KeyMaterial"].startswith("-----BEGIN"), True)
    same("key tags", made["Tags"], tags)
    found = ec2.describe_key_pairs(KeyNames=["made"], IncludePublicKey=True)["KeyPairs"][0]
    same("fingerprint", found["KeyFingerprint"], made["KeyFingerprint"])
    again = ec2.import_key_pair(KeyName="copy", PublicKeyMaterial=found["PublicKey"].encode())
    same("imported fingerprint", len(again["KeyFingerprint"].split(":")), 16)
    bad = [
        ("InvalidKeyPair.Duplicate", lambda: ec2.create_key_pair(KeyName="made")),
        ("InvalidKeyPair.NotFound", lambda: ec2.describe_key_pairs(KeyNames=["none"])),
        (
            "InvalidKey.Format",
            lambda: ec2.import_key_pair(KeyName="bad", PublicKeyMaterial=b"nonsense"),
        ),
        (
            "InvalidParameterValue",
            lambda: ec2.create_key_pair(
                KeyName="bad", TagSpecifications=[{"ResourceType": "instance", "Tags": tags}]
            ),
        ),
    ]
    for code, call in bad:
        refused(code, code, 400, call)
    ec2.delete_key_pair(KeyName="made")
    ec2.delete_key_pair(KeyName="made")
    same("keys left", [k["KeyName"] for k in ec2.describe_key_pairs()["KeyPairs"]], ["copy"])


def check_launch_rules(lab, ec2):
    def run(**more):
        arguments = {
            "ImageId": image(ec2), "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1, **more
        }
        return ec2.run_instances(**arguments)["Instances"][0]["InstanceId"]

    bad = [
        ("InvalidAMIID.NotFound", {"ImageId": "ami-12345678"}),
        ("InvalidAMIID.Malformed", {"ImageId": "al2023"}),
        ("InvalidParameterValue", {"InstanceType": "t3.tiny"}),
        ("InvalidParameterValue", {"InstanceType": "t4g.micro"}),
        ("InvalidParameterValue", {"UserData": "x" * 16385}),
        ("InvalidParameterValue", {"IamInstanceProfile": {"Name": "none"}}),
        ("InvalidParameterValue", {"Placement": {"AvailabilityZone": "us-east-1z"}}),
        ("InvalidKeyPair.NotFound", {"KeyName": "none"}),
        ("InvalidSubnetID.NotFound", {"SubnetId": "subnet-12345678"}),
        ("InvalidGroup.NotFound", {"SecurityGroupIds": ["sg-12345678"]}),
    ]
    for code, arguments in bad:
        refused("%s %s" % (code, list(arguments)), code, 400, lambda: run(**arguments))
    one = run(ClientToken="once", KeyName="copy")
    same("once", run(ClientToken="once", KeyName="copy"), one)
    lab.advance("PT15S")
    waited = ec2.get_waiter("instance_running")
    waited.wait(InstanceIds=[one], WaiterConfig={"Delay": 1, "MaxAttempts": 1})
    seen = instances(ec2.describe_instances(InstanceIds=[one]))[0]
    same("public name", seen["PublicDnsName"].endswith(".compute-1.amazonaws.com"), True)
    same("tokens", seen["MetadataOptions"]["HttpTokens"], "required")
    ec2.terminate_instances(InstanceIds=[one])
    lab.advance("PT1M")
    refused(
        "token of the gone",
        "IdempotentInstanceTerminated",
        400,
        lambda: run(ClientToken="once", KeyName="copy"),
    )


def check_cli(lab):
    same("CLI: identity", lab.cli("sts", "get-caller-identity")["Account"], ACCOUNT)
    launched = lab.cli(
        "ec2", "run-instances", "--image-id", image(lab.client("ec2")), "--count", "2",
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
    check_offers(lab, ec2)
    check_keys(ec2)
    check_launch_rules(lab, ec2)
    check_cli(lab)


if __name__ == "__main__":
    try:
        main()
    except AssertionError as difference:
        sys.exit("DIFFERENCE: %s" % difference)
