import { type AppView, changeApp } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { ask } from "../server/ask.ts";
import { inputProblems } from "../server/input-problems.ts";
import { appsQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { LeaveGuard } from "../shell/leave-guard.tsx";
import { SaveActions } from "../shell/save-actions.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Choice } from "../ui/choice.tsx";
import { Checkbox } from "../ui/field.tsx";
import { Form, FormColumns, FormError } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { type FormState, useForm } from "../ui/use-form.ts";
import { fromSettingsForm, type SettingsForm, toSettingsForm, withRate } from "./settings-form.ts";
import { withNumber } from "./shown-number.ts";
import { WordsField } from "./words-field.tsx";

/** How an app sends: its settings, all of which are saved together. */
export function AppSettings({ app }: { readonly app: AppView }) {
  const { apps, shell } = useAreaTexts();
  const { app: t } = apps;
  const client = useQueryClient();
  const form = useForm(toSettingsForm(app));
  const body = fromSettingsForm(form.values);
  const problems = withRate(inputProblems(changeApp.body, body), t.messagesPerSecondProblem);
  const { submit, problem, failure, isPending } = useSubmit({
    problems: withNumber(problems, form.values.displayPhoneNumber, t.displayPhoneNumberProblem),
    act: () => ask(changeApp, { params: { appId: app.id }, body }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: appsQuery.queryKey, exact: true });
      form.reset();
      showToast(shell.saved);
    },
  });
  return (
    <Form onSubmit={submit}>
      <Identity app={app} form={form} problem={problem} />
      <Policies form={form} />
      <Consent form={form} />
      <Sending form={form} problem={problem} />
      {failure === undefined ? null : <FormError>{failure}</FormError>}
      <SaveActions form={form} isPending={isPending} />
      <LeaveGuard isDirty={form.isDirty} />
    </Form>
  );
}

type PartProps = { readonly form: FormState<SettingsForm> };
type Problem = { readonly problem: (path: string, label: string) => string | undefined };

function Identity({ app, form, problem }: PartProps & Problem & { readonly app: AppView }) {
  const { app: t } = useAreaTexts().apps;
  return (
    <Section title={t.identity} {...(app.isSimulated ? { about: t.simulated } : {})}>
      <FormColumns>
        <TextField
          label={t.name}
          hint={t.nameHint}
          error={problem("name", t.name)}
          value={form.values.name}
          onChange={(name) => form.change({ name })}
        />
        <TextField
          label={t.displayPhoneNumber}
          hint={t.displayPhoneNumberHint}
          error={problem("displayPhoneNumber", t.displayPhoneNumber)}
          type="tel"
          disabled={app.isSimulated}
          value={form.values.displayPhoneNumber}
          onChange={(displayPhoneNumber) => form.change({ displayPhoneNumber })}
        />
        <TextField
          label={t.phoneNumberId}
          hint={t.phoneNumberIdHint}
          readOnly
          value={app.phoneNumberId}
          onChange={() => undefined}
        />
      </FormColumns>
    </Section>
  );
}

function Policies({ form }: PartProps) {
  const { app: t } = useAreaTexts().apps;
  const option = (value: SettingsForm["policy"]) => ({ value, label: t.policy[value], about: t.policyHints[value] });
  return (
    <Section title={t.policies} about={t.policiesAbout}>
      <Choice
        label={t.policyLabel}
        options={[option("enforce"), option("observe")]}
        value={form.values.policy}
        onChange={(policy) => form.change({ policy })}
      />
    </Section>
  );
}

function Consent({ form }: PartProps) {
  const { app: t } = useAreaTexts().apps;
  return (
    <Section title={t.consent} about={t.consentAbout}>
      <FormColumns>
        <WordsField
          label={t.stopWords}
          words={form.values.stopWords}
          onChange={(stopWords) => form.change({ stopWords: [...stopWords] })}
        />
        <WordsField
          label={t.startWords}
          words={form.values.startWords}
          onChange={(startWords) => form.change({ startWords: [...startWords] })}
        />
      </FormColumns>
    </Section>
  );
}

function Sending({ form, problem }: PartProps & Problem) {
  const { app: t } = useAreaTexts().apps;
  const option = (value: SettingsForm["ambiguous"]) => ({ value, label: t.ambiguousOptions[value] });
  return (
    <Section title={t.sending}>
      <FormColumns>
        <TextField
          label={t.messagesPerSecond}
          hint={t.messagesPerSecondHint}
          error={problem("settings.messagesPerSecond", t.messagesPerSecond)}
          inputMode="decimal"
          value={form.values.messagesPerSecond}
          onChange={(messagesPerSecond) => form.change({ messagesPerSecond })}
        />
        <SelectField
          label={t.ambiguous}
          hint={t.ambiguousHint}
          options={[option("retry"), option("dead-letter")]}
          value={form.values.ambiguous}
          onChange={(ambiguous) => form.change({ ambiguous })}
        />
      </FormColumns>
      <Checkbox
        label={t.demandsPlus}
        hint={t.demandsPlusHint}
        checked={form.values.demandsPlus}
        onChange={(event) => form.change({ demandsPlus: event.target.checked })}
      />
    </Section>
  );
}
