import type { Json } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { CheckboxControl, SelectControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { MessageControl } from "../message-control.tsx";
import { MoreFields } from "../more-fields.tsx";
import type { ScopePlace } from "../scope.ts";
import { SecondsControl } from "../seconds-control.tsx";

const waits = ["none", "submit", "delivery", "read"] as const;
type NodeProps = { readonly nodeId: string };

/** WhatsApp: the message, whom it goes to, what is waited for, and until when it is worth sending. */
export function WhatsappInspector({ nodeId }: NodeProps) {
  const { whatsapp } = useTexts().inspector;
  const place = { nodeId, isLeaving: false };
  const body = useNodeField(nodeId, ["config", "message", "body"]);
  const previewUrl = useNodeField(nodeId, ["config", "message", "previewUrl"]);
  const destination = useNodeField(nodeId, ["config", "destination"]);
  const contextId = useNodeField(nodeId, ["config", "contextId"]);
  const expiry = useNodeField(nodeId, ["config", "expiry"]);
  const isMoreUsed = Boolean(destination.value) || Boolean(contextId.value) || expiry.value !== undefined;
  return (
    <>
      <MessageControl field={body} place={place} />
      <Waiting nodeId={nodeId} />
      <MoreFields
        label={whatsapp.more}
        isUsed={isMoreUsed}
        fields={[destination, contextId, previewUrl, expiry].map(({ name }) => name)}
      >
        <CheckboxControl field={previewUrl} label={whatsapp.previewUrl} />
        <ExpressionControl
          field={destination}
          label={whatsapp.destination}
          hint={whatsapp.destinationHint}
          placeholder={whatsapp.destinationPlaceholder}
          place={place}
        />
        <Expiry nodeId={nodeId} place={place} />
        <ExpressionControl field={contextId} label={whatsapp.contextId} hint={whatsapp.contextIdHint} place={place} />
      </MoreFields>
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

const expiries = ["none", "seconds", "utc"] as const;
const newExpiries: Record<(typeof expiries)[number], Json | undefined> = {
  none: undefined,
  seconds: { type: "seconds", seconds: 3_600 },
  utc: { type: "utc", at: "" },
};

function Expiry({ nodeId, place }: NodeProps & { readonly place: ScopePlace }) {
  const { whatsapp } = useTexts().inspector;
  const expiry = useNodeField(nodeId, ["config", "expiry"]);
  const seconds = useNodeField(nodeId, ["config", "expiry", "seconds"]);
  const at = useNodeField(nodeId, ["config", "expiry", "at"]);
  const kind = textAt(expiry.value ?? null, "type") || "none";
  const choose = (next: Json | undefined) => expiry.set(newExpiries[expiries.find((name) => name === next) ?? "none"]);
  return (
    <>
      <SelectControl
        field={{ ...expiry, value: kind, set: choose }}
        label={whatsapp.expiry}
        hint={whatsapp.expiryHint}
        options={expiries.map((value) => ({ value, label: whatsapp.expiries[value] }))}
      />
      {kind === "seconds" ? (
        <SecondsControl field={seconds} label={whatsapp.expirySeconds} place={place} isRequired />
      ) : null}
      {kind === "utc" ? (
        <ExpressionControl field={at} label={whatsapp.expiryAt} hint={whatsapp.expiryAtHint} place={place} isRequired />
      ) : null}
    </>
  );
}
