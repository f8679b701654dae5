import type { TemplateView } from "@parley/api";
import { Link } from "@tanstack/react-router";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Table, TableCell, TableName } from "../ui/table.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import { languageName } from "./languages.ts";
import { TemplateStanding } from "./template-standing.tsx";
import styles from "./template-table.module.css";

/** Templates that were found. */
export function TemplateTable({ templates }: { readonly templates: readonly TemplateView[] }) {
  const { templates: t } = useAreaTexts();
  return (
    <Table
      label={t.list}
      columns={[
        { title: t.columns.name },
        { title: t.columns.language, kind: "wide" },
        { title: t.columns.category, kind: "wide" },
        { title: t.columns.status },
        { title: t.columns.changed, kind: "wide" },
      ]}
    >
      {templates.map((view) => (
        <TemplateRow key={`${view.template.name} ${view.template.language}`} view={view} />
      ))}
    </Table>
  );
}

function TemplateRow({ view: { appId, template, draft, status, reason, updatedAt } }: { readonly view: TemplateView }) {
  const { templates: t, shell } = useAreaTexts();
  const sayTime = useSayTime();
  const { name, language, category, body } = template;
  return (
    <tr>
      <TableName
        about={
          <>
            <span className={styles["narrow"]}>{languageName(language, shell.locale)}</span>
            <span className={styles["body"]}>{body}</span>
          </>
        }
      >
        <Link to="/templates/$appId/$name/$language" params={{ appId, name, language }}>
          {name}
        </Link>
      </TableName>
      <TableCell kind="wide">{languageName(language, shell.locale)}</TableCell>
      <TableCell kind="wide">{t.category[category]}</TableCell>
      <TableCell>
        <TemplateStanding status={status} />
        {draft === undefined ? null : <p className={styles["reason"]}>{t.edited}</p>}
        {reason === "" ? null : <p className={styles["reason"]}>{t.reason(reason)}</p>}
      </TableCell>
      <TableCell kind="wide">
        <time dateTime={new Date(updatedAt).toISOString()}>{sayTime(updatedAt)}</time>
      </TableCell>
    </tr>
  );
}
