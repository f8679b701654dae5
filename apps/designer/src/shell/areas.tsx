import { Link } from "@tanstack/react-router";
import { Contact, LayoutTemplate, Smartphone, Workflow } from "lucide-react";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./areas.module.css";

/** The areas of the designer, in the order in which they are shown. A page of an area lies beneath its address; the list of flows is the first page. */
const areas = [
  { name: "flows", to: "/", Icon: Workflow },
  { name: "apps", to: "/apps", Icon: Smartphone },
  { name: "templates", to: "/templates", Icon: LayoutTemplate },
  { name: "contacts", to: "/contacts", Icon: Contact },
] as const;

/** Leads from one area of the designer to another. */
export function Areas() {
  const { areas: t } = useTexts().shell;
  return (
    <nav aria-label={t.label}>
      <ul className={styles["list"]}>
        {areas.map(({ name, to, Icon }) => (
          <li key={name}>
            <Link
              to={to}
              className={styles["area"]}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              <Icon size={16} aria-hidden /> {t[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
