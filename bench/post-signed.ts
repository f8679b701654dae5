import { type Agent, request } from "node:http";
import { signatureOf } from "@parley/simulator/http";

/** Where signed webhooks go. */
export type SignedTarget = { readonly url: URL; readonly secret: string; readonly agent: Agent };

/** Posts a webhook signed with the app secret, and gives the status of the answer once all of it is here. */
export function postSigned({ url, secret, agent }: SignedTarget, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-hub-signature-256": signatureOf(body, secret),
    };
    const { hostname, port, pathname: path } = url;
    const call = request({ method: "POST", hostname, port, path, headers, agent }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode));
    });
    call.once("error", reject);
    call.end(body);
  });
}
