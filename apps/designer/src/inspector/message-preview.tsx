import { textOf } from "@parley/flow";
import type { Json, Template } from "@parley/messaging";
import { useDeferredValue, useMemo } from "react";
import { useDocument } from "../session/session-context.ts";
import { bubbleOfConfig } from "../whatsapp/bubble-of-config.ts";
import { WhatsAppPreview } from "../whatsapp/preview.tsx";

type MessagePreviewProps = {
  /** The message as it is drawn. */
  readonly message: Json;
  /** The template that it is made of, if it is and that is known. */
  readonly template?: Template | undefined;
};

/** A drawn message as the contact's phone shows it. A variable of the flow shows its value at the beginning, any other its name. */
export function MessagePreview({ message, template }: MessagePreviewProps) {
  const variables = useDocument((document) => document.variables);
  const samples = useMemo(
    () => new Map(variables.map(({ name, default: value }) => [name, textOf(value)])),
    [variables],
  );
  const drawn = useDeferredValue(message);
  return <WhatsAppPreview model={bubbleOfConfig(drawn, template)} samples={samples} />;
}
