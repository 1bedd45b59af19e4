/** @throws when a waiting time before deletion is none that KMS and Secrets Manager take */
export function requireWindow(what: string, days: number): void {
  if (!Number.isInteger(days) || days < 7 || days > 30) {
    throw new Error(`${what} is to be deleted after ${days} days: choose 7 to 30`);
  }
}
