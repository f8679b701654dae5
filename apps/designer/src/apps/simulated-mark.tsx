import { FlaskConical } from "lucide-react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Status } from "../ui/status.tsx";

/** Says that something belongs to the simulator of this server. */
export function SimulatedMark() {
  const { apps: t } = useAreaTexts();
  return (
    <Status tone="plain" Icon={FlaskConical}>
      {t.simulated}
    </Status>
  );
}
