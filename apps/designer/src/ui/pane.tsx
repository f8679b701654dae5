import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import styles from "./pane.module.css";
import { recall, remember } from "./remembered.ts";

type PaneProps = {
  /** Its name, for those who cannot see where it is. */
  readonly label: string;
  readonly resizeLabel: string;
  readonly side: "left" | "right";
  /** Under this name its width is remembered in the browser. */
  readonly name: string;
  /** Widths in pixels. */
  readonly width: { readonly initial: number; readonly least: number; readonly most: number };
  readonly children: ReactNode;
};

const step = 16;

/** A part beside the middle, as wide as a person makes it by pointer or arrow keys. Its children are not drawn anew for that. */
export function Pane({ label, resizeLabel, side, name, width: { initial, least, most }, children }: PaneProps) {
  const within = (wanted: number): number => Math.round(Math.min(most, Math.max(least, wanted)));
  const [width, setWidth] = useState(() => within(Number(recall(`width.${name}`) ?? initial) || initial));
  const [isDragging, setIsDragging] = useState(false);
  const resize = (wanted: number): void => {
    setWidth(within(wanted));
    remember(`width.${name}`, String(within(wanted)));
  };
  const grows = side === "left" ? 1 : -1;

  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = {
      ArrowLeft: width - grows * step,
      ArrowRight: width + grows * step,
      Home: least,
      End: most,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!isDragging) return;
    const pane = event.currentTarget.parentElement?.getBoundingClientRect();
    if (pane !== undefined) resize(side === "left" ? event.clientX - pane.left : pane.right - event.clientX);
  };

  return (
    <section className={styles["pane"]} data-side={side} aria-label={label} style={{ width, minWidth: least }}>
      {children}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={resizeLabel}
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        tabIndex={0}
        className={styles["resizer"]}
        data-dragging={isDragging ? "" : undefined}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setIsDragging(true);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => setIsDragging(false)}
        onPointerCancel={() => setIsDragging(false)}
        onDoubleClick={() => resize(initial)}
      />
    </section>
  );
}
