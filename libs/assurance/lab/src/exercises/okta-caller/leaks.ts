import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Account } from '../../embedded-aws/account';

/** Every line of every log group, by the group's name. */
export async function logsOf(account: Account): Promise<Readonly<Record<string, string>>> {
  const logs = new CloudWatchLogsClient(account);
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
  const texts: Record<string, string> = {};
  for (const { logGroupName = '' } of logGroups) {
    const lines: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await logs.send(new FilterLogEventsCommand({ logGroupName, nextToken }));
      lines.push(...(page.events ?? []).map(({ message = '' }) => message));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    texts[logGroupName] = lines.join('\n');
  }
  return texts;
}

/** Where one of the canaries sits, never which one it is. */
export function leaksIn(
  places: Readonly<Record<string, string>>,
  canaries: readonly string[],
): string[] {
  return Object.entries(places)
    .filter(([, text]) => canaries.some((canary) => text.includes(canary)))
    .map(([place]) => place);
}
