import { type Json, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl } from "../controls.tsx";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { HeaderMedia } from "./header-media.tsx";

const choices = ["none", "text", "image", "video", "document"] as const;

/** What stands above the body: nothing, a line of text or a file (WhatsApp node page, Header Type). */
export function HeaderControl(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const header = useNodeField(nodeId, [...path, "header"]);
  const text = useNodeField(nodeId, [...path, "header", "text"]);
  const type = textAt(header.value ?? null, "type");
  const kind = type === "media" ? textAt(header.value ?? null, "media", "kind") : type;
  return (
    <>
      <SelectControl
        field={choiceField(header, kind, (next) => header.set(headerOf(next, header.value ?? null)))}
        label={messages.header}
        options={choices.map((value) => ({ value, label: messages.headers[value] }))}
      />
      {type === "text" ? (
        <LimitedControl
          field={text}
          label={messages.headerText}
          limit={messagingLimits.headerLength}
          isRequired
          place={placeOf(props)}
        />
      ) : null}
      {type === "media" ? <HeaderMedia nodeId={nodeId} path={[...path, "header", "media"]} kind={kind} /> : null}
    </>
  );
}

/** A header of another kind; a file that was chosen stays, since it may be of that kind too. */
function headerOf(kind: string, before: Json): Json {
  if (kind === "none") return { type: "none" };
  if (kind === "text") return { type: "text", text: textAt(before, "text") };
  const source =
    textAt(before, "media", "source", "type") === "upload"
      ? { type: "upload", mediaId: textAt(before, "media", "source", "mediaId") }
      : { type: "link", url: textAt(before, "media", "source", "url") };
  return { type: "media", media: { kind, source, fileName: "" } };
}
