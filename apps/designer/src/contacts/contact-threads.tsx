import type { AppView, ContactThread } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { appName } from "../apps/app-name.ts";
import { appsQuery } from "../server/queries.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import type { ContactDetail } from "./contact-page.tsx";
import { OptInDialog } from "./opt-in-dialog.tsx";
import { ThreadCard } from "./thread-card.tsx";

/** How a contact stands on each app: what may be sent, and what runs. */
export function ContactThreads({ contact }: { readonly contact: ContactDetail }) {
  const { contacts: t } = useAreaTexts();
  const { data: apps = [] } = useQuery(appsQuery);
  const [recordedOn, setRecordedOn] = useState<string>();
  return (
    <Section
      title={t.threads}
      actions={
        apps.length === 0 ? null : (
          <Button onClick={() => setRecordedOn(firstWithout(apps, contact.threads))}>
            <Plus size={16} aria-hidden /> {t.optIn.recordAny}
          </Button>
        )
      }
    >
      {contact.threads.length === 0 ? <p>{t.noThreads}</p> : null}
      {contact.threads.map((thread) => {
        const app = apps.find(({ id }) => id === thread.appId);
        const name = app === undefined ? thread.appId : appName(app);
        return (
          <ThreadCard
            key={thread.threadId}
            thread={thread}
            appName={name}
            onRecord={() => setRecordedOn(thread.appId)}
          />
        );
      })}
      <OptInDialog contact={contact} apps={apps} appId={recordedOn} onClose={() => setRecordedOn(undefined)} />
    </Section>
  );
}

/** The app that is proposed: the first on which nothing is recorded, else the first. */
function firstWithout(apps: readonly AppView[], threads: readonly ContactThread[]): string | undefined {
  const recorded = new Set(threads.filter(({ optIn }) => optIn !== undefined).map(({ appId }) => appId));
  return (apps.find(({ id }) => !recorded.has(id)) ?? apps[0])?.id;
}
