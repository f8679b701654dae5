import type { PreviewConversation } from "@parley/simulator";
import { useTexts } from "../../texts/use-texts.ts";
import styles from "../phone.module.css";
import { variablesOf } from "./variables-of.ts";

/** What the expressions of the latest conversation give now. */
export function VariablesTable({ conversation }: { readonly conversation: PreviewConversation | undefined }) {
  const { phone } = useTexts();
  const variables = conversation === undefined ? [] : variablesOf(conversation);
  if (variables.length === 0) return <p className={styles["said"]}>{phone.noVariables}</p>;
  return (
    <table className={styles["variables"]}>
      <thead>
        <tr>
          <th scope="col">{phone.variableName}</th>
          <th scope="col">{phone.variableValue}</th>
        </tr>
      </thead>
      <tbody>
        {variables.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
