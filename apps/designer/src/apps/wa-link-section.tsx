import type { AppView } from "@parley/api";
import { Download } from "lucide-react";
import { useState } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { download } from "../ui/download.ts";
import { FormError } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { TextAreaField } from "../ui/text-field.tsx";
import { qrCodeOf, qrPath, qrPng, qrSvg } from "./qr-code.ts";
import styles from "./wa-link-section.module.css";
import { waIdOfNumber, waLink } from "./wa-link.ts";

/** The link that opens a chat with an app, and its QR code. */
export function WaLinkSection({ app }: { readonly app: AppView }) {
  const { link: t } = useAreaTexts().apps;
  const [text, setText] = useState("");
  const url = waLink(app.displayPhoneNumber, text);
  if (url === undefined) return <FormError>{t.noNumber}</FormError>;
  return (
    <div className={styles["parts"]}>
      <Section title={t.title} about={t.about}>
        <TextAreaField label={t.text} hint={t.textHint} value={text} onChange={setText} />
        <CopyField label={t.url} value={url} />
        <a href={url} target="_blank" rel="noreferrer" className={styles["open"]}>
          {t.open}
        </a>
      </Section>
      <Section title={t.qr} about={t.qrAbout}>
        <QrCodeView url={url} name={`wa-me-${waIdOfNumber(app.displayPhoneNumber)}`} />
      </Section>
    </div>
  );
}

function QrCodeView({ url, name }: { readonly url: string; readonly name: string }) {
  const { link: t } = useAreaTexts().apps;
  const code = qrCodeOf(url);
  if (code === undefined) return <FormError>{t.tooLong}</FormError>;
  const savePng = async (): Promise<void> => {
    const png = await qrPng(code);
    if (png !== undefined) download(`${name}.png`, png);
  };
  return (
    <>
      {/* Scanners want dark on light, whatever the page's colours are. */}
      <svg
        role="img"
        aria-label={t.qrLabel(url)}
        className={styles["code"]}
        viewBox={`0 0 ${code.length} ${code.length}`}
        shapeRendering="crispEdges"
      >
        <rect width={code.length} height={code.length} fill="#fff" />
        <path d={qrPath(code)} fill="#000" />
      </svg>
      <div className={styles["buttons"]}>
        <Button onClick={() => download(`${name}.svg`, qrSvg(code), "image/svg+xml")}>
          <Download size={16} aria-hidden /> {t.svg}
        </Button>
        <Button onClick={() => void savePng()}>
          <Download size={16} aria-hidden /> {t.png}
        </Button>
      </div>
    </>
  );
}
