import type { AlarmTopic } from './alarm-topic';

/** What every alarm needs to know. */
export interface AlarmProps {
  /** What is watched, such as `orders`: the first part of the alarm's name, unique in account and Region. */
  readonly name: string;
  /** Hears when the alarm goes off, and when it is over. */
  readonly topic: AlarmTopic;
}
