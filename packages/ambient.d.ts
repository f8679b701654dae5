/** What every JavaScript runtime has and `lib: ["esnext"]` does not name. Anything else is a compile error in an ambient-free entry. */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
  throwIfAborted(): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare class URL {
  constructor(input: string, base?: string);
  static parse(input: string, base?: string): URL | null;
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly username: string;
  readonly password: string;
  readonly searchParams: { get(name: string): string | null };
}
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
declare class TextDecoder {
  /** Throws a RangeError for an encoding that it does not know. */
  constructor(encoding?: string);
  decode(input?: Uint8Array): string;
}
declare function structuredClone<Value>(value: Value): Value;
declare function queueMicrotask(callback: () => void): void;
