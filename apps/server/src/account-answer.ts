import type { AccountAnswer } from "@parley/gateway";
import { RequestError } from "./http-error.ts";

/** What the provider gave. Throws `RequestError` with its words when it refused, or with the reason when it could not be reached. */
export function accountAnswer<Value>(answer: AccountAnswer<Value>): Value {
  switch (answer.type) {
    case "done":
      return answer.value;
    case "refused": {
      const { code, title, details } = answer.error;
      throw new RequestError("provider-refused", `WhatsApp refused: ${details || title} (${code}).`);
    }
    case "failed":
      throw new RequestError("provider-unreachable", `WhatsApp could not be reached: ${answer.reason}`);
  }
}
