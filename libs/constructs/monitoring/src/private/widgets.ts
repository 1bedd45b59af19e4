import type { Alarm } from '../alarm';

/** The grid is 24 wide; three widgets stand beside each other, below the alarms' state. */
const WIDTH = 8;
const HEIGHT = 6;
const STATUS_HEIGHT = 2;

interface Widget {
  readonly type: 'metric' | 'alarm';
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Which alarms are on. */
export function statusWidget(title: string, alarms: readonly Alarm[]) {
  return {
    type: 'alarm',
    x: 0,
    y: 0,
    width: 24,
    height: STATUS_HEIGHT,
    properties: { title, alarms: alarms.map(({ arn }) => arn) },
  };
}

/** The metric of an alarm with its threshold, as the alarm has them. */
export function alarmWidget(region: string, { name, arn }: Alarm): Widget {
  return {
    type: 'metric',
    properties: { title: name, region, view: 'timeSeries', annotations: { alarms: [arn] } },
  };
}

/** Metrics each minute; a metric is added up where it does not say otherwise. */
export function metricWidget(
  region: string,
  title: string,
  metrics: readonly (readonly unknown[])[],
): Widget {
  return {
    type: 'metric',
    properties: { title, region, view: 'timeSeries', stat: 'Sum', period: 60, metrics },
  };
}

/** Puts widgets into rows of three. */
export function grid(widgets: readonly Widget[]) {
  return widgets.map((widget, index) => ({
    ...widget,
    x: (index % 3) * WIDTH,
    y: STATUS_HEIGHT + Math.floor(index / 3) * HEIGHT,
    width: WIDTH,
    height: HEIGHT,
  }));
}
