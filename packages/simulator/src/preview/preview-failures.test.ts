import { cloudApiErrorOf } from "@parley/gateway/wire";
import { expect, test } from "vitest";
import { previewFailures } from "./preview-failures.ts";

const waysOf = { policy: "policy", refused: "refused", retryable: "passing", ambiguous: "unknown" } as const;

test.each(Object.entries(previewFailures))(
  "The code %s goes wrong in a preview as the gateway would tell it, unless a receipt tells it",
  (code, { title, comesAs }) => {
    const error = cloudApiErrorOf(Number(code));
    expect(error?.title).toBe(title);
    if (comesAs !== "receipt") expect(comesAs).toBe(error && waysOf[error.disposition]);
  },
);
