/** English texts of changes: what is different between two states of a flow, in sentences without a full stop. */
export const changes = {
  node: (id: string, name: string) => (name === "" ? id : `${id} “${name}”`),
  value: (value: string) => `'${value}'`,
  cut: (text: string) => `${text}…`,

  nodeAdded: (node: string, type: string) => `${node} added: ${type}`,
  nodeRemoved: (node: string) => `${node} removed`,
  nodeRenamed: (id: string, before: string, after: string) => `${id} renamed: ${before} → ${after}`,
  nodesMoved: (count: number) => (count === 1 ? "1 node moved" : `${count} nodes moved`),
  nodeNoteChanged: (node: string) => `Notes on ${node} changed`,
  actionsChanged: (node: string, time: "onEnter" | "onLeave") =>
    `Actions on ${time === "onEnter" ? "entering" : "leaving"} ${node} changed`,

  fieldChanged: (field: string, node: string, before: string, after: string) =>
    `${field} of ${node} changed: ${before} → ${after}`,
  fieldSet: (field: string, node: string, after: string) => `${field} of ${node} set: ${after}`,
  fieldRemoved: (field: string, node: string, before: string) => `${field} of ${node} removed: ${before}`,
  fieldDiffers: (field: string, node: string) => `${field} of ${node} changed`,

  itemAdded: (list: string, item: string, node: string) => `${list} “${item}” added to ${node}`,
  itemRemoved: (list: string, item: string, node: string) => `${list} “${item}” removed from ${node}`,
  itemRenamed: (list: string, before: string, after: string, node: string) =>
    `${list} “${before}” of ${node} renamed: “${after}”`,
  itemChanged: (list: string, item: string, node: string) => `${list} “${item}” of ${node} changed`,
  orderChanged: (list: string, node: string) => `${list} of ${node}: order changed`,

  leadsTo: (outcome: string, node: string, target: string) => `${outcome} of ${node} leads to ${target}`,
  leadsElsewhere: (outcome: string, node: string, before: string, after: string) =>
    `${outcome} of ${node} leads to ${after}, before to ${before}`,
  leadsNowhere: (outcome: string, node: string, before: string) =>
    `${outcome} of ${node} leads nowhere, before to ${before}`,
  defaultSet: (outcome: string, target: string) => `The flow's default for ${outcome} leads to ${target}`,
  defaultRemoved: (outcome: string) => `The flow's default for ${outcome} removed`,

  flowRenamed: (before: string, after: string) => `The flow renamed: ${before} → ${after}`,
  flowDescribed: "The flow's description changed",
  limitChanged: (before: number, after: number) => `At most ${after} nodes run in one conversation, before ${before}`,
  variableAdded: (name: string) => `Variable “${name}” added`,
  variableRemoved: (name: string) => `Variable “${name}” removed`,
  variableChanged: (name: string) => `Variable “${name}” changed`,
  notesChanged: (count: number) => (count === 1 ? "1 sticky note changed" : `${count} sticky notes changed`),

  /** By the field's path within the config; a path that is not here takes the name of the longest part of it that is. */
  fields: {
    "message.body": "Message",
    "message.previewUrl": "Link preview",
    message: "Message",
    destination: "Destination",
    contextId: "Quoted message",
    waitFor: "Wait For",
    timeoutSeconds: "Timeout",
    expiry: "Expiry",
    "trigger.event": "Event",
    "trigger.conditions": "Conditions",
    trigger: "Trigger",
    interruptsLiveConversations: "Interrupting live conversations",
    events: "Event",
    branches: "Branch",
    send: "Message waited for",
    seconds: "Waiting time",
    result: "Result",
  },
} as const;
