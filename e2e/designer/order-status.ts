/** The texts of the flow that the journeys draw: the example's own story, with the words cut short. */
export const bodies = {
  greeting: "Hi $(whatsapp.username), this is Juniper Books. Reply with 1 to track your order or 2 for an agent.",
  orderStatus: "Good news: your latest order has left our warehouse.",
  agent: "Thank you. An agent will write to you within the hour.",
  askAgain: "Sorry, please reply with 1 or 2.",
  goodbye: "Is there anything else? Happy reading!",
  noReply: "We have not heard from you, so we close this conversation.",
} as const;

/** Where every outcome leads once the flow is drawn, by the names of its nodes. */
export const orderStatusEdges: readonly string[] = [
  "Agent will write.onSuccess -> Handed over",
  "Ask again.onSuccess -> Choice",
  "Choice.onTimeout -> No reply",
  "Choice.whatsapp.mo -> Which choice?",
  "Goodbye.onSuccess -> Answered",
  "Greeting.onDeliveryReportSuccess -> Choice",
  "Greeting.onTimeout -> Choice",
  "No reply.onSuccess -> Gave up waiting",
  "Order status.onSuccess -> Until it is read",
  "Start.onBegin -> Greeting",
  "Until it is read.onRead -> Goodbye",
  "Until it is read.onTimeout -> Answered",
  "Which choice?.agent -> Agent will write",
  "Which choice?.noneOfTheAbove -> Ask again",
  "Which choice?.track -> Order status",
];

/** The outcomes that lead to one End by the flow's defaults. */
export const failures = ["onError", "onPolicyFail", "onDeliveryReportFail"] as const;
