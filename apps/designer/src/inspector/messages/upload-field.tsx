import { type MediaKind, mediaTypes } from "@parley/messaging";
import { useQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useId, useRef, useState } from "react";
import { appsQuery } from "../../server/queries.ts";
import { sentenceOf } from "../../server/server-error.ts";
import type { Texts } from "../../texts/en/index.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { bytesInWords } from "./file-size.ts";
import styles from "./messages.module.css";
import { type UploadedFile, type UploadProgress, useUpload } from "./use-upload.ts";

type UploadFieldProps = { readonly kind: MediaKind; readonly onUpload: (file: UploadedFile) => void };

/** Uploads a file to WhatsApp by one of the apps, whose own it is then. */
export function UploadField({ kind, onUpload }: UploadFieldProps) {
  const texts = useTexts();
  const { upload } = texts.messages;
  const { data: apps = [], error } = useQuery(appsQuery);
  const [chosen, setChosen] = useState("");
  const appId = apps.find(({ id }) => id === chosen)?.id ?? apps[0]?.id;
  const { progress, send, cancel } = useUpload({ kind, appId, onUpload });
  const input = useRef<HTMLInputElement>(null);
  const status = useId();
  return (
    <div className={styles["upload"]}>
      {apps.length < 2 ? null : (
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
      {/* The button stands for it: a field for files cannot be made to look like the others. */}
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptOf(kind)}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again.
          target.value = "";
          if (file !== undefined) void send(file);
        }}
      />
      {progress.type === "going" ? (
        <>
          <Button onClick={cancel}>{upload.cancel}</Button>
          <progress
            className={styles["progress"]}
            aria-label={upload.going(progress.name)}
            value={progress.part}
            max={1}
          />
        </>
      ) : (
        <Button aria-describedby={status} onClick={() => input.current?.click()}>
          <Upload size={14} aria-hidden /> {upload.choose}
        </Button>
      )}
      <p id={status} role="status" className={styles["said"]} data-failed={progress.type === "failed" ? "" : undefined}>
        {sentence(progress, texts) ?? (error === null ? "" : sentenceOf(error, texts))}
      </p>
    </div>
  );
}

function sentence(progress: UploadProgress, { messages: { upload }, shell }: Texts): string | undefined {
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
