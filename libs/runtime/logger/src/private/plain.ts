import { types } from 'node:util';
import type { Json } from '../json';
import { isSensitiveKey } from './sensitive-key';
import { REDACTED, type SecretTexts } from './secret-texts';

const MAX_DEPTH = 12;
const MAX_TEXT = 8192;
const MAX_TOTAL = 65_536;

/** Makes one value plain JSON without its secrets, whatever it is and however much of it there is. */
export class Plain {
  private readonly ancestors = new Set<object>();
  private left = MAX_TOTAL;

  constructor(private readonly secrets: SecretTexts) {}

  of(value: unknown): Json {
    try {
      return typeof value === 'object' && value !== null
        ? this.ofObject(value)
        : this.ofPrimitive(value);
    } catch {
      return '[unreadable]';
    }
  }

  private ofPrimitive(value: unknown): Json {
    switch (typeof value) {
      case 'string':
        return this.text(value);
      case 'number': {
        const text = String(value);
        return this.text(text) === text && Number.isFinite(value) ? value : this.text(text);
      }
      case 'bigint':
      case 'symbol':
        return this.text(String(value));
      case 'function':
        return this.text(`[function ${value.name}]`);
      default:
        return value as boolean | null | undefined;
    }
  }

  private ofObject(value: object): Json {
    if (this.ancestors.has(value)) return '[circular]';
    if (this.ancestors.size === MAX_DEPTH) return '[too deep]';
    this.ancestors.add(value);
    try {
      return this.ofParts(value);
    } finally {
      this.ancestors.delete(value);
    }
  }

  private ofParts(value: object): Json {
    if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value))
      return `[${value.byteLength} bytes]`;
    if (types.isDate(value)) return String(value.toJSON());
    if (types.isBoxedPrimitive(value)) return this.of(value.valueOf());
    if (Array.isArray(value) || types.isSet(value)) return this.list(value);
    if (isMapLike(value)) return this.record(value, (read) => read);
    if ('stack' in value && 'message' in value) return this.error(value);
    if ('toJSON' in value && typeof value.toJSON === 'function') return this.of(value.toJSON());
    return this.properties(value, Object.keys(value));
  }

  private error(error: object): Json {
    const keys = ['name', 'message', 'stack', 'cause', 'errors', ...Object.keys(error)];
    return this.properties(error, [...new Set(keys)]);
  }

  private properties(value: object, keys: readonly string[]): Json {
    return this.record(
      keys.map((key) => [key, key] as const),
      (key) => Reflect.get(value, key) as unknown,
    );
  }

  private record<T>(entries: Iterable<readonly [unknown, T]>, read: (entry: T) => unknown): Json {
    const record = Object.create(null) as Record<string, Json>;
    for (const [key, entry] of entries) {
      if (this.left <= 0) {
        record['[cut]'] = true;
        break;
      }
      const name = this.text(String(this.of(key)));
      record[name] = isSensitiveKey(typeof key === 'string' ? key : name)
        ? REDACTED
        : this.readable(() => read(entry));
    }
    return record;
  }

  private readable(read: () => unknown): Json {
    try {
      return this.of(read());
    } catch {
      return '[unreadable]';
    }
  }

  private list(items: Iterable<unknown>): Json {
    const list: Json[] = [];
    for (const item of items) {
      if (this.left <= 0) return [...list, '[cut]'];
      this.left -= 1;
      list.push(this.of(item));
    }
    return list;
  }

  private text(text: string): string {
    const shown = this.secrets.hide(text, Math.max(0, Math.min(MAX_TEXT, this.left)));
    this.left -= shown.length;
    return shown;
  }
}

function isMapLike(value: object): value is Iterable<readonly [unknown, unknown]> {
  return types.isMap(value) || value instanceof Headers || value instanceof URLSearchParams;
}
