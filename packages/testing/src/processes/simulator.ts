import type { AccountTemplate, AccountTemplateStatus } from "@parley/simulator";
import type { NumberRegistration } from "@parley/simulator/http";
import { type Child, type Exit, repository, startChild } from "./child.ts";
import { type Control, createControl, type TemplateSketch } from "./control.ts";

/** How a simulator is started. Its phones are quicker than people, and it repeats webhooks sooner than Meta, unless told otherwise. */
export type SimulatorOptions = {
  readonly deliverAfterMs?: number | undefined;
  readonly readAfterMs?: number | undefined;
  readonly webhookRetryBaseMs?: number | undefined;
  readonly webhookRetryMaxMs?: number | undefined;
  readonly messagesPerSecond?: number | undefined;
  /** How long a template is looked at. */
  readonly templateReviewMs?: number | undefined;
};

/** A gateway simulator in a process of its own. */
export interface Simulator extends AsyncDisposable {
  /** The base URL of the Cloud API, without a slash at the end. */
  readonly url: string;
  readonly control: Control;
  /** Registers a business number, now and after every `start`. */
  register(number: NumberRegistration): Promise<void>;
  /** Puts a template into the business account of the first number that was registered; approved unless it says otherwise. */
  template(template: TemplateSketch, status?: AccountTemplateStatus): Promise<AccountTemplate>;
  output(): string;
  /** Ends the process: nobody listens on its port any more. */
  stop(): Promise<Exit>;
  /** Starts it again on the same port. It knows its numbers and has forgotten everything else. */
  start(): Promise<void>;
}

const program = `${repository}packages/simulator/src/http/main.ts`;

/** Starts a simulator on a free port. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  let child: Child;
  const numbers = new Map<string, NumberRegistration>();

  const open = async (port: number): Promise<string> => {
    child = startChild({ name: "The simulator", args: [program, "--port", String(port), ...argumentsOf(options)] });
    return child.line((line) => /^\{"url":"(.+)"\}$/.exec(line)?.[1]);
  };
  const url = await open(0);
  const control = createControl(url);

  return {
    url,
    control,
    register: async (number) => {
      numbers.set(number.phoneNumberId, number);
      await control.putNumber(number);
    },
    template: (template, status) => {
      const [phoneNumberId = ""] = numbers.keys();
      return control.putTemplate(phoneNumberId, template, status);
    },
    output: () => child.output(),
    stop: () => child.end("SIGTERM"),
    start: async () => {
      await open(Number(new URL(url).port));
      for (const number of numbers.values()) await control.putNumber(number);
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

function argumentsOf(options: SimulatorOptions): string[] {
  const { deliverAfterMs = 20, readAfterMs = 20, webhookRetryBaseMs = 100, webhookRetryMaxMs = 500 } = options;
  const values = {
    "--deliver-after-ms": deliverAfterMs,
    "--read-after-ms": readAfterMs,
    "--base-ms": webhookRetryBaseMs,
    "--max-ms": webhookRetryMaxMs,
    "--messages-per-second": options.messagesPerSecond ?? 1_000,
    "--template-review-ms": options.templateReviewMs ?? 20,
  };
  return Object.entries(values).flatMap(([name, value]) => [name, String(value)]);
}
