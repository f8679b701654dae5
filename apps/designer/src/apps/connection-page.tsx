import type { ConnectionView } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { appsQuery, connectionsQuery } from "../server/queries.ts";
import { AreaPage, failedOf } from "../shell/area-page.tsx";
import { MissingPage } from "../shell/missing-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { Section } from "../ui/section.tsx";
import { AppTable } from "./app-table.tsx";
import { ConnectionDetails } from "./connection-details.tsx";
import { ConnectionSecrets } from "./connection-secrets.tsx";
import { ConnectionWebhook } from "./connection-webhook.tsx";
import { DeleteConnection } from "./delete-connection.tsx";
import { NewAppDialog } from "./new-app-dialog.tsx";
import { SimulatedMark } from "./simulated-mark.tsx";

const route = getRouteApi("/apps/connections/$connectionId");

/** The page of a connection: its webhook, credentials and numbers. */
export function ConnectionPage() {
  const { connectionId } = route.useParams();
  const { apps: t } = useAreaTexts();
  const query = useQuery(connectionsQuery);
  const connection = query.data?.find(({ id }) => id === connectionId);
  const up = { label: t.title, link: { to: "/apps" } } as const;
  if (query.data !== undefined && connection === undefined) return <MissingPage said={t.connection.missing} up={up} />;
  const name = connection?.name || connectionId;
  return (
    <AreaPage
      title={name}
      up={up}
      mark={connection?.isSimulated === true ? <SimulatedMark /> : null}
      failed={failedOf(query)}
    >
      {connection === undefined ? query.isPending && <ListSkeleton /> : <OpenConnection connection={connection} />}
    </AreaPage>
  );
}

function OpenConnection({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t } = useAreaTexts().apps;
  return (
    <>
      {connection.isSimulated ? <p>{t.simulated}</p> : null}
      <Numbers connection={connection} />
      <ConnectionWebhook connection={connection} />
      <ConnectionDetails connection={connection} />
      {connection.isSimulated ? null : (
        <>
          <ConnectionSecrets connection={connection} />
          <DeleteConnection connection={connection} />
        </>
      )}
    </>
  );
}

function Numbers({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t, app } = useAreaTexts().apps;
  const { data: apps = [] } = useQuery(appsQuery);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section
      title={t.numbers}
      actions={
        connection.isSimulated ? null : (
          <Button onClick={() => setIsAdding(true)}>
            <Plus size={16} aria-hidden /> {app.new}
          </Button>
        )
      }
    >
      <AppTable label={t.numbers} apps={apps.filter(({ connectionId }) => connectionId === connection.id)} />
      <NewAppDialog isOpen={isAdding} onClose={() => setIsAdding(false)} connection={connection} />
    </Section>
  );
}
