import { createHmac, randomBytes } from "node:crypto";
import { simulatorLimits } from "../limits.ts";

/** Links under which files may be downloaded for a while; whoever downloads needs the access token as well. */
export interface FileLinks {
  /** A link to a file, which works for five minutes (Cloud API, Media, Retrieve media URL). */
  of(fileId: string): string;
  /** The id of the file that a link's query leads to; undefined if it was made up or its time is over. */
  read(query: FileQuery): string | undefined;
}

/** What a link says, as Meta's do: the file, when it ends in seconds, and a hash of both. */
export type FileQuery = { readonly mid: string; readonly ext: string; readonly hash: string };

/** Where files are. */
export const filesPath = "/whatsapp_business/attachments/";

/** Makes the links of one simulator. */
export function createFileLinks({ now, baseUrl }: { now: () => number; baseUrl: () => string }): FileLinks {
  const secret = randomBytes(32);
  const hashOf = (mid: string, ext: string): string =>
    createHmac("sha256", secret).update(`${mid} ${ext}`).digest("base64url");

  return {
    of: (fileId) => {
      const ext = String(Math.floor((now() + simulatorLimits.fileLinkMs) / 1000));
      const query = new URLSearchParams({ mid: fileId, ext, hash: hashOf(fileId, ext) });
      return `${baseUrl()}${filesPath}?${query.toString()}`;
    },
    read: ({ mid, ext, hash }) => {
      const isGood = hash === hashOf(mid, ext) && now() < Number(ext) * 1000;
      return isGood ? mid : undefined;
    },
  };
}
