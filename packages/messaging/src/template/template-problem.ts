/** One thing that Meta refuses in a template: the field, as `buttons[0].url`, and a predicate such as `is empty; …`. */
export type TemplateProblem = { readonly field: string; readonly message: string };

/** A text that is longer than Meta takes. */
export function tooLong(field: string, text: string, most: number): TemplateProblem {
  return { field, message: `is ${text.length} characters long; WhatsApp takes at most ${most}` };
}
