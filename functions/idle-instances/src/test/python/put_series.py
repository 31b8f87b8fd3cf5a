"""Publishes CPU series with boto3: a line holds an instance id and pairs of time=value.

Usage: put_series.py ENDPOINT < lines; writes a dot for every line that was published.
"""

import datetime
import sys

import boto3


def datum(instance, metric, unit, time, value):
    return {
        "MetricName": metric,
        "Dimensions": [{"Name": "InstanceId", "Value": instance}],
        "Timestamp": time,
        "Value": value,
        "Unit": unit,
    }


def data(instance, pairs):
    for pair in pairs:
        seconds, value = pair.split("=")
        time = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)
        yield datum(instance, "CPUUtilization", "Percent", time, float(value))
        yield datum(instance, "NetworkIn", "Bytes", time, 700.0)
        yield datum(instance, "NetworkOut", "Bytes", time, 500.0)


def main():
    cloudwatch = boto3.client("cloudwatch", endpoint_url=sys.argv[1])
    for line in sys.stdin:
        instance, *pairs = line.split()
        batch = list(data(instance, pairs))
        for start in range(0, len(batch), 1000):
            cloudwatch.put_metric_data(Namespace="AWS/EC2", MetricData=batch[start : start + 1000])
        sys.stdout.write(".")
        sys.stdout.flush()


main()
