import { type Json, type MediaKind, mediaKinds, mediaTypes, messagingLimits } from "@parley/messaging";
import { objectOf } from "../../document/read-json.ts";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { type BoundField, useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl } from "../controls.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { MarkedControl } from "../marked-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { MediaSource } from "./media-source.tsx";

/** A file with its caption (WhatsApp node page, Media). */
export function MediaForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages, whatsapp } = useTexts();
  const whole = useNodeField(nodeId, path);
  const kindField = useNodeField(nodeId, [...path, "kind"]);
  const mimeType = useNodeField(nodeId, [...path, "mimeType"]);
  const caption = useNodeField(nodeId, [...path, "caption"]);
  const fileName = useNodeField(nodeId, [...path, "fileName"]);
  const kind = mediaKinds.find((one) => one === kindField.value) ?? "image";
  const place = placeOf(props);
  const types = Object.keys(mediaTypes[kind].endings);
  return (
    <>
      <div className={styles["columns"]}>
        <SelectControl
          field={choiceField(kindField, kind, (next) => whole.set(ofKind(whole, next)))}
          label={messages.kind}
          options={mediaKinds.map((value) => ({ value, label: whatsapp.kinds[value] }))}
        />
        <SelectControl
          field={mimeType}
          label={messages.mimeType}
          options={[
            { value: "", label: messages.anyType },
            ...types.map((value) => ({ value, label: messages.typeName(value, endingsOf(kind, value)) })),
          ]}
        />
      </div>
      <MediaSource
        {...props}
        path={[...path, "source"]}
        kind={kind}
        mimeType={textAt(whole.value ?? null, "mimeType")}
        onUpload={(file) => {
          if (types.includes(file.mimeType)) mimeType.set(file.mimeType);
          if (kind === "document" && fileName.value === "") fileName.set(file.name);
        }}
      />
      {kind === "document" || fileName.error !== undefined ? (
        <LimitedControl
          field={fileName}
          label={messages.fileName}
          hint={messages.fileNameHint}
          limit={messagingLimits.fileNameLength}
          place={place}
        />
      ) : null}
      {hasCaption(kind) || caption.error !== undefined ? (
        <MarkedControl
          field={caption}
          label={messages.caption}
          placeholder={messages.captionPlaceholder}
          limit={messagingLimits.captionLength}
          place={place}
        />
      ) : null}
    </>
  );
}

function hasCaption(kind: MediaKind): boolean {
  return kind !== "audio" && kind !== "sticker";
}

function endingsOf(kind: MediaKind, mimeType: string): readonly string[] {
  return mediaTypes[kind].endings[mimeType] ?? [];
}

/** The message with a file of another kind: what that kind cannot have is taken away with it. */
function ofKind({ value }: BoundField, next: string): Json {
  const kind = mediaKinds.find((one) => one === next) ?? "image";
  const [mimeType = ""] = Object.keys(mediaTypes[kind].endings);
  return {
    ...objectOf(value),
    kind,
    mimeType,
    ...(hasCaption(kind) ? {} : { caption: "" }),
    ...(kind === "document" ? {} : { fileName: "" }),
  };
}
