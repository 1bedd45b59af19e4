import { errorCode } from './private/error-code';

/**
 * What may be kept of a foreign error: its name and code. Those of HTTP and OAuth libraries hold
 * requests and responses, and with them secrets, tokens and data.
 */
export function safeCause(error: unknown): Error & { readonly code?: string } {
  const code = errorCode(error);
  const name = error instanceof Object && 'name' in error ? String(error.name) : typeof error;
  return Object.assign(new Error(code ?? 'unknown'), { name, ...(code !== undefined && { code }) });
}
