import {
  flowLimits,
  parseTemplate,
  type Resolved,
  resolveText,
  resolveValue,
  type Seconds,
  type Task,
  type Template,
  type TransitionAction,
  type VariablePath,
  type WriteValue,
} from "@parley/flow";
import type { Json, JsonObject, Parsed } from "@parley/messaging";
import type { ConversationContext } from "./conversation.ts";
import type { PerformTask, SendMessage } from "./effect.ts";
import type { JournalEntry } from "./journal-entry.ts";
import type { KeepOutputs } from "./kept-outputs.ts";
import type { MachineEvent } from "./machine/machine-event.ts";
import { scopeOf } from "./scope.ts";
import type { SendRecord } from "./send-record.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * One action of a node within a turn. It reads the context and the event, and gathers a new context, effects and journal entries; the context
 * it was given is never changed.
 */
export class Step {
  readonly nodeId: string;
  readonly event: MachineEvent;
  readonly effects: (SendMessage | PerformTask)[] = [];
  readonly journal: JournalEntry[] = [];
  readonly #keep: KeepOutputs;
  #context: ConversationContext;

  constructor(
    nodeId: string,
    { context, event }: { readonly context: ConversationContext; readonly event: MachineEvent },
    keep: KeepOutputs,
  ) {
    this.nodeId = nodeId;
    this.event = event;
    this.#keep = keep;
    this.#context = context;
  }

  /** What the conversation knows by now. */
  get context(): ConversationContext {
    return this.#context;
  }

  update(change: Partial<ConversationContext>): void {
    this.#context = { ...this.#context, ...change };
  }

  /** The text with values in the place of expressions; missing variables are journalled. */
  resolve(source: string): string {
    if (!source.includes("$(")) return source;
    return this.#noteMissing(resolveText(templateOf(source), scopeOf(this.#context)));
  }

  /** Like `resolve`, with values written in a way of their own, such as encoded. */
  resolveAs(source: string, write: WriteValue): string {
    return this.#noteMissing(resolveText(templateOf(source), scopeOf(this.#context), write));
  }

  /** Waits for what has one of these topics, from outside the thread, until the node is left. */
  listen(topics: readonly string[]): void {
    if (topics.length > 0) this.update({ topics: [...new Set(topics)] });
  }

  /** Waits for nothing from outside the thread any more. */
  stopListening(): void {
    // XState merges contexts, so that a field which is left out would stay as it was.
    if (this.#context.topics !== undefined) this.update({ topics: undefined });
  }

  /** Seconds as milliseconds, or what is wrong with them when an expression gives no sensible number. */
  readWait(seconds: Seconds): Parsed<number> {
    const given = typeof seconds === "number" ? seconds : this.resolve(seconds);
    const value = waitMsOf(given);
    if (value !== undefined) return { ok: true, value };
    const right = `a number of seconds, more than 0 and at most ${flowLimits.waitSeconds}`;
    const shown = typeof given === "number" ? given : given.slice(0, 60);
    return { ok: false, problems: [{ path: [], message: `is ${JSON.stringify(shown)}; it must be ${right}` }] };
  }

  /** Sets how long the node waits once its timer is armed; undefined, and the node has failed, when `readWait` finds something wrong. */
  setWait(seconds: Seconds, field: string): number | undefined {
    const read = this.readWait(seconds);
    if (!read.ok) {
      this.fail(sentencesOf(field, read).join(" "));
      return undefined;
    }
    this.update({ waitMs: read.value });
    return read.value;
  }

  /** Sets outputs of the node, by group; `$(group.…)` means them from now on. */
  putOut(groups: { readonly [group: string]: JsonObject }): void {
    this.update(this.#keep(this.#context, this.nodeId, groups));
  }

  recordSend(record: SendRecord): void {
    const { sends, latest } = this.#context;
    this.update({ sends: { ...sends, [this.nodeId]: record }, latest: { ...latest, send: this.nodeId } });
  }

  send(effect: SendMessage): void {
    this.effects.push(effect);
  }

  /** Asks for work in the world; the node waits for `task-answered`. */
  perform(task: Task): void {
    const { conversationId, visits } = this.#context;
    this.effects.push({ type: "perform-task", key: `${conversationId}-${visits}`, nodeId: this.nodeId, task });
  }

  /** The value at a path, as the conversation knows it; undefined where there is none. */
  read(path: VariablePath): Json | undefined {
    return scopeOf(this.#context)(path);
  }

  note(entry: JournalEntry): void {
    this.journal.push(entry);
  }

  warn(message: string): void {
    this.note({ type: "warned", nodeId: this.nodeId, message });
  }

  /** Leaves by an outcome as soon as this action is over. */
  decide(outcome: string): void {
    this.update({ decision: outcome });
  }

  /** Leaves by `onError`, with the reason in the journal. */
  fail(reason: string): void {
    this.note({ type: "failed", nodeId: this.nodeId, reason });
    this.decide("onError");
  }

  /** Runs transition actions in order. */
  act(actions: readonly TransitionAction[]): void {
    const { nodeId } = this;
    for (const action of actions) {
      if (action.type === "log") this.note({ type: "value-logged", nodeId, text: this.resolve(action.value) });
      else {
        const value = this.#noteMissing(resolveValue(templateOf(action.value), scopeOf(this.#context)));
        this.update({ variables: { ...this.#context.variables, [action.name]: value } });
        this.note({ type: "variable-set", nodeId, name: action.name, value });
      }
    }
  }

  #noteMissing<Value>({ value, missing }: Resolved<Value>): Value {
    for (const name of missing) this.warn(`$(${name}) has no value and was taken as empty.`);
    return value;
  }
}

/** Seconds as whole milliseconds; undefined when they are no number of seconds that a wait may have. */
function waitMsOf(seconds: number | string): number | undefined {
  const value = typeof seconds === "number" ? seconds : seconds.trim() === "" ? Number.NaN : Number(seconds);
  return value > 0 && value <= flowLimits.waitSeconds ? Math.max(1, Math.round(value * 1000)) : undefined;
}

/** Templates are pure functions of their source, which flows bound; the cache is emptied when it has grown past them all. */
const templates = new Map<string, Template>();
const templatesMax = 20_000;

function templateOf(source: string): Template {
  const known = templates.get(source);
  if (known !== undefined) return known;
  if (templates.size >= templatesMax) templates.clear();
  const template = parseTemplate(source);
  templates.set(source, template);
  return template;
}
