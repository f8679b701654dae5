import { changeContact } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { ask } from "../server/ask.ts";
import { inputProblems } from "../server/input-problems.ts";
import { contactQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { LeaveGuard } from "../shell/leave-guard.tsx";
import { SaveActions } from "../shell/save-actions.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Form, FormError } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { showToast } from "../ui/toast.tsx";
import { useForm } from "../ui/use-form.ts";
import { contactChange, toContactForm, withContactProblems } from "./contact-form.ts";
import type { ContactDetail } from "./contact-page.tsx";
import { IdentityFields } from "./identity-fields.tsx";
import { ProfileFields } from "./profile-fields.tsx";

/** What a contact is known by, and its profile: saved together. */
export function ContactDetails({ contact }: { readonly contact: ContactDetail }) {
  const { contacts: t, shell } = useAreaTexts();
  const client = useQueryClient();
  const saved = toContactForm(contact);
  const form = useForm(saved);
  const body = contactChange(saved, form.values);
  const { submit, problem, failure, isPending } = useSubmit({
    problems: withContactProblems(inputProblems(changeContact.body, body), form.values, t),
    act: () => ask(changeContact, { params: { contactId: contact.id }, body }),
    onDone: async (changed) => {
      client.setQueryData(contactQuery(contact.id).queryKey, changed);
      form.reset();
      showToast(shell.saved);
      await client.invalidateQueries({ queryKey: ["contacts", "list"] });
    },
  });
  return (
    <Form onSubmit={submit}>
      <Section title={t.identity}>
        <IdentityFields values={form.values} onChange={form.change} problem={problem} />
      </Section>
      <Section title={t.fields} about={t.fieldsAbout}>
        <ProfileFields fields={form.values.fields} onChange={(fields) => form.change({ fields })} problem={problem} />
      </Section>
      {failure === undefined ? null : <FormError>{failure}</FormError>}
      <SaveActions form={form} isPending={isPending} />
      <LeaveGuard isDirty={form.isDirty} />
    </Form>
  );
}
