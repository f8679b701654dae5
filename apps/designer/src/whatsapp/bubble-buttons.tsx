import { Copy, ExternalLink, MapPin, Phone, Reply } from "lucide-react";
import { useTexts } from "../texts/use-texts.ts";
import type { BubbleButton } from "./bubble-model.ts";
import { BubbleLine } from "./bubble-text.tsx";
import styles from "./bubble.module.css";

type BubbleButtonsProps = {
  readonly buttons: readonly BubbleButton[];
  readonly onPress?: ((button: BubbleButton) => void) | undefined;
};

const icons = {
  reply: Reply,
  "quick-reply": Reply,
  url: ExternalLink,
  "phone-number": Phone,
  "copy-code": Copy,
  otp: Copy,
  location: MapPin,
};

/** The buttons below a message; where nobody is told of a press, they are there to be looked at. */
export function BubbleButtons({ buttons, onPress }: BubbleButtonsProps) {
  const { whatsapp } = useTexts();
  if (buttons.length === 0) return null;
  return (
    <ul className={styles["buttons"]} aria-label={whatsapp.buttons}>
      {buttons.map((button, index) => (
        // Two buttons may read the same while they are drawn.
        <li key={index}>
          <OneButton button={button} onPress={onPress} />
        </li>
      ))}
    </ul>
  );
}

function OneButton({ button, onPress }: { readonly button: BubbleButton } & Pick<BubbleButtonsProps, "onPress">) {
  const { whatsapp } = useTexts();
  const Icon = icons[button.type];
  const own = button.type === "location" ? whatsapp.sendLocation : whatsapp.noTitle;
  const content = (
    <>
      <Icon size={16} aria-hidden />
      {button.title === "" ? <span>{own}</span> : <BubbleLine text={button.title} />}
    </>
  );
  if (onPress === undefined) return <span className={styles["button"]}>{content}</span>;
  if (button.type === "url" && /^https?:/i.test(button.value)) {
    return (
      <a className={styles["button"]} href={button.value} target="_blank" rel="noreferrer">
        {content}
      </a>
    );
  }
  return (
    <button type="button" className={styles["button"]} onClick={() => onPress(button)}>
      {content}
    </button>
  );
}
