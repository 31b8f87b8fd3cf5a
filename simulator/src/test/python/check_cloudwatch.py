"""Calls a lab with clients that nobody here wrote: boto3 over AWS JSON, botocore over CBOR, the AWS CLI.

Usage: check_cloudwatch.py ENDPOINT ACCESS_KEY NOW

The lab's clock stands at NOW (ISO 8601). What it holds is what OtherMetricClientsTest put there.
"""

import datetime
import json
import os
import subprocess
import sys

import boto3
import botocore.config
import botocore.exceptions
import botocore.session

REGION = "us-east-1"


class Lab:
    def __init__(self, endpoint, access_key, now):
        self.endpoint = endpoint
        self.access_key = access_key
        self.now = datetime.datetime.fromisoformat(now.replace("Z", "+00:00"))

    def ago(self, **delta):
        return self.now - datetime.timedelta(**delta)

    def arguments(self):
        return {
            "region_name": REGION,
            "endpoint_url": self.endpoint,
            "aws_access_key_id": self.access_key,
            "aws_secret_access_key": "secret",
            "config": botocore.config.Config(retries={"total_max_attempts": 1}),
        }

    def client(self, service):
        return boto3.session.Session().client(service, **self.arguments())

    def cbor_client(self):
        """botocore prefers AWS JSON; told that CloudWatch speaks nothing else, it speaks CBOR."""
        session = botocore.session.Session()
        loader = session.get_component("data_loader")
        load = loader.load_service_model

        def load_cbor_only(service_name, type_name, api_version=None):
            model = load(service_name, type_name, api_version)
            if service_name == "cloudwatch" and type_name == "service-2":
                model = {**model, "metadata": {**model["metadata"], "protocols": ["smithy-rpc-v2-cbor"]}}
            return model

        loader.load_service_model = load_cbor_only
        return session.create_client("cloudwatch", **self.arguments())

    def cli(self, *arguments):
        environment = {
            **os.environ,
            "AWS_ACCESS_KEY_ID": self.access_key,
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": REGION,
            "AWS_CONFIG_FILE": os.devnull,
        }
        command = [sys.executable, "-m", "awscli", "--endpoint-url", self.endpoint, "--output", "json"]
        answer = subprocess.run(
            command + list(arguments), env=environment, capture_output=True, text=True, check=True
        )
        return json.loads(answer.stdout)


def query(name, namespace, metric, dimensions, period, stat):
    return {
        "Id": name,
        "MetricStat": {
            "Metric": {
                "Namespace": namespace,
                "MetricName": metric,
                "Dimensions": [{"Name": k, "Value": v} for k, v in dimensions.items()],
            },
            "Period": period,
            "Stat": stat,
        },
    }


def cpu(stat="Average"):
    return query("m1", "AWS/EC2", "CPUUtilization", {"InstanceId": "i-0lab"}, 300, stat)


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"expected {expected!r}, got {actual!r}")


def refused(code, call):
    try:
        call()
    except botocore.exceptions.ClientError as error:
        equal(error.response["Error"]["Code"], code)
        return error.response["Error"]["Message"]
    raise AssertionError("nothing was refused")


def check_seeded_metric(lab, client):
    answer = client.get_metric_data(
        MetricDataQueries=[cpu()], StartTime=lab.ago(minutes=15), EndTime=lab.now
    )
    (result,) = answer["MetricDataResults"]
    equal(result["Values"], [2.5, 2.0, 1.0])
    equal(result["Timestamps"], [lab.ago(minutes=5), lab.ago(minutes=10), lab.ago(minutes=15)])
    equal((result["Id"], result["Label"], result["StatusCode"]), ("m1", "CPUUtilization", "Complete"))
    equal("NextToken" in answer, False)


def check_paging(lab, client):
    pages = client.get_paginator("get_metric_data").paginate(
        MetricDataQueries=[cpu("SampleCount")],
        StartTime=lab.ago(minutes=15),
        EndTime=lab.now,
        MaxDatapoints=2,
    )
    statuses = [page["MetricDataResults"][0]["StatusCode"] for page in pages]
    equal(statuses, ["PartialData", "Complete"])


def check_published_metric(lab, client, room):
    encodings = []
    client.meta.events.register(
        "before-send.cloudwatch.PutMetricData",
        lambda request, **_: encodings.append(request.headers.get("Content-Encoding")),
    )
    # Enough for a body that botocore sends zipped.
    data = [
        {
            "MetricName": "Jobs",
            "Dimensions": [{"Name": "Room", "Value": room}],
            "Timestamp": lab.ago(minutes=30, seconds=-(i % 60)),
            "Value": float(i),
            "Unit": "Count",
        }
        for i in range(200)
    ]
    client.put_metric_data(Namespace="Lab", MetricData=data)
    equal([value.decode() if isinstance(value, bytes) else value for value in encodings], ["gzip"])
    answer = client.get_metric_data(
        MetricDataQueries=[query("sum", "Lab", "Jobs", {"Room": room}, 60, "Sum")],
        StartTime=lab.ago(hours=1),
        EndTime=lab.now,
    )
    equal(answer["MetricDataResults"][0]["Values"], [19900.0])


def check_metric_errors(lab, client):
    def ask(start, **changes):
        return lambda: client.get_metric_data(
            MetricDataQueries=[{**cpu(), **changes}], StartTime=start, EndTime=lab.now
        )

    refused("ValidationError", ask(lab.now))
    refused("ValidationError", ask(lab.ago(hours=1), Id="i-0lab"))
    refused(
        "InvalidNextToken",
        lambda: client.get_metric_data(
            MetricDataQueries=[cpu()], StartTime=lab.ago(hours=1), EndTime=lab.now, NextToken="bogus"
        ),
    )
    message = refused("InvalidAction", client.list_metrics)
    equal("ListMetrics" in message, True)


def check_sessions(lab):
    client = lab.client("ssm")
    (session,) = client.describe_sessions(
        State="History",
        Filters=[{"key": "InvokedAfter", "value": "2026-11-01T00:00:00Z"}, {"key": "Target", "value": "i-0lab"}],
    )["Sessions"]
    equal(session["SessionId"], "mary-1")
    equal(session["StartDate"], lab.ago(hours=3))
    equal(session["EndDate"], lab.ago(hours=2))
    equal(client.describe_sessions(State="Active")["Sessions"], [])
    refused("ValidationException", lambda: client.describe_sessions(State="Past"))


def check_events(lab):
    client = lab.client("cloudtrail")
    attribute = {"AttributeKey": "EventName", "AttributeValue": "SendSSHPublicKey"}
    (event,) = client.lookup_events(LookupAttributes=[attribute])["Events"]
    equal(event["EventTime"], lab.ago(hours=1))
    equal(json.loads(event["CloudTrailEvent"])["requestParameters"]["instanceId"], "i-0lab")
    refused(
        "InvalidLookupAttributesException",
        lambda: client.lookup_events(LookupAttributes=[attribute, attribute]),
    )


def check_cli(lab):
    answer = lab.cli(
        "cloudwatch",
        "get-metric-data",
        "--metric-data-queries",
        json.dumps([cpu("Maximum")]),
        "--start-time",
        lab.ago(minutes=15).isoformat(),
        "--end-time",
        lab.now.isoformat(),
    )
    equal(answer["MetricDataResults"][0]["Values"], [5.0, 2.0, 1.0])
    sessions = lab.cli("ssm", "describe-sessions", "--state", "History")["Sessions"]
    equal([session["Owner"] for session in sessions], ["arn:aws:sts::111122223333:assumed-role/Lab/mary"])
    events = lab.cli("cloudtrail", "lookup-events", "--max-results", "1")["Events"]
    equal([event["Username"] for event in events], ["mary"])


def main():
    lab = Lab(*sys.argv[1:])
    for client, room in ((lab.client("cloudwatch"), "json"), (lab.cbor_client(), "cbor")):
        check_seeded_metric(lab, client)
        check_paging(lab, client)
        check_published_metric(lab, client, room)
        check_metric_errors(lab, client)
        print("ok: metrics over", client.meta.service_model.resolved_protocol)
    check_sessions(lab)
    check_events(lab)
    check_cli(lab)
    print("ok: sessions, events, AWS CLI")


if __name__ == "__main__":
    main()
