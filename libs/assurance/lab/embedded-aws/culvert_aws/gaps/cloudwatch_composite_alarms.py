"""Alarms of CloudWatch that follow from the state of others."""

from moto.cloudwatch.models import Alarm
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult

from .gap import Gap


class PutCompositeAlarm(Gap, extends=CloudWatchResponse):
    """Creates or changes a composite alarm.

    moto does not know the action, though it keeps the rule of an alarm that has one.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
    """

    def put_composite_alarm(self: CloudWatchResponse) -> ActionResult:
        return self.put_metric_alarm()


class CompositeAlarmRule(Gap, extends=Alarm):
    """What describing a composite alarm says about its rule; moto leaves it out.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_CompositeAlarm.html
    """

    @property
    def alarm_rule(self: Alarm) -> str | None:
        return self.rule
