/** An alarm as created, for dashboards and for what must stop when it goes off. */
export interface Alarm {
  readonly arn: string;
  readonly name: string;
}
