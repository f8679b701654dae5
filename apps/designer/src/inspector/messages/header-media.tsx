import { mediaKinds, messagingLimits } from "@parley/messaging";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { MediaSource } from "./media-source.tsx";

/** A file in a header. */
export function HeaderMedia(props: MessageFormProps & { readonly kind: string }) {
  const { nodeId, path, kind } = props;
  const { messages } = useTexts();
  const fileName = useNodeField(nodeId, [...path, "fileName"]);
  const known = mediaKinds.find((one) => one === kind) ?? "image";
  return (
    <>
      <MediaSource
        {...props}
        path={[...path, "source"]}
        kind={known}
        onUpload={({ name }) => (known === "document" && fileName.value === "" ? fileName.set(name) : undefined)}
      />
      {known === "document" ? (
        <LimitedControl
          field={fileName}
          label={messages.fileName}
          hint={messages.fileNameHint}
          limit={messagingLimits.fileNameLength}
          place={placeOf(props)}
        />
      ) : null}
    </>
  );
}
