import { InvalidInput } from '@culvert/errors';

/** The one place that requests go to: an origin, and a path on it. */
export class BaseUrl {
  readonly host: string;
  readonly #origin: string;
  readonly #path: string;

  /** @throws InvalidInput */
  constructor(baseUrl: string) {
    const url = URL.parse(baseUrl);
    if (url?.protocol !== 'https:') {
      throw new InvalidInput('the base URL is not a URL with https: give https://host/path');
    }
    if (url.username || url.password || url.search || url.hash) {
      throw new InvalidInput(`the base URL of ${url.host} has more than a host and a path`);
    }
    this.host = url.host;
    this.#origin = url.origin;
    this.#path = url.pathname.replace(/\/+$/, '');
  }

  /** @param path starts with a slash */
  below(path: string): URL {
    return new URL(`${this.#origin}${this.#path}${path}`);
  }

  contains(url: URL): boolean {
    return (
      url.origin === this.#origin &&
      !url.username &&
      !url.password &&
      (url.pathname === this.#path || url.pathname.startsWith(`${this.#path}/`))
    );
  }
}
