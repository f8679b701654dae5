import { z } from "zod";
import { type AccountTemplate } from "../../../templates/account-template.ts";
import { type ShownTemplate, showTemplate } from "../../../templates/shown-template.ts";
import { type MetaError, metaError } from "../../meta-error.ts";
import { type Reading, read, refused } from "../../reading.ts";
import { type Delivering, messageType, type ReadMessage } from "../message-type.ts";
import { someText } from "../wire-text.ts";
import { readBody } from "./body.ts";
import { readButtons } from "./buttons.ts";
import { type Component, componentSchema } from "./component.ts";
import { readHeader } from "./header.ts";

/** A message made of a template (Cloud API, Template messages). */
export const template = messageType({
  schema: z.object({
    template: z.object({
      name: someText.min(1, "must be at least 1 character long."),
      language: z.object({
        code: someText.min(1, "must be at least 1 character long."),
        policy: z.literal("deterministic", "must be one of {DETERMINISTIC}.").optional(),
      }),
      components: z.array(componentSchema, "must be an array.").default([]),
    }),
  }),
  isFreeForm: false,
  take: ({ template: { name, language, components } }, delivering) => {
    const { world, businessAccountId } = delivering;
    const known = world.templates.find(businessAccountId, name, language.code);
    const details = `template name (${name}) does not exist in ${language.code}`;
    if (known === undefined) return refused(132001, { details });
    const error = statusError(known, details) ?? recipientError(known, delivering);
    return error === undefined ? fill(known, components, delivering) : { isValid: false, error };
  },
});

/** Why no message may be made of it now: it is not approved yet or was not, was paused, or disabled. */
function statusError({ status }: AccountTemplate, details: string): MetaError | undefined {
  if (status === "approved") return undefined;
  if (status === "paused") return metaError(132015);
  return status === "disabled" ? metaError(132016) : metaError(132001, { details });
}

/** One-time passwords go to phone numbers alone (Cloud API, business-scoped user ids). */
function recipientError({ template: { category } }: AccountTemplate, { to }: Delivering): MetaError | undefined {
  return category === "authentication" && to.waId === undefined ? metaError(131062) : undefined;
}

function fill(
  { template: known }: AccountTemplate,
  components: readonly Component[],
  delivering: Delivering,
): Reading<ReadMessage> {
  const header = readHeader(known, components, delivering);
  if (!header.isValid) return header;
  const body = readBody(known, components);
  if (!body.isValid) return body;
  const buttons = readButtons(known, components);
  if (!buttons.isValid) return buttons;
  const values = { header: header.value.parameter, body: body.value, buttons: buttons.value };
  const shown = showTemplate(known, values);
  if (shown.header.length > 60 || shown.body.length > 1_024) return refused(132005, { details: tooLong(shown) });
  const isMarketing = known.category === "marketing";
  return read({ text: shown.body, template: shown, isMarketing, failsWith: header.value.failsWith });
}

function tooLong({ header, body }: ShownTemplate): string {
  const [name, length, most] = header.length > 60 ? ["header", header.length, 60] : ["body", body.length, 1_024];
  return `${name}: the text is ${length} characters long once it is filled in, and may be at most ${most}.`;
}
