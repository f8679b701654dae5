import type { Signal } from "@parley/engine";
import type { GatewayAnswer } from "@parley/gateway";
import type {
  AppSettings,
  Contact,
  InboundContent,
  OptIn,
  ProviderError,
  ReceiptStatus,
  Referral,
  RegisteredTemplate,
  Template,
} from "@parley/messaging";
import type { TaskAnswer } from "@parley/flow";
import type { PostAnswer } from "@parley/performer";
import type { ContactRow } from "@parley/store";
import type { DrawnFlow } from "../draw-flow.ts";
import type { HostRow } from "./rows.ts";

/** What the host does with what happens to one app, in one file: flows, what happens, and what comes of it. */
export type GoldenHost = {
  /** Completes "It is true that …". */
  readonly name: string;
  /** The rows of the architecture page that it proves. */
  readonly proves: readonly HostRow[];
  /** By id: live from the beginning, and those that `makeLive` names. */
  readonly flows: Readonly<Record<string, DrawnFlow>>;
  readonly later?: Readonly<Record<string, DrawnFlow>>;
  readonly settings?: Partial<AppSettings>;
  /** The templates of the app; approved unless they say otherwise. */
  readonly templates?: readonly DrawnTemplate[];
  /** The records of contacts that there are from the beginning. */
  readonly contacts?: readonly DrawnContact[];
  /** Between steps the process ends and another begins on what was stored, written as JSON and read again. */
  readonly steps: readonly { readonly happens: readonly Happening[]; readonly expected: ExpectedStep }[];
};

/** Something that happens to the host. */
export type Happening =
  /** One webhook, with all that it brings. */
  | { readonly deliver: readonly DrawnHostEvent[] }
  /** Time passes, and what falls due is done at its time. */
  | { readonly waitMs: number }
  /** What the gateway answers from now on, in order; with nothing left it accepts, as `w1`, `w2` and so on. */
  | { readonly answers: readonly DrawnAnswer[] }
  /** What comes of reports from now on, in order; with nothing left they are answered 200. */
  | { readonly postAnswers: readonly PostAnswer[] }
  /** What comes of tasks from now on, in order; with nothing left they fail. */
  | { readonly taskAnswers: readonly DrawnTaskAnswer[] }
  /** Something happens outside the channel, and whoever told of it learns what came of it. */
  | { readonly signal: DrawnSignal; readonly appId?: string }
  | { readonly makeLive: string }
  /** A person ends a conversation, by its name such as `flow#1`. */
  | { readonly stop: string }
  /** The process dies in the middle of what it does, and another begins. */
  | { readonly crash: true };

/** A template without what says nothing. */
export type DrawnTemplate = Pick<RegisteredTemplate["template"], "name" | "body"> &
  Partial<Template> & { readonly status?: RegisteredTemplate["status"]; readonly reason?: string };

/** A contact's record without what says nothing. */
export type DrawnContact = Pick<ContactRow, "id"> & Partial<ContactRow>;

/** A signal without what says nothing. */
export type DrawnSignal = DistributivePartial<Signal, "correlationId" | "parameters">;

type DistributivePartial<Value, Name extends PropertyKey> = Value extends unknown
  ? Omit<Value, Name> & { readonly [Key in Name & keyof Value]?: Value[Key] }
  : never;

/** An answer to a task, which may take its time. */
export type DrawnTaskAnswer = TaskAnswer & { readonly afterMs?: number };

/** An answer of the gateway, which may take its time. */
export type DrawnAnswer = DistributiveOmit<GatewayAnswer, "contact"> & { readonly afterMs?: number };

type DistributiveOmit<Value, Name extends PropertyKey> = Value extends unknown ? Omit<Value, Name> : never;

/**
 * An event of the host without what says nothing: a message is from Ada, sent when it is delivered, with the id `m1`, `m2` and so on; a text
 * stands for a text message. A send is named `flow#1-2`: the second node entry of the first conversation of the thread, which runs that flow.
 */
export type DrawnHostEvent =
  | {
      readonly type: "message";
      readonly content: string | InboundContent;
      readonly from?: Contact;
      readonly id?: string;
      readonly sentAgoMs?: number;
      readonly contextId?: string;
      readonly referral?: Referral;
    }
  /** Recorded when it is delivered. */
  | {
      readonly type: "opt-in";
      readonly status: OptIn["status"];
      readonly from?: Contact;
      readonly source?: OptIn["source"];
    }
  | {
      readonly type: "receipt";
      readonly status: ReceiptStatus;
      readonly messageId: string;
      readonly sendKey?: string;
      readonly error?: ProviderError;
      readonly identityHash?: string;
    };

/** What came of a step, in lines: what it added, and what there is after it. What is empty is absent. */
export type ExpectedStep = {
  readonly journal?: readonly string[];
  readonly sent?: readonly string[];
  readonly live?: readonly string[];
  readonly ended?: readonly string[];
  readonly sends?: readonly string[];
  /** What the performer was given. */
  readonly performed?: readonly string[];
  readonly tasks?: readonly string[];
  /** The records of contacts, once a flow has asked for one. */
  readonly profiles?: readonly string[];
  readonly timers?: readonly string[];
  /** What conversations wait for outside their thread. */
  readonly topics?: readonly string[];
  /** What came of signals. */
  readonly signals?: readonly string[];
  /** What was posted to notify URLs. */
  readonly posted?: readonly string[];
  readonly posts?: readonly string[];
  readonly parkedReceipts?: readonly string[];
  /** What a person must look at. */
  readonly alerts?: readonly string[];
};
