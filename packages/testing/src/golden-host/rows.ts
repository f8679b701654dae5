/**
 * What the host promises beyond a single conversation, row by row (architecture page: Routing an inbound event, Receipts, Policy, Reports, Tasks). The rows of
 * triggers are Webex Connect's (Start node page, Flow Trigger Behaviour in Digital Channels), with interrupting on, as it has no other way.
 */
export const hostRows = {
  "routing duplicate": "Duplicate provider message ids are dropped.",
  "routing 0":
    "A choice of what a message of ours offers goes to the conversation that sent it, if that waits for it, before all others.",
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
  "routing 3 answer": "The one that sent the message which it answers comes before the newest.",
  "routing 4 other contact":
    "A conversation of another contact that waits for this one takes it, and it is not routed further.",
  "routing 5": "A live conversation that stands anywhere but at a Receive keeps the message.",
  "routing 5 limit": "It keeps at most 20.",
  "routing 5 offered again": "What it keeps is offered again after every transition.",
  "routing 5 routed afresh": "What it keeps is routed afresh when it ends.",
  "routing 6": "The most specific Start takes it.",
  "routing 6 tie": "Of Starts that are equally specific the first flow by id takes it.",
  "routing 6 referral": "A Start for advertisements is more specific than any other.",
  "routing nobody": "What nobody takes is noted.",
  "routing reaction": "Reactions are noted and start nothing.",
  "routing notice": "Notices of the system are noted and start nothing.",
  "routing live limit":
    "A thread has at most 100 live conversations; a message that would start one more is noted as dropped.",
  "trigger message over postback":
    "While flow 1, begun by a postback, waits for an incoming message, one starts flow 2 and flow 1 ends incomplete.",
  "trigger message over webhook":
    "While flow 3, begun by a webhook, waits for an incoming message, one starts flow 2 and flow 3 ends incomplete.",
  "trigger own flow resumes": "While flow 2, begun by an incoming message, waits for one, the next one resumes it.",
  "trigger third begins": "A third one begins a new run of flow 2.",
  "trigger other event": "A Receive that waits for an incoming message is not resumed by a postback.",
  "trigger interrupts": "A webhook or custom event whose Start interrupts ends the conversations that wait.",
  "trigger beside": "One whose Start does not interrupt begins beside them.",
  "signal starts": "A custom event or webhook begins a conversation with whom the Start names.",
  "signal problems": "One that names nobody begins nothing and says why, and keeps no other flow from starting.",
  "signal resumes": "A custom event resumes the conversations whose resume keys have its values.",
  "signal once": "A signal is taken once by its id.",
  "signal not by its own": "What a signal begins is not resumed by it.",
  "topics end": "Nothing is found under a topic once nobody waits there.",
  "choice recorded": "A choice of what a send offers is recorded with it, once, wherever its conversation stands.",
  "choice after the end": "After the end it is in the row of the send, and is routed as any other.",
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
  "policy consent": "A template outside the session window needs the contact's opt-in.",
  "policy consent words": "The words STOP and START take it away and give it again, and are routed as usual.",
  "policy consent within the window": "Within the session window a template is an answer and needs none.",
  "policy free entry point":
    "Within 72 hours of the answer, given within a day, to who came by an advertisement it needs none either.",
  "policy template missing": "A template that is not there or not approved is refused with 7805.",
  "policy template paused": "One that is paused is refused with 7869.",
  "policy template disabled": "One that is disabled is refused with 7868.",
  "policy template parameters": "One that wants other parameters is refused with 7804.",
  "policy fallback":
    "A free-form message outside the window gives way to the template that it names, and the journal says so.",
  "policy observe": "An app may leave all but the expiry to the provider; then it is noted in the journal.",
  "receiver customer id": "A customer id goes to whom the contact's record names; an unknown one leaves by onError.",
  "receiver plus sign": "Where the app demands the plus sign, a number without it leaves by onError.",
  "receiver identity": "The newest identity key hash is kept, and goes along where a flow names it.",
  "report receipts": "Every receipt of a send with a notify URL is posted there, once.",
  "report unsent": "So is that it was refused or given up.",
  "report repeated": "A report that does not succeed is posted again after 30, 60 and 120 seconds.",
  "report given up": "Then it is given up with an alert; one to a forbidden place at once.",
  "report after a crash": "A report that is owed outlives a crash.",
  "task answered": "A task is done after its commit, and its answer moves its conversation on.",
  "task kept": "A conversation that waits for work keeps messages, and is offered them once the work is done.",
  "task after a crash": "A task that has no answer is done again after a crash, under the same key, and answered once.",
  "task late": "An answer to a conversation that has ended changes nothing, and the task is owed no more.",
  "task of profiles": "Profiles are fetched, set and deleted by the host itself.",
  "policy unknown":
    "A send that may have been taken waits for its receipt, and is then said to be unknown, not refused.",
} as const;

/** The name of a row. */
export type HostRow = keyof typeof hostRows;
