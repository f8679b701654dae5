/** English texts that stand in messages as WhatsApp shows them, or in their place. */
export const whatsapp = {
  /** What a file is called where it has no name. */
  kinds: { image: "Photo", video: "Video", audio: "Audio", document: "Document", sticker: "Sticker" },
  noFile: "No file yet",
  noPlace: "No place yet",
  noName: "No name yet",
  contacts: (count: number) => (count === 1 ? "1 contact" : `${count} contacts`),
  place: (latitude: string, longitude: string) => `${latitude}, ${longitude}`,
  template: (name: string, language: string) =>
    name === "" ? "No template chosen yet" : `Template ${name} (${language})`,
  buttons: "Buttons",
  sendLocation: "Send location",
  copyCode: "Copy code",
  noTitle: "No title yet",
  openList: (button: string) => `Open the list “${button}”`,
  closeList: "Close the list",
  quoted: "Answers",
  reactions: (emoji: string) => `Reaction: ${emoji}`,
  reactionTakenAway: "Takes the reaction away.",
  reactsTo: "The contact's message",
  marksRead: "The contact's message gets blue ticks.",
  marksReadAndTypes: "The contact's message gets blue ticks, and “typing…” is shown.",
  preview: {
    name: "Preview",
    light: "Light preview",
    dark: "Dark preview",
    empty: "Nothing to show yet.",
  },
  unknown: (name: string) =>
    name === "" ? "A message that this phone cannot show" : `A message of the type “${name}”`,
} as const;
