import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import type { Failure } from "../../../delivery.ts";
import { type MetaError, metaError } from "../../meta-error.ts";
import { lengthProblem } from "../../reading.ts";
import { fileProblem, fileSchema, linkFailure } from "../file.ts";
import type { Delivering } from "../message-type.ts";

/** Texts are of any length for the schema: Meta refuses one that is too long with another code than one that is none. */
const anyText = z.string("must be a string.");

/** Header, body and footer (Cloud API, Interactive messages). */
export const partsSchema = z.object({
  header: z
    .object({
      type: z.enum(["text", "image", "video", "document"], "must be one of {TEXT, IMAGE, VIDEO, DOCUMENT}."),
      text: anyText.optional(),
      image: fileSchema.optional(),
      video: fileSchema.optional(),
      document: fileSchema.extend({ filename: anyText.optional() }).optional(),
    })
    .optional(),
  body: z.object({ text: anyText }),
  footer: z.object({ text: anyText }).optional(),
});

type Parts = z.infer<typeof partsSchema>;

/** What differs between the kinds of interactive messages. */
export type PartRules = {
  readonly bodyLength: number;
  readonly headers: readonly NonNullable<Parts["header"]>["type"][];
};

/** What is wrong with the parts, in Meta's words. */
export function partProblems({ header, body, footer }: Parts, rules: PartRules, delivering: Delivering) {
  const { footerLength } = messagingLimits;
  return [
    header && headerProblem(header, rules, delivering),
    lengthProblem("Body text", body.text, { most: rules.bodyLength }),
    footer && lengthProblem("Footer text", footer.text, { least: 0, most: footerLength }),
  ];
}

function headerProblem(
  header: NonNullable<Parts["header"]>,
  { headers }: PartRules,
  delivering: Delivering,
): MetaError | undefined {
  const { type, text = "" } = header;
  if (!headers.includes(type)) {
    return metaError(131009, { details: `Header type ${type} is not supported. Use one of ${headers.join(", ")}.` });
  }
  if (type === "text") return lengthProblem("Header text", text, { most: messagingLimits.headerLength });
  const name = `interactive['header']['${type}']`;
  const file = header[type];
  if (file === undefined) return metaError(100, { title: `The parameter ${name} is required.` });
  return fileProblem(file, { name, kind: type }, delivering);
}

/** Why the message fails after it was taken: because of the link in its header. */
export function headerFailure({ header }: Parts): Failure | undefined {
  if (header === undefined || header.type === "text") return undefined;
  return linkFailure(header[header.type] ?? {}, { name: "header", kind: header.type });
}
