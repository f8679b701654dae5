import { syncTemplates } from "@parley/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { templatesQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import { showToast } from "../ui/toast.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { useSayTime } from "../ui/use-say-time.ts";

/** Reads all templates from WhatsApp, and says what was new. */
export function SyncButton({ appId }: { readonly appId: string }) {
  const texts = useAreaTexts();
  const { templates: t } = texts;
  const client = useQueryClient();
  const sayTime = useSayTime();
  const key = `templates.synced.${appId}`;
  const [last, setLast] = useState(() => Number(recall(key) ?? "") || undefined);
  const { mutate, isPending } = useMutation({
    mutationFn: () => ask(syncTemplates, { params: { appId } }),
    onSuccess: async (result) => {
      const now = Date.now();
      remember(key, String(now));
      setLast(now);
      await client.invalidateQueries({ queryKey: templatesQuery(appId).queryKey });
      showToast(t.synced(result));
    },
    onError: (error) => showToast(sentenceOf(error, texts)),
  });
  const button = (
    <Button disabled={isPending} onClick={() => mutate()}>
      <RefreshCw size={16} aria-hidden /> {isPending ? t.syncing : t.sync}
    </Button>
  );
  return last === undefined ? button : <Tooltip text={t.lastSync(sayTime(last))}>{button}</Tooltip>;
}
