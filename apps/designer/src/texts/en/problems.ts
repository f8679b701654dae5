/** English texts of the problems panel. */
export const problems = {
  name: "Problems",
  checking: "The flow is being checked…",
  none: "All is well. Nothing keeps this flow from going live.",
  onlyWarnings: "Nothing keeps this flow from going live.",
  errors: (count: number) => (count === 1 ? "1 error" : `${count} errors`),
  warnings: (count: number) => (count === 1 ? "1 warning" : `${count} warnings`),
  errorsHint: "These keep the flow from going live.",
  flow: "The flow",
  goTo: (place: string) => `Go to ${place}`,
  more: (count: number) => `Show ${count} more`,
  fixes: {
    wireToEnd: (result: string) => `Wire to End (${result})`,
    removeSetting: "Remove the setting",
    removeText: "Remove the text",
    waitForNothing: "Wait for nothing",
    uniqueIdentifiers: "Give each an identifier of its own",
    addVariable: (name: string) => `Add variable ${name}`,
    removeDefault: "Remove the default",
    removeEdge: "Remove the connection",
    removeNode: "Remove the node",
  },
} as const;
