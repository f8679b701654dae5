import { providerStatusCodes, receiptCode, refusalCodes } from "@parley/engine";
import { type ReceiptStatus, receiptStatuses } from "@parley/messaging";
import { blocks, table } from "./markdown.ts";

const refusals = {
  expired: "The message has expired before it was sent",
  windowClosed: "The session window is closed, and the message is no template",
  noConsent: "The contact has not opted in, or has opted out",
  templateMissing: "The app has no such template, or Meta has not approved it",
  templatePaused: "Meta has paused the template",
  templateDisabled: "Meta has disabled the template",
  templateParameters: "The message does not fit its template",
  identityMismatch: "The receiver's identity key hash is another than the one that was trusted",
  invalidValue: "A value is none that WhatsApp takes",
  unknown: "Nobody knows what became of the message",
} as const satisfies Record<keyof typeof refusalCodes, string>;

const receipts = {
  submitted: "The provider has the message",
  delivered: "It is on the contact's phone",
  read: "The contact has read it",
} as const satisfies Record<Exclude<ReceiptStatus, "failed">, string>;

/** The codes of `send.deliveryStatusCode`, in Webex Connect's numbers, with Meta's beside them. */
export function statusCodesSection(): string {
  const told = receiptStatuses.flatMap((status): [string, string][] =>
    status === "failed" ? [] : [[receiptCode(status, undefined).code, receipts[status]]],
  );
  const refused = Object.entries(refusals).map(([name, meaning]): [string, string] => {
    return [refusalCodes[name as keyof typeof refusals], meaning];
  });
  return blocks(
    "## Status codes",
    "`send.deliveryStatusCode` holds a code in Webex Connect's numbers (Channel specific status codes), `send.errorCode` the Cloud API's own. Webex Connect publishes no table of both; they were matched by their titles. An error without a row is 7200.",
    table(["Code", "Means"], [["1001", "The gateway took the message"], ...told.toSorted(byCode)]),
    "Parley itself refuses a send with these:",
    table(["Code", "Means"], refused.toSorted(byCode)),
    "The provider's errors have these:",
    table(
      ["Code", "Cloud API", "Means"],
      providerStatusCodes.map(({ code, meta, meaning }) => [
        code,
        meta.map((one) => (one === 200 ? "200 to 299" : String(one))).join(", "),
        meaning,
      ]),
    ),
  );
}

function byCode([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return Number(left) - Number(right);
}
