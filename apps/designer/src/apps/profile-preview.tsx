import type { AppView } from "@parley/api";
import { Building2, Globe, Mail, MapPin, Tag } from "lucide-react";
import type { ReactNode } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Section } from "../ui/section.tsx";
import { appName } from "./app-name.ts";
import type { Profile } from "./profile-form.ts";
import styles from "./profile-preview.module.css";

type ProfilePreviewProps = { readonly app: AppView; readonly profile: Profile; readonly pictureUrl: string };

/** A business profile as people see it in WhatsApp. */
export function ProfilePreview({ app, profile, pictureUrl }: ProfilePreviewProps) {
  const { profile: t } = useAreaTexts().apps;
  const { about, description, address, email, vertical, websites } = profile;
  const lines: readonly (readonly [ReactNode, string])[] = [
    [<Tag key="icon" size={16} aria-hidden />, verticalName(vertical, t.verticals)],
    [<MapPin key="icon" size={16} aria-hidden />, address],
    [<Mail key="icon" size={16} aria-hidden />, email],
    ...websites.map((site) => [<Globe key="icon" size={16} aria-hidden />, site] as const),
  ];
  return (
    <Section title={t.preview} about={t.pictureHint}>
      <div className={styles["card"]} role="group" aria-label={t.previewLabel}>
        {/* The page's security policy lets no picture of another server be shown; a link leads to it. */}
        <span className={styles["picture"]}>
          <Building2 size={32} aria-hidden />
        </span>
        {pictureUrl === "" ? null : (
          <a className={styles["see"]} href={pictureUrl} target="_blank" rel="noreferrer">
            {t.picture}
          </a>
        )}
        <p className={styles["name"]}>{appName(app)}</p>
        <p className={styles["quiet"]}>{app.displayPhoneNumber}</p>
        {description === "" ? null : <p className={styles["text"]}>{description}</p>}
        <ul className={styles["lines"]}>
          {lines.map(([icon, text], index) =>
            text === "" ? null : (
              <li key={index} className={styles["line"]}>
                {icon} <span>{text}</span>
              </li>
            ),
          )}
        </ul>
        {about === "" ? null : <p className={styles["about"]}>{about}</p>}
      </div>
    </Section>
  );
}

/** What an industry is called; nothing where none is set. */
function verticalName(vertical: string, names: Readonly<Record<string, string>>): string {
  if (vertical === "" || vertical === "UNDEFINED") return "";
  return Object.hasOwn(names, vertical) ? (names[vertical] ?? vertical) : vertical;
}
