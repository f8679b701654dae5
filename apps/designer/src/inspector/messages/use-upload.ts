import { uploadMedia } from "@parley/api";
import type { MediaKind } from "@parley/messaging";
import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../server/server-error.ts";
import { uploadFile } from "../../server/upload-file.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { fileProblem, mimeTypeOf } from "./chosen-file.ts";

/** A file as WhatsApp has it. */
export type UploadedFile = { readonly mediaId: string; readonly mimeType: string; readonly name: string };

/** How an upload goes. */
export type UploadProgress =
  | { readonly type: "none" }
  | { readonly type: "going"; readonly name: string; readonly part: number }
  | { readonly type: "done"; readonly name: string; readonly bytes: number; readonly expiresAt: number }
  | { readonly type: "failed"; readonly sentence: string };

type UploadOptions = {
  readonly kind: MediaKind;
  /** Whose file it will be. */
  readonly appId: string | undefined;
  readonly onUpload: (file: UploadedFile) => void;
};

/** Uploads one file at a time; one that is under way is called off when the component goes. */
export function useUpload({ kind, appId, onUpload }: UploadOptions) {
  const texts = useTexts();
  const { upload } = texts.messages;
  const [progress, setProgress] = useState<UploadProgress>({ type: "none" });
  const underWay = useRef<AbortController>(undefined);
  useEffect(() => () => underWay.current?.abort(), []);

  const send = async (file: File): Promise<void> => {
    const problem = fileProblem(file, kind, upload) ?? (appId === undefined ? upload.noApp : undefined);
    if (problem !== undefined || appId === undefined) {
      return setProgress({ type: "failed", sentence: problem ?? upload.noApp });
    }
    const abort = new AbortController();
    underWay.current = abort;
    setProgress({ type: "going", name: file.name, part: 0 });
    const mimeType = mimeTypeOf(file, kind);
    try {
      const { mediaId, bytes, expiresAt } = await uploadFile(uploadMedia, {
        params: { appId },
        query: { kind, fileName: file.name },
        file,
        mimeType,
        onProgress: (part) => setProgress({ type: "going", name: file.name, part }),
        signal: abort.signal,
      });
      setProgress({ type: "done", name: file.name, bytes, expiresAt });
      onUpload({ mediaId, mimeType, name: file.name });
    } catch (reason) {
      setProgress(abort.signal.aborted ? { type: "none" } : { type: "failed", sentence: sentenceOf(reason, texts) });
    }
  };
  return { progress, send, cancel: () => underWay.current?.abort() };
}
