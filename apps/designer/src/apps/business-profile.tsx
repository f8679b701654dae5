import { type AppView, saveProfile } from "@parley/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../server/ask.ts";
import { type InputProblems, inputProblems } from "../server/input-problems.ts";
import { profileQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useSubmit } from "../server/use-submit.ts";
import { LeaveGuard } from "../shell/leave-guard.tsx";
import { SaveActions } from "../shell/save-actions.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Form, FormColumns, FormError } from "../ui/form.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { Section } from "../ui/section.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextAreaField, TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { useForm } from "../ui/use-form.ts";
import styles from "./business-profile.module.css";
import {
  fromProfileForm,
  isEmail,
  isWebsite,
  type Profile,
  type ProfileForm,
  profileLimits,
  toProfileForm,
} from "./profile-form.ts";
import { ProfilePreview } from "./profile-preview.tsx";

/** How the business shows itself on WhatsApp by this app: read from WhatsApp, and saved there. */
export function BusinessProfile({ app }: { readonly app: AppView }) {
  const texts = useAreaTexts();
  const { profile: t } = texts.apps;
  const { data, error, refetch, isPending } = useQuery(profileQuery(app.id));
  if (data !== undefined) return <OpenProfile app={app} profile={data} pictureUrl={data.pictureUrl} />;
  if (isPending) return <ListSkeleton />;
  return (
    <EmptyState title={t.failed} actions={<Button onClick={() => void refetch()}>{texts.shell.retry}</Button>}>
      {sentenceOf(error, texts)}
    </EmptyState>
  );
}

type OpenProfileProps = { readonly app: AppView; readonly profile: Profile; readonly pictureUrl: string };

function OpenProfile({ app, profile, pictureUrl }: OpenProfileProps) {
  const { profile: t } = useAreaTexts().apps;
  const client = useQueryClient();
  const form = useForm(toProfileForm(profile));
  const body = fromProfileForm(form.values);
  const { submit, problem, failure, isPending } = useSubmit({
    problems: problemsOf(form.values, t),
    act: () => ask(saveProfile, { params: { appId: app.id }, body }),
    onDone: (saved) => {
      client.setQueryData(profileQuery(app.id).queryKey, saved);
      form.reset();
      showToast(t.saved);
    },
  });
  const bind = (name: Exclude<keyof ProfileForm, "vertical">, label: string, limit: number) => ({
    label,
    limit,
    error: problem(name, label),
    value: form.values[name],
    onChange: (value: string) => form.change({ [name]: value }),
  });
  return (
    <div className={styles["parts"]}>
      <Section title={t.title} about={t.text}>
        <Form onSubmit={submit}>
          <TextField {...bind("about", t.about, profileLimits.about)} hint={t.aboutHint} />
          <TextAreaField {...bind("description", t.description, profileLimits.description)} />
          <TextField {...bind("address", t.address, profileLimits.address)} />
          <FormColumns>
            <TextField {...bind("email", t.email, profileLimits.email)} type="email" />
            <Vertical value={form.values.vertical} onChange={(vertical) => form.change({ vertical })} />
          </FormColumns>
          <TextField {...bind("website1", t.website(1), profileLimits.website)} hint={t.websiteHint} type="url" />
          <TextField {...bind("website2", t.website(2), profileLimits.website)} type="url" />
          {failure === undefined ? null : <FormError>{failure}</FormError>}
          <SaveActions form={form} isPending={isPending} />
        </Form>
        <LeaveGuard isDirty={form.isDirty} />
      </Section>
      <ProfilePreview app={app} profile={body} pictureUrl={pictureUrl} />
    </div>
  );
}

function Vertical({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { profile: t } = useAreaTexts().apps;
  const known: readonly (readonly [string, string])[] = Object.entries(t.verticals);
  // WhatsApp may know an industry that this page does not; and one that was never set comes as nothing at all.
  const all = known.some(([name]) => name === value)
    ? known
    : [[value, value === "" ? t.verticals.UNDEFINED : value] as const, ...known.slice(value === "" ? 1 : 0)];
  return (
    <SelectField
      label={t.vertical}
      options={all.map(([name, label]) => ({ value: name, label }))}
      value={value}
      onChange={onChange}
    />
  );
}

type ProfileTexts = ReturnType<typeof useAreaTexts>["apps"]["profile"];

function problemsOf(form: ProfileForm, t: ProfileTexts): InputProblems {
  const problems = new Map(inputProblems(saveProfile.body, fromProfileForm(form)));
  if (!isEmail(form.email)) problems.set("email", t.emailProblem);
  for (const name of ["website1", "website2"] as const)
    if (!isWebsite(form[name])) problems.set(name, t.websiteProblem);
  return problems;
}
