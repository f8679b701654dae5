import type { PhoneContent } from "@parley/api";
import { type FormEvent, useId, useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import { readPlace } from "../../whatsapp/read-place.ts";
import { phoneLimits } from "../limits.ts";
import styles from "../phone.module.css";

/** What a person can send beside texts. */
export const attachments = ["media", "document", "location"] as const;

/** What a person can send beside texts. */
export type Attachment = (typeof attachments)[number];

type AttachDialogProps = {
  readonly kind: Attachment;
  readonly onClose: () => void;
  readonly onAttach: (content: PhoneContent) => void;
};

/** Asks for what belongs to a file or a place before it is sent. Files are stand-ins: the simulator makes their bytes. */
export function AttachDialog({ kind, onClose, onAttach }: AttachDialogProps) {
  const { phone, shell } = useTexts();
  const form = useId();
  const send = (content: PhoneContent) => {
    onAttach(content);
    onClose();
  };
  const Form = forms[kind];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={phone.attach.titles[kind]}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button kind="primary" type="submit" form={form}>
            {phone.send}
          </Button>
        </>
      }
    >
      <Form id={form} onSend={send} />
    </Dialog>
  );
}

type FormProps = { readonly id: string; readonly onSend: (content: PhoneContent) => void };

const mediaKinds = ["image", "video", "audio", "sticker"] as const;

function MediaForm({ id, onSend }: FormProps) {
  const { phone, whatsapp } = useTexts();
  const [kind, setKind] = useState<(typeof mediaKinds)[number]>("image");
  const [caption, setCaption] = useState("");
  const hasCaption = kind === "image" || kind === "video";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend({ type: "media", kind, ...(hasCaption && caption !== "" ? { caption } : {}) });
  };
  return (
    <form id={id} className={styles["settings"]} onSubmit={submit}>
      <Field label={phone.attach.kind}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={mediaKinds.map((value) => ({ value, label: whatsapp.kinds[value] }))}
            onChange={({ target }) => setKind(mediaKinds.find((one) => one === target.value) ?? "image")}
          />
        )}
      </Field>
      {hasCaption ? <Line label={phone.attach.caption} value={caption} onChange={setCaption} /> : null}
    </form>
  );
}

function DocumentForm({ id, onSend }: FormProps) {
  const { attach } = useTexts().phone;
  const [fileName, setFileName] = useState<string>(attach.newFileName);
  const [caption, setCaption] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = fileName.trim() === "" ? attach.newFileName : fileName.trim();
    onSend({ type: "media", kind: "document", fileName: name, ...(caption === "" ? {} : { caption }) });
  };
  return (
    <form id={id} className={styles["settings"]} onSubmit={submit}>
      <Line label={attach.fileName} value={fileName} onChange={setFileName} />
      <Line label={attach.caption} value={caption} onChange={setCaption} />
    </form>
  );
}

function LocationForm({ id, onSend }: FormProps) {
  const { attach } = useTexts().phone;
  const [where, setWhere] = useState("52.3731, 4.8926");
  const [name, setName] = useState("");
  const [isTold, setIsTold] = useState(false);
  const place = readPlace(where);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTold(true);
    if (place === undefined) return;
    const { latitude, longitude } = place;
    onSend({ type: "location", latitude, longitude, ...(name === "" ? {} : { name }) });
  };
  return (
    <form id={id} className={styles["settings"]} onSubmit={submit}>
      <Line
        label={attach.place}
        hint={attach.placeHint}
        error={isTold && place === undefined ? attach.noPlace : undefined}
        value={where}
        onChange={setWhere}
      />
      <Line label={attach.placeName} value={name} onChange={setName} />
    </form>
  );
}

type LineProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Line({ label, hint, error, value, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <TextInput
          {...control}
          value={value}
          maxLength={phoneLimits.textLength}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

const forms = { media: MediaForm, document: DocumentForm, location: LocationForm };
