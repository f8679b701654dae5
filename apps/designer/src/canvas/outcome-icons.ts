import type { OutcomeColour } from "@parley/flow";
import { ArrowRight, Clock, type LucideIcon, TriangleAlert } from "lucide-react";

/** The shape that goes with each colour, so that colour never stands alone. */
export const outcomeIcons: { readonly [Colour in OutcomeColour]: LucideIcon } = {
  green: ArrowRight,
  amber: Clock,
  red: TriangleAlert,
};
