import { formatPath, parseInput } from "@parley/messaging";
import { z } from "zod";

/*
 * The configuration, read from the environment and nowhere else. Every variable begins with PARLEY_; an unknown one stops the start, because a
 * misspelt setting would otherwise be a silent default.
 */

/** Text that must be a number; without this, what is none would be shown as `NaN`. */
const number = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "must be a number")
  .transform(Number);
const port = number.pipe(z.int().min(0).max(65_535));
const loopbackHosts: readonly string[] = ["127.0.0.1", "::1", "localhost"];

const environmentSchema = z.strictObject({
  PARLEY_HOST: z.string().min(1).default("127.0.0.1"),
  PARLEY_PORT: port.prefault("4280"),
  PARLEY_DATA_DIR: z.string().min(1).default("./data"),
  PARLEY_ADMIN_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters; make one with: openssl rand -base64 32")
    .optional(),
  PARLEY_ALLOWED_HOSTS: z.string().default(""),
  PARLEY_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, "must be 32 bytes in base64; make one with: openssl rand -base64 32")
    .optional(),
  PARLEY_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  PARLEY_LOG_FORMAT: z.enum(["pretty", "json"]).default("pretty"),
  PARLEY_RECONCILE_AFTER_MS: number.pipe(z.int().min(100).max(3_600_000)).prefault("60000"),
  PARLEY_MESSAGES_PER_SECOND: number.pipe(z.number().positive().max(1_000)).prefault("80"),
  PARLEY_AMBIGUOUS: z.enum(["retry", "dead-letter"]).default("retry"),
  PARLEY_ALLOW_PRIVATE_URLS: z.enum(["yes", "no"]).default("no"),
  PARLEY_SIMULATOR_PORT: port.prefault("4281"),
  PARLEY_CLOUD_API_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{1,32}$/, "must be digits, as Meta's dashboard shows it")
    .optional(),
  PARLEY_CLOUD_API_DISPLAY_PHONE_NUMBER: z.string().max(32).default(""),
  PARLEY_CLOUD_API_ACCESS_TOKEN: z.string().min(1).optional(),
  PARLEY_CLOUD_API_APP_SECRET: z.string().min(1).optional(),
  PARLEY_CLOUD_API_PREVIOUS_APP_SECRET: z.string().min(1).optional(),
  PARLEY_CLOUD_API_VERIFY_TOKEN: z.string().min(8, "must have at least 8 characters").optional(),
  PARLEY_CLOUD_API_BUSINESS_ACCOUNT_ID: z
    .string()
    .regex(/^\d{1,40}$/, "must be digits, as Meta's dashboard shows it")
    .optional(),
  PARLEY_CLOUD_API_BASE_URL: z.url().default("https://graph.facebook.com"),
  PARLEY_CLOUD_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, "must look like v23.0")
    .default("v23.0"),
  PARLEY_CLOUD_API_TIMEOUT_MS: number.pipe(z.int().min(100).max(120_000)).prefault("10000"),
});

type Environment = z.infer<typeof environmentSchema>;

/** How the server runs. */
export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly adminToken: string | undefined;
  /** Values of the Host header that are ours, besides loopback names. */
  readonly allowedHosts: readonly string[];
  /** Base64 of 32 bytes. */
  readonly secretKey: string | undefined;
  readonly log: { readonly level: Environment["PARLEY_LOG_LEVEL"]; readonly format: "pretty" | "json" };
  readonly reconcileAfterMs: number;
  readonly appSettings: { readonly messagesPerSecond: number; readonly ambiguous: "retry" | "dead-letter" };
  readonly gatewayTimeoutMs: number;
  /** Whether URLs that flows name may lead to this machine and its private network. */
  readonly allowsPrivateUrls: boolean;
  /** A number of the Cloud API; without one the server brings a simulator and an example. */
  readonly cloudApi: CloudApiConfig | undefined;
  readonly simulatorPort: number;
};

export type CloudApiConfig = {
  readonly baseUrl: string;
  readonly version: string;
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly previousAppSecret: string | undefined;
  readonly verifyToken: string;
  /** Of the WhatsApp business account, whose templates are used; empty when it was not given. */
  readonly businessAccountId: string;
};

/** What is wrong with the environment, a line for each variable. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(lines: readonly { readonly variable: string; readonly message: string }[]) {
    const width = Math.max(...lines.map(({ variable }) => variable.length));
    const table = lines.map(({ variable, message }) => `  ${variable.padEnd(width)}  ${message}`).join("\n");
    super(`The configuration is not right:\n${table}`);
  }
}

/** Reads the configuration. Throws `ConfigError`, which never shows the value of a secret. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const ours = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => name.startsWith("PARLEY_") && value !== undefined && value !== "",
    ),
  );
  const unknown = Object.keys(ours).filter((name) => !Object.hasOwn(environmentSchema.shape, name));
  const known = Object.fromEntries(Object.entries(ours).filter(([name]) => !unknown.includes(name)));
  const parsed = parseInput(environmentSchema, known);
  if (!parsed.ok || unknown.length > 0) {
    const message = "is not a setting of this server; remove or correct it";
    const problems = parsed.ok
      ? []
      : parsed.problems.map(({ path, message }) => lineOf(formatPath(path), message, known));
    throw new ConfigError([...unknown.map((variable) => ({ variable, message })), ...problems]);
  }
  const { value } = parsed;
  const allowedHosts = value.PARLEY_ALLOWED_HOSTS.split(",").flatMap((name) =>
    name.trim() === "" ? [] : [name.trim()],
  );
  if (!loopbackHosts.includes(value.PARLEY_HOST) && value.PARLEY_ADMIN_TOKEN === undefined) {
    const message = `is ${value.PARLEY_HOST}, which others can reach; set PARLEY_ADMIN_TOKEN too, or use 127.0.0.1`;
    throw new ConfigError([{ variable: "PARLEY_HOST", message }]);
  }
  return {
    host: value.PARLEY_HOST,
    port: value.PARLEY_PORT,
    dataDir: value.PARLEY_DATA_DIR,
    adminToken: value.PARLEY_ADMIN_TOKEN,
    allowedHosts,
    secretKey: value.PARLEY_SECRET_KEY,
    log: { level: value.PARLEY_LOG_LEVEL, format: value.PARLEY_LOG_FORMAT },
    reconcileAfterMs: value.PARLEY_RECONCILE_AFTER_MS,
    appSettings: { messagesPerSecond: value.PARLEY_MESSAGES_PER_SECOND, ambiguous: value.PARLEY_AMBIGUOUS },
    gatewayTimeoutMs: value.PARLEY_CLOUD_API_TIMEOUT_MS,
    allowsPrivateUrls: value.PARLEY_ALLOW_PRIVATE_URLS === "yes",
    cloudApi: cloudApiOf(value),
    simulatorPort: value.PARLEY_SIMULATOR_PORT,
  };
}

/** All of a number's settings or none. */
function cloudApiOf(value: Environment): CloudApiConfig | undefined {
  const needed = {
    PARLEY_CLOUD_API_PHONE_NUMBER_ID: value.PARLEY_CLOUD_API_PHONE_NUMBER_ID,
    PARLEY_CLOUD_API_ACCESS_TOKEN: value.PARLEY_CLOUD_API_ACCESS_TOKEN,
    PARLEY_CLOUD_API_APP_SECRET: value.PARLEY_CLOUD_API_APP_SECRET,
    PARLEY_CLOUD_API_VERIFY_TOKEN: value.PARLEY_CLOUD_API_VERIFY_TOKEN,
  };
  const missing = Object.entries(needed).filter(([, text]) => text === undefined);
  if (missing.length === Object.keys(needed).length) return undefined;
  if (missing.length > 0) {
    const message = "is missing; a number needs its id, access token, app secret and verify token together";
    throw new ConfigError(missing.map(([variable]) => ({ variable, message })));
  }
  return {
    baseUrl: value.PARLEY_CLOUD_API_BASE_URL,
    version: value.PARLEY_CLOUD_API_VERSION,
    phoneNumberId: value.PARLEY_CLOUD_API_PHONE_NUMBER_ID ?? "",
    displayPhoneNumber: value.PARLEY_CLOUD_API_DISPLAY_PHONE_NUMBER,
    accessToken: value.PARLEY_CLOUD_API_ACCESS_TOKEN ?? "",
    appSecret: value.PARLEY_CLOUD_API_APP_SECRET ?? "",
    previousAppSecret: value.PARLEY_CLOUD_API_PREVIOUS_APP_SECRET,
    verifyToken: value.PARLEY_CLOUD_API_VERIFY_TOKEN ?? "",
    businessAccountId: value.PARLEY_CLOUD_API_BUSINESS_ACCOUNT_ID ?? "",
  };
}

const secretNames = /TOKEN|SECRET|KEY/;

/** A line of the table: what is wrong, with what was given unless the sentence says so or it is a secret. */
function lineOf(variable: string, message: string, given: Readonly<Record<string, string | undefined>>) {
  const value = given[variable] ?? "";
  if (value === "") return { variable, message };
  if (secretNames.test(variable)) return { variable, message: message.replaceAll(value, "***") };
  return { variable, message: message.includes(value) ? message : `${message} (it is ${JSON.stringify(value)})` };
}
