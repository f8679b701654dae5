import { Link } from "@tanstack/react-router";
import { useTexts } from "../texts/use-texts.ts";
import { PageMessage } from "../ui/page-message.tsx";
import { useTitle } from "./use-title.ts";

/** The address leads nowhere. */
export function NotFound() {
  const { notFound: t, product } = useTexts().shell;
  useTitle(`${t.title} · ${product}`);
  return (
    <PageMessage title={t.title} actions={<Link to="/">{t.toList}</Link>}>
      <p>{t.text}</p>
    </PageMessage>
  );
}
