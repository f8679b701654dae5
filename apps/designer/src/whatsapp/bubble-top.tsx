import { FileText, Image, MapPin, Mic, Play, Sticker, UserRound } from "lucide-react";
import { useTexts } from "../texts/use-texts.ts";
import type { BubbleCard, BubbleMedia, BubblePlace, BubbleTop } from "./bubble-model.ts";
import { BubbleLine } from "./bubble-text.tsx";
import styles from "./bubble.module.css";

/** What stands above a message's body. */
export function BubbleTopView({ top }: { readonly top: BubbleTop }) {
  const { whatsapp } = useTexts();
  switch (top.type) {
    case "none":
      return null;
    case "text":
      return (
        <p className={styles["header"]}>
          <BubbleLine text={top.text} />
        </p>
      );
    case "media":
      return <MediaView media={top} />;
    case "place":
      return <PlaceView place={top} />;
    case "cards":
      return <CardsView cards={top.cards} />;
    case "template":
      return <p className={styles["template"]}>{whatsapp.template(top.name, top.language)}</p>;
  }
}

/** A stand-in for a file: nothing is fetched from where it lies. */
function MediaView({ media }: { readonly media: BubbleMedia }) {
  const { whatsapp } = useTexts();
  const { kind, from, fileName } = media;
  const name = fileName || fileNameOf(from) || (from === "" ? whatsapp.noFile : whatsapp.kinds[kind]);
  switch (kind) {
    case "audio":
      return (
        <div className={styles["audio"]}>
          <Play size={22} aria-hidden />
          <span className={styles["wave"]} aria-hidden />
          <Mic size={16} aria-hidden />
          <span className="visually-hidden">{whatsapp.kinds.audio}: </span>
          <span className={styles["audioName"]}>
            <BubbleLine text={name} />
          </span>
        </div>
      );
    case "document":
      return (
        <div className={styles["document"]}>
          <FileText size={28} aria-hidden />
          <span className={styles["lines"]}>
            <BubbleLine text={name} />
            <span className={styles["quiet"]}>
              {/\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? whatsapp.kinds.document}
            </span>
          </span>
        </div>
      );
    default: {
      const Icon = kind === "video" ? Play : kind === "sticker" ? Sticker : Image;
      return (
        <div className={styles["picture"]} data-kind={kind}>
          <Icon size={34} aria-hidden />
          <span className={styles["quiet"]}>
            <span className="visually-hidden">{whatsapp.kinds[kind]}: </span>
            <BubbleLine text={name} />
          </span>
        </div>
      );
    }
  }
}

/** The last part of a link's path; a link of expressions is shown as it is. */
function fileNameOf(from: string): string {
  if (from.includes("$(")) return from;
  return URL.parse(from)?.pathname.split("/").at(-1) ?? "";
}

function PlaceView({ place: { latitude, longitude, name, address } }: { readonly place: BubblePlace }) {
  const { whatsapp } = useTexts();
  const isEmpty = latitude === "" && longitude === "";
  const where = isEmpty ? whatsapp.noPlace : whatsapp.place(latitude, longitude);
  return (
    <div className={styles["place"]}>
      <div className={styles["map"]} aria-hidden>
        <MapPin size={30} />
      </div>
      <span className={styles["lines"]}>
        {name === "" ? (
          <BubbleLine text={where} />
        ) : (
          <>
            <strong>
              <BubbleLine text={name} />
            </strong>
            {/* WhatsApp shows the address only where there is a name. */}
            {address === "" ? null : (
              <span className={styles["quiet"]}>
                <BubbleLine text={address} />
              </span>
            )}
          </>
        )}
      </span>
    </div>
  );
}

function CardsView({ cards }: { readonly cards: readonly BubbleCard[] }) {
  const { whatsapp } = useTexts();
  return (
    <div className={styles["cards"]}>
      {cards.map(({ name, lines }, index) => (
        // Cards are drawn anew with every change and hold no state.
        <div key={index} className={styles["card"]}>
          <span className={styles["face"]} aria-hidden>
            <UserRound size={22} />
          </span>
          <span className={styles["lines"]}>
            <strong>{name === "" ? whatsapp.noName : <BubbleLine text={name} />}</strong>
            {lines.map((line, at) => (
              <span key={at} className={styles["quiet"]}>
                <BubbleLine text={line} />
              </span>
            ))}
          </span>
        </div>
      ))}
      {cards.length === 1 ? null : <span className={styles["quiet"]}>{whatsapp.contacts(cards.length)}</span>}
    </div>
  );
}
