import { type MediaKind, mediaTypes } from "@parley/messaging";
import type { Texts } from "../../texts/en/index.ts";
import { bytesInWords } from "./file-size.ts";

type Chosen = { readonly name: string; readonly type: string; readonly size: number };

/** Why WhatsApp would not take a file as one of a kind, in a sentence; undefined where it may. */
export function fileProblem(file: Chosen, kind: MediaKind, texts: Texts["messages"]["upload"]): string | undefined {
  const { bytes, endings } = mediaTypes[kind];
  if (file.size === 0) return texts.emptyFile(file.name);
  if (mimeTypeOf(file, kind) === "") {
    const wanted = Object.values(endings).flatMap((some) => some.map((ending) => `.${ending}`));
    return texts.wrongType(file.name, wanted);
  }
  return file.size > bytes ? texts.tooLarge(file.name, bytesInWords(file.size), bytesInWords(bytes)) : undefined;
}

/** The type of a file, as WhatsApp names those of the kind; by its ending, since browsers name types in other ways. Empty where it has none of them. */
export function mimeTypeOf({ name, type }: Pick<Chosen, "name" | "type">, kind: MediaKind): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  const known = Object.entries(mediaTypes[kind].endings);
  const byEnding = known.find(([, endings]) => ending !== undefined && endings.includes(ending));
  return byEnding?.[0] ?? known.find(([mimeType]) => mimeType.split(";")[0] === type.split(";")[0])?.[0] ?? "";
}
