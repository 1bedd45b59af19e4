const SECONDS = /^\d{1,10}$/;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const MAX_SECONDS = 86_400;

/**
 * Seconds that a response asks to wait, a date measured against its own clock. Undefined when it does
 * not say, or nothing to believe: more than a day, a date that is past, neither of the two forms.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const seconds = SECONDS.test(value) ? Number(value) : secondsUntil(value, headers.get('date'));
  return seconds >= 0 && seconds <= MAX_SECONDS ? seconds : undefined;
}

function secondsUntil(date: string, serverDate: string | null): number {
  if (!HTTP_DATE.test(date)) {
    return Number.NaN;
  }
  const now = Date.parse(serverDate ?? '');
  return Math.ceil((Date.parse(date) - (Number.isNaN(now) ? Date.now() : now)) / 1000);
}
