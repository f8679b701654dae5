/** What the host promises beyond a single conversation, row by row (architecture page: Routing an inbound event, Receipts, Policy). */
export const hostRows = {
  "routing duplicate": "Duplicate provider message ids are dropped.",
  "routing 1": "A waiting conversation that accepts the event and whose own flow's Start also matches comes first.",
  "routing 2":
    "A Start that interrupts live conversations: the waiting ones leave by onTimeout, incomplete, and it starts.",
  // Start node page, "Flow Trigger Behaviour in Digital Channels", with Starts that interrupt; its rows of two services have no twin here.
  "digital 1":
    "A message starts the flow of messages; one that a postback began and that waits for a message ends by onTimeout, incomplete.",
  "digital 2": "So does one that a webhook began.",
  "digital 3": "While the flow of messages itself waits, the next message resumes it; the one after starts it anew.",
  "digital 4": "A postback resumes no Receive that waits for a message.",
  "routing 3": "Any waiting conversation that accepts it takes it, newest first.",
  "routing 4": "A live conversation that stands anywhere but at a Receive keeps the message.",
  "routing 4 limit": "It keeps at most 20.",
  "routing 4 offered again": "What it keeps is offered again after every transition.",
  "routing 4 routed afresh": "What it keeps is routed afresh when it ends.",
  "routing 5": "The most specific Start takes it.",
  "routing 5 tie": "Of Starts that are equally specific the first flow by id takes it.",
  "routing nobody": "What nobody takes is noted.",
  "routing reaction": "Reactions are noted and start nothing.",
  "routing notice": "Notices of the system are noted and start nothing.",
  "routing live limit":
    "A thread has at most 100 live conversations; a message that would start one more is noted as dropped.",
  "receipt late": "A receipt that comes after the node updates the send's record wherever the conversation stands.",
  "receipt after the end": "After the end a receipt updates the store's record only.",
  "receipt twice": "A receipt that comes twice is normal.",
  "receipt out of order": "Receipts out of order merge to the greatest.",
  "receipt read without delivered": "Read without delivered is normal.",
  "receipt is the answer": "A receipt that comes before the send's answer, with our key, is the answer.",
  "receipt parked": "Without our key it is parked until the provider's message id is known.",
  "receipt of another": "A receipt moves only the node that waits for that very send.",
  "ambiguous reconciled": "An ambiguous send waits for a receipt with our key.",
  "ambiguous retried": "Without one it is retried once, if the app says so.",
  "ambiguous dead-letter": "Else it becomes a dead letter.",
  "ambiguous after a crash":
    "After a crash a queued send is suspect: it too gets that time, and does not use up the retry.",
  "ambiguous after a stop": "After a clean stop none is.",
  "retry exhausted": "A send that is refused for the moment is tried again, and gives up by onError.",
  "policy expiry": "A message that has expired is refused.",
  "policy window": "A free-form message outside the session window is refused.",
  "policy window by the provider's time": "The window counts from the provider's time of the contact's last message.",
  "policy before every attempt": "Policies are asked before every attempt, also after a back-off.",
  "policy expiry in memory": "A send held in memory that would expire while it waits leaves when it expires.",
  "policy refusal": "A refusal leaves by onPolicyFail with a code and a sentence.",
  "policy of the provider": "The provider's policy codes leave by onPolicyFail as well.",
  "policy unknown":
    "A send that may have been taken waits for its receipt, and is then said to be unknown, not refused.",
} as const;

/** The name of a row. */
export type HostRow = keyof typeof hostRows;
