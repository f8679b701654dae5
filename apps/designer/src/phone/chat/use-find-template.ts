import type { PhoneEntry } from "@parley/api";
import type { Json } from "@parley/messaging";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { textAt } from "../../nodes/in-words.ts";
import { appsQuery, templatesQuery } from "../../server/queries.ts";
import type { FindTemplate } from "../../whatsapp/bubble-of-wire.ts";

type Message = Pick<PhoneEntry, "message">;

/**
 * Finds templates in the registry of an app, the first one unless given; none while it is not known. Nobody is asked before a message is made of a
 * template.
 */
export function useFindTemplate(messages: readonly Message[], appId?: string): FindTemplate {
  const isNeeded = messages.some(({ message }) => textAt(message as Json, "type") === "template");
  const { data: apps } = useQuery({ ...appsQuery, enabled: isNeeded && appId === undefined });
  const known = appId ?? apps?.[0]?.id;
  const { data: templates } = useQuery({ ...templatesQuery(known ?? ""), enabled: isNeeded && known !== undefined });
  return useMemo(() => {
    const found = new Map(templates?.map(({ template }) => [`${template.language} ${template.name}`, template]));
    return (name, language) => found.get(`${language} ${name}`);
  }, [templates]);
}
