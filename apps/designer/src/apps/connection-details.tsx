import { changeConnection, type ConnectionView } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { ask } from "../server/ask.ts";
import { inputProblems } from "../server/input-problems.ts";
import { connectionsQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { LeaveGuard } from "../shell/leave-guard.tsx";
import { SaveActions } from "../shell/save-actions.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Form, FormError } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { useForm } from "../ui/use-form.ts";
import { AdvancedFields } from "./advanced-fields.tsx";

/** What of a connection can be read and changed. */
export function ConnectionDetails({ connection }: { readonly connection: ConnectionView }) {
  const { apps, shell } = useAreaTexts();
  const { connection: t } = apps;
  const client = useQueryClient();
  const { name, businessAccountId, baseUrl, version } = connection;
  const form = useForm({ name, businessAccountId, baseUrl, version });
  const body = Object.fromEntries(Object.entries(form.values).map(([key, value]) => [key, value.trim()]));
  const { submit, problem, failure, isPending } = useSubmit({
    problems: inputProblems(changeConnection.body, body),
    act: () => ask(changeConnection, { params: { connectionId: connection.id }, body }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      form.reset();
      showToast(shell.saved);
    },
  });
  const bind = (field: keyof typeof form.values) => ({
    label: t[field],
    error: problem(field, t[field]),
    value: form.values[field],
    onChange: (value: string) => form.change({ [field]: value }),
    disabled: connection.isSimulated,
  });
  return (
    <Section title={t.details}>
      <Form onSubmit={submit}>
        <TextField {...bind("name")} hint={t.nameHint} isRequired />
        <TextField {...bind("businessAccountId")} hint={t.businessAccountIdHint} inputMode="numeric" />
        <AdvancedFields bind={bind} isDisabled={connection.isSimulated} />
        {failure === undefined ? null : <FormError>{failure}</FormError>}
        <SaveActions form={form} isPending={isPending} />
      </Form>
      <LeaveGuard isDirty={form.isDirty} />
    </Section>
  );
}
