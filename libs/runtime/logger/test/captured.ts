import { Logger, type LoggerProps, Redactor } from '../src';

/** A logger, and what it wrote. */
export function captured(props: Partial<LoggerProps> = {}) {
  const written: string[] = [];
  const redactor = new Redactor();
  const logger = new Logger({
    service: 'api-caller',
    redactor,
    write: (line) => written.push(line),
    ...props,
  });
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { logger, redactor, written, lines };
}
