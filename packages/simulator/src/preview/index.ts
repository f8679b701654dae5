export {
  createPreview,
  type Preview,
  type PreviewOptions,
  type PreviewReceipts,
  type PreviewState,
  type PreviewWriting,
} from "./preview.ts";
export { type PreviewFailure, previewFailures } from "./preview-failures.ts";
export type { PreviewConversation, PreviewStep, PreviewWait } from "./preview-record.ts";
