import { type ConnectionView, deleteConnection } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask } from "../server/ask.ts";
import { connectionsQuery } from "../server/queries.ts";
import { DeleteSection } from "../shell/delete-section.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { showToast } from "../ui/toast.tsx";

/** Deletes a connection, once that was asked. */
export function DeleteConnection({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t } = useAreaTexts().apps;
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    await ask(deleteConnection, { params: { connectionId: connection.id } });
    // The page is left first: it has nothing to show once the connection is gone from the list.
    await navigate({ to: "/apps", ignoreBlocker: true });
    await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
    showToast(t.deleted(connection.name));
  };
  return (
    <DeleteSection
      title={t.delete}
      about={t.deleteText}
      question={t.deleteTitle(connection.name)}
      warning={t.deleteText}
      onDelete={remove}
    />
  );
}
