import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { businessNumber } from "@parley/testing/processes";
import { type ExchangeRun, ExchangeRunner, type People } from "./people.ts";

/*
 * Stands in for WhatsApp and for the people who use it, as cheaply as that can be done: it takes sends as the Cloud API does, and tells of each
 * that it was sent, delivered and read, one webhook after the other. It is one process, so that one clock measures from a message to its reply.
 */

type Send = {
  readonly to: string;
  readonly biz_opaque_callback_data: string;
  readonly text: { readonly body: string };
};

let people: People | undefined;
let messages = 0;

async function takeSend(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = JSON.parse(await text(request)) as Send;
  const at = performance.now();
  const id = `wamid.stand-in.${(messages += 1)}`;
  const answer = { messaging_product: "whatsapp", contacts: [{ input: send.to, wa_id: send.to }], messages: [{ id }] };
  response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  if (people === undefined) return;
  const receipts = tellReceipts(id, send, people);
  // Whoever waits for the exchange hears of a failure.
  receipts.catch(() => undefined);
  people.arrive(send.to, { at, text: send.text.body, receipts });
}

async function tellReceipts(id: string, send: Send, to: People): Promise<{ readAt: number }> {
  const {
    displayPhoneNumber: display_phone_number,
    phoneNumberId: phone_number_id,
    businessAccountId,
  } = businessNumber;
  const { to: recipient_id, biz_opaque_callback_data } = send;
  let readAt = 0;
  for (const status of ["sent", "delivered", "read"]) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const statuses = [{ id, status, timestamp, recipient_id, biz_opaque_callback_data }];
    const metadata = { display_phone_number, phone_number_id };
    const change = { field: "messages", value: { messaging_product: "whatsapp", metadata, statuses } };
    readAt = performance.now();
    await to.post({ object: "whatsapp_business_account", entry: [{ id: businessAccountId, changes: [change] }] });
  }
  return { readAt };
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== "/exchange") return takeSend(request, response);
  const runner = new ExchangeRunner(JSON.parse(await text(request)) as ExchangeRun);
  people = runner;
  response.end(JSON.stringify(await runner.run()));
}

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    console.log(JSON.stringify({ url: `http://127.0.0.1:${address.port}` }));
});
process.once("SIGTERM", () => process.exit(0));
