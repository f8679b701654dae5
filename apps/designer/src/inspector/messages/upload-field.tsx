import { uploadMedia } from "@parley/api";
import { type MediaKind, mediaTypes } from "@parley/messaging";
import { useQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { appsQuery } from "../../server/queries.ts";
import { sentenceOf } from "../../server/server-error.ts";
import { uploadFile } from "../../server/upload-file.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { fileProblem, mimeTypeOf } from "./chosen-file.ts";
import { bytesInWords } from "./file-size.ts";
import styles from "./messages.module.css";

/** A file as WhatsApp has it. */
export type UploadedFile = { readonly mediaId: string; readonly mimeType: string; readonly name: string };

type UploadFieldProps = { readonly kind: MediaKind; readonly onUpload: (file: UploadedFile) => void };

/** How an upload goes. */
type Progress =
  | { readonly type: "none" }
  | { readonly type: "going"; readonly name: string; readonly part: number }
  | { readonly type: "done"; readonly name: string; readonly bytes: number; readonly expiresAt: number }
  | { readonly type: "failed"; readonly sentence: string };

/** Uploads a file to WhatsApp by one of the apps, whose own it is then. */
export function UploadField({ kind, onUpload }: UploadFieldProps) {
  const texts = useTexts();
  const { upload } = texts.messages;
  const { data: apps, error } = useQuery(appsQuery);
  const [chosen, setChosen] = useState("");
  const [progress, setProgress] = useState<Progress>({ type: "none" });
  const input = useRef<HTMLInputElement>(null);
  const underWay = useRef<AbortController>(undefined);
  const status = useId();
  useEffect(() => () => underWay.current?.abort(), []);
  const appId = apps?.find(({ id }) => id === chosen)?.id ?? apps?.[0]?.id;

  const send = async (file: File): Promise<void> => {
    const problem = fileProblem(file, kind, upload);
    if (problem !== undefined) return setProgress({ type: "failed", sentence: problem });
    if (appId === undefined) return setProgress({ type: "failed", sentence: upload.noApp });
    const abort = new AbortController();
    underWay.current = abort;
    setProgress({ type: "going", name: file.name, part: 0 });
    try {
      const mimeType = mimeTypeOf(file, kind);
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

  return (
    <div className={styles["upload"]}>
      {apps === undefined || apps.length < 2 ? null : (
        <Field label={upload.app} hint={upload.appHint}>
          {(control) => (
            <Select
              {...control}
              value={appId}
              options={apps.map(({ id, name, displayPhoneNumber }) => ({
                value: id,
                label: name || displayPhoneNumber,
              }))}
              onChange={({ target }) => setChosen(target.value)}
            />
          )}
        </Field>
      )}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        accept={acceptOf(kind)}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again.
          target.value = "";
          if (file !== undefined) void send(file);
        }}
      />
      {progress.type === "going" ? (
        <Button onClick={() => underWay.current?.abort()}>{upload.cancel}</Button>
      ) : (
        <Button aria-describedby={status} onClick={() => input.current?.click()}>
          <Upload size={14} aria-hidden /> {upload.choose}
        </Button>
      )}
      {progress.type === "going" ? (
        <progress
          className={styles["progress"]}
          aria-label={upload.going(progress.name)}
          value={progress.part}
          max={1}
        />
      ) : null}
      <p id={status} role="status" className={styles["said"]} data-failed={progress.type === "failed" ? "" : undefined}>
        {sentence(progress, texts) ?? (error === null ? "" : sentenceOf(error, texts))}
      </p>
    </div>
  );
}

function sentence(progress: Progress, { messages, shell }: ReturnType<typeof useTexts>): string | undefined {
  const { upload } = messages;
  switch (progress.type) {
    case "going":
      return upload.going(progress.name);
    case "done": {
      const until = new Intl.DateTimeFormat(shell.locale, { dateStyle: "long" }).format(progress.expiresAt);
      return upload.done(progress.name, bytesInWords(progress.bytes), until);
    }
    case "failed":
      return progress.sentence;
    default:
      return undefined;
  }
}

function acceptOf(kind: MediaKind): string {
  const { endings } = mediaTypes[kind];
  return [
    ...Object.keys(endings),
    ...Object.values(endings).flatMap((some) => some.map((ending) => `.${ending}`)),
  ].join();
}
