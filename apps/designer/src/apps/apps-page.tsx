import type { AppView, ConnectionView } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { appsQuery, connectionsQuery } from "../server/queries.ts";
import { AreaPage, failedOf } from "../shell/area-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { ConnectionSection } from "./connection-section.tsx";
import { InboundWebhooks } from "./inbound-webhooks.tsx";
import { NewConnectionDialog } from "./new-connection-dialog.tsx";

/** All connections with their apps, and the inbound webhooks. */
export function AppsPage() {
  const { apps: t } = useAreaTexts();
  const connections = useQuery(connectionsQuery);
  const apps = useQuery(appsQuery);
  const [isCreating, setIsCreating] = useState(false);
  const isThere = connections.data !== undefined && apps.data !== undefined;
  const failed = failedOf(connections) ?? failedOf(apps);
  const create = (
    <Button kind="primary" onClick={() => setIsCreating(true)}>
      <Plus size={16} aria-hidden /> {t.connection.new}
    </Button>
  );
  return (
    <AreaPage title={t.title} about={t.about} failed={failed} actions={create}>
      {isThere ? <Connections connections={connections.data} apps={apps.data} /> : null}
      {isThere || failed !== undefined ? null : <ListSkeleton />}
      <InboundWebhooks />
      <NewConnectionDialog isOpen={isCreating} onClose={() => setIsCreating(false)} />
    </AreaPage>
  );
}

type ConnectionsProps = { readonly connections: readonly ConnectionView[]; readonly apps: readonly AppView[] };

function Connections({ connections, apps }: ConnectionsProps) {
  const { apps: t } = useAreaTexts();
  if (connections.length === 0) return <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>;
  return connections.map((connection) => (
    <ConnectionSection
      key={connection.id}
      connection={connection}
      apps={apps.filter(({ connectionId }) => connectionId === connection.id)}
    />
  ));
}
