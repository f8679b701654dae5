import {
  conditionFields,
  type DescribedField,
  type MessageReference,
  messageReferences,
  type NodeReference,
  nodeReferences,
  sourceConflicts,
} from "@parley/flow";
import { mediaKinds, mediaTypes } from "@parley/messaging";
import { blocks, table } from "./markdown.ts";
import { statusCodesSection } from "./status-codes.ts";

const introduction = `# Nodes

Every node type and every message type, with all fields, bounds, outcomes, outputs and codes. \`npm run docs\` makes this page from the registries of the code, and a test fails
when it is not current: change the code, not the page.

In a path \`[]\` stands for an entry of a list and \`{…}\` for a choice: \`trigger{webhook}.fields[].name\` is the name of a field where the trigger's \`type\` is \`webhook\`. Texts with
expressions may hold \`$(…)\`; their bounds are those of the text that the expressions make, and what is too long is refused, never cut. Characters are counted in UTF-16 code units.
Green outcomes go on, amber ones are time-bound, red ones are failures; one that must lead somewhere needs an edge or a default of the flow before the flow can be made live.`;

/** The page of all nodes and messages, as Markdown. */
export function nodesPage(): string {
  return `${blocks(
    introduction,
    ...nodeReferences().map(nodeSection),
    "## Messages",
    "What a `whatsapp` node sends.",
    ...messageReferences().map(messageSection),
    mediaSection(),
    conditionsSection(),
    statusCodesSection(),
    "## Where sources disagree",
    "The stricter for the Cloud API stands, unless a row says why not.",
    table(
      ["About", "Sources say", "Parley"],
      sourceConflicts.map(({ about, say, done }) => [about, say, done]),
    ),
  )}\n`;
}

function nodeSection({ type, summary, sources, fields, outcomes, outputs }: NodeReference): string {
  return blocks(
    `## \`${type}\``,
    `${summary} Sources: ${sources.join("; ")}.`,
    fieldTable(fields),
    outcomes.length === 0 ? "It has no outcomes." : "Outcomes:",
    outcomes.length === 0
      ? ""
      : table(
          ["Outcome", "Colour", "Must lead somewhere", "Taken when"],
          outcomes.map(({ name, colour, required, when = "" }) => [
            name.startsWith("(") ? `one for each ${name.slice(1, -1)}` : `\`${name}\``,
            colour,
            { always: "yes", sometimes: "where a time-out is set", never: "no" }[required],
            when,
          ]),
        ),
    outputs.length === 0 ? "It puts out nothing." : "Outputs:",
    outputs.length === 0
      ? ""
      : table(
          ["Output", "Holds"],
          outputs.map(({ name, meaning = "" }) => [`\`${name}\``, meaning]),
        ),
  );
}

function messageSection({ type, summary, sources, fields }: MessageReference): string {
  return blocks(`### \`${type}\``, `${summary} Sources: ${sources.join("; ")}.`, fieldTable(fields));
}

function fieldTable(fields: readonly DescribedField[]): string {
  return table(
    ["Field", "Holds", "Bounds", "Unless given", "For"],
    fields.map(({ path, type, limits, isRequired, default: fallback, meaning = "" }) => [
      `\`${path}\``,
      type,
      limits.join(", "),
      isRequired ? "must be given" : fallback === undefined ? "" : `\`${fallback}\``,
      meaning,
    ]),
  );
}

function mediaSection(): string {
  return blocks(
    "### Media files",
    "What WhatsApp takes of each kind (WhatsApp node page, Media; Cloud API, Media). Base OGG is not taken. Static stickers have at most 100 KB, and stickers are 512 by 512 pixels.",
    table(
      ["Kind", "MIME type", "Endings of a link", "Largest file"],
      mediaKinds.flatMap((kind) => {
        const { bytes, endings } = mediaTypes[kind];
        return Object.entries(endings).map(([mimeType, list]) => [
          kind,
          `\`${mimeType}\``,
          list.map((ending) => `.${ending}`).join(", "),
          bytes % (1024 * 1024) === 0 ? `${bytes / (1024 * 1024)} MB` : `${bytes / 1024} KB`,
        ]);
      }),
    ),
  );
}

function conditionsSection(): string {
  return blocks(
    "## Conditions",
    "Rows of a `branch` and of a Start. Two numbers are ordered as numbers, anything else by code unit, so that ISO dates are ordered by time. Patterns have RE2's syntax. Source: Branch node page, Conditions.",
    table(
      ["Field", "Holds", "Bounds", "Unless given"],
      conditionFields().map(({ path, type, limits, isRequired, default: fallback }) => [
        `\`${path}\``,
        type,
        limits.join(", "),
        isRequired ? "must be given" : fallback === undefined ? "" : `\`${fallback}\``,
      ]),
    ),
  );
}
