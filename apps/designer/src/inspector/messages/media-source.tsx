import { endingsOf, type Json, type MediaKind, mediaTypes, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl } from "../controls.tsx";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { bytesInWords } from "./file-size.ts";
import { UploadField } from "./upload-field.tsx";
import type { UploadedFile } from "./use-upload.ts";

type MediaSourceProps = MessageFormProps & {
  readonly kind: MediaKind;
  readonly mimeType?: string;
  /** A file was uploaded, and its id is in place. */
  readonly onUpload: (file: UploadedFile) => void;
};

const sources = ["link", "upload"] as const;

/** Where WhatsApp gets a file from: a public link, or one that was uploaded (WhatsApp node page, Payload). */
export function MediaSource(props: MediaSourceProps) {
  const { nodeId, path, kind, mimeType = "", onUpload } = props;
  const { messages } = useTexts();
  const source = useNodeField(nodeId, path);
  const url = useNodeField(nodeId, [...path, "url"]);
  const mediaId = useNodeField(nodeId, [...path, "mediaId"]);
  const type = textAt(source.value ?? null, "type");
  const size = messages.size(bytesInWords(mediaTypes[kind].bytes));
  const place = placeOf(props);
  return (
    <>
      <SelectControl
        field={choiceField(source, type, (next) => (next === type ? undefined : source.set(fresh(next))))}
        label={messages.source}
        options={sources.map((value) => ({ value, label: messages.sources[value] }))}
      />
      {type === "link" ? (
        <LimitedControl
          field={url}
          label={messages.link}
          hint={`${messages.linkHint(endingsOf(kind, mimeType) ?? [])} ${size}`}
          placeholder="https://"
          limit={messagingLimits.urlLength}
          isRequired
          place={place}
        />
      ) : null}
      {type === "upload" ? (
        <>
          {mediaId.isReadOnly ? null : (
            <UploadField
              kind={kind}
              onUpload={(file) => {
                mediaId.onBlur();
                mediaId.set(file.mediaId);
                onUpload(file);
                mediaId.onBlur();
              }}
            />
          )}
          <LimitedControl
            field={mediaId}
            label={messages.mediaId}
            hint={`${messages.mediaIdHint} ${size}`}
            limit={messagingLimits.providerIdLength}
            isRequired
            place={place}
          />
        </>
      ) : null}
    </>
  );
}

function fresh(type: string): Json {
  return type === "upload" ? { type: "upload", mediaId: "" } : { type: "link", url: "" };
}
