import { newId } from './directory.mts';

/**
 * An error as the management API gives it.
 *
 * @see https://developer.okta.com/docs/reference/error-codes/
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, summary: string) {
    super(summary);
    this.status = status;
    this.code = code;
  }

  body(): object {
    return {
      errorCode: this.code,
      errorSummary: this.message,
      errorLink: this.code,
      errorId: newId('oae'),
      errorCauses: [],
    };
  }
}

export function invalid(what: string): ApiError {
  return new ApiError(400, 'E0000001', `Api validation failed: ${what}`);
}

export function notFound(what: string): ApiError {
  return new ApiError(404, 'E0000007', `Not found: Resource not found: ${what}`);
}
