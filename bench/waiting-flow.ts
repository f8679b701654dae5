import { branch, end, flowOf, receive, send } from "@parley/testing/processes";

/** How long each conversation waits for its contact: longer than any benchmark runs. */
export const waitMs = 12 * 60 * 60 * 1000;

/** Greets, and then listens with a timeout, message after message: every one of them cancels a timer and sets another. */
export function waitingFlow() {
  return flowOf({
    id: "waiting",
    nodes: {
      n3: send("Hi $(whatsapp.username), how can we help?"),
      n4: receive({ timeoutSeconds: waitMs / 1000 }),
      n5: branch("$(receive.message)", { stop: "stop" }),
      n6: end("success"),
      n7: end("incomplete"),
    },
    edges: [
      "n3.onSuccess -> n4",
      "n4.whatsapp.mo -> n5",
      "n4.onTimeout -> n7",
      "n5.stop -> n6",
      "n5.noneOfTheAbove -> n4",
    ],
  });
}
