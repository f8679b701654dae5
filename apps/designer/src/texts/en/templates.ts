/** English texts of message templates. */
export const templates = {
  title: "Templates",
  about: "Messages that WhatsApp has approved: with them you may write first, also when the session window is closed.",
  app: "Number",
  search: "Search templates",
  filters: { status: "Status", category: "Category", language: "Language", all: "All" },
  list: "Templates",
  count: (count: number) => (count === 1 ? "1 template" : `${count} templates`),
  columns: { name: "Template", language: "Language", category: "Category", status: "Status", changed: "Last change" },
  status: {
    draft: "Draft",
    pending: "Waiting for approval",
    approved: "Approved",
    rejected: "Rejected",
    paused: "Paused",
    disabled: "Disabled",
    deleted: "Deleted",
  },
  category: { marketing: "Marketing", utility: "Utility", authentication: "Authentication" },
  categoryHints: {
    marketing: "Offers, news and reminders: whatever is not one of the other two.",
    utility: "About something that the person has asked for, such as an order or an appointment.",
    authentication: "A one-time password. WhatsApp writes the text itself.",
  },
  reason: (reason: string) => `WhatsApp says: ${reason}`,
  empty: {
    title: "No templates yet",
    text: "Write one here and submit it, or sync to fetch those that WhatsApp has already.",
  },
  noApp: {
    title: "No number yet",
    text: "Templates belong to a number's business account. Add a number first.",
    action: "Go to the apps",
  },
  noMatch: "No template is like that.",
  clear: "Show all templates",

  sync: "Sync with WhatsApp",
  syncing: "Syncing…",
  synced: ({ added, changed, removed, unreadable }: Synced) => {
    const parts = [
      ...(added === 0 ? [] : [`${added} added`]),
      ...(changed === 0 ? [] : [`${changed} changed`]),
      ...(removed === 0 ? [] : [`${removed} removed`]),
      ...(unreadable === 0 ? [] : [`${unreadable} left out, of kinds that Parley does not know`]),
    ];
    return parts.length === 0 ? "Nothing has changed at WhatsApp." : `${parts.join(", ")}.`;
  },
  lastSync: (time: string) => `Last synced from this browser: ${time}`,

  new: "New template",
  create: "Create",
  name: "Name",
  nameHint: "Small letters, digits and _. People do not see it, and it cannot be changed later.",
  nameBecomes: (name: string) => `It will be called ${name}.`,
  nameProblem: "must be small letters a to z, digits and _, such as order_shipped",
  nameTaken: "is taken: there is a template with this name and language already",
  language: "Language",
  languageOther: "Another code…",
  languageCode: "Language code",
  languageCodeHint: "As WhatsApp writes it, such as en or pt_BR.",
  languageProblem: "must be a language code such as en or en_US",
  categoryLabel: "Category",
  categoryStays: "WhatsApp knows the template: its category stays.",

  missing: {
    title: "This template is not here",
    text: "It may have been deleted.",
  },
  content: "Content",
  readOnly: {
    pending: "WhatsApp is looking at this template. It can be changed once it has decided.",
    disabled: "WhatsApp has disabled this template. It can be duplicated, and not changed.",
    deleted: "This template was deleted at WhatsApp. It can be duplicated, and not changed.",
  },
  editHint:
    "WhatsApp lets an approved template be edited once a day and ten times in thirty days. Changes that you save here wait until you submit them; from then on no flow sends it until WhatsApp has approved it anew.",
  editedHint:
    "These changes are not submitted yet: flows go on sending the approved text. Once they are submitted, no flow sends it until WhatsApp has approved it anew.",
  edited: "Changes not submitted",

  parameterFormat: "Placeholders",
  parameterFormats: { positional: "Numbers: {{1}}, {{2}}", named: "Names: {{first_name}}" },
  header: "Header",
  headerTypes: {
    none: "None",
    text: "Text",
    image: "Image",
    video: "Video",
    document: "Document",
    location: "Location",
  },
  headerText: "Header text",
  headerSample: (placeholder: string) => `Sample for ${placeholder} of the header`,
  headerFileHint:
    "What Meta's Resumable Upload API gave for a sample file, such as 4:aW1hZ2U. Meta's reviewers look at it; each message brings a file of its own.",
  headerHandle: "Handle of an uploaded sample",
  headerLocationHint: "Each message brings the place.",
  body: "Body",
  bodyHint: "*bold*, _italic_, ~strike~ and `code` as in WhatsApp.",
  tools: "Format the body",
  addPlaceholder: "Add a placeholder",
  addHeaderPlaceholder: "Add a placeholder to the header",
  addUrlPlaceholder: (button: string) => `Add a placeholder to the link of ${button}`,
  samples: "Samples",
  samplesAbout: "Meta's reviewers read the template with them, and so does the preview.",
  sample: (placeholder: string) => `Sample for ${placeholder}`,
  sampleMissing: "Give a sample, such as a name or an order number.",
  footer: "Footer",

  buttons: "Buttons",
  buttonsAbout: "Up to ten; quick replies stand together, and so do the others.",
  noButtons: "No buttons.",
  addButton: "Add a button",
  buttonTypes: {
    "quick-reply": "Quick reply",
    url: "Website",
    "phone-number": "Call",
    "copy-code": "Copy offer code",
    otp: "One-time password",
  },
  buttonOf: (number: number) => `button ${number}`,
  buttonTitle: (number: number) => `Button ${number}`,
  buttonType: "Kind",
  buttonText: "Text",
  url: "Link",
  urlHint: "May end in {{1}}, which each message fills in.",
  urlExample: "Whole link as a sample",
  phoneNumber: "Phone number",
  couponExample: "Sample code",

  authentication: "One-time password",
  authenticationAbout: "WhatsApp writes the text of such a template itself, in the language that you have chosen.",
  securityAdvice: "Say that the code is not to be shared",
  expiry: "The code expires after, in minutes",
  expiryHint: "1 to 90; empty says nothing of it.",
  otpType: "How the code gets into your app",
  otpTypes: {
    "copy-code": "A button copies it",
    "one-tap": "A tap fills it in (Android)",
    "zero-tap": "It fills itself in (Android)",
  },
  otpHints: {
    "copy-code": "Works everywhere.",
    "one-tap": "The button hands the code to your Android app; elsewhere it copies it.",
    "zero-tap": "Your Android app receives the code without a tap; elsewhere the button copies it.",
  },
  otpText: "Text of the button that copies",
  otpTextHint: "Empty for WhatsApp's own words.",
  autofillText: "Text of the button that fills in",
  packageName: "Android package",
  packageNameHint: "Such as com.example.app.",
  signatureHash: "Signing key hash",
  signatureHashHint: "11 characters.",

  saveDraft: "Save draft",
  saved: "The draft is saved.",
  submit: "Submit for approval",
  submitting: "Submitting…",
  submitted: "It is submitted: WhatsApp decides, mostly within minutes.",
  approvedAtOnce: "WhatsApp has approved it.",
  toMend: (count: number) =>
    count === 1
      ? "One thing must be mended before it can be submitted:"
      : `${count} things must be mended before it can be submitted:`,
  ready: "It follows Meta's rules, and can be submitted.",

  duplicate: "Duplicate…",
  duplicateTitle: (name: string) => `Duplicate “${name}” in another language`,
  duplicateAbout: "A draft of the same name with the same content, to be translated.",
  duplicated: (language: string) => `The draft in ${language} is there.`,
  delete: "Delete…",
  deleteTitle: (name: string, language: string) => `Delete “${name}” in ${language}?`,
  deleteDraft: "The draft is gone for good.",
  deleteSubmitted:
    "It is deleted at WhatsApp too: flows that send it leave their node by onPolicyFail. WhatsApp takes no new template of the name of an approved one for thirty days.",
  deleteConfirm: "Delete",
  deleted: (name: string) => `“${name}” is deleted.`,

  /** What fields are called in the list of what must be mended. */
  fields: {
    name: "Name",
    language: "Language",
    header: "Header",
    "header.text": "Header text",
    "header.example": "Header sample",
    body: "Body",
    bodyExamples: "Samples",
    footer: "Footer",
    buttons: "Buttons",
    codeExpiresAfterMinutes: "Expiry",
  } as Readonly<Record<string, string>>,
  buttonField: (number: number, field: string) => `${field} of button ${number}`,
  buttonFields: {
    text: "Text",
    url: "Link",
    example: "Sample",
    phoneNumber: "Phone number",
    packageName: "Android package",
    signatureHash: "Signing key hash",
  } as Readonly<Record<string, string>>,
} as const;

type Synced = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unreadable: number;
};
