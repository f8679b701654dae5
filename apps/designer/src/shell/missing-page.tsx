import type { LinkProps } from "@tanstack/react-router";
import { AreaPage } from "./area-page.tsx";

type MissingPageProps = {
  readonly said: { readonly title: string; readonly text: string };
  /** The page above. */
  readonly up: { readonly label: string; readonly link: LinkProps };
};

/** Says that what an address of an area leads to is not there. */
export function MissingPage({ said, up }: MissingPageProps) {
  return (
    <AreaPage title={said.title} up={up}>
      <p>{said.text}</p>
    </AreaPage>
  );
}
