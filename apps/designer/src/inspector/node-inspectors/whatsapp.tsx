import { newMessageConfigOf, textOf } from "@parley/flow";
import { type Json, type JsonObject, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Checkbox } from "../../ui/field.tsx";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { messageForms } from "../messages/index.ts";
import { MessageSection, TemplatePreview } from "../messages/message-section.tsx";
import { MoreFields } from "../more-fields.tsx";
import type { ScopePlace } from "../scope.ts";
import { SecondsControl } from "../seconds-control.tsx";

const waits = ["none", "submit", "delivery", "read"] as const;
type NodeProps = { readonly nodeId: string };
type PlacedProps = NodeProps & { readonly place: ScopePlace };

/** WhatsApp: the message, what is waited for, and behind words that open them whom it goes to, what is reported and whose identity is asked for. */
export function WhatsappInspector({ nodeId }: NodeProps) {
  const place = { nodeId, isLeaving: false };
  return (
    <>
      <MessageSection nodeId={nodeId} />
      <Waiting nodeId={nodeId} />
      <Delivery nodeId={nodeId} place={place} />
      <Reports nodeId={nodeId} place={place} />
      <Identity nodeId={nodeId} place={place} />
    </>
  );
}

function Waiting({ nodeId }: NodeProps) {
  const { whatsapp, waits: names } = useTexts().inspector;
  const waitFor = useNodeField(nodeId, ["config", "waitFor"]);
  const timeout = useNodeField(nodeId, ["config", "timeoutSeconds"]);
  const awaited = waits.find((name) => name === waitFor.value) ?? "none";
  // A timeout that is set and has no effect can still be taken away.
  const isOff = awaited === "none" && (timeout.value === undefined || timeout.isReadOnly);
  return (
    <>
      <SelectControl
        field={waitFor}
        label={whatsapp.waitFor}
        hint={whatsapp.waitForHint[awaited]}
        options={waits.map((value) => ({ value, label: names[value] }))}
      />
      <SecondsControl
        field={{ ...timeout, isReadOnly: timeout.isReadOnly || isOff }}
        label={whatsapp.timeout}
        hint={awaited === "none" ? whatsapp.timeoutOff : whatsapp.timeoutHint}
        place={{ nodeId, isLeaving: false }}
      />
    </>
  );
}

const destinationTypes = ["waId", "bsuid", "customerId"] as const;

function Delivery({ nodeId, place }: PlacedProps) {
  const { whatsapp } = useTexts().inspector;
  const destinationType = useNodeField(nodeId, ["config", "destinationType"]);
  const destination = useNodeField(nodeId, ["config", "destination"]);
  const contextId = useNodeField(nodeId, ["config", "contextId"]);
  const expiry = useNodeField(nodeId, ["config", "expiry"]);
  const fallback = useNodeField(nodeId, ["config", "templateFallback"]);
  const kind = destinationTypes.find((one) => one === destinationType.value) ?? "waId";
  const fields = [destinationType, destination, contextId, expiry, fallback];
  return (
    <MoreFields
      nodeId={nodeId}
      label={whatsapp.delivery}
      isUsed={[destination, contextId].some(({ value }) => value !== "") || [expiry, fallback].some(isSet)}
      fields={fields.map(({ name }) => name)}
    >
      <SelectControl
        field={destinationType}
        label={whatsapp.destinationType}
        options={destinationTypes.map((value) => ({ value, label: whatsapp.destinationTypes[value] }))}
      />
      <ExpressionControl
        field={destination}
        label={whatsapp.destination}
        hint={whatsapp.destinationHints[kind]}
        placeholder={whatsapp.destinationPlaceholder}
        place={place}
      />
      <ExpressionControl field={contextId} label={whatsapp.contextId} hint={whatsapp.contextIdHint} place={place} />
      <Expiry nodeId={nodeId} place={place} />
      <Fallback nodeId={nodeId} />
    </MoreFields>
  );
}

function isSet({ value }: { readonly value: Json | undefined }): boolean {
  return value !== undefined;
}

const expiries = ["none", "seconds", "iso", "webex"] as const;
const newExpiries: Record<(typeof expiries)[number], JsonObject | undefined> = {
  none: undefined,
  seconds: { type: "seconds", seconds: 3_600 },
  iso: { type: "utc", at: "", format: "iso" },
  webex: { type: "utc", at: "", format: "webex" },
};

function Expiry({ nodeId, place }: PlacedProps) {
  const { whatsapp } = useTexts().inspector;
  const expiry = useNodeField(nodeId, ["config", "expiry"]);
  const seconds = useNodeField(nodeId, ["config", "expiry", "seconds"]);
  const at = useNodeField(nodeId, ["config", "expiry", "at"]);
  const value: Json = expiry.value ?? null;
  const type = textAt(value, "type");
  const kind = type === "utc" ? textAt(value, "format") || "iso" : type || "none";
  const choose = (next: string) => {
    const chosen = newExpiries[expiries.find((name) => name === next) ?? "none"];
    // A time that was written stays when it is to be read in the other way.
    expiry.set(chosen !== undefined && "at" in chosen ? { ...chosen, at: textAt(value, "at") } : chosen);
  };
  return (
    <>
      <SelectControl
        field={choiceField(expiry, kind, choose)}
        label={whatsapp.expiry}
        hint={whatsapp.expiryHint}
        options={expiries.map((one) => ({ value: one, label: whatsapp.expiries[one] }))}
      />
      {kind === "seconds" ? (
        <SecondsControl field={seconds} label={whatsapp.expirySeconds} place={place} isRequired />
      ) : null}
      {type === "utc" ? (
        <ExpressionControl
          field={at}
          label={whatsapp.expiryAt}
          hint={kind === "webex" ? whatsapp.expiryAtWebex : whatsapp.expiryAtHint}
          place={place}
          isRequired
        />
      ) : null}
    </>
  );
}

/** A template and a mark that a message was read need no open session window, so that nothing has to go out in their place. */
const needNoWindow: ReadonlySet<string> = new Set(["template", "read-mark"]);

function Fallback({ nodeId }: NodeProps) {
  const { whatsapp } = useTexts().inspector;
  const path = ["config", "templateFallback"];
  const fallback = useNodeField(nodeId, path);
  const type = useNodeField(nodeId, ["config", "message", "type"]);
  const Form = messageForms.template;
  const isOn = fallback.value !== undefined;
  if (!isOn && needNoWindow.has(textOf(type.value ?? ""))) return null;
  return (
    <section className={styles["stack"]} data-field={fallback.name}>
      <Checkbox
        label={whatsapp.fallback}
        hint={whatsapp.fallbackHint}
        checked={isOn}
        disabled={fallback.isReadOnly}
        onChange={({ target }) => {
          fallback.onBlur();
          fallback.set(target.checked ? (newMessageConfigOf("template") as unknown as Json) : undefined);
          fallback.onBlur();
        }}
      />
      {fallback.warning === undefined ? null : <p className={styles["hint"]}>{fallback.warning}</p>}
      {isOn ? (
        <div className={styles["row"]} role="group" aria-label={whatsapp.fallback}>
          <Form nodeId={nodeId} path={path} />
          <TemplatePreview message={fallback.value ?? null} />
        </div>
      ) : null}
    </section>
  );
}

function Reports({ nodeId, place }: PlacedProps) {
  const { whatsapp } = useTexts().inspector;
  const correlationId = useNodeField(nodeId, ["config", "correlationId"]);
  const callbackData = useNodeField(nodeId, ["config", "callbackData"]);
  const notifyUrl = useNodeField(nodeId, ["config", "notifyUrl"]);
  const fields = [notifyUrl, correlationId, callbackData];
  return (
    <MoreFields
      nodeId={nodeId}
      label={whatsapp.reports}
      isUsed={fields.some(({ value }) => value !== "")}
      fields={fields.map(({ name }) => name)}
    >
      <ExpressionControl
        field={notifyUrl}
        label={whatsapp.notifyUrl}
        hint={whatsapp.notifyUrlHint}
        placeholder="https://"
        place={place}
      />
      <LimitedControl
        field={correlationId}
        label={whatsapp.correlationId}
        hint={whatsapp.correlationIdHint}
        limit={messagingLimits.callbackDataLength}
        place={place}
      />
      <LimitedControl
        field={callbackData}
        label={whatsapp.callbackData}
        hint={whatsapp.callbackDataHint}
        limit={messagingLimits.callbackDataLength}
        place={place}
      />
    </MoreFields>
  );
}

function Identity({ nodeId, place }: PlacedProps) {
  const { whatsapp } = useTexts().inspector;
  const hash = useNodeField(nodeId, ["config", "identityKeyHash"]);
  return (
    <MoreFields nodeId={nodeId} label={whatsapp.identity} isUsed={hash.value !== ""} fields={[hash.name]}>
      <ExpressionControl
        field={hash}
        label={whatsapp.identityKeyHash}
        hint={whatsapp.identityKeyHashHint}
        place={place}
      />
    </MoreFields>
  );
}
