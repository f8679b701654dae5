import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "./button.tsx";
import { copyText } from "./copy-text.ts";
import { showToast } from "./toast.tsx";

/** How long the button shows that it has copied. */
const shownMs = 2_000;

type CopyButtonProps = {
  /** What is copied, for people: it stands in the button's name. */
  readonly what: string;
  readonly text: string;
};

/** Copies a text, and says so. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const { shell: t } = useTexts();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (): Promise<void> => {
    if (await copyText(text)) setIsCopied(true);
    else showToast(t.notCopied);
  };
  return (
    <>
      <IconButton label={t.copy(what)} onClick={() => void copy()}>
        {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      </IconButton>
      <span role="status" className="visually-hidden">
        {isCopied ? t.copied(what) : ""}
      </span>
    </>
  );
}
