/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
export type MetricUnit =
  | 'Seconds'
  | 'Microseconds'
  | 'Milliseconds'
  | 'Bytes'
  | 'Kilobytes'
  | 'Megabytes'
  | 'Gigabytes'
  | 'Terabytes'
  | 'Bits'
  | 'Kilobits'
  | 'Megabits'
  | 'Gigabits'
  | 'Terabits'
  | 'Percent'
  | 'Count'
  | `${'Bytes' | 'Kilobytes' | 'Megabytes' | 'Gigabytes' | 'Terabytes'}/Second`
  | `${'Bits' | 'Kilobits' | 'Megabits' | 'Gigabits' | 'Terabits'}/Second`
  | 'Count/Second'
  | 'None';
