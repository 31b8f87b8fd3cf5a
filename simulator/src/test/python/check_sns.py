"""Calls a fresh lab with clients that nobody here wrote: boto3 and the AWS CLI.

Usage: check_sns.py ENDPOINT

Needs nothing but the lab: the account's own number is an access key. Exits with 1 on any difference.
"""

import json
import os
import subprocess
import sys

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


def text(value):
    return {"DataType": "String", "StringValue": value}


def topics(lab):
    sns = lab.client("sns")
    arn = sns.create_topic(Name="janitor", Attributes={"DisplayName": "Lab Janitor"})["TopicArn"]
    same("create a topic", arn, "arn:aws:sns:%s:%s:janitor" % (REGION, ACCOUNT))
    same("create it again with the CLI", lab.cli("sns", "create-topic", "--name", "janitor")["TopicArn"], arn)
    attributes = sns.get_topic_attributes(TopicArn=arn)["Attributes"]
    same("a topic's display name", attributes["DisplayName"], "Lab Janitor")
    same("a topic's owner", attributes["Owner"], ACCOUNT)
    refused("a name with a space", "InvalidParameter", 400, lambda: sns.create_topic(Name="lab janitor"))
    return arn


def subscriptions(lab, arn):
    answer = lab.cli(
        "sns", "subscribe",
        "--topic-arn", arn,
        "--protocol", "email",
        "--notification-endpoint", "mary@example.org",
        "--attributes", json.dumps({"FilterPolicy": json.dumps({"owner": ["mary"]})}),
    )
    same("a mail address has to be confirmed", answer["SubscriptionArn"], "pending confirmation")
    sns = lab.client("sns")
    queue = "arn:aws:sqs:%s:%s:john" % (REGION, ACCOUNT)
    subscribed = sns.subscribe(
        TopicArn=arn,
        Protocol="sqs",
        Endpoint=queue,
        Attributes={"FilterPolicy": json.dumps({"owner": [{"prefix": "jo"}], "kind": [{"anything-but": ["digest"]}]})},
    )["SubscriptionArn"]
    same("a queue needs no confirmation", subscribed.startswith(arn + ":"), True)
    listed = sns.list_subscriptions_by_topic(TopicArn=arn)["Subscriptions"]
    same(
        "both are listed",
        sorted((one["Protocol"], one["Endpoint"], one["SubscriptionArn"]) for one in listed),
        [("email", "mary@example.org", "PendingConfirmation"), ("sqs", queue, subscribed)],
    )
    listed = lab.cli("sns", "list-subscriptions-by-topic", "--topic-arn", arn)["Subscriptions"]
    same("the CLI lists them, too", len(listed), 2)
    refused(
        "a policy that is no JSON", "InvalidParameter", 400,
        lambda: sns.subscribe(TopicArn=arn, Protocol="sqs", Endpoint=queue + "2", Attributes={"FilterPolicy": "{"}),
    )


def messages(lab, arn):
    sns = lab.client("sns")
    answer = lab.cli(
        "sns", "publish",
        "--topic-arn", arn,
        "--subject", "Two machines",
        "--message", "Straße 🚀 & <b>\nline two",
        "--message-attributes", json.dumps({"owner": text("mary"), "kind": text("warning")}),
    )
    same("the CLI gets a message id", len(answer["MessageId"]), 36)
    answer = sns.publish(
        TopicArn=arn,
        Message="x",
        MessageAttributes={
            "owner": text("john"),
            "names": {"DataType": "String.Array", "StringValue": '["a", "b"]'},
            "items": {"DataType": "Number", "StringValue": "7"},
            "bytes": {"DataType": "Binary", "BinaryValue": b"\x00\x01"},
        },
    )
    same("boto3 gets a message id", len(answer["MessageId"]), 36)


def limits(lab, arn):
    sns = lab.client("sns")

    def publish(message="x", **more):
        return sns.publish(TopicArn=arn, Message=message, **more)

    publish("x" * 262144)
    refused("one byte more than 256 KB", "InvalidParameter", 400, lambda: publish("x" * 262145))
    refused(
        "attributes count", "InvalidParameter", 400,
        lambda: publish("x" * 262144, MessageAttributes={"owner": text("mary")}),
    )
    refused("an empty message", "InvalidParameter", 400, lambda: publish(""))
    publish(Subject="s" * 99)
    refused("a subject of 100 characters", "InvalidParameter", 400, lambda: publish(Subject="s" * 100))
    refused("a subject of two lines", "InvalidParameter", 400, lambda: publish(Subject="a\nb"))
    refused(
        "an empty attribute", "ParameterValueInvalid", 400,
        lambda: publish(MessageAttributes={"owner": text("")}),
    )
    refused(
        "an attribute's name with a space", "ParameterValueInvalid", 400,
        lambda: publish(MessageAttributes={"the owner": text("mary")}),
    )


def gone(lab, arn):
    sns = lab.client("sns")
    sns.delete_topic(TopicArn=arn)
    sns.delete_topic(TopicArn=arn)
    refused("a topic that is gone", "NotFound", 404, lambda: sns.publish(TopicArn=arn, Message="x"))
    other = arn.replace(ACCOUNT, "444455556666")
    refused("another account's topic", "AuthorizationError", 403, lambda: sns.publish(TopicArn=other, Message="x"))


def main():
    lab = Lab(sys.argv[1])
    arn = topics(lab)
    subscriptions(lab, arn)
    messages(lab, arn)
    limits(lab, arn)
    gone(lab, arn)


if __name__ == "__main__":
    try:
        main()
    except AssertionError as difference:
        sys.exit("DIFFERENCE: %s" % difference)
