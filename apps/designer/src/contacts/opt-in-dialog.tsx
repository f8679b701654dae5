import { type AppView, recordOptIn } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { appName } from "../apps/app-name.ts";
import { ask } from "../server/ask.ts";
import type { InputProblems } from "../server/input-problems.ts";
import { contactQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions, FormError } from "../ui/form.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextAreaField, TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import type { ContactDetail } from "./contact-page.tsx";
import { fromLocalTime, toLocalTime } from "./local-time.ts";

type OptInDialogProps = {
  readonly contact: ContactDetail;
  readonly apps: readonly AppView[];
  /** The app that is proposed; closed without. */
  readonly appId: string | undefined;
  readonly onClose: () => void;
};

/** Records by hand what a contact has said about being messaged, with what shows it. */
export function OptInDialog({ appId, onClose, ...rest }: OptInDialogProps) {
  const { optIn: t } = useAreaTexts().contacts;
  return (
    <Dialog isOpen={appId !== undefined} onClose={onClose} title={t.title}>
      {appId === undefined ? null : <OptInForm {...rest} appId={appId} onClose={onClose} />}
    </Dialog>
  );
}

/** The most characters of evidence that the server keeps. */
const evidenceLength = 2_000;

const statuses = ["opted-in", "opted-out"] as const;

type OptInFormProps = Omit<OptInDialogProps, "appId"> & { readonly appId: string };

function OptInForm({ contact, apps, appId, onClose }: OptInFormProps) {
  const { contacts, shell } = useAreaTexts();
  const { optIn: t } = contacts;
  const client = useQueryClient();
  const [blank] = useState(() => ({
    appId,
    status: "opted-in" as (typeof statuses)[number],
    evidence: "",
    time: toLocalTime(Date.now()),
  }));
  const [values, setValues] = useState(blank);
  // Now is when it is handed in, to the millisecond: a word of this very minute would else seem older than it is.
  const at = values.time === blank.time ? "now" : fromLocalTime(values.time);
  const body = { appId: values.appId, status: values.status, evidence: values.evidence.trim() };
  const { submit, problem, failure, isPending } = useSubmit({
    problems: problemsOf(body.evidence, at, t),
    act: () =>
      ask(recordOptIn, {
        params: { contactId: contact.id },
        body: { ...body, ...(typeof at === "number" ? { at } : {}) },
      }),
    onDone: (changed) => {
      client.setQueryData(contactQuery(contact.id).queryKey, changed);
      onClose();
      showToast(t.recorded);
    },
  });
  return (
    <Form onSubmit={submit}>
      <p>{t.about}</p>
      <OptInFields
        apps={apps}
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        problem={problem}
      />
      {failure === undefined ? null : <FormError>{failure}</FormError>}
      <FormActions>
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button type="submit" kind="primary" disabled={isPending}>
          {t.submit}
        </Button>
      </FormActions>
    </Form>
  );
}

type OptInValues = {
  readonly appId: string;
  readonly status: (typeof statuses)[number];
  readonly evidence: string;
  readonly time: string;
};

type OptInFieldsProps = {
  readonly apps: readonly AppView[];
  readonly values: OptInValues;
  readonly onChange: (change: Partial<OptInValues>) => void;
  readonly problem: (path: string, label: string) => string | undefined;
};

function OptInFields({ apps, values, onChange, problem }: OptInFieldsProps) {
  const { optIn: t } = useAreaTexts().contacts;
  return (
    <>
      <SelectField
        label={t.app}
        options={apps.map((app) => ({ value: app.id, label: appName(app) }))}
        value={values.appId}
        onChange={(appId) => onChange({ appId })}
      />
      <Choice
        label={t.statusLabel}
        options={statuses.map((value) => ({ value, label: t.status[value], about: t.statusHints[value] }))}
        value={values.status}
        onChange={(status) => onChange({ status })}
      />
      <TextAreaField
        label={t.evidenceLabel}
        hint={t.evidenceHint}
        error={problem("evidence", t.evidenceLabel)}
        isRequired
        value={values.evidence}
        onChange={(evidence) => onChange({ evidence })}
      />
      <TextField
        label={t.time}
        hint={t.timeHint}
        error={problem("at", t.time)}
        type="datetime-local"
        value={values.time}
        onChange={(time) => onChange({ time })}
      />
    </>
  );
}

type OptInTexts = ReturnType<typeof useAreaTexts>["contacts"]["optIn"];

function problemsOf(evidence: string, at: number | "now" | undefined, t: OptInTexts): InputProblems {
  const problems = new Map<string, string>();
  if (evidence === "") problems.set("evidence", t.evidenceProblem);
  else if (evidence.length > evidenceLength) problems.set("evidence", t.evidenceTooLong(evidenceLength));
  if (at === undefined || (typeof at === "number" && at > Date.now())) problems.set("at", t.timeProblem);
  return problems;
}
