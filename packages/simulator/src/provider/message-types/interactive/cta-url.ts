import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { metaError } from "../../meta-error.ts";
import { lengthProblem } from "../../reading.ts";
import { interactiveType } from "./interactive-type.ts";

const { ctaTextLength, interactiveBodyLength } = messagingLimits;

/** A message with one button that opens a page (Cloud API, Interactive call-to-action URL messages). */
export const ctaUrl = interactiveType({
  action: z.object({
    name: z.literal("cta_url", "must be cta_url."),
    parameters: z.object({ display_text: z.string("must be a string."), url: z.string("must be a string.") }),
  }),
  rules: { bodyLength: interactiveBodyLength, headers: ["text", "image", "video", "document"] },
  problems: ({ parameters: { display_text: text, url } }) => {
    const isLink = /^https?:$/.test(URL.parse(url)?.protocol ?? "");
    const title = "Param interactive['action']['parameters']['url'] is not a valid URI.";
    return [
      lengthProblem("Button display text", text, { most: ctaTextLength }),
      isLink ? undefined : metaError(100, { title }),
    ];
  },
});
